/** A name for URLs and ids: lower case, no accents, words joined by hyphens; empty when nothing is left. */
export function slugOf(text: string): string {
  if (/^[a-z0-9]+( [a-z0-9]+)*$/.test(text)) return text.replaceAll(' ', '-').slice(0, 100);
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100);
}

/** The only shape a slug or id may have; checked before any file is looked for. */
export const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
