import { expect, test } from 'vitest';
import { createGlossary, glossarySlices } from '../../../src/core/checks/check-glossary.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { parseGlossaryYaml } from '../../../src/formats/glossary/yaml.ts';

const yaml = (text: string) => parseGlossaryYaml(text, 'glossary/z.yaml').concepts;
const csv = (text: string, file = 'glossary/a.csv') => parseGlossaryCsv(text, file).concepts;
const inUse = (glossary: ReturnType<typeof createGlossary>) =>
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
