import { planSlices } from '../../src/core/changes/plan.ts';
import type { Engine, EngineAbilities, EngineAnswer, EngineBatch } from '../../src/core/changes/ports/engine.ts';
import type { Spending } from '../../src/core/changes/ports/spending.ts';
import type { TargetEdit } from '../../src/core/changes/ports/translation-store.ts';
import { finish } from '../../src/core/model/slices.ts';
import { openLibrary } from '../../src/files/loading/library.ts';
import { createSpending } from '../../src/files/spending/spending.ts';
import { createPacer } from '../../src/files/thread/pacer.ts';
import { parseInlineMarks } from '../../src/formats/article/inline-marks.ts';
import { createPurse } from '../../src/translate/purse.ts';
import { type RunPorts, runPlan } from '../../src/translate/run-plan.ts';
import { makeRoot } from '../site.ts';

export const FRENCH = ['Le jeton coûte.', 'Une puce chauffe.'];

export interface StubRun {
  /** Characters that may be sent; null for no limit. */
  readonly most?: number | null;
  readonly isCancelled?: () => boolean;
  readonly paragraphs?: readonly string[];
  readonly glossary?: string;
  readonly abilities?: Partial<EngineAbilities>;
  /** What stands in place of the ledger of spending. */
  readonly spending?: (ledger: Spending) => Spending;
  readonly pairs?: RunPorts['pairs'];
  readonly prepare?: Engine['prepare'];
  /** Is told each English text as it is saved. */
  readonly onSave?: (target: string) => void;
}

/** What a run said, saved and sent. */
export interface Ran {
  /** Notices, refusals, and why it stopped, in one line. */
  readonly said: string;
  /** English texts. */
  readonly saved: readonly string[];
  readonly edits: readonly TargetEdit[];
  /** Characters. */
  readonly sent: number;
  readonly asked: readonly EngineBatch[];
}

/** Runs an article, whose title is “Essai”, through an engine that bills what it is sent. */
export async function run(
  answer: (batch: EngineBatch) => Promise<EngineAnswer> | EngineAnswer,
  {
    most = null,
    isCancelled = () => false,
    paragraphs = FRENCH,
    glossary = '- fr: jeton\n  en: token\n',
    abilities,
    spending = (ledger) => ledger,
    pairs = async () => [],
    prepare = async () => [],
    onSave = () => {},
  }: StubRun = {},
): Promise<Ran> {
  const { root, remove } = await makeRoot({
    'glossary/ai.yaml': glossary,
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${paragraphs.join('\n\n')}\n`,
  });
  const snapshot = (await openLibrary(root, { watch: false })).current();
  const article = snapshot.articles.get('essai');
  if (article === undefined) throw new Error('no article');
  const asked: EngineBatch[] = [];
  const engine: Engine = {
    name: 'stub',
    label: 'stub',
    abilities: {
      ...{
        glossary: 'none',
        context: false,
        mostTexts: 50,
        mostCharacters: 10_000,
        price: 'characters',
        offline: false,
      },
      ...abilities,
    },
    prepare,
    async translate(batch) {
      asked.push(batch);
      return answer(batch);
    },
    remaining: async () => null,
  };
  const edits: TargetEdit[] = [];
  const said: string[] = [];
  const plan = finish(planSlices(article, snapshot, { label: engine.label, read: parseInlineMarks }));
  const events = runPlan(
    { ...plan, asOf: '2026-01-01T00:00:00Z' },
    {
      engine,
      store: {
        save: async (_slug, saved) => {
          edits.push(...saved);
          for (const { target } of saved) onSave(target);
          return { refused: [], save: null };
        },
      },
      indexes: snapshot.glossary.indexes,
      pairs,
      texts: article.article.units.map(({ source }) => source.text),
      now: () => '2026-01-01T00:00:00Z',
      isCancelled,
      spending: spending(createSpending(root, { now: Date.now })),
      pacer: createPacer(),
      purse: createPurse(most),
    },
  );
  for await (const event of events) if (event.kind !== 'unit') said.push(event.message);
  await remove();
  const sent = asked.flatMap(({ texts }) => texts).join('').length;
  return { said: said.join(' '), saved: edits.map(({ target }) => target), edits, sent, asked };
}
