/** Where pages lead. The tables of `routes/` are the other end of each address. */
export const GLOSSARY = '/glossary';
export const ADD_TERM = '/add-term';
export const ADD = '/add';
export const IMPORT = '/import';
const SIGN_IN = '/sign-in';
/** The articles, however many there are; `/` shows the one that is alone. */
export const SHELF = '/articles';

/** Both columns of all articles, searched. */
export const SEARCH = '/search';

/** What was saved from pages. */
export const CHANGES = '/changes';
/** Versions of whole files, to be brought back. */
export const VERSIONS = `${CHANGES}/versions`;
/** Where saves are sent to the other copy, and fetched from it. */
export const EXCHANGE = `${CHANGES}/exchange`;
/** Where a save is undone. */
export const UNDO = '/undo';

/** What a page of the shelf holds, as its address says it. */
export interface ShelfView {
  /** What is searched; '' for nothing. */
  readonly q: string;
  /** By which the articles are ordered; '' for the newest first. */
  readonly by: '' | 'title';
  /** From 1. */
  readonly page: number;
}

/** The shelf, or what of it is asked for; each page has one such address: `/articles?q=essai&page=2`. */
export function shelfAddress({ q, by, page = 1 }: Partial<ShelfView>): string {
  return withQuery(SHELF, { q, by, page: further(page) });
}

/** What is searched in the articles, as its address says it. */
export interface SearchView {
  /** '' for nothing. */
  readonly q: string;
  /** Slug of the article that is searched first; '' for none. */
  readonly article: string;
  /** From 1. */
  readonly page: number;
}

/** What a search finds: `/search?q=jeton&page=2`. */
export function searchAddress({ q, article, page = 1 }: Partial<SearchView>): string {
  return withQuery(SEARCH, { q, article, page: further(page) });
}

/** An address with what is asked behind its `?`; what is '' is not asked. */
function withQuery(address: string, asked: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value = ''] of Object.entries(asked)) if (value !== '') query.set(name, value);
  return query.size === 0 ? address : `${address}?${query}`;
}

/** The number of a page as an address says it: the first one goes without. */
function further(page: number): string {
  return page === 1 ? '' : String(page);
}

export function articleAddress(slug: string): string {
  return `/articles/${slug}`;
}

/** A file that lies in the folder of an article, or in one below it: `images/plan.png`. */
export function pictureAddress(slug: string, name: string): string {
  return `${articleAddress(slug)}/files/${name.split('/').map(encodeURIComponent).join('/')}`;
}

/** A paragraph where it is read: `/articles/essai#p7`. */
export function unitAddress(slug: string, unit: string): string {
  return `${articleAddress(slug)}#${unit}`;
}

/** A paragraph where it is edited. */
export function unitEditAddress(slug: string, unit: string): string {
  return `${articleAddress(slug)}/units/${unit}`;
}

/** A paragraph where it is edited, on the way through all of a kind: `/articles/essai/units/p7?way=draft`. */
export function unitStepAddress(slug: string, unit: string, way: string): string {
  return withQuery(unitEditAddress(slug, unit), { way });
}

/** Where every engine is asked for a draft of a paragraph, side by side. */
export function unitDraftsAddress(slug: string, unit: string): string {
  return `/api${unitEditAddress(slug, unit)}/drafts`;
}

/** A paragraph where it is edited, at the drafts of engines. */
export function unitChoicesAddress(slug: string, unit: string): string {
  return `${unitEditAddress(slug, unit)}#choices`;
}

/** A text that was brought and is not saved yet. */
export function parcelAddress(name: string): string {
  return `${ADD}/${name}`;
}

/** Where a file of another tool is brought for an article. */
export function importAddress(slug: string): string {
  return withQuery(IMPORT, { article: slug });
}

/** A file of another tool that was brought, and what of it would be written; beside an article, where one is chosen. */
export function importedAddress(name: string, slug = ''): string {
  return withQuery(`${IMPORT}/${name}`, { article: slug });
}

/**
 * Its paragraphs beside those of the English that came with it: `/add/abc/pairs?row=12#row-12`.
 *
 * @param row from 0, on whichever page it stands; or the number of a page, from 1
 */
export function pairsAddress(name: string, at: { readonly row: number } | { readonly page: number } | null): string {
  const address = `${parcelAddress(name)}/pairs`;
  if (at === null) return address;
  return 'row' in at ? `${address}?row=${at.row}#row-${at.row}` : withQuery(address, { page: String(at.page) });
}

/** Where it is asked whether an article shall go, and where it goes. */
export function removalAddress(slug: string): string {
  return `${articleAddress(slug)}/remove`;
}

export function ledgerAddress(slug: string): string {
  return `${articleAddress(slug)}/ledger.json`;
}

/** The page of a run: what it would cost, and how far it is. */
export function translateAddress(slug: string): string {
  return `${articleAddress(slug)}/translate`;
}

/** Where a run is started; `/cancel` behind it ends one. */
export function runAddress(slug: string): string {
  return `/api${translateAddress(slug)}`;
}

/** What a page of the glossary holds, as its address says it; '' for what is not asked. */
export interface GlossaryView {
  /** What is searched. */
  readonly q: string;
  readonly field: string;
  readonly status: string;
  /** Slug of the article that has the entries. */
  readonly article: string;
  readonly letter: string;
  /** From 1. */
  readonly page: number;
}

/** The glossary, or what of it is asked for; each page has one such address: `/glossary?field=law&page=2`. */
export function glossaryAddress({ q, field, status, article, letter, page = 1 }: Partial<GlossaryView>): string {
  return withQuery(GLOSSARY, { q, field, status, article, letter, page: further(page) });
}

/** The glossary as a file of a format. */
export function glossaryExportAddress(format: string): string {
  return `${GLOSSARY}/export/${format}`;
}

/** An article as a file of a format, with what is chosen of it: `/articles/essai/export/epub?layout=table`. */
export function articleExportAddress(slug: string, format: string, chosen: Readonly<Record<string, string>>): string {
  return withQuery(`${articleAddress(slug)}/export/${format}`, chosen);
}

/** What an article has and the glossary may lack. */
export function candidatesAddress(slug: string): string {
  return `${articleAddress(slug)}/candidates`;
}

/** The form of a new entry of a French term, from where the way leads back to an article. */
export function addTermAddress(french: string, back: string): string {
  return `${ADD_TERM}?${new URLSearchParams({ fr: french, back })}`;
}

/** A concept’s own page; a further page of where it stands: `/glossary/token?page=2`. */
export function conceptAddress(id: string, page = 1): string {
  return withQuery(`${GLOSSARY}/${id}`, { page: further(page) });
}

/** The concept whose own page an address is; null for any other address. */
export function conceptIn(address: string): string | null {
  return address.startsWith(`${GLOSSARY}/`) ? address.slice(GLOSSARY.length + 1) : null;
}

/** The article whose page an address is, at any of its paragraphs; null for any other address. */
export function articleIn(address: string): string | null {
  return /^\/articles\/([^/?#]+)(?:#.*)?$/.exec(address)?.[1] ?? null;
}

/** A concept as scripts read and write it. */
export function conceptApiAddress(id: string): string {
  return `/api/glossary/concepts/${id}`;
}

/** Whether an address is for scripts, which send a password and read problem details. */
export function isApiAddress(path: string): boolean {
  return path.startsWith('/api/');
}

/** A page that follows a save, and so offers to undo it: `/articles/essai?saved=7#p2`. */
export function withSaved(address: string, save: number): string {
  const [path = '', hash] = address.split('#');
  return `${path}${path.includes('?') ? '&' : '?'}saved=${save}${hash === undefined ? '' : `#${hash}`}`;
}

/** What was saved, or what of it is asked for: `/changes?page=2`, `/changes?unit=essai/p2`. */
export function changesAddress({ unit, entry, page = 1 }: ChangesView): string {
  return withQuery(CHANGES, { unit, entry, page: further(page) });
}

/** What of the changes is asked for: a paragraph (`essai/p2`), an entry by its id; a page, from 1. */
export interface ChangesView {
  readonly unit?: string;
  readonly entry?: string;
  readonly page?: number;
}

/** What undoing a save would do. */
export function changeAddress(save: number): string {
  return `${CHANGES}/${save}`;
}

/** Versions of a file; compared with one of them where that is named. */
export function versionsAddress(file: string, version = ''): string {
  return withQuery(VERSIONS, { file, version });
}

/** The sign-in, and from there back to an address of this server. */
export function signInAddress(next: string): string {
  return `${SIGN_IN}?next=${encodeURIComponent(next)}`;
}
