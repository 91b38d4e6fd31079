import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { mergeCatalogues } from '../../../src/formats/merge/catalogue-merge.ts';
import { mergeHeads } from '../../../src/formats/merge/head-merge.ts';
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

describe('the head of a catalogue', () => {
  const head = (...fields: readonly string[]) =>
    ['msgid ""', 'msgstr ""', ...fields.map((field) => `"${field}\\n"`)].join('\n');
  const catalogue = (above: string) => `${above}\n\n${UN}\n`;
  const [OLD, EARLY, LATE] = ['01', '02', '03'].map((day) => `PO-Revision-Date: 2026-01-${day}`) as [
    string,
    string,
    string,
  ];
  test.each<[string, string, string, string, string]>([
    ['another field of each', head('A: 1', 'B: 1'), head('A: 2', 'B: 1'), head('A: 1', 'B: 2'), head('A: 2', 'B: 2')],
    ['a new field of each', head('A: 1'), head('B: 1', 'A: 1'), head('A: 1', 'C: 1'), head('B: 1', 'A: 1', 'C: 1')],
    ['one new field of both', head('A: 1'), head('A: 1', 'B: 1'), head('A: 1', 'B: 1'), head('A: 1', 'B: 1')],
    ['a field that both changed', head('A: 1'), head('A: 2'), head('A: 3'), `# conflict: A: 3\n${head('A: 2')}`],
    [
      'a field that they took away, and we changed',
      head('A: 1', 'B: 1'),
      head('A: 2', 'B: 1'),
      head('B: 2'),
      `# conflict: A: (taken away)\n${head('A: 2', 'B: 2')}`,
    ],
    [
      'two saves, of which theirs is later',
      head(OLD, 'Last-Translator: A'),
      head(EARLY, 'Last-Translator: B'),
      head(LATE, 'Last-Translator: C'),
      head(LATE, 'Last-Translator: C'),
    ],
    [
      'two saves, of which ours is later',
      head(OLD, 'X-Generator: A', 'B: 1'),
      head(LATE, 'X-Generator: B', 'B: 2'),
      head(EARLY, 'X-Generator: C', 'B: 1'),
      head(LATE, 'X-Generator: B', 'B: 2'),
    ],
    [
      'two names for one moment',
      head(OLD, 'Last-Translator: A'),
      head(OLD, 'Last-Translator: B'),
      head(OLD, 'Last-Translator: C'),
      `# conflict: Last-Translator: C\n${head(OLD, 'Last-Translator: B')}`,
    ],
    ['remarks of both', head('A: 1'), `# Ours.\n${head('A: 1')}`, `# Theirs.\n${head('A: 1')}`, '# Ours.\n# Theirs.'],
    [
      'a field over two lines',
      head('A: 1', 'B: 1"\n"2'),
      head('A: 2', 'B: 1"\n"2'),
      head('A: 1', 'B: 1"\n"3'),
      head('A: 2', 'B: 1"\n"3'),
    ],
    ['no head before', '', head('A: 1'), head('B: 1'), head('A: 1', 'B: 1')],
    ['a head that ours took away', head('A: 1'), '', head('A: 2'), head('A: 2')],
    [
      'a conflict that was told before',
      head('A: 1'),
      `# conflict: A: 3\n${head('A: 2')}`,
      head('A: 3'),
      '# conflict: A: 3',
    ],
    [
      'remarks of which two are empty',
      `# A.\n#\n# B.\n#\n${head('A: 1')}`,
      `# A.\n#\n# B.\n#\n${head('A: 2')}`,
      `# A.\n#\n# B.\n#\n${head('A: 1', 'B: 1')}`,
      `# A.\n#\n# B.\n#\n${head('A: 2', 'B: 1')}`,
    ],
  ])('%s', (_what, base, ours, theirs, merged) => {
    const text = mergeCatalogues({ base: catalogue(base), ours: catalogue(ours), theirs: catalogue(theirs) }) ?? '';
    const whole = merged.includes('msgid') ? merged : `${merged}\n${head(ours.includes('A: 2') ? 'A: 2' : 'A: 1')}`;
    expect(text.trimStart()).toBe(catalogue(whole));
  });

  test('one of very many lines is read at once', () => {
    const odd = `${head()}\n${'"A:"\n'.repeat(20_000)}`;
    const before = performance.now();
    expect(mergeHeads({ base: '', ours: odd, theirs: `# Theirs.\n${odd}` })).toBeNull();
    expect(performance.now() - before).toBeLessThan(1000);
  });

  test('one that is written otherwise is merged by nobody', () => {
    const odd = (value: string) => catalogue(`msgid "" msgstr "A: ${value}\\n"`);
    expect(mergeCatalogues({ base: odd('1'), ours: odd('2'), theirs: odd('3') })).toBeNull();
  });

  test('what both made of it is told, and the messages are read', () => {
    const text = `# conflict: Language: en_GB\n${head('Language: en_US')}\n\n# conflict: "B"\n${UN}\n`;
    const { messages, problems } = parseCatalogue(text, 'en.po');
    expect([messages.length, problems.map(({ line, rule, message }) => [line, rule, message])]).toEqual([
      1,
      [[1, 'entry-conflict', 'somebody else wrote Language: en_GB; keep what is right, and delete this line']],
    ]);
  });
});

test('remarks of both stand behind the last message', () => {
  expect(mergeCatalogues({ base: BASE, ours: `${BASE}\n# Ours.\n`, theirs: `${BASE}\n# Theirs.\n` })).toBe(
    `${BASE}\n# Ours.\n# Theirs.\n`,
  );
});

test.each<[string, string, string, string, string]>([
  ['another flag of each', '', '#, no-wrap\n', '#, keep\n', '#, keep, no-wrap\n'],
  ['an approval of ours, a flag of theirs', '#, fuzzy\n', '', '#, fuzzy, no-wrap\n', '#, no-wrap\n'],
  ['an approval of theirs, a flag of ours', '#, fuzzy\n', '#, fuzzy, no-wrap\n', '', '#, no-wrap\n'],
  ['a flag that both set', '', '#, keep, no-wrap\n', '#, no-wrap\n', '#, no-wrap, keep\n'],
  ['a flag that one took away', '#, keep\n', '#, no-wrap\n', '#, keep, fuzzy\n', '#, fuzzy, no-wrap\n'],
])('%s', (_what, base, ours, theirs, merged) => {
  const flagged = (flags: string) => file(message('Un tram.', 'A tram.', flags));
  expect(mergeCatalogues({ base: flagged(base), ours: flagged(ours), theirs: flagged(theirs) })).toBe(flagged(merged));
});

const ANA = '# origin: person Ana 2026-01-02\n';
const BEA = '# origin: person Béa 2026-01-03\n';
const LOUSE = '# conflict: "A louse."\n';
const OF_BEA = '# conflict: "A louse.", origin: person Béa 2026-01-03\n';
const OF_ANA = '# conflict: "A car.", origin: person Ana 2026-01-02\n';

describe('what both sides remarked of one paragraph stays, whichever text does', () => {
  test.each<[string, string | null, string, string, string]>([
    [
      'notes, and texts that collide',
      'A tram.',
      'A car.|# note: o',
      'A bus.|# note: t',
      'A car.|C|# note: t|# note: o|F',
    ],
    [
      'a waiver of theirs, and texts that collide',
      'A tram.',
      'A car.',
      'A bus.|# waive: x y - z',
      'A car.|C|# waive: x y - z|F',
    ],
    ['notes on one new text', null, 'A car.|# note: o', 'A car.|# note: t', 'A car.|# note: t|# note: o'],
    ['notes on two new texts', null, 'A car.|# note: o', 'A bus.|# note: t', 'A car.|C|# note: t|# note: o|F'],
    ['a note of theirs, whose text is none', null, 'A car.', '|# note: t', 'A car.|# note: t'],
    ['a note of ours, whose text is none', null, '|# note: o', 'A car.', 'A car.|# note: o'],
    ['an English that we took away, with a note', 'A tram.', '|# note: o', 'A car.', 'A car.|# note: o'],
    ['a note that one took away', 'A tram.|# note: b', 'A car.', 'A bus.|# note: b', 'A car.|C|F'],
    ['a flag of theirs', 'A tram.', 'A car.', 'A bus.|#, no-wrap', 'A car.|C|#, fuzzy, no-wrap'],
  ])('%s', (_what, base, ours, theirs, merged) => {
    const one = (said: string | null) => {
      const [text = '', ...above] = (said ?? '').split('|').map((line) => line.replace(/^F$/, '#, fuzzy'));
      const lines = above.map((line) => `${line.replace(/^C$/, '# conflict: "A bus."')}\n`).join('');
      return said === null ? file(DEUX) : file(DEUX, message('Un tram.', text, lines));
    };
    expect(mergeCatalogues({ base: one(base), ours: one(ours), theirs: one(theirs) })).toBe(one(merged));
  });

  test('who wrote each text is told beside it, and nobody has approved either', () => {
    const side = (text: string, above: string) => file(message('Un tram.', text, above));
    const merged = mergeCatalogues({
      base: side('A tram.', '# origin: deepl\n# terms: tram 3fa2c1\n'),
      ours: side('A car.', `${ANA}# terms: tram 3fa2c2\n# reviewed: Ana 2026-01-02\n`),
      theirs: side('A bus.', `${BEA}# terms: tram 3fa2c3\n# reviewed: Béa 2026-01-03\n`),
    });
    const conflict = '# conflict: "A bus.", origin: person Béa 2026-01-03\n';
    expect(merged).toBe(side('A car.', `${conflict}${ANA}# terms: tram 3fa2c2\n#, fuzzy\n`));
  });
});

test.each<[string, string, string, string, string]>([
  ['a second one', 'A tram.', `${LOUSE}A car.`, 'A bus.', '# conflict: "A bus."\n# conflict: "A louse."\nA car.'],
  ['one of theirs', 'A tram.', 'A car.', `${LOUSE}A bus.`, '# conflict: "A bus."\n# conflict: "A louse."\nA car.'],
  ['the same twice', 'A tram.', `${LOUSE}A car.`, 'A louse.', `${LOUSE}A car.`],
  ['each beside the other', 'A tram.', `${LOUSE}A car.`, '# conflict: "A car."\nA louse.', `${LOUSE}A car.`],
  ['the same by another', 'A tram.', `${LOUSE}A car.`, `${BEA}A louse.`, `${LOUSE}A car.`],
  [
    'each beside the other, by whom',
    'A tram.',
    `${OF_BEA}${ANA}A car.`,
    `${OF_ANA}${BEA}A louse.`,
    `${OF_BEA}${ANA}A car.`,
  ],
  ['one that was decided', `${LOUSE}A tram.`, 'A car.', `${LOUSE}A bus.`, '# conflict: "A bus."\nA car.'],
  ['one that both left', `${LOUSE}A tram.`, `${LOUSE}A car.`, `${LOUSE}A bus.`, `# conflict: "A bus."\n${LOUSE}A car.`],
])('conflicts: %s', (_what, base, ours, theirs, merged) => {
  const side = (said: string) => {
    const text = said.slice(said.lastIndexOf('\n') + 1);
    const above = said.slice(0, said.length - text.length);
    return file(message('Un tram.', text, above === '' ? '' : `${above}#, fuzzy\n`));
  };
  expect(mergeCatalogues({ base: side(base), ours: side(ours), theirs: side(theirs) })).toBe(side(merged));
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
