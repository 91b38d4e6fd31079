import { dateOfStamp } from '../blocks/french-date.ts';
import { oneLine } from '../blocks/visible-text.ts';
import { type HtmlDocument, type HtmlElement, wordsOf } from '../html/html-dom.ts';
import { readAddress } from '../html/html-links.ts';
import { openingWords } from '../html/html-reading.ts';
import { type LinkedData, readLinkedData } from './json-ld.ts';
import { titleOf } from './page-title.ts';
import { createBesideTest, findPublicationDate, firstLines } from './publication-line.ts';

/** What a page says of itself, beside its text. */
export interface PageFacts {
  readonly title: string | null;
  readonly site: string | null;
  readonly url: string | null;
  /** ISO 8601. */
  readonly date: string | null;
  /** Names of those who wrote it. */
  readonly authors: readonly string[];
  readonly data: LinkedData;
}

const SITE_NAMES = [
  'og:site_name',
  'application-name',
  'dc.publisher',
  'citation_journal_title',
  'apple-mobile-web-app-title',
];
const AUTHORS = ['author', 'article:author', 'dc.creator', 'citation_author'];
const DATES = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'citation_date',
  'datepublished',
  'date',
  'pubdate',
  'publish-date',
  'publishdate',
  'publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'cxenseparse:recs:publishtime',
];
/** These may stand in what is told, too. */
const IN_TEXT = new Set(['article time[datetime], main time[datetime]', 'time[datetime]']);
const PUBLISHED = [
  '[itemprop~="datePublished"]',
  'time[pubdate]',
  'time.published, time.entry-date, .published[title], .dt-published',
  ...IN_TEXT,
];
const TEXT_READ = 4000;

/** @param address where the page was found; null for a file */
export function readFacts(document: HtmlDocument, address: string | null): PageFacts {
  const data = readLinkedData(document);
  const metas = readMetas(document);
  const url = urlOf(document, metas, address);
  const declared = siteNames(metas, data);
  const handle = metas.get('twitter:site')?.replace(/^@/, '');
  const names = [...declared, ...homeHeadings(document, url), handle, hostOf(url)]
    .filter((name) => name != null && name !== '')
    .map(String);
  const headings = headingsOf(document, url);
  const found = titleOf({
    headings,
    headline: data.headline,
    shared: metas.get('og:title') ?? metas.get('twitter:title') ?? metas.get('dc.title') ?? null,
    written: [...document.querySelectorAll('title')].map(wordsOf).find((words) => words !== '') ?? null,
    siteNames: names,
    host: hostOf(url),
  });
  const date = dateSaid(data, metas, document) ?? dateOfAddress(url ?? address);
  return {
    title: found.title,
    site: siteNamed(metas) ?? siteOf(data) ?? found.site ?? declared[0] ?? found.behind ?? names[0] ?? null,
    url,
    date,
    authors: [...data.authors, ...AUTHORS.flatMap((name) => metas.get(name) ?? [])],
    data,
  };
}

/** As it wants to be called by those who share it; an address is worth less than a name. */
function siteNamed(metas: ReadonlyMap<string, string>): string | null {
  const name = metas.get('og:site_name');
  return name === undefined || /^[\w-]{1,60}(?:\.[a-z]{2,20}){1,3}$/i.test(name) ? null : name;
}

/** Whoever publishes it, unless that is no more than who writes there. */
function siteOf({ publisher }: LinkedData): string | null {
  return publisher !== null && /^(?:les )?contributeurs\b/i.test(publisher) ? null : publisher;
}

const HEADINGS =
  'h1, [role="heading"][aria-level="1"], p.MsoTitle, p.title[id^="h."], p.oj-doc-ti, p.doc-ti, h2.entry-title, h2.post-title, h3.entry-title, h3.post-title, [itemprop~="headline"]';
/** UTF-16 units of one that are looked at: longer ones are no title. */
const LONGEST_HEADING = 500;
const NAMED = /(?:^|[\s_-])(?:entry|post|article)[\s_-]*_?title/i;

/**
 * Headings that may be the title, those first that say so; the name of the site, which leads to its front page, is
 * none.
 */
function headingsOf(document: HtmlDocument, url: string | null): string[] {
  const found = [...document.querySelectorAll(HEADINGS)].filter((heading) => !leadsHome(heading, url));
  const isNamed = (heading: HtmlElement) =>
    NAMED.test(heading.getAttribute('class') ?? '') || heading.getAttribute('itemprop') !== null;
  const named = found.filter(isNamed);
  const ordered = named.length === 1 ? [...named, ...found.filter((heading) => !isNamed(heading))] : found;
  return ordered.map((heading) => openingWords([heading], LONGEST_HEADING)).filter((words) => words !== '');
}

/** The name of the site as the page shows it. */
function homeHeadings(document: HtmlDocument, url: string | null): string[] {
  const headings = [...document.querySelectorAll('h1')].filter((heading) => leadsHome(heading, url));
  return headings.map((heading) => openingWords([heading], LONGEST_HEADING));
}

function leadsHome(heading: HtmlElement, url: string | null): boolean {
  const link = heading.querySelector('a[href]') ?? (heading.parentNode?.localName === 'a' ? heading.parentNode : null);
  const address = link === null ? null : readAddress(link.getAttribute('href') ?? '', url ?? 'https://page.invalid/a');
  return address?.pathname === '/' && address.search === '' && address.hash === '';
}

/** The date that a line of a page gives, where nothing else does; to be asked when scripts are gone. */
export function dateInText(document: HtmlDocument): string | null {
  const heading = document.querySelector('h1');
  const said = heading === null ? '' : wordsOf(heading);
  const around = heading === null ? '' : firstLines(within(heading), 3 * TEXT_READ);
  const behind = around.slice(Math.max(0, around.indexOf(said))).slice(0, TEXT_READ);
  return findPublicationDate(behind) ?? findPublicationDate(firstLines(document.body, TEXT_READ));
}

/** The element around a heading that holds more than it. */
function within(heading: HtmlElement): HtmlElement {
  let at = heading;
  for (let up = 0; up < 4 && at.parentNode !== null && wordsOf(at).length < wordsOf(heading).length + 200; up += 1) {
    at = at.parentNode;
  }
  return at;
}

function readMetas(document: HtmlDocument): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = (
      meta.getAttribute('property') ??
      meta.getAttribute('name') ??
      meta.getAttribute('itemprop') ??
      ''
    ).toLowerCase();
    const content = oneLine(meta.getAttribute('content') ?? '');
    if (name !== '' && content !== '' && !metas.has(name)) metas.set(name, content);
  }
  return metas;
}

/** As the page itself calls its site, wherever it does. */
function siteNames(metas: ReadonlyMap<string, string>, data: LinkedData): string[] {
  const said = SITE_NAMES.map((name) => metas.get(name));
  return [...said, siteOf(data), ...data.siteNames].filter((name) => name != null && name !== '').map(String);
}

function hostOf(url: string | null): string | null {
  const host = url === null ? '' : (readAddress(url, null)?.hostname ?? '');
  return host === '' ? null : host.replace(/^www\d?\./, '');
}

/** As the page calls itself, unless that is the front page of its site. */
function urlOf(document: HtmlDocument, metas: ReadonlyMap<string, string>, address: string | null): string | null {
  const link = document.querySelector('link[rel~="canonical"][href]')?.getAttribute('href') ?? metas.get('og:url');
  const own = address === null ? null : readAddress(address, null);
  const said = link === undefined || link === null ? null : readAddress(link.trim(), address);
  if (said === null || !/^https?:$/.test(said.protocol))
    return own !== null && /^https?:$/.test(own.protocol) ? own.href : null;
  return own !== null && said.pathname === '/' && said.search === '' && own.pathname !== '/' ? own.href : said.href;
}

function dateSaid(data: LinkedData, metas: ReadonlyMap<string, string>, document: HtmlDocument): string | null {
  for (const stamp of [data.date, ...DATES.map((name) => metas.get(name))]) {
    const date = stamp == null ? null : dateOfStamp(stamp);
    if (date !== null) return date;
  }
  const isBesideText = createBesideTest();
  for (const selector of PUBLISHED) {
    for (const element of document.querySelectorAll(selector)) {
      const date = dateOfStamp(stampOf(element));
      if (date !== null && (!IN_TEXT.has(selector) || isBesideText(element))) return date;
    }
  }
  return null;
}

function stampOf(element: HtmlElement): string {
  const said = ['datetime', 'content', 'title']
    .map((name) => element.getAttribute(name) ?? '')
    .find((value) => /\d/.test(value));
  return said ?? wordsOf(element).slice(0, 100);
}

/** `/2020/05/12/` in an address. */
function dateOfAddress(url: string | null): string | null {
  const [, year, month, day] = /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)/.exec(url ?? '') ?? [];
  return year === undefined ? null : dateOfStamp(`${year}-${month}-${day}`);
}
