import { SLUG } from '../../core/text/slug.ts';
import { oneLine } from '../../formats/document/blocks/visible-text.ts';
import type { Draft, Head } from '../pages/adding/parcel-page.ts';
import { type Sent, textOf } from './requests.ts';

/** UTF-16 units. */
const LONGEST_TITLE = 300;
const LONGEST_SITE = 200;
const LONGEST_ADDRESS = 2000;
/** What is still shown again of a field in which more was sent. */
const LONGEST_FIELD = 4000;

/** What a form says of an article that is to be saved, and what is wrong with that. */
export function draftOf(sent: Sent, blocks: number): Draft {
  const lineOf = (name: keyof Head) => oneLine(textOf(sent[name])).slice(0, LONGEST_FIELD);
  const head = {
    title: lineOf('title'),
    site: lineOf('site'),
    url: lineOf('url'),
    date: lineOf('date'),
    slug: lineOf('slug'),
  };
  const ticked = tickedOf(sent['block'], blocks);
  const wrong: Record<string, string> = Object.fromEntries(
    Object.entries(WANTED).flatMap(([name, says]) => {
      const said = says(head[name as keyof Head]);
      return said === null ? [] : [[name, said]];
    }),
  );
  if (ticked.size === 0) wrong['blocks'] = 'No block is ticked; tick at least one.';
  return { head, ticked, wrong };
}

function tickedOf(value: unknown, blocks: number): ReadonlySet<number> {
  const named = Array.isArray(value) ? value : [value];
  const indexes = named.map((one) => (typeof one === 'string' && /^\d{1,6}$/.test(one) ? Number(one) : -1));
  return new Set(indexes.filter((index) => index >= 0 && index < blocks));
}

/** What is wrong with a field; null for nothing. */
const WANTED: Readonly<Record<keyof Head, (value: string) => string | null>> = {
  title(value) {
    if (value === '') return 'Write the title.';
    return value.length > LONGEST_TITLE ? `A title has ${LONGEST_TITLE} characters at most; shorten it.` : null;
  },
  site: (value) => (value.length > LONGEST_SITE ? `This has ${LONGEST_SITE} characters at most; shorten it.` : null),
  url(value) {
    if (value === '') return null;
    const isOfWeb = value.length <= LONGEST_ADDRESS && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
    return isOfWeb ? null : 'This is no address of a page; write one that starts with https://, or nothing.';
  },
  date: (value) =>
    value === '' || isDay(value) ? null : `“${shown(value)}” is no day; write it as 2025-03-07, or nothing.`,
  slug(value) {
    if (value === '' || SLUG.test(value)) return null;
    return `“${shown(value)}” is no name; write small letters and digits, joined by hyphens, 100 at most.`;
  },
};

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function shown(value: string): string {
  return value.length > 60 ? `${value.slice(0, 60)}…` : value;
}

/** What is saved of a draft in which nothing is wrong; null for what nobody wrote. */
export function headOf({ head: { title, site, url, date } }: Draft) {
  const orNull = (value: string) => (value === '' ? null : value);
  return { title, site: orNull(site), url: orNull(url), date: orNull(date) };
}
