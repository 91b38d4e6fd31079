import { type Plan, type PlanRequest, planSlices } from '../core/changes/plan.ts';
import type { Engine } from '../core/changes/ports/engine.ts';
import type { Library, Snapshot } from '../core/changes/ports/library.ts';
import type { Cost, Spending } from '../core/changes/ports/spending.ts';
import { StoreError } from '../core/changes/ports/store-error.ts';
import type { TranslationStore } from '../core/changes/ports/translation-store.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { formatProblem, type Problem } from '../core/checks/problem.ts';
import type { Pacer } from '../core/model/slices.ts';
import { counted } from '../core/text/counted.ts';
import { parseInlineMarks } from '../formats/article/inline-marks.ts';
import { articleName, claimInTurn } from './claims.ts';
import { createPurse } from './purse.ts';
import { type DatedPlan, type RunEvent, runPlan } from './run-plan.ts';
import { termPairSlices } from './term-pairs.ts';

/** What the run of an article tells: what it is about to do, each thing as it happens, and what it cost. */
export type ArticleEvent =
  | { readonly kind: 'planned'; readonly plan: Plan }
  | RunEvent
  | { readonly kind: 'cost'; readonly cost: Cost };

/** What runs need, whatever they translate. */
export interface ArticlePorts {
  readonly library: Pick<Library, 'current' | 'reload' | 'checked'>;
  readonly store: TranslationStore;
  readonly spending: Spending;
  readonly pacer: Pacer;
  /** The time it is, ISO 8601. */
  readonly now: () => string;
  /** Characters that one run may send to engines that bill; null for no limit. */
  readonly mostCharacters: number | null;
}

/** What is to be translated, with what. */
export interface ArticleRequest {
  readonly slug: string;
  readonly engine: Engine;
  /** Drafts of engines are due too. */
  readonly all: boolean;
  readonly isCancelled: () => boolean;
}

/**
 * Translates an article. Where another run of it is under way, in this process or another, that one is waited for and
 * nothing is sent here. Nothing is sent either while a file that decides about the run cannot be read, or its result
 * could not be saved.
 *
 * @throws {StoreError} where the ledger of spending cannot be kept
 */
export async function* runArticle(request: ArticleRequest, ports: ArticlePorts): AsyncGenerator<ArticleEvent> {
  const { slug, isCancelled } = request;
  const names = [articleName(slug)];
  const free = await ports.spending.claim(names);
  if (free === null)
    yield { kind: 'notice', message: 'Another run of this article is under way; this one waits for what it brings.' };
  const claim = free ?? (await claimInTurn(ports.spending, names, isCancelled));
  try {
    if (free === null) await ports.library.reload();
    const why = await whyUnfit(slug, ports);
    if (why === null) yield* runClaimed(request, ports, free === null);
    else yield { kind: 'stopped', message: why, needsFix: true };
  } finally {
    await claim.end();
  }
}

async function* runClaimed(
  { slug, engine, all, isCancelled }: ArticleRequest,
  ports: ArticlePorts,
  hasWaited: boolean,
): AsyncGenerator<ArticleEvent> {
  const snapshot = await snapshotFor(slug, ports.library);
  if (snapshot === null) return yield { kind: 'stopped', message: UNCHECKED, needsFix: false };
  const checked = snapshot.articles.get(slug);
  if (checked === undefined) return;
  const plan = await planNow(checked, snapshot, { ...ports, label: engine.label, all: all && !hasWaited });
  yield { kind: 'planned', plan };
  if (hasWaited && plan.characters > 0) {
    const message = `The other run left ${counted(plan.characters, 'character')} of this article; nothing was sent here. Start again for the rest.`;
    return yield { kind: 'stopped', message, needsFix: false };
  }
  const purse = createPurse(ports.mostCharacters);
  const { store, spending, pacer, now } = ports;
  const { indexes, concepts } = snapshot.glossary;
  yield* runPlan(plan, {
    ...{ engine, store, spending, pacer, now, purse, indexes, isCancelled },
    pairs: () => pacer.finish(termPairSlices(concepts)),
    texts: checked.article.units.map(({ source }) => source.text),
  });
  yield { kind: 'cost', cost: purse.spent() };
}

/** The files once an article is checked with the glossary of now; null where it cannot be. */
export async function snapshotFor(
  slug: string,
  library: Pick<Library, 'current' | 'checked'>,
): Promise<Snapshot | null> {
  await library.checked(slug);
  const snapshot = library.current();
  return snapshot.pending.has(slug) ? null : snapshot;
}

/** Why nothing is bought for an article of which nobody knows what is wrong. */
export const UNCHECKED = 'The article is not checked with the glossary of now yet. Nothing was sent; start again.';

/** A plan that knows what was paid for already. */
export async function planNow(
  checked: CheckedArticle,
  snapshot: Pick<Snapshot, 'glossary' | 'articles'>,
  { spending, pacer, label, all }: Pick<ArticlePorts, 'spending' | 'pacer'> & Pick<PlanRequest, 'label' | 'all'>,
): Promise<DatedPlan> {
  const { at: asOf, answers: paid } = await spending.look();
  const plan = await pacer.finish(
    planSlices(checked, snapshot, { label, all: all === true, paid, read: parseInlineMarks }),
  );
  return { ...plan, asOf };
}

/** Why nothing of an article can be translated now, in one sentence; null where it can. */
export async function whyUnfit(
  slug: string,
  { library, store }: Pick<ArticlePorts, 'library' | 'store'>,
): Promise<string | null> {
  const [problem] = problemsOf(slug, library.current());
  if (problem !== undefined) return `${formatProblem(problem)}. Nothing was sent; correct that first.`;
  try {
    await store.rehearse(slug);
    return null;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return `${error.message} Nothing was sent.`;
  }
}

/** What is wrong with the files of an article, and with those of the glossary of which nothing could be read. */
function problemsOf(slug: string, { problems, glossary }: Snapshot): Problem[] {
  const read = new Set(glossary.concepts.map(({ place }) => place.file));
  return problems.filter(({ file, severity, rule }) => {
    if (severity !== 'error' || rule === 'waiver') return false;
    if (file.startsWith('glossary/')) return rule === 'file' || rule === 'yaml' || !read.has(file);
    return file.startsWith(`content/${slug}/`);
  });
}
