import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mergeRecords } from '../../../src/core/text/merge-records.ts';
import { readEntry } from '../../../src/formats/glossary/entry.ts';
import {
  type EntryFields,
  entryOfForm,
  fieldsOf,
  problemsByField,
  type TermFields,
} from '../../../src/formats/glossary/entry-form.ts';
import { plainEntry } from '../../../src/formats/glossary/plain-entry.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { HOME } from '../../site.ts';

/** What a browser sends for the fields as they are. */
function sent({ fr, en, not, keep, ...texts }: EntryFields): Record<string, string> {
  const form: Record<string, string> = { ...texts, ...(keep ? { keep: 'on' } : {}) };
  for (const [kind, rows] of Object.entries({ fr, en, not }))
    rows.forEach((row: TermFields, i) => {
      for (const [part, value] of Object.entries(row)) form[`${kind}.${i}.${part}`] = value;
    });
  return form;
}

test('every shipped entry goes through the form unchanged', () => {
  const folder = path.join(HOME, 'glossary');
  const concepts = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .flatMap((name) => parseGlossaryYaml(readFileSync(path.join(folder, name), 'utf8'), name).concepts);
  const changed = concepts.filter((concept) => {
    const entry = plainEntry(concept);
    const back = readEntry(entryOfForm(sent(fieldsOf(entry))), () => concept.place).concept;
    return back === null || JSON.stringify(plainEntry(back)) !== JSON.stringify(entry);
  });
  expect([concepts.length > 300, changed.map(({ id }) => id)]).toEqual([true, []]);
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
