import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeCatalogues } from '../../../src/formats/merge/catalogue-merge.ts';
import { parsePo } from '../../../src/formats/po/po.ts';

const HEAD = 'msgid ""\nmsgstr ""\n"Language: en_US\\n"';
const message = (id: string, text: string, above = '') => `${above}msgid "${id}"\nmsgstr "${text}"`;
const file = (...messages: readonly string[]) => `${[HEAD, ...messages].join('\n\n')}\n`;

const UN = message('Un tram.', 'A tram.');
const DEUX = message('Deux trams.', 'Two trams.');
const BASE = file(UN, DEUX);

describe('what two sides made of a catalogue', () => {
  test.each<[string, string, string, string]>([
    [
      'different paragraphs',
      file(message('Un tram.', 'One tram.'), DEUX),
      file(UN, message('Deux trams.', 'A pair.')),
      file(message('Un tram.', 'One tram.'), message('Deux trams.', 'A pair.')),
    ],
    [
      'the same change',
      file(message('Un tram.', 'One tram.'), DEUX),
      file(message('Un tram.', 'One tram.'), DEUX),
      file(message('Un tram.', 'One tram.'), DEUX),
    ],
    [
      'a text of ours and a waiver of theirs',
      file(message('Un tram.', 'One tram.'), DEUX),
      file(message('Un tram.', 'A tram.', '# waive: tram 000000000000 - x\n'), DEUX),
      file(message('Un tram.', 'One tram.', '# waive: tram 000000000000 - x\n'), DEUX),
    ],
    [
      'a text of theirs with its state',
      BASE,
      file(message('Un tram.', 'One tram.', '# origin: person 2026-01-02\n#, fuzzy\n'), DEUX),
      file(message('Un tram.', 'One tram.', '# origin: person 2026-01-02\n#, fuzzy\n'), DEUX),
    ],
    [
      'an approval of theirs and a note of ours',
      file(message('Un tram.', 'A tram.', '# note: seen\n'), DEUX),
      file(message('Un tram.', 'A tram.', '# terms: tram 3fa2c1\n'), DEUX),
      file(message('Un tram.', 'A tram.', '# terms: tram 3fa2c1\n# note: seen\n'), DEUX),
    ],
    [
      'a message of theirs behind the one that it follows',
      BASE,
      file(UN, message('Trois.', 'Three.'), DEUX),
      file(UN, message('Trois.', 'Three.'), DEUX),
    ],
    ['a deletion of theirs', BASE, file(DEUX), file(DEUX)],
    ['a deletion of ours', file(UN), BASE, file(UN)],
    [
      'a deletion of ours, an edit of theirs',
      file(UN),
      file(UN, message('Deux trams.', 'A pair.')),
      file(UN, message('Deux trams.', 'A pair.')),
    ],
    ['an English that we took away', file(message('Un tram.', ''), DEUX), BASE, file(message('Un tram.', ''), DEUX)],
    [
      'an English that they took away, and we changed',
      file(message('Un tram.', 'One tram.'), DEUX),
      file(message('Un tram.', ''), DEUX),
      file(message('Un tram.', 'One tram.'), DEUX),
    ],
    [
      'an English that we took away, and they changed',
      file(message('Un tram.', ''), DEUX),
      file(message('Un tram.', 'One tram.'), DEUX),
      file(message('Un tram.', 'One tram.'), DEUX),
    ],
  ])('%s', (_what, ours, theirs, merged) => {
    expect(mergeCatalogues({ base: BASE, ours, theirs })).toBe(merged);
  });

  test('different words of one paragraph are one draft', () => {
    const merged = mergeCatalogues({
      base: file(message('Un tram.', 'A tram goes by here.')),
      ours: file(message('Un tram.', 'One tram goes by here.')),
      theirs: file(message('Un tram.', 'A tram goes by there.')),
    });
    expect(merged).toBe(file(message('Un tram.', 'One tram goes by there.', '#, fuzzy\n')));
  });

  test('of two texts that collide ours stays as a draft, and theirs stands beside it', () => {
    const merged = mergeCatalogues({
      base: BASE,
      ours: file(message('Un tram.', 'One tram.'), DEUX),
      theirs: file(message('Un tram.', 'The \\"tram\\".'), DEUX),
    });
    expect(merged).toBe(file(message('Un tram.', 'One tram.', '# conflict: "The \\"tram\\"."\n#, fuzzy\n'), DEUX));
  });

  test('equal paragraphs are told apart', () => {
    const twin = (context: string, text: string) => `msgctxt "${context}"\n${message('Oui.', text)}`;
    const merged = mergeCatalogues({
      base: file(twin('p2', 'Yes.'), twin('p9', 'Yes.')),
      ours: file(twin('p2', 'Aye.'), twin('p9', 'Yes.')),
      theirs: file(twin('p2', 'Yes.'), twin('p9', 'Yes!')),
    });
    expect(merged).toBe(file(twin('p2', 'Aye.'), twin('p9', 'Yes!')));
  });

  test('lines end as ours do', () => {
    const merged = mergeCatalogues({
      base: BASE,
      ours: BASE.replaceAll('\n', '\r\n'),
      theirs: file(UN, message('Deux trams.', 'A pair.')),
    });
    expect(merged).toBe(file(UN, message('Deux trams.', 'A pair.')).replaceAll('\n', '\r\n'));
  });

  test('what cannot be read is merged by nobody', () => {
    expect(mergeCatalogues({ base: BASE, ours: BASE, theirs: '<<<<<<< x\n' })).toBeNull();
  });
});

const TEXTS = fc.constantFrom('', 'A tram.', 'One tram.', 'A "tram" goes by.', 'Line\ntwo', 'déjà vu', 'back\\slash');
const SIDE = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), TEXTS);
const written = (side: Readonly<Record<string, string>>) =>
  file(...Object.entries(side).map(([id, text]) => message(id, JSON.stringify(text).slice(1, -1))));
const read = (text: string) => new Map(parsePo(text, 'x').messages.map(({ id, text }) => [id.value, text.value]));

test('a text that only one side changed is always the one that stays', () => {
  fc.assert(
    fc.property(SIDE, SIDE, SIDE, (base, ours, theirs) => {
      const merged = read(mergeCatalogues({ base: written(base), ours: written(ours), theirs: written(theirs) }) ?? '');
      for (const id of ['a', 'b', 'c', 'd', 'e']) {
        if (theirs[id] === base[id]) expect(merged.get(id)).toBe(ours[id]);
        else if (ours[id] === base[id]) expect(merged.get(id)).toBe(theirs[id]);
      }
    }),
  );
});

test('of two texts that collide neither is lost', () => {
  fc.assert(
    fc.property(TEXTS, TEXTS, (ours, theirs) => {
      const merged =
        mergeCatalogues({ base: file(), ours: written({ a: ours }), theirs: written({ a: theirs }) }) ?? '';
      for (const text of [ours, theirs]) expect(merged).toContain(JSON.stringify(text).slice(1, -1).split('\\n')[0]);
    }),
  );
});
