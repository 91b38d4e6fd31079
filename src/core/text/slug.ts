import { fingerprint } from './fingerprint.ts';

/** Characters of a slug at most. */
const MOST = 100;

/** A name for URLs and ids: lower case, no accents, words joined by hyphens; empty when nothing is left. */
export function slugOf(text: string): string {
  return cutSlug(hyphened(text), MOST);
}

/** A slug told apart from others by a number behind it. */
export function numberedSlug(slug: string, number: number): string {
  const end = `-${number}`;
  return cutSlug(slug, MOST - end.length) + end;
}

/** A sign at the end of a word that is no word itself, and tells C++ and C# from C. */
const PLUS = /(?<=\p{L}\+?)\+(?![\p{L}\p{N}])/gu;
const SHARP = /(?<=\p{L})#(?![\p{L}\p{N}])/gu;
/** A letter that no Latin one spells. */
const OTHER_SCRIPT = /(?![\p{Script=Latin}\p{Script=Common}])\p{L}/u;

/**
 * The id that is made of a term. Where its letters cannot be spelled, or it has none, it is told apart by a fingerprint
 * and not by a number, so that no other term changes it: ★, 日本語.
 *
 * @param fallback what stands for a term of which nothing is left
 */
export function slugOfTerm(text: string, fallback: string): string {
  const slug = slugOf(text.replace(PLUS, ' plus ').replace(SHARP, ' sharp '));
  if (slug !== '' && !OTHER_SCRIPT.test(text)) return slug;
  const end = `-${fingerprint([text.normalize('NFC')]).slice(0, 8)}`;
  return cutSlug(slug || fallback, MOST - end.length) + end;
}

/** Cut inside a word, or before the hyphen that would be left at the end. */
function cutSlug(slug: string, most: number): string {
  return slug.length <= most ? slug : slug.slice(0, most).replace(/-$/, '');
}

function hyphened(text: string): string {
  // No group that repeats: each round of one takes stack, and a text may have a million words.
  if (!/[^a-z0-9 ]|^ | $| {2}/.test(text)) return text.replaceAll(' ', '-');
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The only shape a slug or id may have; checked before any file is looked for. */
export const SLUG = /^(?=.{1,100}$)[a-z0-9]+(-[a-z0-9]+)*$/;

/** Gives out slugs, each once. */
export function createSlugs(): (slug: string, longer?: string) => string {
  /** The last number behind each slug. */
  const taken = new Map<string, number>();
  /** @param longer what is taken instead where the slug is not free, before any number */
  return (slug, longer = slug) => {
    let free = taken.has(slug) ? longer : slug;
    let count = taken.get(slug) ?? 1;
    for (; taken.has(free); free = numberedSlug(slug, count)) count += 1;
    taken.set(slug, count);
    taken.set(free, taken.get(free) ?? 1);
    return free;
  };
}
