import { expect, test } from 'vitest';
import { mergeGlossaries } from '../../../src/formats/merge/glossary-merge.ts';

const HEAD = '# Trams.\n\n';
const JETON = '# Of machines.\n- fr: jeton\n  en: token\n';
const PUCE = '- fr: puce\n  en: chip # small\n';
const BASE = `${HEAD}${JETON}\n${PUCE}`;

test.each<[string, string, string, string]>([
  [
    'different entries',
    BASE.replace('en: token', 'en: [token, unit]'),
    BASE.replace('chip', 'microchip'),
    BASE.replace('en: token', 'en: [token, unit]').replace('chip', 'microchip'),
  ],
  [
    'different keys of one entry',
    BASE.replace('en: token', 'en: token\n  domain: models'),
    BASE.replace('en: token', 'en: token\n  definition: A piece of text.'),
    BASE.replace('en: token', 'en: token\n  definition: A piece of text.\n  domain: models'),
  ],
  [
    'an entry of theirs',
    BASE,
    BASE.replace(PUCE, `- fr: lot\n  en: batch\n\n${PUCE}`),
    BASE.replace(PUCE, `- fr: lot\n  en: batch\n\n${PUCE}`),
  ],
  ['a deletion of theirs', BASE, `${HEAD}${JETON}`, `${HEAD}${JETON}`],
  [
    'a deletion of ours, an edit of theirs',
    `${HEAD}${JETON}`,
    BASE.replace('en: chip', 'id: chip\n  en: microchip'),
    BASE.replace('en: chip', 'id: chip\n  en: microchip'),
  ],
  [
    'one key both ways',
    BASE.replace('en: token', 'en: [token, unit]'),
    BASE.replace('en: token', 'en: [token, word]'),
    BASE.replace('- fr: jeton\n  en: token', '# conflict: en: ["token","word"]\n- fr: jeton\n  en: [token, unit]'),
  ],
  [
    'a remark of theirs within an entry of which ours changed another key',
    BASE.replace('en: token', 'en: unit'),
    BASE.replace('fr: jeton', 'fr: jeton # from the ministry'),
    BASE.replace('fr: jeton', 'fr: jeton # from the ministry').replace('en: token', 'en: unit'),
  ],
  [
    'a remark of ours there',
    BASE.replace('fr: jeton', 'fr: jeton # from the ministry'),
    BASE.replace('en: token', 'en: unit'),
    BASE.replace('fr: jeton', 'fr: jeton # from the ministry').replace('en: token', 'en: unit'),
  ],
  [
    'a remark of ours beside a word that theirs changed',
    BASE.replace('en: token', 'en: token # of texts'),
    BASE.replace('en: token', 'en: unit'),
    BASE.replace('- fr: jeton\n  en: token', '# of texts\n- fr: jeton\n  en: unit'),
  ],
  [
    'one English both ways, from which the id follows',
    BASE.replace('en: token', 'en: unit'),
    BASE.replace('en: token', 'en: word'),
    BASE.replace('- fr: jeton\n  en: token', '# conflict: en: ["word"]\n- fr: jeton\n  en: unit'),
  ],
  [
    'two ids for one entry',
    BASE.replace('- fr: jeton', '- id: jeton\n  fr: jeton'),
    BASE.replace('- fr: jeton', '- id: piece\n  fr: jeton'),
    BASE.replace('- fr: jeton', '# conflict: id: "piece"\n- id: jeton\n  fr: jeton'),
  ],
  [
    'remarks of both at the head and at the end',
    `# Ours.\n${BASE}# Of ours.\n`,
    `${BASE.replace('# Trams.', '# Trams and buses.')}# Of theirs.\n`,
    `# Ours.\n${BASE.replace('# Trams.', '# Trams and buses.')}# Of ours.\n# Of theirs.\n`,
  ],
  [
    'remarks of both above one entry',
    BASE.replace('# Of machines.', '# Of machines, ours.'),
    BASE.replace('# Of machines.', '# Of machines, theirs.'),
    BASE.replace('# Of machines.', '# Of machines, ours.\n# Of machines, theirs.'),
  ],
])('%s', (_what, ours, theirs, merged) => {
  expect(mergeGlossaries({ base: BASE, ours, theirs })).toBe(merged);
});

test('the first entries of both stand in one file', () => {
  expect(mergeGlossaries({ base: '[]\n', ours: JETON, theirs: PUCE })).toBe(
    `# Of machines.\n${PUCE}- fr: jeton\n  en: token\n`,
  );
});

test('a list without dashes is merged by nobody', () => {
  const flow = (one: string, two: string) => `[{fr: puce, en: ${one}}, {fr: clef, en: ${two}}]\n`;
  expect(
    mergeGlossaries({ base: flow('chip', 'key'), ours: flow('flea', 'key'), theirs: flow('chip', 'clef') }),
  ).toBeNull();
});

test('a conflict stands as far in as its entry', () => {
  const set = (english: string) => `  - fr: jeton\n    en: ${english}\n`;
  expect(mergeGlossaries({ base: set('token'), ours: set('[token, unit]'), theirs: set('[token, word]') })).toBe(
    `  # conflict: en: ["token","word"]\n${set('[token, unit]')}`,
  );
});

test('what cannot be read is merged by nobody', () => {
  expect(mergeGlossaries({ base: BASE, ours: BASE, theirs: '- fr: [\n' })).toBeNull();
});

test('a conflict that stands there already is told once', () => {
  const entry = (english: string) => `- fr: puce\n  en: ${english}\n`;
  const ours = `# conflict: en: ["louse"]\n${entry('flea')}`;
  const merged = [entry('louse'), `# conflict: en: ["louse"]\n${entry('louse')}`].map((theirs) =>
    mergeGlossaries({ base: entry('chip'), ours, theirs }),
  );
  expect(merged).toEqual([ours, ours]);
});
