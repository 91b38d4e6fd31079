import { type Concept, isAccepted, type Term } from '../../model/concept.ts';
import type { Place } from '../../model/place.ts';
import { fold } from '../../text/characters.ts';
import type { RuleId } from '../rules.ts';

/** What a rule finds in an entry. */
export interface EntryFault {
  readonly place: Place;
  readonly message: string;
}

/** A rule that one entry can break by itself. */
export interface EntryRule {
  readonly rule: RuleId;
  readonly find: (concept: Concept) => readonly EntryFault[];
}

/** An entry by one of its French terms. */
export interface TermOfEntry {
  readonly concept: Concept;
  readonly term: Term;
}

/** A rule about two entries that share a French term. */
export interface SharingRule {
  readonly rule: RuleId;
  /** What is told of the later entry, behind “… stands at … too, ”; null where the rule is kept. */
  readonly say: (first: TermOfEntry, later: TermOfEntry) => string | null;
}

/** The English that an entry accepts, folded, so that capitals and apostrophes make no difference. */
export function acceptedTexts({ en }: Concept): ReadonlySet<string> {
  return new Set(en.filter(isAccepted).map(({ text }) => fold(text)));
}
