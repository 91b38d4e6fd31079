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
  const [called, others] = [[] as ListedEntry[], [] as ListedEntry[]];
  const [fields, letters] = [new Map<string, number>(), new Set<string>()];
  for (const [field, { entries }] of list.fields) {
    const isWanted = filterOf(list, view, field.includes(words) ? '' : words);
    const isOfField = view.field === '' || view.field === field;
    let count = 0;
    for (const [i, entry] of entries.entries()) {
      if (i % SLICE === 0) yield;
      if (!isWanted(entry)) continue;
      if (isOfField) letters.add(entry.letter);
      if (view.letter !== '' && view.letter !== entry.letter) continue;
      count += 1;
      if (isOfField) (isCalled(entry, words) ? called : others).push(entry);
    }
    if (count > 0) fields.set(field, count);
  }
  const found = called.concat(others);
  const pages = Math.max(1, Math.ceil(found.length / PAGE));
  return { view: { ...view, page: Math.min(view.page, pages) }, found, called: called.length, fields, letters, pages };
}

/** Whether an entry is asked for, whatever its field and letter. */
function filterOf(list: GlossaryList, view: GlossaryView, words: string): (entry: ListedEntry) => boolean {
  const usage = usageOf(list, view);
  const known = { usage, remarks: list.remarks };
  const holds = STATUSES.get(view.status)?.holds;
  if (words === '' && view.article === '' && holds === undefined) return () => true;
  return ({ concept, text }) =>
    (words === '' || text.includes(words)) &&
    (view.article === '' || usage.has(concept)) &&
    (holds === undefined || holds(concept, known));
}

/** The use that a view speaks of: in its article, or in all; none in an article that is not there. */
export function usageOf({ usage, articles }: GlossaryList, { article }: GlossaryView): Usage {
  return article === '' ? usage : (articles.get(article) ?? new Map());
}

/** Whether a term is just what is searched. */
function isCalled({ text }: ListedEntry, words: string): boolean {
  return words !== '' && (text.startsWith(`${words}\n`) || text.includes(`\n${words}\n`));
}
