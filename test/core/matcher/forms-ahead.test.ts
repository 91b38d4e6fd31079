import { expect, test } from 'vitest';
import { createGlossary, glossarySlices } from '../../../src/core/checks/glossary/check-glossary.ts';
import { createFormsAhead } from '../../../src/core/matcher/forms-ahead.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';

const conceptsIn = (file: string, yaml: string): readonly Concept[] => parseGlossaryYaml(yaml, file).concepts;
const SMALL = conceptsIn('a.yaml', '- { fr: jeton, en: token, except: [jeton présence] }\n- { fr: puce, en: chip }\n');
const OTHER = conceptsIn('b.yaml', '- { fr: modèle de langue, en: language model, unless: [business model] }\n');
const LARGE = conceptsIn(
  'c.yaml',
  Array.from({ length: 2100 }, (_, i) => `- { fr: mot ${i}, en: word ${i} }\n`).join(''),
);
const TWICE = conceptsIn('d.yaml', '- { fr: autre, en: chip }\n- { fr: neuf, en: new thing }\n');
const EXPORTED = conceptsIn('e.csv', '- { fr: outil, en: tool }\n').map((concept) => ({ ...concept, isExport: true }));

/** The forms of every part of both languages. */
function formsOf(concepts: readonly Concept[], ahead: ReturnType<typeof createFormsAhead> | null) {
  const { indexes } = finish(glossarySlices(concepts, { verbs: NO_VERBS, ahead }));
  return [...indexes.fr.parts, ...indexes.en.parts].map(({ trie, words }) => ({ trie, words }));
}

test.each<[what: string, files: readonly (readonly Concept[])[]]>([
  ['small files', [SMALL, OTHER]],
  ['a large file among small ones', [SMALL, LARGE, OTHER]],
  ['an id that a file has again', [SMALL, TWICE, OTHER]],
  ['entries of a tool before others', [EXPORTED, SMALL, OTHER]],
  ['a file without entries', [[], SMALL]],
  ['nothing', []],
])('forms that are generated file by file are those that are generated of all: %s', (_what, files) => {
  const ahead = createFormsAhead(NO_VERBS);
  for (const concepts of files) finish(ahead.take(concepts));
  expect(formsOf(files.flat(), ahead)).toEqual(formsOf(files.flat(), null));
});

test('what was taken and is not there in the end has no forms', () => {
  const ahead = createFormsAhead(NO_VERBS);
  for (const concepts of [SMALL, OTHER]) finish(ahead.take(concepts));
  expect(formsOf(OTHER, ahead)).toEqual(formsOf(OTHER, null));
});

test('what was taken is taken over, and no form of it is generated again', () => {
  const ahead = createFormsAhead(NO_VERBS);
  for (const concepts of [SMALL, OTHER]) finish(ahead.take(concepts));
  expect(ahead.of(null, 'en')?.taken).toEqual(createGlossary([...SMALL, ...OTHER]).concepts);
});
