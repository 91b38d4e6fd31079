import type { TermPair } from '../core/changes/engine.ts';
import type { Concept } from '../core/model/concept.ts';
import { ambiguousForms } from './ambiguous-forms.ts';
import { nounOrders, type Order, verbOrders } from './term-orders.ts';
import { wordRuns } from './word-runs.ts';

/**
 * The pairs that an engine is told for some entries, whatever the text: every usual form of a French term, with the
 * English that the ledger calls preferred for it. What the ledger could not judge afterwards is left out: a word that
 * stands in a phrase its entry excepts or that has another sense (`unless`), a form of two entries, and verbs, which have
 * more forms than a list can hold.
 */
export function termPairs(concepts: Iterable<Concept>): TermPair[] {
  return pairsOf([...concepts], nounOrders);
}

/** Those pairs and the verbs, infinitive for infinitive: for an engine that inflects what it is told. */
export function promptPairs(concepts: Iterable<Concept>): TermPair[] {
  return pairsOf([...concepts], (concept) => [...nounOrders(concept), ...verbOrders(concept)]);
}

function pairsOf(concepts: readonly Concept[], ordersOf: (concept: Concept) => Order[]): TermPair[] {
  const isAmbiguous = ambiguousForms(concepts);
  const orders = concepts.flatMap(ordersOf).filter(({ source }) => !isAmbiguous(source));
  const told = new Map<string, string>();
  for (const { source, target, isSure } of orders) if (isSure) told.set(source, target);
  // A word that is told would break up a longer term around it: that is told too, and as it opens a sentence.
  const holdsTold = (source: string) => wordRuns(source).some((run) => run !== source && told.has(run));
  const around = orders.filter(({ source }) => holdsTold(source));
  for (const { source, target } of around) told.set(source, target);
  for (const { source, target } of around)
    if (!told.has(capitalized(source))) told.set(capitalized(source), capitalized(target));
  return [...told].flatMap(([source, target]) => apostrophes(source).map((spelled) => ({ source: spelled, target })));
}

/** Articles are written with either apostrophe, and a list is searched letter for letter. */
function apostrophes(text: string): string[] {
  return /['’]/.test(text) ? [text.replaceAll('’', "'"), text.replaceAll("'", '’')] : [text];
}

/** As it opens a sentence; iPad and the like stay. */
function capitalized(text: string): string {
  return /^\p{Ll}[^\s\p{Lu}]*(?:\s|$)/u.test(text) ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
