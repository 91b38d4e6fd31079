import type { TermPair } from '../core/changes/ports/engine.ts';
import type { Concept } from '../core/model/concept.ts';
import { finish, mapSlices, type Slices } from '../core/model/slices.ts';
import { capitalized } from '../core/text/capitalized.ts';
import { ambiguousForms } from './ambiguous-forms.ts';
import { nounOrders, type Order, verbOrders } from './term-orders.ts';
import { wordRuns } from './word-runs.ts';

/**
 * The pairs that an engine is told for some entries, whatever the text: every usual form of a French term, with the
 * English that the ledger calls preferred for it. What the ledger could not judge afterwards is left out: a word that
 * stands in a phrase its entry excepts or that has another sense (`unless`), a form of two entries, and verbs, which
 * have more forms than a list can hold.
 */
export function termPairSlices(concepts: Iterable<Concept>): Slices<TermPair[]> {
  return pairSlices([...concepts], (concept) => nounOrders(concept, false));
}

/**
 * The pairs for entries that were found in the very text that is sent, verbs too, infinitive for infinitive: for an
 * engine that reads the text, and inflects what it is told.
 */
export function promptPairs(concepts: Iterable<Concept>): TermPair[] {
  return finish(pairSlices([...concepts], (concept) => [...nounOrders(concept, true), ...verbOrders(concept)]));
}

function* pairSlices(concepts: readonly Concept[], ordersOf: (concept: Concept) => Order[]): Slices<TermPair[]> {
  const isAmbiguous = yield* ambiguousForms(concepts);
  const orders = (yield* mapSlices(concepts, (concept) =>
    ordersOf(concept).filter(({ source }) => !isAmbiguous(source)),
  )).flat();
  const told = new Map<string, string>();
  for (const { source, target, isSure } of orders) if (isSure) told.set(source, target);
  const around = yield* ordersAround(orders, told);
  for (const { source, target } of around) told.set(source, target);
  for (const { source, target } of around)
    if (!told.has(asOpening(source))) told.set(asOpening(source), asOpening(target));
  const pairs = yield* mapSlices(told, ([source, target]) =>
    apostrophes(source).map((spelled) => ({ source: spelled, target })),
  );
  return pairs.flat();
}

/** A word that is told would break up a longer term around it: that is told too, and as it opens a sentence. */
function* ordersAround(orders: readonly Order[], told: ReadonlyMap<string, string>): Slices<Order[]> {
  const around: Order[] = [];
  for (const order of orders) {
    if (wordRuns(order.source).some((run) => run !== order.source && told.has(run))) around.push(order);
    yield;
  }
  return around;
}

/** Articles are written with either apostrophe, and a list is searched letter for letter. */
function apostrophes(text: string): string[] {
  return /['’]/.test(text) ? [text.replaceAll('’', "'"), text.replaceAll("'", '’')] : [text];
}

/** As it opens a sentence; iPad and the like stay. */
function asOpening(text: string): string {
  return /^\p{Ll}[^\s\p{Lu}]*(?:\s|$)/u.test(text) ? capitalized(text) : text;
}
