import type { Concept } from '../model/concept.ts';
import { evidenceForms } from './evidence-forms.ts';
import { formsOf } from './forms.ts';
import type { FrenchVerb, Verbs } from './verbs.ts';

/** What is known about a few verbs, as JSON can hold it. */
export interface VerbRecords {
  readonly french: readonly FrenchVerb[];
  readonly english: readonly (readonly [infinitive: string, pasts: readonly string[]])[];
}

/** What must be known about verbs so that these entries have the forms they have with all that is known. */
export function verbRecordsOf(concepts: readonly Concept[], verbs: Verbs): VerbRecords {
  const french = new Map<string, FrenchVerb>();
  const english = new Map<string, readonly string[]>();
  const recorder: Verbs = {
    french: (infinitive) => kept(french, infinitive, verbs.french(infinitive)),
    english: (infinitive) => kept(english, infinitive, verbs.english(infinitive)),
  };
  for (const { fr, en, unless } of concepts) {
    for (const term of [...fr, ...en]) formsOf(term, recorder);
    for (const phrase of unless) evidenceForms(phrase, recorder);
  }
  return { french: [...french.values()], english: [...english] };
}

function kept<T>(records: Map<string, T>, key: string, found: T | null): T | null {
  if (found !== null) records.set(key, found);
  return found;
}

/** Knows what some records say. */
export function verbsFrom(records: VerbRecords): Verbs {
  const french = new Map(records.french.map((verb) => [verb.infinitive, verb]));
  const english = new Map(records.english);
  return {
    french: (infinitive) => french.get(infinitive) ?? null,
    english: (infinitive) => english.get(infinitive) ?? null,
  };
}
