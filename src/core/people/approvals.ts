import { type Problem, problemOf } from '../checks/problem.ts';
import type { Article, Unit } from '../model/article.ts';
import { countedWords, resemblance } from '../text/resemblance.ts';
import { nameKey, type Person } from './people.ts';

/** Whose text it is, as `# origin: person Ana 2026-11-26` says it; null where it names nobody. */
export function writerIn(origin: string | null): { readonly name: string; readonly date: string } | null {
  const said = (origin ?? '').trim().replaceAll(/\s+/g, ' ');
  const [, name, date] = /^person (.+) (\d{4}-\d{2}-\d{2})$/.exec(said) ?? [];
  return name === undefined || date === undefined ? null : { name, date };
}

/** Below this the words of two texts are not the same ones. Of 1. */
const LEAST_SHARED = 0.5;

/**
 * Whose text it is that somebody made of another, as its origin says it: also theirs who had a hand in the other, as
 * long as most of its words stand; the last hand last. `person Ana, Béa 2026-11-27`
 *
 * @param origin as it would be, were all words new
 */
export function originOver(
  before: { readonly text: string; readonly origin: string | null },
  text: string,
  origin: string,
): string {
  const isNew = resemblance(countedWords(before.text), countedWords(text)) < LEAST_SHARED;
  return (isNew ? null : writtenByBoth(before.origin, origin)) ?? origin;
}

/** The origin of a text that has words of two others; null where one of those names nobody. */
export function writtenByBoth(one: string | null, other: string | null): string | null {
  const date = writerIn(other)?.date;
  const hands = handsIn(one);
  return hands.length === 0 || date === undefined ? null : `person ${together(hands, handsIn(other))} ${date}`;
}

/** Each name once. */
function together(earlier: readonly string[], later: readonly string[]): string {
  const keys = later.map(nameKey);
  return [...earlier.filter((name) => !keys.includes(nameKey(name))), ...later].join(', ');
}

/** Who wrote or brought the words of a text; nobody where its origin names nobody. No name holds a comma. */
function handsIn(origin: string | null): readonly string[] {
  const named = writerIn(origin)?.name ?? bringerIn(origin);
  return named === null ? [] : [...new Set(named.split(', '))];
}

/** What the origin of a text says that came in with a file: `import back.po, by Ana`. */
export function importedBy(file: string, bringer: string | undefined): string {
  return bringer === undefined ? `import ${file}` : `import ${file}, by ${bringer}`;
}

/**
 * Who brought a text with a file; null where it names nobody. No name holds a comma, and a file is called as it likes.
 */
function bringerIn(origin: string | null): string | null {
  return /^import .*, by ([^,]+) \d{4}-\d{2}-\d{2}$/.exec(origin?.trim() ?? '')?.[1] ?? null;
}

/**
 * Whether the English of an article is approved by somebody else than those who wrote it; an article that is gone asks
 * nothing.
 */
export function asksOther(article: Pick<Article, 'citation'> | undefined): boolean {
  return article?.citation.review === 'other';
}

/**
 * Texts that were approved by who wrote or brought them, or by somebody who is not named, though the article asks for
 * somebody else.
 */
export function ownReviews({ citation, units }: Article): Problem[] {
  const byOther = asksOther({ citation });
  return units.flatMap((unit) => {
    const why = whyDisputed(unit, byOther);
    if (why === null) return [];
    return [problemOf('own-review', unit.targetPlace(0), `${unit.id} ${why}; mark it “#, fuzzy” until then`)];
  });
}

/**
 * Why a text that is approved counts as one that is not, as said of it: “was approved by Ana, who wrote it, and this
 * article wants somebody else to (review: other)”; null for one that counts, and for a draft.
 *
 * @param byOther whether its article wants texts approved by somebody else than those who wrote or brought them
 */
export function whyDisputed(
  { state, origin, reviewedBy }: Pick<Unit, 'state' | 'origin' | 'reviewedBy'>,
  byOther: boolean,
): string | null {
  const why = byOther && state === 'reviewed' ? whyNotOther(origin, nameIn(reviewedBy ?? '')) : null;
  return why === null ? null : `was approved by ${why} (review: other)`;
}

/** @param name '' where nothing says it */
function whyNotOther(origin: string | null, name: string): string | null {
  if (name === '')
    return 'somebody whom nothing names, and this article wants somebody else than those who wrote it to';
  const did = whatTheyDid(origin, name);
  return did === null ? null : `${name}, who ${did} it, and this article wants somebody else to`;
}

/** Who approved, though a hand has left out the day or written something behind it. */
function nameIn(reviewedBy: string): string {
  return reviewedBy.replace(/(?:^|\s)\d{4}-\d{2}-\d{2}.*$/s, '').trim();
}

/** Who would approve, and what the article asks for. */
export interface Approving {
  readonly person: Person | null;
  /** Whether its texts are approved by somebody else than those who wrote or brought them: `review: other`. */
  readonly byOther: boolean;
}

/**
 * Why somebody may not approve a text, in one sentence; null where they may. Who has no name may, and what names no
 * writer may be approved: of neither can it be told.
 *
 * @guard approval → null
 */
export function whyNotApprove(origin: string | null, { person, byOther }: Approving): string | null {
  if (person === null) return null;
  const { name, role } = person;
  if (role !== 'reviewer') return `Approving is for reviewers, and ${name} is none here; save it as a draft.`;
  const did = byOther ? whatTheyDid(origin, name) : null;
  if (did === null) return null;
  return `${name} ${did} this text, and this article wants somebody else to approve it (review: other); save it as a draft.`;
}

/** How a text comes from somebody; null where it does not, as far as its origin says. */
function whatTheyDid(origin: string | null, name: string): 'wrote' | 'wrote a part of' | 'brought' | null {
  const hands = handsIn(origin);
  if (!hands.some((hand) => nameKey(hand) === nameKey(name))) return null;
  if (bringerIn(origin) !== null) return 'brought';
  return hands.length === 1 ? 'wrote' : 'wrote a part of';
}
