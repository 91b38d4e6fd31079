import { type Concept, isAccepted } from '../../core/model/concept.ts';
import type { Slices } from '../../core/model/slices.ts';
import { bare } from '../../core/text/characters.ts';
import type { GlossaryView } from '../addresses.ts';
import type { GlossaryList, ListedEntry } from './glossary-list.ts';
import type { Usage } from './glossary-usage.ts';

/** What of the glossary is asked for, and what there is. */
export interface Choice {
  readonly view: GlossaryView;
  readonly found: readonly ListedEntry[];
  /** How many of them, the first ones, have a term that is just what is searched. */
  readonly called: number;
  /** How many entries there would be in each field, and under each letter, as everything else is asked. */
  readonly fields: ReadonlyMap<string, number>;
  readonly letters: ReadonlyMap<string, number>;
  readonly pages: number;
}

/** Entries of a page. With their texts cut short, and a long search in each link, it stays under 200 KB. */
export const PAGE = 80;

/** Entries looked at between two pauses. */
const SLICE = 5000;

/** How entries can be told apart, by the word that an address has for it. */
export const STATUSES: ReadonlyMap<string, Status> = new Map([
  ['used', { label: 'in the articles', holds: (concept, { usage }) => usage.has(concept) }],
  ['unused', { label: 'in no article', holds: (concept, { usage }) => !usage.has(concept) }],
  ['broken', { label: 'not kept somewhere', holds: (concept, { usage }) => (usage.get(concept)?.broken ?? 0) > 0 }],
  ['ruled-out', { label: 'with ruled-out words', holds: ({ en }) => en.some((term) => !isAccepted(term)) }],
  ['remarks', { label: 'with remarks of the check', holds: (concept, { remarks }) => remarks.has(concept) }],
  ['note', { label: 'with a note', holds: ({ note }) => note !== null }],
  ['no-definition', { label: 'without a definition', holds: ({ definition }) => definition === null }],
  ['no-source', { label: 'without a source', holds: ({ citation }) => citation === null }],
  ['name', { label: 'the same in both languages', holds: ({ keep }) => keep }],
] satisfies [string, Status][]);

interface Status {
  readonly label: string;
  readonly holds: (concept: Concept, known: Pick<GlossaryList, 'usage' | 'remarks'>) => boolean;
}

/** What a view shows of the list, and what its neighbours would. */
export function* chooseEntries(list: GlossaryList, view: GlossaryView): Slices<Choice> {
  const words = bare(view.q).trim();
  const isWanted = filterOf(list, view, words);
  const [called, others] = [[] as ListedEntry[], [] as ListedEntry[]];
  const [fields, letters] = [new Map<string, number>(), new Map<string, number>()];
  for (const [i, entry] of list.entries.entries()) {
    if (i % SLICE === 0) yield;
    if (!isWanted(entry)) continue;
    const isOfField = view.field === '' || entry.field === view.field;
    const isOfLetter = view.letter === '' || entry.letter === view.letter;
    if (isOfLetter) countOne(fields, entry.field);
    if (isOfField) countOne(letters, entry.letter);
    if (isOfField && isOfLetter) (isCalled(entry, words) ? called : others).push(entry);
  }
  const found = called.concat(others);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  return { view: { ...view, page: Math.min(view.page, pages) }, found, called: called.length, fields, letters, pages };
}

/** Adds one to what was counted under a key. */
export function countOne<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Whether an entry is asked for, whatever its field and letter. */
function filterOf(list: GlossaryList, view: GlossaryView, words: string): (entry: ListedEntry) => boolean {
  const usage = usageOf(list, view);
  const holds = STATUSES.get(view.status)?.holds;
  return ({ concept, text, field }) =>
    (words === '' || text.includes(words) || field.includes(words)) &&
    (view.article === '' || usage.has(concept)) &&
    (holds === undefined || holds(concept, { usage, remarks: list.remarks }));
}

/** The use that a view speaks of: in its article, or in all; none in an article that is not there. */
export function usageOf({ usage, articles }: GlossaryList, { article }: GlossaryView): Usage {
  return article === '' ? usage : (articles.get(article) ?? new Map());
}

function isCalled({ text }: ListedEntry, words: string): boolean {
  return words !== '' && `\n${text}\n`.includes(`\n${words}\n`);
}
