import type { Use } from '../../../core/checks/checked-article.ts';
import { isAccepted, type Term } from '../../../core/model/concept.ts';
import { formatPlace } from '../../../core/model/place.ts';
import { counted, grouped } from '../../../core/text/counted.ts';
import { conceptAddress } from '../../addresses.ts';
import { shortened } from '../frame/wording.ts';
import { type Choice, PAGE, usesOf } from './glossary-choice.ts';
import type { GlossaryList, ListedEntry } from './glossary-list.ts';

/** Entries of one field, or those that are called what is searched, as far as a page has them. */
export interface EntryGroup {
  readonly name: string;
  /** “12 concepts”, “12 concepts, continued”: of the whole group. */
  readonly count: string;
  readonly entries: readonly EntryItem[];
}

/** An entry in the list; its texts may be cut short. */
export interface EntryItem {
  readonly id: string;
  readonly href: string;
  readonly french: string;
  /** Null where it is the same as the French. */
  readonly english: string | null;
  readonly definition: string;
  /** Renderings the entry rules out, in one line; '' for none. */
  readonly not: string;
  /** What the check says of it, where that is asked for. */
  readonly remarks: readonly string[];
  /** “once in the articles”, “3 times in this article, 1 not kept” */
  readonly count: string;
  readonly place: string;
}

/** UTF-16 units, on the page, of a term and of further texts. */
const LONGEST_TERM = 140;
const LONGEST_TEXT = 300;
/** Remarks of one entry, and UTF-16 units of each. */
const MOST_REMARKS = 2;
const LONGEST_REMARK = 160;

/** What the page of a choice shows, under headings. */
export function entryGroups(list: GlossaryList, choice: Choice): EntryGroup[] {
  const { view, found } = choice;
  const start = (view.page - 1) * PAGE;
  const groups = new Map<string | null, EntryItem[]>();
  for (const [i, entry] of found.slice(start, start + PAGE).entries()) {
    const heading = headingOf(choice, start + i);
    const items = groups.get(heading) ?? [];
    items.push(entryItem(entry, list, choice));
    groups.set(heading, items);
  }
  return [...groups].map(([heading, entries]) => ({
    name: heading === null ? `Called “${view.q}”` : (list.fields.get(heading)?.name ?? ''),
    count: countIn(choice, heading) + (start > 0 && heading === headingOf(choice, start - 1) ? ', continued' : ''),
    entries,
  }));
}

/** The field under which an entry stands; null for one that is called what is searched. */
function headingOf({ found, called }: Choice, i: number): string | null {
  return i < called ? null : (found[i]?.field ?? '');
}

function countIn({ found, called, fields }: Choice, heading: string | null): string {
  if (heading === null) return counted(called, 'concept');
  const elsewhere = found.slice(0, called).filter(({ field }) => field === heading);
  return counted((fields.get(heading) ?? 0) - elsewhere.length, 'concept');
}

function entryItem({ concept }: ListedEntry, list: GlossaryList, { view }: Choice): EntryItem {
  const { id, fr, en, definition, place } = concept;
  const french = fr[0]?.text ?? '';
  const english = en.find(({ status }) => status !== 'deprecated')?.text ?? '';
  const remarks = view.status === 'remarks' ? (list.remarks.get(concept) ?? []) : [];
  return {
    ...{ id, href: conceptAddress(id), french: shortened(french, LONGEST_TERM) },
    english: english === french ? null : shortened(english, LONGEST_TERM),
    definition: shortened(definition ?? '', LONGEST_TEXT),
    not: shortened(textsOf(en.filter((term) => !isAccepted(term))), LONGEST_TERM),
    remarks: remarks.slice(0, MOST_REMARKS).map((remark) => shortened(remark, LONGEST_REMARK)),
    count: countOf(usesOf(list, view).get(concept), view.article === '' ? 'the articles' : 'this article'),
    place: shortened(formatPlace(place), LONGEST_TERM),
  };
}

function textsOf(terms: readonly Term[]): string {
  return terms.map(({ text }) => text).join(', ');
}

function countOf(use: Use | undefined, where: string): string {
  if (use === undefined) return 'in no article';
  const { count, broken } = use;
  const times = count === 1 ? 'once' : counted(count, 'time');
  return `${times} in ${where}${broken === 0 ? '' : `, ${grouped(broken)} not kept`}`;
}
