import { parseFrontMatter } from './front-matter.ts';
import { CITED, withKeys } from './head-keys.ts';

/** What an article is cited by, as it is to stand in its front matter; null for what is not to stand there. */
export interface CitedFields {
  /** As Markdown within a line. */
  readonly title: string | null;
  readonly site: string | null;
  readonly url: string | null;
  /** ISO 8601 date. */
  readonly date: string | null;
}

/**
 * Front matter that says this, with the lines around it; '' where there is nothing to say.
 *
 * @param before the front matter so far, which can be read, and whose other keys and comments stay, if need be as
 *   comments; '' for none
 * @param said what it says so far: what is the same there is not touched
 */
export function frontMatterWith(fields: CitedFields, before: string, said: CitedFields): string {
  const { said: keys } = parseFrontMatter(before, '');
  const changed = CITED.filter((key) => fields[key] !== said[key] || (fields[key] !== null && !keys.has(key)));
  return changed.length === 0 ? before : withKeys(before, new Map(changed.map((key) => [key, fields[key]]))).head;
}
