import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Concept,
  type Language,
  PARTS_OF_SPEECH,
  TERM_STATUSES,
  WAYS_TO_COUNT,
} from '../../../src/core/model/concept.ts';
import { entryOf, entryRow } from '../../../src/core/model/entry-rows.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';
import { HOME } from '../../site.ts';

const FILE = 'glossary/a.yaml';

function again(concept: Concept): Concept {
  return entryOf(JSON.parse(JSON.stringify(entryRow(concept, FILE))), FILE);
}

const place = fc.record({ file: fc.constantFrom(FILE, FILE, 'glossary/b.yaml'), line: fc.nat(9), column: fc.nat(9) });
const texts = fc.array(fc.string(), { maxLength: 2 });
const maybe = fc.option(fc.string());

function terms(language: Language) {
  const optional = { inferred: fc.boolean(), later: fc.string() };
  const term = {
    text: fc.string(),
    language: fc.constant(language),
    status: fc.constantFrom(...TERM_STATUSES),
    partOfSpeech: fc.constantFrom(...PARTS_OF_SPEECH),
    gender: fc.constantFrom('m' as const, 'f' as const, null),
    caseExact: fc.boolean(),
    plural: fc.constantFrom('none' as const, null),
    forms: texts,
    why: maybe,
    place,
  };
  return fc.array(fc.record({ ...term, ...optional }, { requiredKeys: Object.keys(term) as (keyof typeof term)[] }));
}

const example = fc.record({ source: fc.string(), target: maybe, place });
const needed = {
  ...{ id: fc.string(), fr: terms('fr'), en: terms('en'), keep: fc.boolean() },
  ...{ definition: maybe, citation: maybe, domain: maybe, note: maybe, see: texts, except: texts, unless: texts },
  ...{ count: fc.constantFrom(...WAYS_TO_COUNT), examples: fc.array(example, { maxLength: 1 }), place },
};
const concepts = fc.record(
  { ...needed, isExport: fc.boolean(), later: fc.array(fc.string(), { maxLength: 1 }) },
  { requiredKeys: Object.keys(needed) as (keyof typeof needed)[] },
) as fc.Arbitrary<Concept>;

test('any entry is the same again, be it of a kind that nobody foresaw', () => {
  fc.assert(
    fc.property(concepts, (concept) => {
      expect(again(concept)).toEqual(concept);
    }),
  );
});

test('each entry about AI is a row, and the same again', () => {
  const text = readFileSync(path.join(HOME, 'glossary/ai.yaml'), 'utf8');
  const read = parseGlossaryYaml(text, FILE).concepts;
  expect(read.filter((concept) => !Array.isArray(entryRow(concept, FILE)))).toEqual([]);
  expect(read.map(again)).toEqual(read);
});

test.each([
  ['nothing is unusual', '- fr: jeton\n  en: token\n', ['token', 1, 3, [['jeton', 1, 7]], [['token', 2, 7]]]],
  [
    'a note stands with it',
    '- fr: jeton\n  en: token\n  note: Sein.\n',
    ['token', 1, 3, [['jeton', 1, 7]], [['token', 2, 7]], { note: 'Sein.' }],
  ],
])('an entry of which %s is as short as that', (_what, text, row) => {
  const [concept] = parseGlossaryYaml(text, FILE).concepts;
  expect(concept && entryRow(concept, FILE)).toEqual(row);
});
