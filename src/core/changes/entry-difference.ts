import { type Concept, isAccepted, type Term } from '../model/concept.ts';
import { fold } from '../text/characters.ts';
import { readingKey } from '../text/same-reading.ts';

/** What one entry says and another does not. */
export interface Difference {
  /** A few words: `“jeton lexical” is new`. */
  readonly says: string;
  /** The term it is about; null for the definition. */
  readonly term: Term | null;
  /** One side accepts what the other rules out. */
  readonly isClash: boolean;
}

/**
 * What theirs says and ours does not. What a file leaves out is no change: most formats hold a part alone.
 *
 * @param others entries of ours that may have said what theirs says
 */
export function differencesOf(ours: Concept, theirs: Concept, others: readonly Concept[]): readonly Difference[] {
  const terms = [...theirs.fr, ...theirs.en].flatMap((term) => {
    const difference = differenceOf(term, ours, theirs);
    return difference === null || others.some((other) => hasPair(other, theirs, term)) ? [] : [difference];
  });
  const { definition } = theirs;
  if (definition === null || [ours, ...others].some((one) => saysSame(one.definition, definition))) return terms;
  const says = ours.definition === null ? 'a definition' : 'another definition';
  return [...terms, { says, term: null, isClash: false }];
}

function saysSame(ours: string | null, theirs: string): boolean {
  return ours !== null && readingKey(ours) === readingKey(theirs);
}

/** Whether an entry says of a term what theirs does, beside a term of the other language that theirs has too. */
function hasPair(other: Concept, theirs: Concept, term: Term): boolean {
  const across = term.language === 'fr' ? 'en' : 'fr';
  const mine = sameTerm(other[term.language], term);
  const partners = theirs[across].filter((partner) => sameTerm(other[across], partner) !== undefined);
  return mine !== undefined && isAccepted(mine) === isAccepted(term) && partners.length > 0;
}

function differenceOf(term: Term, ours: Concept, theirs: Concept): Difference | null {
  const mine = sameTerm(ours[term.language], term);
  const word = `“${term.text}”`;
  if (mine === undefined)
    return { says: isAccepted(term) ? `${word} is new` : `${word} is ruled out there`, term, isClash: false };
  if (isAccepted(mine) !== isAccepted(term)) {
    const [there, here] = isAccepted(term) ? ['accepted', 'ruled out'] : ['ruled out', 'accepted'];
    return { says: `${word} is ${there} there and ${here} here`, term, isClash: true };
  }
  return isRaised(mine, term, theirs) ? { says: `${word} is preferred there`, term, isClash: false } : null;
}

/** A term that stands alone is first whatever anybody prefers. */
function isRaised(mine: Term, term: Term, theirs: Concept): boolean {
  const accepted = theirs[term.language].filter(isAccepted);
  return accepted.length > 1 && term.status === 'preferred' && mine.status === 'admitted';
}

/** The term of a list that is written as one is: just so, or but for capitals and the like. */
export function sameTerm(terms: readonly Term[], { text }: Term): Term | undefined {
  return terms.find((term) => term.text === text) ?? terms.find((term) => fold(term.text) === fold(text));
}
