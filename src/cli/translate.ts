import type { Plan } from '../core/changes/plan.ts';
import { type Engine, engineNamed } from '../core/changes/ports/engine.ts';
import type { Cost } from '../core/changes/ports/spending.ts';
import type { TokenPrice } from '../core/changes/token-price.ts';
import type { CheckedArticle } from '../core/checks/checked-article.ts';
import { isWrong } from '../core/ledger/standing.ts';
import { counted, grouped } from '../core/text/counted.ts';
import {
  type ComparingPorts,
  type Comparison,
  planComparison,
  runComparison,
  whyTooDear,
} from '../translate/compare.ts';
import { describeCost, describeMonth, describePrice, whyOverLimit } from '../translate/price-words.ts';
import { createPurse } from '../translate/purse.ts';
import { type ArticleEvent, type ArticlePorts, planNow, runArticle, whyUnfit } from '../translate/run-article.ts';
import type { TranslatedUnit } from '../translate/save-drafts.ts';
import { articleNamed } from './chosen-articles.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';
import {
  COMPARISON_HEAD,
  comparisonRow,
  describePlan,
  describeRemaining,
  describeUnit,
  describeUnits,
} from './translate-words.ts';

export interface TranslateCommand {
  readonly name: 'translate';
  readonly slug: string;
  /** Null for the first engine that is set up. */
  readonly engine: string | null;
  readonly dryRun: boolean;
  readonly all: boolean;
  /** Several engines side by side; their drafts are kept as choices. */
  readonly compare: boolean;
}

/** What can be done where no engine is set up. */
const NO_ENGINE =
  'No engine is set up: set DEEPL_AUTH_KEY, run “visavis model fetch” for an engine on this machine, or point LIBRETRANSLATE_URL, or CHAT_URL and CHAT_MODEL, to a server. Or write the translation by hand, in content/<slug>/en.po.';

/** What the command needs besides its words. */
export interface TranslatePorts extends ArticlePorts {
  readonly engines: readonly Engine[];
  readonly tokenPrice: TokenPrice | null;
  /** Whether somebody asked to stop. */
  readonly isCancelled: () => boolean;
}

/**
 * `visavis translate`: says what it will cost, then does it, a line for each paragraph.
 *
 * @returns 1 when the run stopped early, or a term is missing or ruled out; 2 when a file or a setting is to be put
 *   right
 * @throws {UsageError} for an article or an engine that is not there
 */
export async function runTranslate(
  command: TranslateCommand,
  ports: TranslatePorts,
  console: Console,
): Promise<ExitCode> {
  const article = articleNamed(ports.library.current(), command.slug);
  if (command.compare) return compareEngines(article, command, { ...ports, console });
  if (command.dryRun) return price(article, command, { ...ports, console });
  const engine = chosenEngine(ports.engines, command.engine);
  const { slug, all } = command;
  return report(runArticle({ slug, engine, all, isCancelled: ports.isCancelled }, ports), engine, {
    ...ports,
    console,
  });
}

interface Telling extends TranslatePorts {
  readonly console: Console;
}

/** What a run would cost; an engine that is not set up is not needed for that. */
async function price(
  article: CheckedArticle,
  { slug, engine: name, all }: TranslateCommand,
  ports: Telling,
): Promise<ExitCode> {
  const { console, engines, tokenPrice, mostCharacters, spending, pacer } = ports;
  const engine = engines.length === 0 ? null : chosenEngine(engines, name);
  const why = await whyUnfit(slug, ports);
  if (why !== null) throw new UsageError(why);
  const plan = await planNow(article, ports.library.current(), { spending, pacer, label: engine?.label ?? null, all });
  const say = (line: string | null) => line !== null && console.err(`${line}\n`);
  say(describePlan(plan, engine));
  for (const line of describeUnits(plan)) console.out(`${line}\n`);
  say(whyOverLimit(plan, engine, mostCharacters));
  if (engine === null) {
    say(NO_ENGINE);
    return 0;
  }
  if (plan.units.length === 0) return 0;
  say(describePrice(plan, engine, tokenPrice));
  say(describeMonth((await spending.look()).months, engine, ports.now()));
  say(await describeRemaining(engine));
  return 0;
}

/**
 * The whole article through each engine; no draft of it is put in. Names of engines are joined by commas; none = all.
 */
async function compareEngines(checked: CheckedArticle, command: TranslateCommand, ports: Telling): Promise<ExitCode> {
  const { console, tokenPrice, mostCharacters } = ports;
  const names = command.engine?.split(',') ?? ports.engines.map(({ name }) => name);
  const engines = names.map((name) => chosenEngine(ports.engines, name));
  if (engines.length === 0) throw new UsageError(NO_ENGINE);
  const snapshot = ports.library.current();
  const planned = await planComparison({ checked, snapshot, engines, units: null }, ports);
  for (const { plan, engine } of planned) tellPlan(plan, engine, ports);
  const purse = createPurse(mostCharacters);
  const why = whyTooDear(planned, purse);
  if (why !== null) console.err(`visavis: ${why}\n`);
  if (why !== null || command.dryRun) return command.dryRun ? 0 : 1;
  console.out(`${COMPARISON_HEAD}\n`);
  let code: ExitCode = 0;
  for (const one of planned) code = worse(code, await tellComparison(one, { ...ports, snapshot, purse }));
  const kept = 'What was paid for is kept: the page of each paragraph shows the drafts side by side.';
  console.err(`${describeCost(purse.spent(), tokenPrice)}. ${kept}\n`);
  return code;
}

/** A row of the table, and the worst that happened. */
async function tellComparison(
  one: Comparison,
  ports: Telling & Pick<ComparingPorts, 'snapshot' | 'purse'>,
): Promise<ExitCode> {
  const { console } = ports;
  const started = performance.now();
  const arrived: TranslatedUnit[] = [];
  let code: ExitCode = 0;
  for await (const event of runComparison(one, ports)) {
    if (event.kind === 'unit') arrived.push(event.unit);
    else console.err(`visavis: ${one.engine.name}: ${event.message}\n`);
    if (event.kind === 'stopped') code = worse(code, event.needsFix ? 2 : 1);
  }
  console.out(`${comparisonRow(one.engine.name, arrived, (performance.now() - started) / 1000)}\n`);
  return code;
}

function worse(a: ExitCode, b: ExitCode): ExitCode {
  return a > b ? a : b;
}

/** What is sent to an engine, and its price where somebody knows it. */
function tellPlan(plan: Plan, engine: Engine, { console, tokenPrice }: Telling): void {
  console.err(`${describePlan(plan, engine)}\n`);
  const tokens = describePrice(plan, engine, tokenPrice);
  if (tokens !== null) console.err(`${tokens}\n`);
}

async function report(run: AsyncIterable<ArticleEvent>, engine: Engine, ports: Telling): Promise<ExitCode> {
  const { console, tokenPrice } = ports;
  const arrived: TranslatedUnit[] = [];
  let total = 0;
  let code: ExitCode = 0;
  let cost: Cost = { characters: 0, tokens: null };
  for await (const event of run) {
    if (event.kind === 'planned') {
      total = event.plan.units.length;
      tellPlan(event.plan, engine, ports);
    } else if (event.kind === 'unit') {
      arrived.push(event.unit);
      console.out(`[${arrived.length}/${total}] ${describeUnit(event.unit)}\n`);
    } else if (event.kind === 'cost') cost = event.cost;
    else {
      if (event.kind !== 'notice') code = worse(code, event.kind === 'stopped' && event.needsFix ? 2 : 1);
      console.err(`visavis: ${event.message}\n`);
    }
  }
  if (total === 0) return code;
  console.err(
    `${grouped(arrived.length)} of ${counted(total, 'paragraph')} translated as drafts, ${describeCost(cost, tokenPrice)}.\n`,
  );
  const isClean = !arrived.some(({ standings }) => standings.some(isWrong));
  return isClean ? code : worse(code, 1);
}

/** @throws {UsageError} when there is none of that name, or none at all */
function chosenEngine(engines: readonly Engine[], name: string | null): Engine {
  const chosen = engineNamed(engines, name);
  if (chosen !== undefined) return chosen;
  const names = engines.map((engine) => engine.name).join(', ');
  throw new UsageError(engines.length === 0 ? NO_ENGINE : `No engine “${name}” is set up. There is: ${names}.`);
}
