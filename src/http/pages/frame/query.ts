/** What an address says behind its `?`: anything at all. */
export type Query = Readonly<Record<string, unknown>>;

/** UTF-16 units of a search, half of that where they take more bytes in an address: each link says it again. */
const LONGEST_SEARCH = 100;
const LONGEST_WRITTEN = 450;

/** A text that an address says, as far as each link of a page can say it again; '' for none. */
export function textIn(query: Query, name: string): string {
  const value = query[name];
  if (typeof value !== 'string') return '';
  const text = withoutHalves(value.trim().slice(0, LONGEST_SEARCH));
  if (encodeURIComponent(text).length <= LONGEST_WRITTEN) return text;
  return withoutHalves(text.slice(0, LONGEST_SEARCH / 2));
}

/** Whether {@link textIn} leaves out some of what an address says. */
export function isCutShort(query: Query, name: string): boolean {
  const value = query[name];
  return typeof value === 'string' && textIn(query, name).length < withoutHalves(value.trim()).length;
}

/** Half a sign has no place in an address. */
function withoutHalves(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '');
}

/** The page that an address asks for, from 1; the first where it asks for none. */
export function pageIn(query: Query): number {
  const text = textIn(query, 'page');
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 1;
}
