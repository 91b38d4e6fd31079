import { WANTS, type Want, wantsOf } from '../../../core/checks/article/wants.ts';
import type { CheckedArticle, CheckedUnit } from '../../../core/checks/checked-article.ts';
import { finish, type Slices } from '../../../core/model/slices.ts';
import { counted } from '../../../core/text/counted.ts';
import { unitStepAddress } from '../../addresses.ts';
import { pilcrow } from '../frame/wording.ts';

/** One kind of work of an article, and the ways to it; kinds of which there is nothing left out. */
export interface WayView {
  readonly want: Want;
  /** “3 problems” */
  readonly label: string;
  /** Of the last and the first: `#p7`. */
  readonly last: string;
  readonly first: string;
}

/** What is left to do in an article, each way once. */
export function* waysOf(units: readonly CheckedUnit[]): Slices<WayView[]> {
  const wanting = yield* idsByWant(units);
  return WANTS.flatMap((want) => {
    const ids = wanting[want];
    const [first, last] = [ids[0], ids.at(-1)];
    return first === undefined || last === undefined
      ? []
      : [{ want, label: labelOf(want, ids.length), first: `#${first}`, last: `#${last}` }];
  });
}

/** The ways from one paragraph to others of a kind, where each is edited. */
export interface WayFrom {
  readonly want: Want;
  readonly previous: WayTo | null;
  readonly next: WayTo | null;
}

interface WayTo {
  readonly href: string;
  /** “¶7” */
  readonly label: string;
}

/** The ways to the previous and the next of each kind; kinds that no other paragraph has left out. */
export function waysFrom({ article, units }: CheckedArticle, from: string): WayFrom[] {
  const wanting = finish(idsByWant(units));
  const order = new Map(units.map(({ unit }, i) => [unit.id, i]));
  const at = order.get(from) ?? 0;
  return WANTS.flatMap((want) => {
    const to = (id: string | undefined) =>
      id === undefined ? null : { href: unitStepAddress(article.slug, id, want), label: pilcrow(id) };
    const isBefore = (id: string) => (order.get(id) ?? 0) < at;
    const previous = to(wanting[want].findLast(isBefore));
    const next = to(wanting[want].find((id) => id !== from && !isBefore(id)));
    return previous === null && next === null ? [] : [{ want, previous, next }];
  });
}

/** The paragraphs of each kind; none that nobody reviewed where they are all of one closer kind. */
function* idsByWant(units: readonly CheckedUnit[]): Slices<Record<Want, string[]>> {
  const ids: Record<Want, string[]> = { problem: [], draft: [], unreviewed: [], untranslated: [] };
  for (const checked of units) {
    for (const want of wantsOf(checked)) ids[want].push(checked.unit.id);
    yield;
  }
  const { unreviewed, draft, untranslated } = ids;
  const isToldCloser = [draft.length, untranslated.length].includes(unreviewed.length);
  return isToldCloser ? { ...ids, unreviewed: [] } : ids;
}

function labelOf(want: Want, count: number): string {
  return want === 'problem' || want === 'draft' ? counted(count, want) : `${count} ${want}`;
}
