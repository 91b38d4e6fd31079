import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/checks/problem.ts';
import { CONCEPT_KEYS } from '../../../src/formats/glossary/schema.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { createKnownItems, type ReadItem, readItem } from '../../../src/formats/glossary/yaml-item.ts';
import { rounds } from '../../rounds.ts';

function read(yaml: string) {
  return parseGlossaryYaml(yaml, 'glossary/ai.yaml');
}

describe('the short form', () => {
  const [jeton, moe, name] = read(`
- fr: jeton
  en: token
  not: [{ term: chip, why: that is puce }]
  examples:
    - trois jetons => three tokens
    - un cyberjeton => -
- fr: [Mixture-of-Experts, mélange d'experts, MoE]
  en: [Mixture of Experts, MoE]
- keep: DeepSeek
`).concepts;

  test('names the concept after its English term', () => {
    expect([jeton?.id, moe?.id, name?.id]).toEqual(['token', 'mixture-of-experts', 'deepseek']);
  });

  test('prefers the first term and the first acronym, admits the others', () => {
    expect(moe?.fr.map(({ text, status }) => `${text}: ${status}`)).toEqual([
      'Mixture-of-Experts: preferred',
      "mélange d'experts: admitted",
      'MoE: preferred',
    ]);
  });

  test('rules out what stands under not, with the reason', () => {
    expect(jeton?.en.map(({ text, status, why }) => ({ text, status, why }))).toEqual([
      { text: 'token', status: 'preferred', why: null },
      { text: 'chip', status: 'deprecated', why: 'that is puce' },
    ]);
  });

  test('keeps a name on both sides, once in a unit', () => {
    expect([name?.keep, name?.count, name?.fr[0]?.text, name?.en[0]?.text]).toEqual([
      true,
      'unit',
      'DeepSeek',
      'DeepSeek',
    ]);
  });

  test('knows where an entry and a term stand', () => {
    expect([jeton?.place.line, moe?.place.line, moe?.fr[2]?.place]).toEqual([
      2,
      8,
      { file: 'glossary/ai.yaml', line: 8, column: 47 },
    ]);
  });

  test('reads an example that must not match', () => {
    expect(jeton?.examples.map(({ source, target }) => [source, target])).toEqual([
      ['trois jetons', 'three tokens'],
      ['un cyberjeton', null],
    ]);
  });
});

/** What people get wrong, and the sentence for it. */
const MISTAKES: readonly (readonly [what: string, yaml: string, problems: readonly string[]])[] = [
  [
    'an unknown key',
    '- fr: jeton\n  en: token\n  definiton: Unit.\n',
    ['3:14: error glossary-entry: “definiton” is not a key here; write “definition”'],
  ],
  [
    'an unknown key of a term',
    '- fr: { term: jeton, statut: preferred }\n  en: token\n',
    ['1:30: error glossary-entry: “statut” is not a key here; write “status”'],
  ],
  [
    'a wrong status',
    '- fr: { term: jeton, status: prefered }\n  en: token\n',
    [
      '1:30: error glossary-entry: status: “prefered” is not a status; write preferred, admitted, deprecated, superseded',
    ],
  ],
  [
    'a wrong way to count',
    '- fr: jeton\n  en: token\n  count: all\n',
    ['3:10: error glossary-entry: count: “all” is not a way to count; write each, unit, free'],
  ],
  ['no English', '- fr: jeton\n', ['1:3: error glossary-entry: en: list the English terms, the preferred one first']],
  [
    'keep beside fr',
    '- keep: R1\n  fr: R1\n  en: R1\n',
    ['1:9: error glossary-entry: an entry has either “keep”, or “fr” and “en”; delete one of them'],
  ],
  [
    'a number for a term',
    '- fr: 12\n  en: twelve\n',
    ['1:7: error glossary-entry: fr: write a term, or a list of terms with the preferred one first'],
  ],
  [
    'an example without arrow',
    '- fr: jeton\n  en: token\n  examples: [trois jetons]\n',
    ['3:14: error glossary-entry: write “French => English”, or “French => -” for what must not match'],
  ],
  [
    'a key twice',
    '- fr: a\n  fr: b\n  en: c\n',
    ['2:3: error yaml: this key stands twice in its entry; keep one of the two'],
  ],
  [
    'a bracket left open',
    '- fr: [a\n- fr: b\n  en: c\n',
    [
      '1:9: error yaml: this line does not stand under the one before; align it with its neighbours, and close every [ and {',
    ],
  ],
  ['a tab', '- fr: a\n\ten: b\n', ['2:2: error yaml: a tab indents this line; write spaces']],
  [
    'a quotation mark left open',
    '- fr: "a\n  en: b\n',
    ['2:8: error yaml: a quotation mark or bracket is not closed; close it'],
  ],
  [
    'a second colon',
    '- fr: a: x\n  en: b\n',
    ['1:7: error yaml: a second “: ” stands on this line; put the text in quotation marks'],
  ],
  ['a word alone', '- fr: a\n  en\n  not: b\n', ['2:3: error yaml: a key and its “:” must stand on one line']],
  [
    'words behind a quotation',
    '- fr: "a" b\n  en: c\n',
    ['1:11: error yaml: this does not belong here; quote the text if it holds “: ” or “ #”, and indent with spaces'],
  ],
  ...['\\U00110000', '\\UFFFFFFFF', '\\x4', '\\u12', '\\q'].map((sign) => {
    const advice = 'this \\ begins no character; write the character itself, or \\\\ for a backslash';
    return [`the escape ${sign}`, `- fr: jeton\n  en: "${sign}"\n`, [`2:8: error yaml: ${advice}`]] as const;
  }),
  ...(
    [
      ['\\ud800', 'U+D800'],
      ['\\0', 'U+0000'],
    ] as const
  ).map(([written, sign]) => {
    const advice = `this holds ${sign}, which is no character of a text; leave it out`;
    return [`the escape ${written}`, `- fr: jeton\n  en: "a${written}"\n`, [`2:7: error yaml: ${advice}`]] as const;
  }),
  ['an alias', '- fr: &a jeton\n  en: *a\n', ['2:7: error yaml: write the value out; glossary files use no * aliases']],
  [
    'a second document',
    '- fr: a\n  en: b\n---\n- fr: c\n  en: d\n',
    ['3:1: error yaml: a second document begins here, which is none of the list; delete this line'],
  ],
  ['no list', 'fr: jeton\nen: token\n', ['1:1: error yaml: write a list: each entry starts with “- ”']],
  ['a key that is no word', '- ? [a]\n  : b\n', ['1:5: error yaml: a key must be a word']],
];

describe('a mistake is said with its place and what to write', () => {
  test.each(MISTAKES)('%s', (_what, yaml, problems) => {
    expect(read(yaml).problems.map((problem) => formatProblem(problem).replace('glossary/ai.yaml:', ''))).toEqual(
      problems,
    );
  });
});

describe('what is of another kind is told in our words', () => {
  const VALUES = [
    '~',
    '3',
    'true',
    '1.5',
    '[]',
    '{}',
    '[~]',
    '[3]',
    '[[x]]',
    '[{}]',
    '{a: b}',
    '{term: 3}',
    '""',
    '.inf',
  ];
  const within = (key: string) => (value: string) =>
    `- ${key}: ${value}${key.includes('{') ? '}' : ''}\n${key.startsWith('fr') ? '' : '  fr: a\n'}  en: b\n`;
  test.each<readonly [string, (value: string) => string]>([
    ['an item', (value) => `- ${value}\n`],
    ...[
      ...CONCEPT_KEYS.filter((key) => key !== 'en'),
      'fr: {term: x, forms',
      'not: {term: x, plural',
      'not: {term: x, why',
    ].map((key) => [key, within(key)] as const),
  ])('%s', (_key, yamlOf) => {
    const told = VALUES.flatMap((value) => read(yamlOf(value)).problems.map(({ message }) => message));
    expect(told.filter((message) => /invalid|expected|received|NaN|object/i.test(message))).toEqual([]);
  });

  test.each([
    [
      'an item without anything',
      '- \n',
      '1:3: error glossary-entry: write an entry: “fr: …”, and “en: …” on the next line',
    ],
    ['a word', '- jeton\n', '1:3: error glossary-entry: write an entry: “fr: …”, and “en: …” on the next line'],
    [
      'one example',
      '- fr: a\n  en: b\n  examples: a => b\n',
      '3:13: error glossary-entry: examples: write a list, “[French => English]”',
    ],
    ['no term among others', '- fr: [a, ~]\n  en: b\n', '1:11: error glossary-entry: fr: write a term'],
    [
      'a number for an id',
      '- fr: a\n  en: b\n  id: 3\n',
      '3:7: error glossary-entry: id: write small letters and digits, joined by hyphens, 100 at most',
    ],
  ])('%s', (_what, yaml, problem) => {
    expect(read(yaml).problems.map((one) => formatProblem(one).replace('glossary/ai.yaml:', ''))).toEqual([problem]);
  });
});

test('every problem of a file is reported, and its sound entries stay', () => {
  const { concepts, problems } = read('- fr: a\n  en: b\n- fr: c\n  em: d\n- fr: [e\n- fr: g\n  en: h\n');
  expect([concepts.map(({ id }) => id), problems.map(({ line }) => line)]).toEqual([
    ['b', 'h'],
    [4, 5],
  ]);
});

describe('a file of several documents is told, and no entry of it is lost', () => {
  test.each([
    ['two files one behind the other', '---\n- fr: a\n  en: b\n---\n- fr: c\n  en: d\n', [4]],
    ['with an end', '- fr: a\n  en: b\n...\n- fr: c\n  en: d\n', [4]],
    ['with an end and a beginning', '- fr: a\n  en: b\n...\n---\n- fr: c\n  en: d\n', [4]],
    ['with a comment', '- fr: a\n  en: b\n--- # of law\n- fr: c\n  en: d\n', [3]],
    ['with CRLF', '- fr: a\r\n  en: b\r\n---\r\n- fr: c\r\n  en: d\r\n', [3]],
    ['three of them', '- fr: a\n  en: b\n---\n- fr: c\n  en: d\n---\n# no more\n', [3, 6]],
    ['near-miss: one that has its marks', '---\n- fr: a\n  en: b\n- fr: c\n  en: d\n...\n', []],
    ['near-miss: in a text', '- fr: a\n  en: b\n  note: |\n    ---\n    x\n- fr: c\n  en: d\n', []],
    ['near-miss: in a comment', '- fr: a\n  en: b\n# ---\n- fr: c\n  en: d\n', []],
    ['near-miss: longer lines', '- fr: a\n  en: b\n  note: x\n    ---\n- fr: c\n  en: d\n', []],
  ])('%s', (_what, yaml, lines) => {
    const { concepts, problems } = read(yaml);
    expect([concepts.map(({ id }) => id), problems.map(({ line }) => line)]).toEqual([['b', 'd'], lines]);
  });

  test('behind what is no list', () => {
    const { concepts, problems } = read('- fr: a\n  en: b\n...\nfr: c\n');
    expect([concepts.map(({ id }) => id), problems.map(({ line }) => line)]).toEqual([['b'], [4]]);
  });
});

test.each([
  [20, '“qk20”'],
  [21, '1 more key is none here'],
  [22, '2 more keys are none here'],
])('of %i unknown keys twenty are told one by one, the others as a number', (many, last) => {
  const keys = Array.from({ length: many }, (_, i) => `  qk${i + 1}: x\n`).join('');
  const { problems } = read(`- fr: a\n  en: b\n${keys}`);
  const says = problems.map(({ message }) => message);
  expect([says.length, says.some((one) => one.startsWith(last))]).toEqual([Math.min(many, 21), true]);
});

test('the excerpt is the line itself', () => {
  expect(read('- fr: a\n  en: b\n  nope: c\n').problems[0]?.excerpt).toBe('  nope: c');
});

describe('hostile files end in a problem, not in a crash', () => {
  test.each([
    ['deep brackets', '['.repeat(5000)],
    ['deep dashes', `${'- '.repeat(5000)}x`],
    ['deep indentation', Array.from({ length: 2000 }, (_, i) => `${' '.repeat(i)}- a:`).join('\n')],
    ['complex keys', '? '.repeat(700)],
    ['an alias bomb', '- &a [x]\n- &b [*a, *a]\n- [*b, *b]\n'],
    ['a prototype', '- __proto__: { polluted: true }\n  fr: a\n  en: b\n'],
    ['a tag', '- !!js/function "x"\n'],
    ['a merge key', '- <<: { fr: a }\n  en: b\n'],
  ])('%s', (_what, yaml) => {
    for (let round = 0; round < 20; round += 1) expect(read(yaml).problems.length).toBeGreaterThan(0);
  });
});

test('whatever a file holds, reading it ends, and each problem has a place', () => {
  const piece = fc.constantFrom(
    '- ',
    'fr: ',
    'en: ',
    'jeton',
    '\n',
    '  ',
    '[',
    ']',
    '{',
    '"',
    "'",
    '*a',
    '&a',
    ': ',
    '#',
    '\t',
    '? ',
    '|',
    '>',
    'é',
    '\r',
    '---',
    '\u2028',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const count = text.split(/\r\n|\n|\r/).length;
      expect(read(text).problems.every(({ line, column }) => line >= 1 && line <= count && column >= 1)).toBe(true);
    }),
    { numRuns: rounds(150, 3500) },
  );
});

describe('an entry says alone what it says in its list', () => {
  const ENTRIES = [
    '- fr: jeton\n  en: token\n',
    '- fr: puce\n  en: chip # of silicon\n\n# Hardware\n',
    '-\n  fr: couche\n  en: layer\n',
    '-   { fr: poids, en: weight }\r\n',
    '- keep: DeepSeek\n  note: |\n    - no entry\n\n    none\n\n',
    '- keep: OpenAI\n  note: >+\n    of San Francisco\n\n\n',
    '- fr: "graine\n    - ou semence"\n  en: seed\n',
    '- fr: "lot\n- ou tas"\n  en: batch\n',
    '- fr: biais\u2028- en: x\n  en: bias\n',
    '- fr: noyau\r- en: x\n  en: kernel\n',
    '- fr: époque\n  en: epoch\n  not: [{ term: age, why: "that is âge" }]\n',
    '- fr: [a, a]\n  fr: b\n  en: c\n',
    '- fr: sans fin\n',
    '- fr: &x ancre\n  en: *x\n',
    '-\tfr: tabulation\n',
    '- fr: [ouvert\n',
    '- - imbriqué\n',
    '- \n',
    '-',
    '  - en retrait\n',
    'autre: chose\n',
    '\ttabulé\n',
    '...\n',
    '%YAML 1.2\n',
  ];
  /** A sign in the first line at which others than the parser break lines has the text read as a whole. */
  const whole = (text: string) => below('# \u2028', text);
  const byItems = (text: string) => below('# ', text);
  const below = (first: string, text: string) => {
    const { concepts, problems } = read(`${first}\n${text}`);
    return { concepts, problems: problems.map((one) => (one.line === 1 ? { ...one, excerpt: '' } : one)) };
  };

  test.each(ENTRIES.map((entry) => [JSON.stringify(entry), entry]))('%s', (_name, entry) => {
    for (const text of [entry, `${ENTRIES[0]}${entry}`, `# Units\n${entry}${ENTRIES[0]}`, `${entry}${entry}`])
      expect(byItems(text)).toEqual(whole(text));
  });

  test('in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ENTRIES), { maxLength: 6 }), (entries) => {
        const text = entries.join('');
        expect(byItems(text)).toEqual(whole(text));
      }),
    );
  });

  test.each(['\u2028', '\u2029', '\r'])(
    'beside one with a mistake too, whatever breaks a line elsewhere: %j',
    (sign) => {
      const { concepts, problems } = read(`- fr: "a${sign}- en: b"\n  en: c\n- fr: [ouvert\n`);
      expect([concepts.map(({ id }) => id), problems.map(({ line }) => line > 1)]).toEqual([['c'], [true]]);
    },
  );

  test('and is read once, wherever it stands next', () => {
    const asked: string[] = [];
    const items = new Map<string, ReadItem>();
    const known = {
      get: (text: string) => items.get(text),
      set: (text: string, item: ReadItem) => asked.push(text) && items.set(text, item),
    };
    parseGlossaryYaml(`${ENTRIES[0]}${ENTRIES[1]}`, 'glossary/ai.yaml', known);
    const before = items.get(ENTRIES[0] as string);
    parseGlossaryYaml(`${ENTRIES[10]}${ENTRIES[0]}`, 'glossary/ai.yaml', known);
    expect([items.get(ENTRIES[0] as string) === before, items.size, asked.length]).toEqual([true, 3, 4]);
  });
});

describe('of the items that were read the last are remembered', () => {
  const ITEM: ReadItem = { concept: null, problems: [] };
  test.each([
    ['what came a little ago', ['aaaa', 'bbbb'], 'aaaa', true],
    ['what nobody gave', ['aaaa', 'bbbb'], 'cccc', false],
    ['what many came after', ['aaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'dddd'], 'aaaa', false],
    ['what was asked for again meanwhile', ['aaaa', 'bbbbbbbbbbbb', 'cccccccccccc', 'aaaa', 'dddd'], 'aaaa', true],
  ])('%s', (_what, given, asked, isKnown) => {
    const known = createKnownItems(10);
    for (const text of given) known.set(text, known.get(text) ?? { ...ITEM });
    expect(known.get(asked) !== undefined).toBe(isKnown);
  });

  test.each([
    ['an entry', '- fr: jeton\n  en: [token, chip]\n  note: Sein.\n  unless: [coin]\n'],
    ['an entry with examples', '- fr: jeton\n  en: token\n  examples:\n    - [un jeton, a token]\n'],
    ['what is wrong', '- fr: jeton\n  en: token\n  colour: red\n'],
  ])('%s is remembered as it was read', (_what, text) => {
    const known = createKnownItems(1000);
    const read = readItem(text);
    if (read !== null) known.set(text, read);
    expect([read === null, known.get(text)]).toEqual([false, read]);
  });
});
