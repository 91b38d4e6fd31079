/** The simple forms of a French verb. Where a person has none, its list is empty. */
export interface FrenchVerb {
  readonly infinitive: string;
  /** By person: je, tu, il, nous, vous, ils; of every tense and mood, commands aside. */
  readonly persons: readonly (readonly string[])[];
  /** To tu, nous and vous. */
  readonly commands: readonly (readonly string[])[];
  readonly presentParticiple: readonly string[];
  /** Masculine singular, masculine plural, feminine singular, feminine plural; empty where there is none. */
  readonly pastParticiple: readonly string[];
}

/** What is known about verbs that no rule can tell; a verb that is not known is inflected by rule. */
export interface Verbs {
  /** @param infinitive in small letters */
  french(infinitive: string): FrenchVerb | null;
  /**
   * Past tenses and past participles of an irregular verb; they stand instead of the form in -ed.
   *
   * @param infinitive in small letters
   */
  english(infinitive: string): readonly string[] | null;
}

/** Verbs by rule alone. */
export const NO_VERBS: Verbs = { french: () => null, english: () => null };
