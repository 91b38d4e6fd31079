import { describe, expect, test } from 'vitest';
import { learntSlices } from '../../../src/core/alignment/learnt-partners.ts';
import { sideSlices } from '../../../src/core/alignment/side-words.ts';
import { commonRenderings, knownSlices } from '../../../src/core/alignment/word-partners.ts';
import { finish } from '../../../src/core/model/slices.ts';

const readSide = (segments: readonly string[]) => finish(sideSlices(segments));

/** The English words that may render each French word. */
function known(french: string, english: string): string[] {
  const [source, target] = [readSide([french]), readSide([english])];
  return finish(knownSlices(source, target, commonRenderings)).flatMap((partners, word) =>
    [...partners].map((number) => `${source.texts[word]}=${target.texts[number]}`),
  );
}

describe('words that look alike are known to render each other', () => {
  test.each([
    ['the same word', 'Karim', 'Karim'],
    ['the same but for accents and capitals', 'Été', 'ete'],
    ['one origin', 'modèle', 'model'],
    ['one origin, another ending', 'régulier', 'regularly'],
    ['a beginning and an end', 'mystère', 'mystere'],
    ['é for s: a study', 'étude', 'study'],
    ['é for s: a spice', 'épice', 'spice'],
    ['é for s: a state', 'état', 'state'],
    ['a number', '1,5', '1.5'],
    ['a number with a no-break space', '12\u00a0000', '12,000'],
    ['a number with a narrow one', '1\u202f234\u202f567', '1,234,567'],
    ['a number with a space', '12 000', '12,000'],
  ])('%s: %s, %s', (_what, french, english) => {
    expect(known(french, english)).toHaveLength(1);
  });

  test.each([
    ['another word', 'chat', 'cat'],
    ['the same three letters at the beginning', 'mercredi', 'merchant'],
    ['too little of the longer', 'part', 'participation'],
    ['the same end only', 'nation', 'station'],
    ['a beginning and an end that are the same letters', 'ration', 'ratification'],
    ['another number', '1934', '1943'],
    ['a number within a number', '19', '1934'],
    ['a number beside a number', '2024 300', '2,024,300'],
    ['too many digits for thousands', '12 0001', '12,0001'],
    ['é without s', 'école', 'coal'],
  ])('near-miss: %s: %s, %s', (_what, french, english) => {
    expect(known(french, english)).toEqual([]);
  });
});

describe('common words and signs are known', () => {
  test.each([
    ['nous', 'we', 'nous=we'],
    ['nous', 'us', 'nous=us'],
    ['ses', 'her', 'ses=her'],
    ['j’', 'I', 'j=i'],
    ['trois', 'three', 'trois=three'],
    ['trois', '3', 'trois=3'],
    ['7', 'seven', '7=seven'],
    ['Pourquoi', 'Why', 'pourquoi=why'],
    ['?', '?', '?=?'],
    ['sera', 'will', 'sera=will'],
    ['disposerez', 'will', 'disposerez=will'],
    ['voudront', 'shall', 'voudront=shall'],
    ['aucune', 'no', 'aucune=no'],
    ['(', '(', '(=('],
  ])('%s, %s', (french, english, expected) => {
    expect(known(french, english)).toEqual([expected]);
  });

  test.each([
    ['nous', 'you'],
    ['trois', 'tree'],
    ['trois', '4'],
    ['quand', 'who'],
    ['constructor', 'we'],
    ['disposez', 'will'],
    ['disposais', 'will'],
    ['ras', 'will'],
    ['?', '!'],
    ['.', '.'],
  ])('near-miss: %s, %s', (french, english) => {
    expect(known(french, english)).toEqual([]);
  });
});

describe('a word that the other side writes in two is known by both', () => {
  test.each([
    ['autorégressif', 'auto-regressive', 'autoregressif=auto autoregressif=regressive'],
    ['auto-encodeur', 'autoencoder', 'auto=autoencoder encodeur=autoencoder'],
    ['L’objet BatchEncoding', 'Batch encoding', 'batchencoding=batch batchencoding=encoding'],
    ['un week-end', 'a weekend', 'week=weekend end=weekend'],
    ['un portemine', 'a porte\u2010mine', 'portemine=porte portemine=mine'],
  ])('%s, %s', (french, english, expected) => {
    expect(known(french, english)).toEqual(expect.arrayContaining(expected.split(' ')));
  });

  test.each([
    ['autorégressif', 'auto regressive'],
    ['autorégressif', 'auto-encoding'],
    ['portemine', 'port, mine'],
    ['portemine', 'port (mine)'],
    ['theorie', 'the orient'],
    ['lande', 'la nde'],
  ])('near-miss: %s, %s', (french, english) => {
    expect(known(french, english)).toEqual([]);
  });
});

describe('words are learnt from sentences that are paired', () => {
  const oneForOne = (count: number) => Array.from({ length: count }, (_, i) => ({ source: [i], target: [i] }));
  const learnt = (french: readonly string[], english: readonly string[], word: string) => {
    const [source, target] = [readSide(french), readSide(english)];
    const none = source.texts.map(() => new Set<number>());
    const partners = finish(learntSlices(none, { source, target, pairs: oneForOne(french.length) }));
    return [...(partners[source.numbers.get(word) ?? -1] ?? [])].map((number) => target.texts[number]);
  };

  test.each([
    ['twice together, never apart', ['un chat', 'le chat', 'une vache'], ['a cat', 'the cat', 'a cow'], ['cat']],
    [
      'mostly together',
      ['un chat', 'le chat', 'ce chat', 'une vache'],
      ['a cat', 'the cat', 'that one', 'a cow'],
      ['cat'],
    ],
    ['near-miss: once', ['un chat', 'une vache'], ['a cat', 'a cow'], []],
    [
      'near-miss: as often apart',
      ['un chat', 'le chat', 'mon chat', 'ton chat', 'une vache', 'la vache'],
      ['a cat', 'the cat', 'it', 'him', 'his cat', 'no cat'],
      [],
    ],
  ])('%s', (_what, french, english, expected) => {
    expect(learnt(french, english, 'chat')).toEqual(expected);
  });

  test('what is known stays known', () => {
    const [source, target] = [readSide(['modèle']), readSide(['model'])];
    const partners = finish(knownSlices(source, target, commonRenderings));
    expect(finish(learntSlices(partners, { source, target, pairs: oneForOne(1) }))).toEqual(partners);
  });
});
