import { type Engine, EngineError } from '../core/changes/engine.ts';
import type { Snapshot } from '../core/changes/library.ts';
import { type Plan, planArticle } from '../core/changes/plan.ts';
import type { TranslationStore } from '../core/changes/translation-store.ts';
import { type RunEvent, runPlan } from '../translate/run-plan.ts';
import type { TranslatedUnit } from '../translate/save-drafts.ts';
import { termPairs } from '../translate/term-pairs.ts';
import { chosenArticles } from './check.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';

export interface TranslateCommand {
  readonly name: 'translate';
  readonly slug: string;
  /** Null for the first engine that is set up. */
  readonly engine: string | null;
  readonly dryRun: boolean;
  readonly all: boolean;
  /** Several engines side by side, nothing saved. */
  readonly compare: boolean;
}

/** What can be done where no engine is set up. */
export const NO_ENGINE =
  'No engine is set up: set DEEPL_AUTH_KEY, run “visavis model fetch” for an engine on this machine, or point LIBRETRANSLATE_URL, or CHAT_URL and CHAT_MODEL, to a server. Or write the translation by hand, in content/<slug>/en.po.';

/** What the command needs besides its words. */
export interface TranslatePorts {
  readonly snapshot: Snapshot;
  readonly engines: readonly Engine[];
  readonly store: TranslationStore;
  /** Today, ISO 8601. */
  readonly date: string;
  /** Whether somebody asked to stop. */
  readonly isCancelled: () => boolean;
  /** As of a run. */
  readonly mostCharacters: number | null;
}

/**
 * `visavis translate`: says what it will cost, then does it, a line for each paragraph.
 *
 * @returns 1 when the run stopped early, or a term is missing or ruled out
 * @throws {UsageError} for an article or an engine that is not there
 */
export async function runTranslate(
  command: TranslateCommand,
  ports: TranslatePorts,
  console: Console,
): Promise<ExitCode> {
  if (command.compare) return compareEngines(command, ports, console);
  const [article] = chosenArticles(ports.snapshot, [command.slug]);
  const engine = chosenEngine(ports.engines, command.engine);
  if (article === undefined) return 2;
  const plan = planArticle(article, ports.snapshot, engine, command.all);
  console.err(`${describePlan(plan, engine)}\n`);
  if (plan.units.length === 0) return 0;
  if (command.dryRun) {
    for (const { unit, reason, characters, reused } of plan.units)
      console.out(`${unit.id}: ${reason}, ${reused === null ? `${characters} characters` : 'kept from before'}\n`);
    console.err(`${await describeRemaining(engine)}\n`);
    return 0;
  }
  const { snapshot, store, date, isCancelled, mostCharacters } = ports;
  const { glossary } = snapshot;
  const texts = article.article.units.map(({ source }) => source.text);
  const run = runPlan(plan, {
    engine,
    store,
    indexes: glossary.indexes,
    pairs: () => termPairs(glossary.concepts),
    texts,
    date,
    isCancelled,
    mostCharacters,
  });
  return report(run, plan, console);
}

/** The whole article through each engine, reported and not saved. Names of engines are joined by commas; none = all. */
async function compareEngines(command: TranslateCommand, ports: TranslatePorts, console: Console): Promise<ExitCode> {
  const [article] = chosenArticles(ports.snapshot, [command.slug]);
  const names = command.engine?.split(',') ?? ports.engines.map(({ name }) => name);
  const engines = names.map((name) => chosenEngine(ports.engines, name));
  if (article === undefined || engines.length === 0) throw new UsageError(NO_ENGINE);
  const { glossary } = ports.snapshot;
  const untouched = article.article.units.map((unit) => ({ ...unit, target: null, state: 'initial' as const }));
  const blank = { ...article, article: { ...article.article, units: untouched } };
  console.out('engine           paragraphs  obeyed  repaired  missing  characters  seconds\n');
  for (const engine of engines) {
    const plan = planArticle(blank, { glossary, articles: new Map() }, engine);
    const started = performance.now();
    const arrived: TranslatedUnit[] = [];
    const events = runPlan(plan, {
      ...{
        engine,
        indexes: glossary.indexes,
        date: ports.date,
        isCancelled: ports.isCancelled,
        mostCharacters: ports.mostCharacters,
      },
      store: { save: async () => ({ refused: [], save: null }) },
      pairs: () => termPairs(glossary.concepts),
      texts: untouched.map(({ source }) => source.text),
    });
    for await (const event of events) {
      if (event.kind === 'unit') arrived.push(event.unit);
      else console.err(`visavis: ${engine.name}: ${event.message}\n`);
    }
    console.out(`${comparisonRow(engine.name, arrived, (performance.now() - started) / 1000)}\n`);
  }
  return 0;
}

function comparisonRow(name: string, arrived: readonly TranslatedUnit[], seconds: number): string {
  const sum = (figure: (unit: TranslatedUnit) => number) => arrived.reduce((total, unit) => total + figure(unit), 0);
  const missing = sum(({ verdicts }) => verdicts.filter((one) => one === 'missing' || one === 'deprecated').length);
  const repaired = sum(({ repairs }) => repairs.length);
  const obeyed = sum(({ verdicts }) => verdicts.length) - missing - repaired;
  const cell = (value: string | number, width: number) => String(value).padStart(width);
  return `${name.padEnd(16)} ${cell(arrived.length, 10)} ${cell(obeyed, 7)} ${cell(repaired, 9)} ${cell(missing, 8)} ${cell(
    sum(({ billed }) => billed),
    11,
  )} ${cell(seconds.toFixed(1), 8)}`;
}

async function report(run: AsyncIterable<RunEvent>, plan: Plan, console: Console): Promise<ExitCode> {
  const arrived: TranslatedUnit[] = [];
  let stopped = false;
  for await (const event of run) {
    if (event.kind === 'unit') {
      arrived.push(event.unit);
      console.out(`[${arrived.length}/${plan.units.length}] ${describeUnit(event.unit)}\n`);
    } else {
      stopped ||= event.kind !== 'notice';
      console.err(`visavis: ${event.message}\n`);
    }
  }
  const billed = arrived.reduce((sum, unit) => sum + unit.billed, 0);
  console.err(
    `${arrived.length} of ${plan.units.length} paragraphs translated as drafts, ${billed} characters billed.\n`,
  );
  const isClean = arrived.every(({ verdicts }) => !verdicts.includes('missing') && !verdicts.includes('deprecated'));
  return stopped || !isClean ? 1 : 0;
}

/** “p3: 4 terms kept, 1 missing; repaired: chips → tokens; 412 characters” */
export function describeUnit({ unit, verdicts, repairs, billed, refused }: TranslatedUnit): string {
  if (refused) return `${unit}: its French or its English was changed meanwhile, and stays as it is`;
  const wrong = verdicts.filter((verdict) => verdict === 'missing' || verdict === 'deprecated').length;
  const parts = [`${verdicts.length - wrong} of ${verdicts.length} terms kept`];
  for (const { from, to } of repairs) parts.push(`repaired: ${from} → ${to}`);
  parts.push(billed === 0 ? 'not billed' : `${billed} characters`);
  return `${unit}: ${parts.join('; ')}`;
}

/** @throws {UsageError} when there is none of that name, or none at all */
export function chosenEngine(engines: readonly Engine[], name: string | null): Engine {
  const names = engines.map((engine) => engine.name).join(', ');
  const chosen = name === null ? engines[0] : engines.find((engine) => engine.name === name);
  if (chosen !== undefined) return chosen;
  throw new UsageError(engines.length === 0 ? NO_ENGINE : `No engine “${name}” is set up. There is: ${names}.`);
}

/** “p: 12 paragraphs, 4,120 characters, 31 entries apply” */
export function describePlan(plan: Plan, engine: Engine): string {
  const reused = plan.units.filter((unit) => unit.reused !== null).length;
  if (plan.units.length === 0) return `${plan.slug}: nothing to translate.`;
  const sent = plan.units.length - reused;
  const parts = [
    `${sent} ${sent === 1 ? 'paragraph' : 'paragraphs'} for ${engine.name}`,
    `${plan.characters} characters`,
    `${plan.entries} ${plan.entries === 1 ? 'entry applies' : 'entries apply'}`,
  ];
  if (reused > 0) parts.push(`${reused} kept from before at no cost`);
  return `${plan.slug}: ${parts.join(', ')}.`;
}

async function describeRemaining(engine: Engine): Promise<string> {
  if (engine.abilities.price === 'free') return `${engine.name} bills nothing.`;
  try {
    const left = await engine.remaining();
    return left === null ? `${engine.name} does not say what remains.` : `${left} characters remain at ${engine.name}.`;
  } catch (error) {
    if (error instanceof EngineError) return error.message;
    throw error;
  }
}
