import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGlossary, type Glossary, glossarySlices } from '../../../../src/core/checks/glossary/check-glossary.ts';
import type { Concept } from '../../../../src/core/model/concept.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../../src/core/words/verbs.ts';
import { parseGlossaryCsv } from '../../../../src/formats/glossary/csv.ts';
import { parseGlossaryYaml } from '../../../../src/formats/glossary/yaml.ts';
import { rounds } from '../../../rounds.ts';

const yaml = (text: string) => parseGlossaryYaml(text, 'glossary/z.yaml').concepts;
const csv = (text: string, file = 'glossary/a.csv') => parseGlossaryCsv(text, file).concepts;
const inUse = (glossary: Glossary) =>
  glossary.concepts.map(({ id, fr, place }) => `${id} ${fr[0]?.text} ${place.file}`);

test('a maintained entry goes before a tool’s with its French, whatever the files are called', () => {
  const glossary = createGlossary([...csv('Jeton,counter\npuce,chip\n'), ...yaml('- fr: jeton\n  en: token\n')]);
  expect([inUse(glossary), glossary.problems.map(({ severity, message }) => `${severity} ${message}`)]).toEqual([
    ['token jeton glossary/z.yaml', 'chip puce glossary/a.csv'],
    ['info “Jeton” stands at glossary/z.yaml:1 too, which counts; this is left out'],
  ]);
});

test('a tool’s entry whose id is taken has another', () => {
  const glossary = createGlossary([
    ...csv('puce,chip\n'),
    ...csv('éclat,chip\n', 'glossary/b.csv'),
    ...yaml('- fr: frite\n  en: chip\n'),
  ]);
  expect([inUse(glossary), glossary.problems]).toEqual([
    ['chip frite glossary/z.yaml', 'chip-2 puce glossary/a.csv', 'chip-3 éclat glossary/b.csv'],
    [],
  ]);
});

test('of two entries of people with one id the first counts', () => {
  const glossary = createGlossary(yaml('- fr: puce\n  en: chip\n- fr: frite\n  en: chip\n'));
  expect([inUse(glossary), glossary.problems.map(({ rule }) => rule)]).toEqual([
    ['chip puce glossary/z.yaml'],
    ['duplicate-id'],
  ]);
});

test('a renamed entry is the same object as long as nothing about it changes', () => {
  const [tool, own] = [csv('puce,chip\n'), yaml('- fr: frite\n  en: chip\n')];
  const before = createGlossary([...own, ...tool]);
  const after = finish(
    glossarySlices([...own, ...tool, ...csv('mot,word\n', 'glossary/b.csv')], { verbs: NO_VERBS, before }),
  );
  expect(after.byId.get('chip-2')).toBe(before.byId.get('chip-2'));
});

test('a list says where it is the one that was written, so that nothing has to be looked for in it', () => {
  const lists: (readonly Concept[])[] = [
    yaml('- fr: puce\n  en: chip\n'),
    yaml('- fr: puce\n  en: chip\n- fr: frite\n  en: chip\n'),
    csv('puce,chip\n'),
  ];
  expect(lists.map((written) => createGlossary(written).concepts === written)).toEqual([true, false, false]);
});

/** Entries of people, two of one id among them, and of tools, which share terms and ids with those. */
const POOL = [
  ...yaml(['jeton', 'puce', 'mot'].map((fr) => `- { id: ${fr}, fr: ${fr}, en: ${fr} }\n`).join('')),
  ...yaml('- { id: puce, fr: frite, en: chip }\n'),
  ...csv('Jeton,counter\néclat,mot\n'),
];
/** Lists most of which are a list of people’s entries, so that one often follows the other. */
const list = fc.oneof(
  fc.shuffledSubarray(POOL.slice(0, 3)),
  fc.shuffledSubarray(POOL.slice(0, 3)),
  fc.shuffledSubarray(POOL),
);

/** The same beside entries of tools: one after the other that stands in its place, and another French now and then. */
const TOOLS = csv('Jeton,counter\néclat,mot\nfrite,chip\nécaille,chip\n');
const PLACES = ['jeton', 'puce', 'mot', 'lot'].map((fr) =>
  yaml(['mot', 'puce', 'mot-2', 'chip', 'counter', 'lot'].map((id) => `- { id: ${id}, fr: ${fr}, en: x }\n`).join('')),
);
const besideTools = fc
  .tuple(...PLACES.map((entries) => fc.constantFrom(...entries)))
  .map((entries) => [...TOOLS.slice(0, 2), ...entries, ...TOOLS.slice(2)]);

/** What each id that is written anywhere stands for. */
const foundIn = ({ byId }: Glossary) =>
  [...POOL.map(({ id }) => id), ...['mot-2', 'mot-3', 'counter', 'counter-2', 'chip', 'chip-2', 'chip-3', 'lot']].map(
    (id) => [byId.has(id), byId.get(id)],
  );

test('what is in use after changes is what is in use of the entries alone', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(list, besideTools), { minLength: 2, maxLength: 5 }), (lists) => {
      let before: Glossary | null = null;
      for (const written of lists) {
        const now: Glossary = finish(glossarySlices(written, { verbs: NO_VERBS, before }));
        const fresh = createGlossary(written);
        expect([now.concepts, foundIn(now), now.problems, now.renamed]).toEqual([
          fresh.concepts,
          foundIn(fresh),
          fresh.problems,
          fresh.renamed,
        ]);
        before = now;
      }
    }),
    { numRuns: rounds(20, 2000) },
  );
});
