import type { Use, Uses } from '../../../core/checks/checked-article.ts';
import { type Concept, isAccepted } from '../../../core/model/concept.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { bare } from '../../../core/text/characters.ts';
import type { GlossaryView } from '../../addresses.ts';
import { pageNumber } from '../frame/page-ways.ts';
import type { GlossaryList, ListedEntry } from './glossary-list.ts';

/** What of the glossary is asked for, and what there is. */
export interface Choice {
  readonly view: GlossaryView;
  readonly found: readonly ListedEntry[];
  /** How many of them, the first ones, have a term that is just what is searched. */
  readonly called: number;
  /** How many entries there would be in each field, and under which letters some, as everything else is asked. */
  readonly fields: ReadonlyMap<string, number>;
  readonly letters: ReadonlySet<string>;
  readonly pages: number;
}

/** Entries of a page. With their texts cut short, and a long search in each link, it stays under 200 KB. */
export const PAGE = 80;

/** Entries looked at between two pauses. */
const SLICE = 5000;

/** How entries can be told apart, by the word that an address has for it. */
export const STATUSES: ReadonlyMap<string, Status> = new Map([
  ['used', { label: 'in the articles', holds: (_concept, { use }) => use !== undefined }],
  ['unused', { label: 'in no article', holds: (_concept, { use }) => use === undefined }],
  ['broken', { label: 'not kept somewhere', holds: (_concept, { use }) => use !== undefined && use.broken > 0 }],
  ['ruled-out', { label: 'with ruled-out words', holds: ({ en }) => en.some((term) => !isAccepted(term)) }],
  ['remarks', { label: 'with remarks of the check', holds: (_concept, { hasRemarks }) => hasRemarks }],
  ['note', { label: 'with a note', holds: ({ note }) => note !== null }],
  ['no-definition', { label: 'without a definition', holds: ({ definition }) => definition === null }],
  ['no-source', { label: 'without a source', holds: ({ citation }) => citation === null }],
  ['name', { label: 'the same in both languages', holds: ({ keep }) => keep }],
] satisfies [string, Status][]);

interface Status {
  readonly label: string;
  readonly holds: (concept: Concept, known: { readonly use: Use | undefined; readonly hasRemarks: boolean }) => boolean;
}

/** What a view shows of the list, and what its neighbours would. */
export function* chooseEntries(list: GlossaryList, view: GlossaryView): Slices<Choice> {
  const words = bare(view.q).trim();
  const filterFor = createFilters(list, view);
  const [called, others] = [[] as ListedEntry[], [] as ListedEntry[]];
  const [fields, letters] = [new Map<string, number>(), new Set<string>()];
  let number = 0;
  for (const [field, { entries }] of list.fields) {
    const isWanted = filterFor(field.includes(words) ? '' : words);
    const isOfField = view.field === '' || view.field === field;
    let count = 0;
    for (const entry of entries) {
      if (number % SLICE === 0) yield;
      number += 1;
      if (!isWanted(entry, number - 1)) continue;
      if (isOfField) letters.add(entry.letter);
      if (view.letter !== '' && view.letter !== entry.letter) continue;
      count += 1;
      if (isOfField) (isCalled(entry, words) ? called : others).push(entry);
    }
    if (count > 0) fields.set(field, count);
  }
  const found = called.concat(others);
  const { page, pages } = pageNumber(found.length, view.page, PAGE);
  return { view: { ...view, page }, found, called: called.length, fields, letters, pages };
}

type Filter = (entry: ListedEntry, number: number) => boolean;

/**
 * Tells whether an entry with these words, the one of that number in the list, is asked for, whatever its field and
 * letter.
 */
function createFilters(list: GlossaryList, view: GlossaryView): (words: string) => Filter {
  const uses = usesOf(list, view);
  const holds = STATUSES.get(view.status)?.holds;
  const [used, remarked] = [marked(list, uses.keys()), marked(list, list.remarks.keys())];
  return (words) => {
    if (words === '' && view.article === '' && holds === undefined) return () => true;
    return ({ concept, text }, number) => {
      const isUsed = used[number] === 1;
      if (view.article !== '' && !isUsed) return false;
      if (words !== '' && !text.includes(words)) return false;
      const use = isUsed ? uses.get(concept) : undefined;
      return holds === undefined || holds(concept, { use, hasRemarks: remarked[number] === 1 });
    };
  };
}

/** One for each entry of the list: 1 where it is one of these. */
function marked({ numbers }: GlossaryList, concepts: Iterable<Concept>): Uint8Array {
  const marks = new Uint8Array(numbers.size);
  for (const concept of concepts) {
    const number = numbers.get(concept);
    if (number !== undefined) marks[number] = 1;
  }
  return marks;
}

/** The uses that a view speaks of: in its article, or in all; none in an article that is not there. */
export function usesOf({ uses, articles }: GlossaryList, { article }: GlossaryView): Uses {
  return article === '' ? uses : (articles.get(article) ?? new Map());
}

/** Whether a term is just what is searched. */
function isCalled({ text }: ListedEntry, words: string): boolean {
  return words !== '' && (text.startsWith(`${words}\n`) || text.includes(`\n${words}\n`));
}
