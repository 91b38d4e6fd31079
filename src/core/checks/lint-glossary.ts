import type { Concept } from '../model/concept.ts';
import { addToGroup } from '../model/groups.ts';
import type { Slices } from '../model/slices.ts';
import { fold } from '../text/characters.ts';
import type { EntryRule, SharingRule, TermOfEntry } from './entry-rule.ts';
import { conflict } from './glossary-conflict.ts';
import { duplicate } from './glossary-duplicate.ts';
import { neverFound } from './glossary-never-found.ts';
import { noDefinition } from './glossary-no-definition.ts';
import { ownRule } from './glossary-own-rule.ts';
import { partOfSpeech } from './glossary-part-of-speech.ts';
import { twoMeanings } from './glossary-two-meanings.ts';
import { type Problem, problemOf } from './problem.ts';

/** What one entry can have wrong by itself. */
const OWN_RULES: readonly EntryRule[] = [noDefinition, ownRule, neverFound, partOfSpeech];

/** What one French term in two entries may be; the first that says something is told. */
const SHARING_RULES: readonly SharingRule[] = [conflict, duplicate, twoMeanings];

/** Entries looked at between two pauses. */
const SLICE = 50;

/**
 * What the entries of a glossary have wrong with themselves and with each other, though each can be read.
 * Time grows with the number of terms.
 */
export function* lintSlices(concepts: readonly Concept[]): Slices<Problem[]> {
  const bySource = new Map<string, TermOfEntry[]>();
  const findings: Problem[] = [];
  for (const [i, concept] of concepts.entries()) {
    for (const { rule, find } of OWN_RULES)
      for (const { place, message } of find(concept)) findings.push(problemOf(rule, place, message));
    // Terms are the same but for case, apostrophes and the like.
    for (const term of concept.fr) addToGroup(bySource, fold(term.text), { concept, term });
    if (i % SLICE === 0) yield;
  }
  let shared = 0;
  for (const entries of bySource.values()) {
    if (entries.length > 1) for (const found of sharedTerm(entries)) findings.push(found);
    shared += 1;
    if (shared % SLICE === 0) yield;
  }
  return findings;
}

/** Each later entry of a French term beside the first. */
function sharedTerm(entries: readonly TermOfEntry[]): Problem[] {
  const [first, ...others] = [...new Map(entries.map((entry) => [entry.concept, entry])).values()];
  if (first === undefined) return [];
  const where = `${first.term.place.file}:${first.term.place.line}`;
  return others.flatMap((other) => {
    const { term } = other;
    for (const { rule, say } of SHARING_RULES) {
      const said = say(first, other);
      if (said !== null) return [problemOf(rule, term.place, `“${term.text}” stands at ${where} too, ${said}`)];
    }
    return [];
  });
}
