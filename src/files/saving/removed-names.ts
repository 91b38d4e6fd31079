import { SLUG } from '../../core/text/slug.ts';

/** The name under which an article that was removed is kept. @param time in milliseconds since 1970 */
export function removedName(slug: string, time: number): string {
  return `${slug}-${time}`;
}

/** The slug of an article that was removed, of the name under which it is kept; null for no such name. */
export function removedSlug(name: string): string | null {
  const [, slug = ''] = /^(.+)-\d{1,16}$/.exec(name) ?? [];
  return SLUG.test(slug) ? slug : null;
}
