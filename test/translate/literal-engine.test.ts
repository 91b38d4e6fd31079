import { beforeAll, describe, expect, test } from 'vitest';
import { conceptsFor } from '../../src/core/changes/live-verdicts.ts';
import type { Snapshot } from '../../src/core/changes/ports/library.ts';
import type { Concept } from '../../src/core/model/concept.ts';
import { finish } from '../../src/core/model/slices.ts';
import { parseInlineMarks } from '../../src/formats/article/inline-marks.ts';
import { termPairSlices } from '../../src/translate/term-pairs.ts';
import { glossaryOf } from '../core/glossaries.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { shippedSnapshot } from '../site.ts';
import { createLiteralEngine, judge } from './literal-engine.ts';

/** A text, and the pairs that an engine puts into it. */
const ROWS: readonly (readonly [what: string, text: string, used: readonly string[]])[] = [
  ['acronyms', 'Le PDG veut une IA, deux LLM et trois GPU.', ['PDG → CEO', 'IA → AI', 'LLM → LLM', 'GPU → GPU']],
  ['acronyms in the plural', 'Des GPUs et des LLMs, derrière des APIs.', ['GPUs → GPUs', 'LLMs → LLMs', 'APIs → APIs']],
  [
    'long forms',
    'L’intelligence artificielle d’un grand modèle de langage.',
    ['intelligence artificielle → artificial intelligence', 'grand modèle de langage → large language model'],
  ],
  [
    'plurals',
    'Les arbres de décision, les jeux de données et les forêts aléatoires.',
    ['arbres de décision → decision trees', 'jeux de données → datasets', 'forêts aléatoires → random forests'],
  ],
  [
    'plurals that English has not',
    'Ces logiciels malveillants visent les apprentissages automatiques.',
    ['logiciels malveillants → malware', 'apprentissages automatiques → machine learning'],
  ],
  ['either apostrophe', "Un modèle d’IA et des modèles d'IA.", ['modèle d’IA → AI model', "modèles d'IA → AI models"]],
  [
    'a term that opens a sentence',
    'Modèles d’IA à usage général',
    ['Modèles d’IA à usage général → General-purpose AI models'],
  ],
  ['loans', 'Le machine learning aime le big data.', ['machine learning → machine learning', 'big data → big data']],
  [
    'women',
    'Une experte en IA et deux ingénieures en IA.',
    ['experte en IA → AI expert', 'ingénieures en IA → AI engineers'],
  ],
  ['not what an entry excepts', 'Un modèle réduit, un jeton de présence, une carte à puce.', []],
  ['not what may mean something else', 'L’application d’une loi est une tâche.', []],
  ['not verbs', 'Nous jetons tout : entraîner, affiner, prédire et transformer.', []],
];

let snapshot: Snapshot;
let articleTexts: readonly string[];
let engine: ReturnType<typeof createLiteralEngine>;
beforeAll(async () => {
  snapshot = await shippedSnapshot();
  articleTexts = [...snapshot.articles.values()].flatMap(({ article }) =>
    article.units.map(({ source }) => source.text),
  );
  const bearing = () => bearingOn([...articleTexts, ...ROWS.map(([, text]) => text)]);
  engine = createLiteralEngine(finish(termPairSlices(IS_SLOW_SET ? snapshot.glossary.concepts : bearing())));
});

/** The entries that bear on some texts: pairs of all that there are take seconds. */
function bearingOn(texts: readonly string[]): readonly Concept[] {
  return conceptsFor(parseInlineMarks(texts.join('\n\n')), snapshot.glossary);
}

describe('what an engine is told is what the ledger prefers', () => {
  test('in the shipped articles', () => {
    const judged = articleTexts.map((text) => judge(engine, text, snapshot.glossary.indexes));
    expect([judged.flatMap(({ used }) => used).length > 60, judged.flatMap(({ wrong }) => wrong)]).toEqual([true, []]);
  });

  test.each(ROWS)('in a text with %s', (_what, text, used) => {
    expect(judge(engine, text, snapshot.glossary.indexes)).toEqual({ used, wrong: [] });
  });
});

describe('the literal engine', () => {
  const { indexes } = glossaryOf('- fr: jeton\n  en: token\n');

  test.each<[string, string, string, object]>([
    [
      'sees a pair that is not preferred',
      'jeton',
      'chip',
      { used: ['jeton → chip'], wrong: ['jeton → chip: missing'] },
    ],
    [
      'sees a pair that nobody asked for',
      'puce',
      'chip',
      { used: ['puce → chip'], wrong: ['puce → chip: not asked for'] },
    ],
    ['leaves longer words alone', 'jet', 'jet', { used: [], wrong: [] }],
  ])('%s', (_what, source, target, expected) => {
    expect(judge(createLiteralEngine([{ source, target }]), 'Un jeton, une puce.', indexes)).toEqual(expected);
  });
});
