import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { summedUses, type UsesOfAll } from '../../../core/checks/article/article-summary.ts';
import type { Uses } from '../../../core/checks/checked-article.ts';
import type { Glossary } from '../../../core/checks/glossary/check-glossary.ts';
import type { Concept } from '../../../core/model/concept.ts';
import { addToGroup } from '../../../core/model/groups.ts';
import type { Pacer, Slices } from '../../../core/model/slices.ts';
import { sortSlices } from '../../../core/model/sort-slices.ts';
import { bare } from '../../../core/text/characters.ts';
import { compareTexts } from '../../../core/text/compare-texts.ts';
import { fieldOf, NO_FIELD } from './glossary-fields.ts';
import { findRemarks, type Remarks } from './glossary-remarks.ts';

/** An entry as the page of the glossary finds it. */
export interface ListedEntry {
  readonly concept: Concept;
  /** Key of its field. */
  readonly field: string;
  /** What its first French term begins with: a to z, or {@link OTHER_LETTER}. */
  readonly letter: string;
  /**
   * All that a search finds it by besides its field, without accents and capitals, a line each: its first French term
   * first, so that this is its place among others too.
   */
  readonly text: string;
}

/** Digits, signs, letters of other alphabets. */
export const OTHER_LETTER = 'other';

/** The entries of a field by their French, which is the order of the page. */
export interface FieldEntries {
  readonly name: string;
  readonly entries: readonly ListedEntry[];
}

/** Entries in the order of the page. */
interface OrderedEntries {
  /** By the keys of the fields, in order; what has no field comes last. */
  readonly fields: ReadonlyMap<string, FieldEntries>;
  /** Which in the whole list each is, from 0: asking this of a few takes less than asking something of each. */
  readonly numbers: ReadonlyMap<Concept, number>;
  readonly remarks: Remarks;
}

/** All that pages of the glossary are made from at one state of the files. */
export interface GlossaryList extends OrderedEntries {
  /** Of all articles together. */
  readonly uses: Uses;
  /** Of each article, by its slug. */
  readonly articles: ReadonlyMap<string, Uses>;
}

/** Entries made or put in order between two pauses. */
const SLICE = 500;

/** Makes the list once for each state of the files; of what did not change, it is used again. */
export function createGlossaryLists(pacer: Pacer): (snapshot: Snapshot) => Promise<GlossaryList> {
  const ordered = createOrder();
  let last: { readonly snapshot: Snapshot; readonly list: Promise<GlossaryList> } | null = null;
  let summed: UsesOfAll | null = null;
  function* make({ glossary, articles }: Snapshot): Slices<GlossaryList> {
    const own = new Map([...articles].map(([slug, { summary }]) => [slug, summary.uses]));
    const all = yield* summedUses(own, summed);
    summed = all;
    return { ...(yield* ordered(glossary)), uses: all.sum, articles: own };
  }
  return (snapshot) => {
    if (last?.snapshot === snapshot) return last.list;
    const list = pacer.finish(make(snapshot));
    last = { snapshot, list };
    // What failed once is tried again for the next who asks.
    list.catch(() => {
      if (last?.list === list) last = null;
    });
    return list;
  };
}

function createOrder(): (glossary: Glossary) => Slices<OrderedEntries> {
  const kept = new WeakMap<Concept, ListedEntry>();
  let last: { readonly glossary: Glossary; readonly order: OrderedEntries } | null = null;
  const listedEntry = (concept: Concept): ListedEntry => {
    const entry = kept.get(concept) ?? entryOf(concept);
    kept.set(concept, entry);
    return entry;
  };
  return function* (glossary) {
    if (last?.glossary === glossary) return last.order;
    const order = yield* orderOf(glossary, listedEntry);
    last = { glossary, order };
    return order;
  };
}

function* orderOf(glossary: Glossary, entryOf: (concept: Concept) => ListedEntry): Slices<OrderedEntries> {
  const byField = new Map<string, ListedEntry[]>();
  for (const [i, concept] of glossary.concepts.entries()) {
    const entry = entryOf(concept);
    addToGroup(byField, entry.field, entry);
    if (i % SLICE === 0) yield;
  }
  const fields = new Map<string, FieldEntries>();
  for (const key of [...byField.keys()].sort(byKey)) {
    const entries = yield* sortSlices(byField.get(key) ?? [], (a, b) => compareTexts(a.text, b.text));
    fields.set(key, { name: fieldOf(entries[0]?.concept.domain ?? null).name, entries });
  }
  return { fields, numbers: yield* numbered(fields.values()), remarks: yield* findRemarks(glossary) };
}

function* numbered(fields: Iterable<FieldEntries>): Slices<ReadonlyMap<Concept, number>> {
  const numbers = new Map<Concept, number>();
  for (const { entries } of fields) {
    for (const { concept } of entries) {
      if (numbers.size % SLICE === 0) yield;
      numbers.set(concept, numbers.size);
    }
  }
  return numbers;
}

function byKey(a: string, b: string): number {
  return Number(a === NO_FIELD.key) - Number(b === NO_FIELD.key) || compareTexts(a, b);
}

function entryOf(concept: Concept): ListedEntry {
  const { id, fr, en, definition, domain } = concept;
  const written = [...fr.map(({ text }) => text), ...en.map(({ text }) => text), id, definition ?? ''];
  const text = written.map((one) => bare(one).trim()).join('\n');
  const first = text.charAt(0);
  return { concept, text, field: fieldOf(domain).key, letter: /[a-z]/.test(first) ? first : OTHER_LETTER };
}
