import { describe, expect, test } from 'vitest';
import { asSeen } from '../../../src/core/text/as-seen.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { readingKey, readingOf } from '../../../src/core/text/same-reading.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';

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
    ['no space', 'dit:', 'dit :'],
    ['a break that is meant', 'un  \nmot', 'un mot'],
    ['quotation marks', '« mot »', '"mot"'],
  ])('%s', (_what, one, other) => {
    expect(readingKey(one)).not.toBe(readingKey(other));
  });
});

const read = (text: string) => readingOf(readPlain(text));

describe('a reader of a text sees none of', () => {
  test.each([
    ['a mark of the direction in which it runs', 'un\u200e mot\u200e', 'un mot'],
    ['a joiner between letters', 'af\u200cfec\u200dtion', 'affection'],
    ['a tag', 'mot\u{e0041}', 'mot'],
    ['an opening quotation mark for an apostrophe', 'l‘IA d‛un', 'l’IA d’un'],
    ['an apostrophe behind an accent in two signs', 'e\u0301‘a', 'é’a'],
  ])('%s', (_what, one, other) => {
    expect(read(one)).toBe(read(other));
  });
});

describe('a reader of a text sees', () => {
  test.each([
    ['a quotation mark for an apostrophe at the edge of a word', 'la ‘mot', 'la ’mot'],
    ['a stretch that runs from right to left', 'un \u202emot\u202c', 'un mot'],
    ['people who are one by a joiner', '👩\u200d💻', '👩💻'],
    ['a flag that tags make', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '🏴'],
    ['figures that run from right to left', '\u200f10–20\u200f', '10–20'],
    ['figures that run as Arabic ones do', '\u061c10–20', '10–20'],
    ['a stretch that runs from left to right', '\u2066un\u2069 mot', 'un mot'],
    ['a stretch that ends later', '\u202eun\u202c mot', '\u202eun mot\u202c'],
    ['a stretch by itself that ends later', '\u2067un\u2069 mot', '\u2067un mot\u2069'],
    ['a mark of direction within another', '\u202eun\u200e mot\u202c', '\u202eun mot\u202c'],
    ['a mark of direction among Hebrew letters', 'אב\u200e! un', 'אב! un'],
    ['letters that do not join', 'می\u200cخواهم', 'میخواهم'],
  ])('%s', (_what, one, other) => {
    expect(read(one)).not.toBe(read(other));
  });
});

describe('signs that are read are no letters of the same shape', () => {
  test.each([
    ['a tag', 'un<br>mot', 'un&lt;br&gt;mot'],
    ['a tag by its first sign', 'H<sub>2</sub>', 'H\\<sub>2\\</sub>'],
    ['a tag behind the name of a file', 'jeton.py<br>', 'jeton.py&lt;br>'],
    ['a remark of HTML', 'un <!-- x -->', 'un &lt;!-- x -->'],
    ['a stroke of a pen', 'un ==mot== ici', 'un \\==mot== ici'],
    ['a stroke of a pen by a number', 'un ==mot== ici', 'un &#61;=mot== ici'],
    ['a remark', 'un %%secret%%', 'un &#37;&#37;secret%%'],
    ['the kind of a callout', '[!note] Titre', '\\[!note] Titre'],
    ['the kind of a callout alone', '[!note]', '\\[!note]'],
    ['the name of a paragraph', 'un mot ^abc', 'un mot \\^abc'],
    ['the name of a paragraph on a line of its own', 'un mot  \n^abc', 'un mot  \n\\^abc'],
    ['another name of a paragraph', 'un mot  \n^abc', 'un mot  \n^abd'],
    ['a shortcode', '{{< ref >}}', '&#123;{< ref >}}'],
    ['a shortcode of Jekyll', 'un {% x %}', 'un &#123;% x %}'],
    ['a box', ':::note', '\\:::note'],
    ['a note that is embedded', 'un ![[mot.canvas]]', 'un !\\[[mot.canvas]]'],
    ['a link by name', 'un [[mot]]', 'un \\[[mot]]'],
    ['a footnote', 'un mot[^1]', 'un mot\\[^1]'],
    ['a footnote’s own lead', '[^1]: un mot', '\\[^1]: un mot'],
    ['a line that ends', 'un\\\nmot', 'un\\\\\nmot'],
    ['a line that ends, by a number', 'un\\\nmot', 'un&#92;\nmot'],
    ['a line that ends, and a sign for that', 'un\\\nmot', 'un\u2028mot'],
    ['a line that ends in code', '`un  \nmot`', '`un\\\nmot`'],
    ['a letter behind a mark', '*a*&eacute;', '*aé*'],
    ['pictures in their order', '![](é.png)![](à.png)', '![](à.png)![](é.png)'],
    ['links in their order', '[é](https://a.fr)[é](https://b.fr)', '[é](https://b.fr)[é](https://a.fr)'],
    ['a title with a space behind it', '[mot](https://a.fr "été" )', '[mot](https://a.fr "ôté" )'],
    ['a title with a break behind it', '[mot](https://a.fr "été"\n)', '[mot](https://a.fr "ôté"\n)'],
    ['a title that holds its own sign', '[mot](https://a.fr "un \\"été\\"")', '[mot](https://a.fr "un \\"ôté\\"")'],
    ['a title in brackets that holds one', '![mot](a.png (un \\(été))', '![mot](a.png (un \\(ôté))'],
    ['an address with a shortcode', '[mot](https://a.fr/{{é}})', '[mot](https://a.fr/{{à}})'],
    ['signs for private use', '*a*', '\ue0f0emphasis \ue0f1a\ue0f0/emphasis\ue0f1'],
    ['the same by number', '*a*', '&#xe0f0;emphasis &#xe0f1;a&#xe0f0;/emphasis&#xe0f1;'],
  ])('%s', (_what, one, other) => {
    expect(asSeen(parseInlineMarks(one))).not.toBe(asSeen(parseInlineMarks(other)));
  });

  test.each([
    ['a tag with other marks by it', 'un <br> _mot_', 'un <br> *mot*'],
    ['a pen around other marks', '==_mot_== ici', '==*mot*== ici'],
    ['the kind of a callout with other marks', '[!note] Un _mot_', '[!note] Un *mot*'],
    ['a paragraph with a name and other marks', '_mot_ ^abc', '*mot* ^abc'],
    ['a letter by its name behind a mark', '*a*&eacute;', '*a*é'],
    ['marks in one another', '***a***', '**_a_**'],
    ['an address in other marks', '_https://a.fr_', '*https://a.fr*'],
    ['a title with a space behind it', '[mot](https://a.fr "b" )', "[mot](https://a.fr 'b')"],
    ['a line that ends', 'un  \n_mot_', 'un\\\n*mot*'],
  ])('but %s', (_what, one, other) => {
    expect(asSeen(parseInlineMarks(one))).toBe(asSeen(parseInlineMarks(other)));
  });
});
