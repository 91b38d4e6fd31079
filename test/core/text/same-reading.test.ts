import { describe, expect, test } from 'vitest';
import { readingKey } from '../../../src/core/text/same-reading.ts';

describe('a reader sees the same', () => {
  test.each([
    ['a line break for a space', 'un mot et\nun autre', 'un mot et un autre'],
    ['two spaces', 'un  mot', 'un mot'],
    ['no-break spaces', 'dit\u00a0: «\u202fmot\u202f»', 'dit : « mot »'],
    ['a curly apostrophe', 'l’IA', "l'IA"],
    ['a modifier letter for an apostrophe', 'lʼIA', 'l’IA'],
    ['no-break hyphens', 'c’est\u2011à\u2011dire', 'c’est-à-dire'],
    ['a hyphen that is no minus', 'porte\u2010clé', 'porte-clé'],
    ['an accent in two signs', 'e\u0301te\u0301', 'été'],
    ['a soft hyphen', 'para\u00adgraphe', 'paragraphe'],
    ['a mark of direction', 'un\u200e mot\u200f', 'un mot'],
    ['a stretch that runs from left to right', '\u2066un\u2069 \u202amot\u202c', 'un mot'],
    ['a joiner between letters', 'af\u200cfec\u200dtion', 'affection'],
    ['a tag', 'mot\u{e0041}', 'mot'],
    ['an opening quotation mark for an apostrophe', 'l‘IA d‛un', 'l’IA d’un'],
    ['a tab and space at the ends', ' un\tmot ', 'un mot'],
  ])('%s', (_what, one, other) => {
    expect(readingKey(one)).toBe(readingKey(other));
  });
});

describe('a reader sees another text', () => {
  test.each([
    ['a word', 'un mot', 'un mots'],
    ['a capital', 'Un mot', 'un mot'],
    ['an accent', 'ou', 'où'],
    ['a hyphen', 'porte-clé', 'porte clé'],
    ['a dash', 'porte – clé', 'porte - clé'],
    ['a minus', '\u22125', '-5'],
    ['a quotation mark for an apostrophe at the edge of a word', 'la ‘mot', 'la ’mot'],
    ['a stretch that runs from right to left', 'un \u202emot\u202c', 'un mot'],
    ['people who are one by a joiner', '👩\u200d💻', '👩💻'],
    ['no space', 'dit:', 'dit :'],
    ['a break that is meant', 'un  \nmot', 'un mot'],
    ['quotation marks', '« mot »', '"mot"'],
  ])('%s', (_what, one, other) => {
    expect(readingKey(one)).not.toBe(readingKey(other));
  });
});
