import type { Glossary } from '../../core/checks/glossary/check-glossary.ts';
import { addToGroup } from '../../core/model/groups.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { digestOfTexts, type StartCache } from '../kept/start-cache.ts';
import { type KeptArticle, keptArticle, keptLine } from './kept-article.ts';

/** Articles as an earlier start checked them, each under all that it was made of: its files and the glossary. */
export interface KeptArticles {
  /** From so many characters of all articles on it is worth it. */
  readonly least: number;
  /** What lists and reports tell of an article; null where none is kept under the key, or not with these entries. */
  find(wanted: KeptUnder, glossary: Glossary): Promise<KeptArticle | null>;
  /** Lets go of what was read, once nothing more will be looked for. */
  forget(): void;
  /** Keeps these in place of those that were kept. */
  keep(all: readonly (KeptUnder & { readonly known: KeptArticle })[]): Promise<void>;
}

export interface KeptUnder {
  readonly slug: string;
  /** In so many characters as {@link KEY} says. */
  readonly key: string;
}

export const NONE_KEPT: KeptArticles = {
  least: Infinity,
  find: async () => null,
  forget: () => {},
  keep: async () => {},
};

/** Characters of a key. */
const KEY = 64;
/** Articles are kept in so many groups, so that a save writes few of them anew. */
const GROUPS = 64;
const LINE_END = 0x0a;

/** A group as it was read: a line for each article, its key first. */
interface Group {
  readonly bytes: Buffer;
  readonly places: ReadonlyMap<string, readonly [start: number, end: number]>;
}

/** What a start checks sooner than it finds out what version of the program it is. Characters. */
const LEAST = 30_000;

/** @param root those of another are others */
export function createKeptArticles(root: string, cache: StartCache, pacer: Pacer, least = LEAST): KeptArticles {
  let reading = new Map<number, Promise<Group>>();
  /** Keys in each group, as far as they were read or written. */
  const keys = new Map<number, string>();
  const read = async (group: number): Promise<Group> => {
    const { bytes, places } = groupIn((await cache.read(['articles', root, String(group)])) ?? new Uint8Array(0));
    keys.set(group, [...places.keys()].join(' '));
    return { bytes, places };
  };
  return {
    least,
    async find({ slug, key }, glossary) {
      const group = groupOf(slug);
      const found = reading.get(group) ?? read(group);
      reading.set(group, found);
      const { bytes, places } = await found;
      const place = places.get(key);
      return place === undefined ? null : keptArticle(bytes.toString('utf8', ...place), glossary);
    },
    forget() {
      reading = new Map();
    },
    async keep(all) {
      const groups = new Map<number, (typeof all)[number][]>();
      for await (const one of pacer.each(all)) addToGroup(groups, groupOf(one.slug), one);
      for (const group of new Set([...keys.keys(), ...groups.keys()])) {
        const its = groups.get(group) ?? [];
        const now = its.map(({ key }) => key).join(' ');
        if (now === (keys.get(group) ?? '')) continue;
        const lines: string[] = [];
        for await (const { key, known } of pacer.each(its)) lines.push(`${key}${keptLine(known)}\n`);
        await cache.write(['articles', root, String(group)], [Buffer.from(lines.join(''))]);
        keys.set(group, now);
      }
    },
  };
}

function groupOf(slug: string): number {
  return Number.parseInt(digestOfTexts([slug]).slice(0, 8), 16) % GROUPS;
}

function groupIn(read: Uint8Array): Group {
  const bytes = Buffer.from(read.buffer, read.byteOffset, read.byteLength);
  const places = new Map<string, readonly [start: number, end: number]>();
  const endFrom = (at: number) => bytes.indexOf(LINE_END, at);
  for (let at = 0, end = endFrom(0); end >= 0; at = end + 1, end = endFrom(at))
    places.set(bytes.toString('latin1', at, at + KEY), [at + KEY, end]);
  return { bytes, places };
}
