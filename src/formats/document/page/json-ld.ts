import { isRecord } from '../../../core/model/record.ts';
import type { HtmlDocument } from '../html/html-dom.ts';

/** What a page says of its article for machines. */
export interface LinkedData {
  readonly headline: string | null;
  readonly date: string | null;
  readonly publisher: string | null;
  /** Names of those who wrote it. */
  readonly authors: readonly string[];
  /** Names of the site, as far as the page tells them elsewhere. */
  readonly siteNames: readonly string[];
  /** Text of the article; null where the page keeps it to itself. */
  readonly articleBody: string | null;
  readonly isForSubscribers: boolean;
  readonly isLive: boolean;
}

type Thing = Readonly<Record<string, unknown>>;

const ARTICLE = /(?:Article|Posting|Report|Review)$/;
const SITE = /^(?:WebSite|Organization|NewsMediaOrganization|GovernmentOrganization)$/;
const MOST_THINGS = 2000;

/** The linked data of a page (JSON-LD); what cannot be read counts as not written. */
export function readLinkedData(document: HtmlDocument): LinkedData {
  const things = [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(({ textContent }) =>
    thingsOf(parsed(textContent)),
  );
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const pages = things.filter((thing) => typesOf(thing).some((type) => type.endsWith('Page')));
  const all = [...articles, ...pages];
  return {
    headline: first(articles, (thing) => textAt(thing, 'headline') ?? textAt(thing, 'name')),
    date: first(all, (thing) => textAt(thing, 'datePublished')) ?? first(all, (thing) => textAt(thing, 'dateCreated')),
    publisher: first(all, (thing) => nameOfThing(thing['publisher'], things)),
    authors: articles.flatMap((thing) =>
      [thing['author']].flat().flatMap((author) => nameOfThing(author, things) ?? []),
    ),
    siteNames: things
      .filter((thing) => typesOf(thing).some((type) => SITE.test(type)))
      .flatMap((thing) => [textAt(thing, 'name'), textAt(thing, 'alternateName')])
      .filter((name) => name !== null),
    articleBody: first(articles, (thing) => textAt(thing, 'articleBody')),
    isForSubscribers: articles.some((thing) => /^false$/i.test(String(thing['isAccessibleForFree']))),
    isLive: articles.some((thing) => typesOf(thing).includes('LiveBlogPosting')),
  };
}

function parsed(written: string): unknown {
  const text = written
    .replace(/^\s*(?:<!--|<!\[CDATA\[|\/\/<!\[CDATA\[)/, '')
    .replace(/(?:-->|(?:\/\/)?\]\]>)\s*$/, '');
  try {
    return JSON.parse(text);
  } catch {
    return parsedLoosely(text);
  }
}

/** Line ends within texts, which many pages write and JSON does not know. */
function parsedLoosely(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll(/,\s?(?=[}\]])/g, ''));
  } catch {
    return null;
  }
}

/** All things of linked data: lists, graphs and what a page is about, but no more than pages have. */
function thingsOf(value: unknown): Thing[] {
  const things: Thing[] = [];
  const left: unknown[] = [value];
  for (let at = 0; at < left.length && at < MOST_THINGS; at += 1) {
    const one = left[at];
    if (Array.isArray(one)) for (const item of one) left.push(item);
    else if (isRecord(one)) {
      things.push(one);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'isPartOf'])
        if (one[key] != null) left.push(one[key]);
    }
  }
  return things;
}

function typesOf(thing: Thing): string[] {
  return [thing['@type']].flat().filter((type) => typeof type === 'string');
}

function textAt(thing: Thing, key: string): string | null {
  const [value] = [thing[key]].flat();
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A name, or that of a thing told elsewhere on the page. */
function nameOfThing(value: unknown, things: readonly Thing[]): string | null {
  const [one] = [value].flat();
  if (typeof one === 'string') return one.startsWith('http') ? null : one;
  if (!isRecord(one)) return null;
  const named = textAt(one, 'name');
  const id = textAt(one, '@id');
  if (named !== null || id === null) return named;
  return first(things, (thing) => (textAt(thing, '@id') === id ? textAt(thing, 'name') : null));
}

function first<T>(things: readonly Thing[], take: (thing: Thing) => T | null): T | null {
  for (const thing of things) {
    const taken = take(thing);
    if (taken !== null) return taken;
  }
  return null;
}
