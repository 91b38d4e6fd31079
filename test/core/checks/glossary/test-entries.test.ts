import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGlossary, glossarySlices } from '../../../../src/core/checks/glossary/check-glossary.ts';
import type { Concept } from '../../../../src/core/model/concept.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../../src/core/words/verbs.ts';
import { parseGlossaryYaml } from '../../../../src/formats/glossary/yaml.ts';
import { rounds } from '../../../rounds.ts';

/** The entries of a file; those whose text and line are the same are the same objects whenever it is read. */
function createReader() {
  const known = new Map<string, Concept>();
  return (entries: readonly string[]): Concept[] =>
    parseGlossaryYaml(entries.join(''), 'glossary/a.yaml').concepts.map((concept) => {
      const key = JSON.stringify(concept);
      const same = known.get(key) ?? concept;
      known.set(key, same);
      return same;
    });
}

const TOKEN = '- fr: jeton\n  en: token\n  examples: [un jeton => a token]\n';
const MODEL = '- fr: modèle\n  en: model\n  examples: [le modèle de base => the base model, servir de modèle => -]\n';
const saidOf = (findings: readonly { line: number; rule: string; message: string }[]) =>
  findings.filter(({ rule }) => rule !== 'no-definition').map(({ line, message }) => [line, message.split(';')[0]]);

test.each<[what: string, before: string[], after: string[], found: unknown[]]>([
  [
    'that a term which came takes away',
    [TOKEN],
    [TOKEN, '- fr: un jeton\n  en: coin\n'],
    [[3, 'no term of this entry is found in the French']],
  ],
  ['that a term which is gone gives back', [TOKEN, '- fr: un jeton\n  en: coin\n'], [TOKEN], []],
  [
    'of an entry that changed',
    [TOKEN],
    [TOKEN.replace('en: token', 'en: chip')],
    [[3, 'the English does not render it (missing)']],
  ],
  ['of an entry that was mended', [TOKEN.replace('en: token', 'en: chip')], [TOKEN], []],
  [
    'that is unmet all along',
    [TOKEN.replace('=> a token', '=> a chip'), MODEL],
    [TOKEN.replace('=> a token', '=> a chip')],
    [[3, 'the English does not render it (missing)']],
  ],
  [
    'of an entry that stands elsewhere',
    [TOKEN.replace('=> a token', '=> a chip')],
    ['# a remark\n', TOKEN.replace('=> a token', '=> a chip')],
    [[4, 'the English does not render it (missing)']],
  ],
  [
    'that must not match',
    [MODEL.replace('le modèle de base => the base model, ', '')],
    [MODEL, '- fr: servir\n  en: serve\n  pos: verb\n'],
    [[3, '“modèle” is found here and must not be']],
  ],
  [
    'whose entries come in another order',
    [TOKEN, '- fr: jeton\n  en: coin\n'],
    ['- fr: jeton\n  en: coin\n', TOKEN],
    [[3, expect.anything()]],
  ],
])('after a change an example is told, or not: %s', (_what, before, after, found) => {
  const read = createReader();
  const first = createGlossary(read(before));
  const { findings } = finish(glossarySlices(read(after), { verbs: NO_VERBS, before: first }));
  expect(saidOf(findings)).toEqual(saidOf(createGlossary(read(after)).findings));
  expect(saidOf(findings).slice(0, found.length || 1)).toEqual(found);
});

const UNMET = 'the English does not render it (missing)';

test.each<[example: string, said: string[]]>([
  ['un jeton => a token', []],
  ['un jeton de poker => a poker chip', []],
  ['deux jetons de poker => two chips for poker', []],
  ['un jeton de poker => a poker token', []],
  ['un jeton de bus => a bus coin', [UNMET]],
  ['Voici un jeton. Il joue. => Here is a coin. He plays poker.', [UNMET]],
  ['un poker => a poker chip', ['no term of this entry is found in the French']],
  ['un jeton de poker => -', ['“jeton” is found here and must not be']],
])('what “unless:” tells counts for an example: %s', (example, said) => {
  const { concepts } = parseGlossaryYaml(
    `- fr: jeton\n  en: token\n  unless: [poker]\n  examples: ["${example}"]\n`,
    'glossary/a.yaml',
  );
  expect(saidOf(createGlossary(concepts).findings)).toEqual(said.map((message) => [4, message]));
});

test('after any changes what is found is what is found in entries that are looked at afresh', () => {
  const words = ['jeton', 'jeton de base', 'modèle', 'base', 'le modèle'];
  const english = ['token', 'base token', 'model', 'base', 'the model'];
  const entry = fc
    .record({
      fr: fc.constantFrom(...words),
      en: fc.constantFrom(...english),
      id: fc.option(fc.constantFrom('a', 'b', 'c')),
      see: fc.option(fc.constantFrom('a', 'b', 'token')),
      unless: fc.option(fc.constantFrom(...english)),
      example: fc.tuple(fc.constantFrom(...words), fc.constantFrom('-', ...english)),
    })
    .map(({ fr, en, id, see, unless, example: [french, target] }) => {
      const more = Object.entries({ id, see: see && `[${see}]`, unless: unless && `[${unless}]` });
      const said = more.map(([key, value]) => (value === null ? '' : `  ${key}: ${value}\n`));
      return `- fr: ${fr}\n  en: ${en}\n${said.join('')}  examples: [un ${french} ici => ${target}]\n`;
    });
  const remark = fc.constantFrom([], ['# a remark\n'], ['# two\n# remarks\n']);
  const state = fc
    .tuple(remark, fc.uniqueArray(entry, { minLength: 1, maxLength: 5 }))
    .map(([lines, entries]) => [...lines, ...entries]);
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 4 }), (states) => {
      const read = createReader();
      let last = createGlossary([]);
      for (const entries of states) {
        last = finish(glossarySlices(read(entries), { verbs: NO_VERBS, before: last }));
        const { findings, failed, problems } = createGlossary(read(entries));
        expect([last.findings, last.problems, [...last.failed.values()]]).toEqual([
          findings,
          problems,
          [...failed.values()],
        ]);
      }
    }),
    { numRuns: rounds(15, 2000) },
  );
});
