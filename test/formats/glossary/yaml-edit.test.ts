import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../src/core/model/concept.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';
import { plainEntry } from '../../../src/formats/glossary/plain-entry.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { type EditedGlossary, editGlossaryYaml } from '../../../src/formats/glossary/yaml-edit.ts';
import { IS_SLOW_SET, rounds } from '../../rounds.ts';
import { HOME } from '../../site.ts';

/** Random entries, shipped files, and of how many shipped entries one is changed: more of all in the slow set. */
const ROUNDS = Number(process.env['EDIT_ROUNDS'] ?? 15);
const STEP = IS_SLOW_SET ? 1 : 500;
const isLookedAt = (name: string) =>
  name.endsWith('.yaml') && (IS_SLOW_SET || ['ai.yaml', 'names.yaml'].includes(name));
const FILE = 'glossary/ai.yaml';
const NOWHERE = { file: FILE, line: 1, column: 1 };

function conceptOf(entry: unknown): Concept {
  const { concept, problems } = readEntry(entry, () => NOWHERE);
  if (concept === null) throw new Error(JSON.stringify(problems));
  return concept;
}

function textOf(edited: EditedGlossary): string {
  return 'text' in edited ? edited.text : `refused: ${edited.refused}`;
}

/** Changes some keys of the entry with an id. */
function put(text: string, id: string, changes: object): string {
  const before = parseGlossaryYaml(text, FILE).concepts.find((concept) => concept.id === id);
  const entry = conceptOf({ ...plainEntry(before as Concept), ...changes });
  return textOf(editGlossaryYaml(text, FILE, { kind: 'put', id, entry }));
}

const YAML = `# Units of text

- fr: jeton   # not a token of entry
  en: "token"
  # why: a reader asked
  not:
    - { term: chip, why: that is puce }  # first
    # second
    - coin
  definition: 'Smallest unit'

# Hardware
- fr: [puce, "puce électronique"]
  en: [chip, { term: microchip,   status: admitted }]


- keep: DeepSeek
- { keep: OpenAI, domain: company, note: 'of San Francisco' }
`;

describe('of an entry only what says something else is written anew', () => {
  test.each<[string, string, object, string, string]>([
    ['a text keeps its quotation marks', 'token', { en: ['lexeme'], id: 'lexeme' }, '"token"', '"lexeme"'],
    ['and its single ones', 'token', { definition: "A reader's unit" }, "'Smallest unit'", "'A reader''s unit'"],
    ['a comment behind a value stays', 'token', { fr: ['lexème'] }, 'fr: jeton   #', 'fr: lexème   #'],
    [
      'a second term puts the first in brackets',
      'token',
      { fr: ['jeton', 'lexème'] },
      'fr: jeton ',
      'fr: [jeton, lexème] ',
    ],
    [
      'an item is replaced in its place',
      'token',
      { not: [{ term: 'chip', why: 'that is puce' }, 'piece'] },
      '- coin',
      '- piece',
    ],
    [
      'an item is added at the end',
      'token',
      { not: [{ term: 'chip', why: 'that is puce' }, 'coin', 'piece'] },
      '- coin',
      '- coin\n    - piece',
    ],
    [
      'an item is added at the front',
      'token',
      { not: ['piece', { term: 'chip', why: 'that is puce' }, 'coin'] },
      '    - { term: chip',
      '    - piece\n    - { term: chip',
    ],
    [
      'an item goes, the comment of the one before stays',
      'token',
      { not: [{ term: 'chip', why: 'that is puce' }] },
      '\n    # second\n    - coin',
      '',
    ],
    [
      'a list in brackets keeps its look',
      'chip',
      { fr: ['puce', 'puce électronique', 'circuit'] },
      '"puce électronique"]',
      '"puce électronique", circuit]',
    ],
    [
      'an object in it keeps its spaces',
      'chip',
      { en: ['chip', { term: 'microchip', status: 'admitted' }, 'die'] },
      'status: admitted }]',
      'status: admitted }, die]',
    ],
    [
      'a new key comes behind the one that goes before it',
      'token',
      { domain: 'text' },
      "'Smallest unit'",
      "'Smallest unit'\n  domain: text",
    ],
    [
      'a key that goes takes its line with it',
      'token',
      { definition: undefined },
      "  definition: 'Smallest unit'\n",
      '',
    ],
    [
      'a whole list that goes leaves the comment above it',
      'token',
      { not: undefined },
      '  not:\n    - { term: chip, why: that is puce }  # first\n    # second\n    - coin\n',
      '',
    ],
    [
      'examples stand one a line',
      'chip',
      { examples: ['une puce => a chip', 'puce à l’oreille => -'] },
      'admitted }]',
      'admitted }]\n  examples:\n    - une puce => a chip\n    - puce à l’oreille => -',
    ],
    [
      'words that look like YAML are quoted',
      'chip',
      { definition: 'Small: # piece' },
      'admitted }]',
      'admitted }]\n  definition: "Small: # piece"',
    ],
    [
      'lines of a text stay lines',
      'chip',
      { note: 'One\ntwo' },
      'admitted }]',
      'admitted }]\n  note: |-\n    One\n    two',
    ],
    [
      'a chosen id is written',
      'chip',
      { id: 'silicon' },
      '"puce électronique"]',
      '"puce électronique"]\n  id: silicon',
    ],
    ['another name', 'deepseek', { keep: 'DeepSick', id: 'deepsick' }, 'DeepSeek', 'DeepSick'],
    ['a name gets a key', 'deepseek', { note: 'A company.' }, 'DeepSeek', 'DeepSeek\n  note: A company.'],
    [
      'in braces a key is added in braces',
      'openai',
      { definition: 'A company, in the U.S.' },
      'keep: OpenAI',
      'keep: OpenAI, definition: "A company, in the U.S."',
    ],
    ['and taken out', 'openai', { domain: undefined }, ', domain: company', ''],
    ['and changed', 'openai', { note: 'of California' }, "'of San Francisco'", 'of California'],
    ['nothing', 'token', {}, 'jeton', 'jeton'],
  ])('%s', (_what, id, changes, from, to) => {
    expect(put(YAML, id, changes)).toBe(YAML.replace(from, () => to));
  });

  test('with CRLF line ends, which stay', () => {
    const crlf = YAML.replaceAll('\n', '\r\n');
    expect(put(crlf, 'token', { domain: 'text', note: 'One\ntwo' })).toBe(
      crlf.replace("'Smallest unit'", "'Smallest unit'\r\n  domain: text\r\n  note: |-\r\n    One\r\n    two"),
    );
  });
});

describe('a new entry', () => {
  const add = (text: string, entry: unknown) =>
    textOf(editGlossaryYaml(text, FILE, { kind: 'add', entry: conceptOf(entry) }));
  const sorted = '- fr: a\n  en: w\n- fr: b\n  en: x\n- fr: é\n  en: y\n- fr: g\n  en: z\n';

  test.each<[string, string, unknown, string]>([
    ['stands at the end', YAML, { fr: 'gradient', en: 'gradient' }, `${YAML}- fr: gradient\n  en: gradient\n`],
    [
      'stands behind its subject field',
      '- fr: a\n  en: x\n  domain: one\n\n- fr: b\n  en: y\n',
      { fr: 'c', en: 'z', domain: 'one' },
      '- fr: a\n  en: x\n  domain: one\n\n- fr: c\n  en: z\n  domain: one\n\n- fr: b\n  en: y\n',
    ],
    [
      'stands in the order of the alphabet where that is kept',
      sorted,
      { fr: 'f', en: 'q' },
      sorted.replace('- fr: g', '- fr: f\n  en: q\n- fr: g'),
    ],
    ['stands first in it', sorted, { fr: 'À', en: 'q' }, sorted.replace('- fr: b', '- fr: À\n  en: q\n- fr: b')],
    ['in an empty file', '', { fr: 'a', en: 'b' }, '- fr: a\n  en: b\n'],
    ['in an empty list', '# mine\n[]\n', { keep: 'X', id: 'x-1' }, '# mine\n\n- id: x-1\n  keep: X\n'],
    [
      'behind a last line without end',
      '- fr: a\n  en: b',
      { fr: 'c', en: 'd' },
      '- fr: a\n  en: b\n\n- fr: c\n  en: d',
    ],
  ])('%s', (_what, text, entry, expected) => {
    expect(add(text, entry)).toBe(expected);
  });
});

describe('files in other looks', () => {
  const add = (text: string) =>
    textOf(editGlossaryYaml(text, FILE, { kind: 'add', entry: conceptOf({ fr: 'x', en: 'y' }) }));
  const remove = (text: string) => textOf(editGlossaryYaml(text, FILE, { kind: 'delete', id: 'b' }));

  test.each<[string, string, string]>([
    ['a byte order mark', put('\ufeff- fr: a\n  en: b\n', 'b', { note: 'n' }), '\ufeff- fr: a\n  en: b\n  note: n\n'],
    ['entries that are indented', add('  - fr: a\n    en: b\n'), '  - fr: a\n    en: b\n\n  - fr: x\n    en: y\n'],
    ['a document start and end, emptied', remove('---\n# c\n- fr: a\n  en: b\n...\n'), '---\n# c\n...\n'],
    [
      'a dash on a line of its own',
      put('-\n  fr: a\n  en: b\n', 'b', { note: 'n' }),
      '-\n  fr: a\n  en: b\n  note: n\n',
    ],
    ['an anchor', put('- &x\n  fr: a\n  en: b\n', 'b', { note: 'n' }), '- &x\n  fr: a\n  en: b\n  note: n\n'],
    [
      'keys in quotation marks',
      put('- "fr": a\n  \'en\': b\n', 'b', { en: ['b', 'c'] }),
      '- "fr": a\n  \'en\': [b, c]\n',
    ],
    [
      'a text of several lines',
      put('- fr: a\n  en: b\n  definition: |\n    one\n    two\n\n  note: x\n', 'b', { definition: 'three' }),
      '- fr: a\n  en: b\n  definition: three\n\n  note: x\n',
    ],
    [
      'a list with comments around',
      put('- fr:\n    # first\n    - a # one\n    # tail\n  en: b\n', 'b', { fr: ['a', 'z'] }),
      '- fr:\n    # first\n    - a # one\n    - z\n    # tail\n  en: b\n',
    ],
  ])('%s', (_what, edited, expected) => {
    expect(edited).toBe(expected);
  });
});

describe('a deleted entry', () => {
  const remove = (text: string, id: string) => textOf(editGlossaryYaml(text, FILE, { kind: 'delete', id }));

  test.each<[string, string, string, string]>([
    ['takes its lines and the blank one behind', YAML, 'chip', YAML.replace(/- fr: \[puce[\s\S]*?\n\n\n/, '')],
    ['leaves the heading above', YAML, 'token', YAML.replace(/- fr: jeton[\s\S]*?\n\n/, '')],
    ['the last one', YAML, 'deepseek', YAML.replace('- keep: DeepSeek\n', '')],
    ['the only one', '- fr: a\n  en: b\n', 'b', '[]\n'],
  ])('%s', (_what, text, id, expected) => {
    expect(remove(text, id)).toBe(expected);
  });
});

describe('a file that cannot be changed safely is left alone, with the reason', () => {
  const entry = conceptOf({ fr: 'x', en: 'y' });

  test.each([
    ['a mistake in it', '- fr: a\n  en: b\n- fr: [c\n', { kind: 'add', entry }, 'ai.yaml:3 has a mistake'],
    [
      'a list in brackets',
      '[{fr: a, en: b}]\n',
      { kind: 'add', entry },
      'not written as a list of entries with dashes',
    ],
    ['no such entry', '- fr: a\n  en: b\n', { kind: 'delete', id: 'none' }, 'cannot be changed here'],
  ] as const)('%s', (_what, text, change, reason) => {
    expect(textOf(editGlossaryYaml(text, FILE, change))).toContain(reason);
  });
});

describe('the shipped glossary', () => {
  const files = readdirSync(path.join(HOME, 'glossary')).filter(isLookedAt);

  test.each(files)('%s: each entry, read and written again, is the same concept', (name) => {
    const { concepts } = parseGlossaryYaml(readFileSync(path.join(HOME, 'glossary', name), 'utf8'), FILE);
    const bare = (concept: Concept) => JSON.stringify(concept, (key, value) => (key === 'place' ? undefined : value));
    expect(concepts.filter((concept) => bare(conceptOf(plainEntry(concept))) !== bare(concept))).toEqual([]);
  });

  test.each(files)('%s: a change of any entry touches the lines of that entry alone', { timeout: 600_000 }, (name) => {
    const text = readFileSync(path.join(HOME, 'glossary', name), 'utf8');
    const { concepts } = parseGlossaryYaml(text, FILE);
    const lines = text.split('\n');
    const strayed = concepts.filter((concept, i) => {
      if (i % STEP !== 0) return false;
      const after = put(text, concept.id, { note: `Changed: ${i}`, domain: 'elsewhere' }).split('\n');
      const [first, next] = [concept.place.line - 1, (concepts[i + 1]?.place.line ?? lines.length) - 1];
      const same = (a: string[], b: string[]) => JSON.stringify(a) === JSON.stringify(b);
      const tail = lines.slice(next);
      return (
        !same(after.slice(0, first), lines.slice(0, first)) || !same(after.slice(after.length - tail.length), tail)
      );
    });
    expect(strayed.map(({ id }) => id)).toEqual([]);
  });
});

describe('comments inside an entry stay', () => {
  const ENTRY = `- definition: First.  # of the first key
  # above the French
  fr: jeton  # of the French
  # above the English
  en:
    # above a term
    - term: token  # of the term
      # above its status
      pos: noun  # of the part of speech
      case: exact
    - lexeme  # of the second
    # above the third
    - piece
  not: [{ term: chip, # of chip
          why: that is puce }, coin]
  # at the end
- fr: puce
  en: chip
`;
  const EN = [{ term: 'token', pos: 'noun', case: 'exact' }, 'lexeme', 'piece'];
  test.each<[string, object, readonly [string, string][]]>([
    [
      'when its first key goes',
      { definition: undefined },
      [['- definition: First.  # of the first key\n  # above', '- # above']],
    ],
    ['when its first key changes', { definition: 'Second.' }, [['First.', 'Second.']]],
    [
      'when a term gets a rule',
      { en: [{ ...(EN[0] as object), gender: 'f' }, 'lexeme', 'piece'] },
      [['# of the part of speech\n', '# of the part of speech\n      gender: f\n']],
    ],
    [
      'when a rule changes',
      { en: [{ term: 'token', pos: 'verb', case: 'exact' }, 'lexeme', 'piece'] },
      [['pos: noun', 'pos: verb']],
    ],
    ['when a rule goes', { en: [{ term: 'token', pos: 'noun' }, 'lexeme', 'piece'] }, [['      case: exact\n', '']]],
    [
      'when the word of a term changes',
      { id: 'lexical-unit', en: [{ term: 'lexical unit', pos: 'noun', case: 'exact' }, 'lexeme', 'piece'] },
      [
        ['term: token', 'term: lexical unit'],
        ['  # above the French', '  # above the French'],
      ],
    ],
    ['when a reason in braces changes', { not: [{ term: 'chip', why: 'no' }, 'coin'] }, [['that is puce', '"no"']]],
    [
      'when a reason in braces goes, and the term is written anew',
      { not: ['chip', 'coin'] },
      [['{ term: chip, # of chip\n          why: that is puce }', 'chip']],
    ],
    ['when an item goes, but its own', { en: [EN[0], 'piece'] }, [['    - lexeme  # of the second\n', '']]],
    [
      'when the first item goes',
      { id: 'token', en: ['lexeme', 'piece'] },
      [[ENTRY.slice(ENTRY.indexOf('- term: token'), ENTRY.indexOf('- lexeme')), '']],
    ],
  ])('%s', (_what, changes, replacements) => {
    const changed = put(ENTRY, 'token', changes);
    const kept = replacements.reduce((text, [from, to]) => text.replace(from, to), ENTRY);
    expect(changed.replace(/\n {2}id: [a-z-]+/, '').replace(/- id: [a-z-]+\n {2}/, '- ')).toBe(kept);
  });

  test.each<[string, string, object, string]>([
    [
      'braces whose first key goes',
      '- {note: x, fr: jeton, en: token}\n',
      { note: undefined },
      '- {fr: jeton, en: token}\n',
    ],
    [
      'braces with a comment between',
      '- {fr: jeton, en: token, # why\n   note: x}\n',
      { note: undefined },
      '- {fr: jeton, en: token # why\n   }\n',
    ],
    [
      'two first keys',
      '- note: x\n  domain: y\n  # c\n  fr: jeton\n  en: token\n',
      { note: undefined, domain: undefined },
      '- # c\n  fr: jeton\n  en: token\n',
    ],
    [
      'a first key and one further down',
      '- note: x\n  fr: jeton # f\n  domain: y\n  # c\n  en: token\n',
      { note: undefined, domain: undefined },
      '- fr: jeton # f\n  # c\n  en: token\n',
    ],
    [
      'a first key for another',
      '- note: x # n\n  fr: jeton # f\n  en: token\n',
      { note: undefined, domain: 'y' },
      '- fr: jeton # f\n  en: token\n  domain: y\n',
    ],
    [
      'a dash on a line of its own',
      '-\n  # c\n  note: x\n  fr: jeton\n  en: token\n',
      { note: undefined },
      '-\n  # c\n  fr: jeton\n  en: token\n',
    ],
    [
      'with CRLF',
      '- note: x\r\n  # c\r\n  fr: jeton\r\n  en: token\r\n',
      { note: undefined },
      '- # c\r\n  fr: jeton\r\n  en: token\r\n',
    ],
    [
      'a block text that goes',
      '- note: |\n    # no comment\n    x\n  # c\n  fr: jeton\n  en: token\n',
      { note: undefined },
      '- # c\n  fr: jeton\n  en: token\n',
    ],
    [
      'an entry that becomes a name',
      '- fr: jeton # f\n  # c\n  en: token # e\n  # d\n  id: token\n',
      { fr: undefined, en: undefined, keep: 'Token' },
      '- # c\n  # d\n  id: token\n  keep: Token\n',
    ],
    [
      'a name that becomes an entry',
      '- keep: Token # k\n  # c\n  note: x\n',
      { keep: undefined, fr: ['jeton'], en: ['token'] },
      '- fr: jeton # k\n  en: token\n  # c\n  note: x\n',
    ],
  ])('%s', (_what, text, changes, after) => {
    expect(put(text, 'token', changes)).toBe(after);
  });

  test.each<[string, string, readonly string[], string]>([
    [
      'the first of three',
      '- a1 # A\n    - b # B\n    # above c\n    - c # C',
      ['b', 'c'],
      '- b # B\n    # above c\n    - c # C',
    ],
    [
      'the middle one',
      '- a1 # A\n    - b # B\n    # above c\n    - c # C',
      ['a1', 'c'],
      '- a1 # A\n    # above c\n    - c # C',
    ],
    ['the middle one behind one without a remark', '- a1\n    - b # B\n    - c', ['a1', 'c'], '- a1\n    - c'],
    ['the last one', '- a1 # A\n    # above b\n    - b # B', ['a1'], '- a1 # A'],
    ['the first two', '- a1 # A\n    - b # B\n    # above c\n    - c # C', ['c'], '# above c\n    - c # C'],
    ['all but the middle one', '- a1 # A\n    # above b\n    - b # B\n    - c # C', ['b'], '# above b\n    - b # B'],
    ['the first, for another', '- a1 # A\n    - b # B', ['z', 'b'], '- z # A\n    - b # B'],
  ])('an item goes with its own: %s', (_what, list, see, left) => {
    const text = (items: string) => `- fr: jeton\n  en: token\n  see:\n    ${items}\n  note: x\n`;
    expect(put(text(list), 'token', { see })).toBe(text(left));
  });

  test('where nothing else will do, above the entry', () => {
    const text = '- ? fr # a\n  : jeton # b\n  ? en\n  : "to # ken" # c\n  id: token\n';
    const changed = put(text, 'token', { fr: ['jeton', 'lexème'], note: 'x' });
    expect(['# a', '# b', '# c'].filter((comment) => !changed.includes(comment))).toEqual([]);
  });

  test('whatever keys go, come and change', () => {
    const keys = ['definition', 'source', 'domain', 'note', 'fr', 'en'];
    const shuffled = fc.shuffledSubarray(keys, { minLength: keys.length });
    const changes = fc.record(
      Object.fromEntries(
        ['definition', 'source', 'domain', 'note'].map((key) => [key, fc.constantFrom(undefined, 'x', 'y', 'z: # w')]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(shuffled, fc.boolean(), changes, (order, isWindows, change) => {
        const lines = order.map((key, i) => `${i === 0 ? '- ' : '  '}${key}: x\n  # after ${key}.\n`).join('');
        const text = isWindows ? lines.replaceAll('\n', '\r\n') : lines;
        const changed = put(text, 'x', change);
        const before = [...text.matchAll(/# after .*/g)].map(([comment]) => comment);
        expect([...changed.matchAll(/# after .*/g)].map(([comment]) => comment)).toEqual(before);
      }),
      { numRuns: rounds(50, 1000) },
    );
  });
});

test('whatever a person writes into an entry is there when it is read again, and nothing else is', {
  timeout: 600_000,
}, () => {
  const word = fc
    .string({ unit: fc.constantFrom(...'aé ’"\'#:,[]{}-|>&*!%@`?\\\n\t0~=\u202e'), minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() !== '')
    .map((text) => text.trim());
  const term = fc.oneof(
    word,
    fc.record({
      term: word,
      pos: fc.constantFrom('noun', 'verb'),
      forms: fc.array(word, { minLength: 1, maxLength: 2 }),
    }),
  );
  const entry = fc.record(
    {
      fr: fc.array(term, { minLength: 1, maxLength: 3 }),
      en: fc.array(term, { minLength: 1, maxLength: 3 }),
      not: fc.array(fc.oneof(word, fc.record({ term: word, why: word })), { minLength: 1, maxLength: 3 }),
      definition: word,
      note: word,
      except: fc.array(word, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['fr', 'en'] },
  );
  fc.assert(
    fc.property(entry, entry, (one, two) => {
      const first = conceptOf({ ...one, id: 'mine' });
      const second = conceptOf({ ...two, id: 'mine' });
      const added = textOf(editGlossaryYaml(YAML, FILE, { kind: 'add', entry: first }));
      const changed = textOf(editGlossaryYaml(added, FILE, { kind: 'put', id: 'mine', entry: second }));
      const removed = textOf(editGlossaryYaml(changed, FILE, { kind: 'delete', id: 'mine' }));
      const read = parseGlossaryYaml(changed, FILE).concepts.find(({ id }) => id === 'mine');
      expect([read && plainEntry(read), removed.trim()]).toEqual([plainEntry(second), YAML.trim()]);
    }),
    { numRuns: ROUNDS },
  );
});
