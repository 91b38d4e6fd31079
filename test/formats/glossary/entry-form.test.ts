import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Concept, Term } from '../../../src/core/model/concept.ts';
import { mergeRecords } from '../../../src/core/text/merge-records.ts';
import { englishForms } from '../../../src/core/words/english-forms.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';
import {
  AREAS,
  type EntryFields,
  entryOfForm,
  fieldsOf,
  LINES,
  problemsByField,
  type TermFields,
} from '../../../src/formats/glossary/entry-form.ts';
import { plainEntry } from '../../../src/formats/glossary/plain-entry.ts';
import { CONCEPT_KEYS, glossaryJsonSchema } from '../../../src/formats/glossary/schema.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { editGlossaryYaml } from '../../../src/formats/glossary/yaml-edit.ts';
import { everyNth, IS_SLOW_SET } from '../../rounds.ts';
import { HOME } from '../../site.ts';

const NOWHERE = { file: '', line: 1, column: 1 };

/** What a browser sends for the fields as they are. */
function sent({ fr, en, not, keep, ...texts }: EntryFields): Record<string, string> {
  const form: Record<string, string> = { ...texts, ...(keep ? { keep: 'on' } : {}) };
  for (const [kind, rows] of Object.entries({ fr, en, not }))
    rows.forEach((row: TermFields, i) => {
      for (const [part, value] of Object.entries(row)) form[`${kind}.${i}.${part}`] = value;
    });
  return form;
}

test('shipped entries go through the form unchanged', () => {
  const folder = path.join(HOME, 'glossary');
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const concepts = everyNth(files, 6).flatMap(
    (name) => parseGlossaryYaml(readFileSync(path.join(folder, name), 'utf8'), name).concepts,
  );
  // One in nine: the shortest way through all files.
  const some = concepts.filter((_, i) => i % 9 === 0);
  const changed = some.filter((concept) => {
    const entry = plainEntry(concept);
    const back = readEntry(entryOfForm(sent(fieldsOf(entry))), () => concept.place).concept;
    return back === null || JSON.stringify(plainEntry(back)) !== JSON.stringify(entry);
  });
  expect([some.length > (IS_SLOW_SET ? 200 : 20), changed.map(({ id }) => id)]).toEqual([true, []]);
});

describe('a form is read as the entry one would write', () => {
  test.each<[string, Record<string, unknown>, unknown]>([
    [
      'rows without a term do not count',
      { 'fr.0.term': '', 'fr.1.term': 'jeton', 'en.0.pos': 'noun', 'en.4.term': ' token ' },
      { fr: ['jeton'], en: ['token'] },
    ],
    [
      'a term with a rule is an object',
      { 'fr.0.term': 'puce', 'fr.0.forms': 'puces; puçon' },
      { fr: [{ term: 'puce', forms: ['puces', 'puçon'] }] },
    ],
    ['a name takes the first term', { keep: 'on', 'fr.0.term': 'DeepSeek' }, { keep: 'DeepSeek' }],
    [
      'lists are one a line, ids one a word',
      { except: 'a\r\n\r\nb ', see: 'x, y z' },
      { except: ['a', 'b'], see: ['x', 'y', 'z'] },
    ],
    ['what is no text is nothing', { definition: ['a'], 'fr.0.term': { x: 1 } }, {}],
  ])('%s', (_what, form, entry) => {
    expect(entryOfForm(form)).toEqual(entry);
  });
});

/** An entry with something under every key there is. */
const WHOLE = {
  id: 'enforcement',
  fr: [{ term: 'application', gender: 'f' }],
  en: [{ term: 'software', plural: 'none', forms: ['softwares'] }, 'app'],
  not: [{ term: 'kit', why: 'that is trousse', plural: 'none' }],
  definition: 'What runs.',
  source: 'A reader',
  domain: 'computing',
  note: 'Two\nlines.',
  see: ['token', 'chip'],
  count: 'unit',
  except: ['mise en application'],
  unless: ['enforcement', 'put into practice'],
  examples: ['une application => an app', 'la mise en application => -'],
};

describe('every key of the schema', () => {
  const concept = readEntry(WHOLE, () => NOWHERE).concept as Concept;

  test('stands in the example of this test', () => {
    expect([...CONCEPT_KEYS].filter((key) => !Object.hasOwn(WHOLE, key))).toEqual(['keep']);
  });

  test('is read and written again as it was', () => {
    expect(plainEntry(concept)).toEqual(WHOLE);
  });

  test('goes through a form', () => {
    expect(entryOfForm(sent(fieldsOf(plainEntry(concept))))).toEqual(WHOLE);
  });

  test('is written into a file and read from it', () => {
    const edited = editGlossaryYaml('- fr: jeton\n  en: token\n', 'a.yaml', { kind: 'add', entry: concept });
    const [, read] = parseGlossaryYaml('text' in edited ? edited.text : '', 'a.yaml').concepts;
    expect(read && plainEntry(read)).toEqual(WHOLE);
  });

  test('is put into an entry key by key', () => {
    const bare = '- fr: {term: application, gender: f}\n  en: [software, app] # mine\n  id: enforcement\n';
    const edited = editGlossaryYaml(bare, 'a.yaml', { kind: 'put', id: 'enforcement', entry: concept });
    const text = 'text' in edited ? edited.text : '';
    expect([parseGlossaryYaml(text, 'a.yaml').concepts.map(plainEntry), text.includes('# mine')]).toEqual([
      [WHOLE],
      true,
    ]);
  });

  test('has a field in the form, but those that have a place of their own', () => {
    const own = ['id', 'fr', 'en', 'keep', 'not', 'count'];
    const fields = [...AREAS, ...LINES].map(({ name }) => name as string);
    expect([...fields, ...own].sort()).toEqual([...CONCEPT_KEYS].sort());
  });

  test('stands in the JSON Schema', () => {
    const schema = glossaryJsonSchema() as { items: { properties: object } };
    expect(Object.keys(schema.items.properties)).toEqual([...CONCEPT_KEYS]);
  });
});

describe('words that show another sense', () => {
  const read = (keys: object) => readEntry({ fr: 'application', en: 'app', ...keys }, () => NOWHERE);
  test.each<[string, object, readonly string[] | undefined]>([
    ['none', {}, []],
    ['one', { unless: 'enforcement' }, ['enforcement']],
    ['several', { unless: ['enforcement', 'put into practice'] }, ['enforcement', 'put into practice']],
    ['an empty one is a problem', { unless: [''] }, undefined],
    ['a number is a problem', { unless: 7 }, undefined],
  ])('%s', (_what, keys, unless) => {
    expect(read(keys).concept?.unless).toEqual(unless);
  });
});

describe('an English term without a plural', () => {
  const read = (keys: object) => readEntry({ fr: 'logiciel', en: 'software', ...keys }, () => NOWHERE);
  const forms = (en: unknown) => englishForms(read({ en }).concept?.en[0] as Term, NO_VERBS).map(({ text }) => text);
  test('has none', () => {
    expect([forms('software'), forms({ term: 'software', plural: 'none' })]).toEqual([
      ['software', 'softwares'],
      ['software'],
    ]);
  });

  test('nor has an acronym, nor a phrase', () => {
    expect([forms({ term: 'RAM', plural: 'none' }), forms({ term: 'machine learning', plural: 'none' })]).toEqual([
      ['RAM', 'R.A.M.', 'R.A.M'],
      ['machine learning', 'machine-learning'],
    ]);
  });

  test('keeps the forms that are listed', () => {
    expect(forms({ term: 'software', plural: 'none', forms: ['softs'] })).toEqual(['software', 'softs']);
  });

  test.each([
    [{ en: { term: 'software', plural: 'some' } }, 'plural'],
    [{ fr: { term: 'logiciel', plural: 'none' } }, 'only an English term has “plural”'],
    [{ fr: ['a', { term: 'logiciel', plural: 'none' }] }, 'only an English term has “plural”'],
  ])('%j is a problem', (keys, sentence) => {
    expect(read(keys).problems.map(({ message }) => message.includes(sentence))).toEqual([true]);
  });
});

describe('a problem stands beside its field', () => {
  test.each<[string, unknown, string]>([
    ['no French', { en: ['token'] }, 'fr.0.term'],
    ['no English', { fr: ['jeton'] }, 'en.0.term'],
    ['a part of speech that is none', { fr: [{ term: 'a', pos: 'nuon' }], en: ['b'] }, 'fr.0.pos'],
    ['a name with an English term of its own', { keep: 'DeepSeek', en: ['x'] }, 'fr.0.term'],
    ['an id with capitals', { id: 'Token', fr: ['a'], en: ['b'] }, 'id'],
    ['an example without an arrow', { fr: ['a'], en: ['b'], examples: ['a b'] }, 'examples'],
    ['a way to count that is none', { fr: ['a'], en: ['b'], count: 'some' }, 'count'],
  ])('%s', (_what, entry, field) => {
    expect(Object.keys(problemsByField(readEntry(entry, () => ({ file: '', line: 1, column: 1 })).problems))).toEqual([
      field,
    ]);
  });
});

describe('two versions of an entry are merged field by field', () => {
  const base = { fr: ['jeton'], en: ['token'], note: 'x' };
  test.each<[string, object, object, object, string[]]>([
    [
      'each changed another field',
      { ...base, en: ['lexeme'] },
      { ...base, note: 'y' },
      { fr: ['jeton'], en: ['lexeme'], note: 'y' },
      [],
    ],
    ['both changed one field to the same', { ...base, note: 'y' }, { ...base, note: 'y' }, { ...base, note: 'y' }, []],
    [
      'both changed one field differently',
      { ...base, note: 'mine' },
      { ...base, note: 'theirs' },
      { ...base, note: 'mine' },
      ['note'],
    ],
    ['one took a field out', { fr: ['jeton'], en: ['token'] }, base, { fr: ['jeton'], en: ['token'] }, []],
    [
      'one took out what the other changed',
      { fr: ['jeton'], en: ['token'] },
      { ...base, note: 'y' },
      { fr: ['jeton'], en: ['token'] },
      ['note'],
    ],
  ])('%s', (_what, yours, theirs, merged, keys) => {
    const result = mergeRecords(base, yours as never, theirs as never);
    expect([result.merged, result.conflicts.map(({ key }) => key)]).toEqual([merged, keys]);
  });
});
