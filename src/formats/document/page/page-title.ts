/** All that a page says of its title. */
export interface TitleSources {
  /** Words of each `h1`. */
  readonly headings: readonly string[];
  /** Of the linked data. */
  readonly headline: string | null;
  /** What the page gives to those who share it. */
  readonly shared: string | null;
  /** `<title>`: often with the name of the site. */
  readonly written: string | null;
  readonly siteNames: readonly string[];
  /** `exemple.fr` */
  readonly host: string | null;
}

const LONGEST = 300;
/** Ends the name of a file; Word writes its own before that. */
const FILE = { ending: /\.(?:x?html?|xml|docx?|odt|pdf|rtf|txt|md|php|aspx?|indd)$/i, ofWord: /^microsoft word - /i };
/** What programs call a document that has no name. */
const UNNAMED =
  /^(?:untitled(?: document)?|sans[ -]titre|(?:nouvelle page|document|page) sans (?:titre|nom)|document|nouvelle page)(?: ?\d{1,4})?$/i;
const LONGEST_NAME = 60;
const PARTED = /\s[-–—|·•»:]+\s|\s::\s|[|»]/g;

/** The title of an article without the name of its site, and that name where only the title holds it. */
export interface FoundTitle {
  readonly title: string | null;
  /** Known to be one: it is like others, or like the address. */
  readonly site: string | null;
  /** What `<title>` has behind the very heading of the page: its name, most likely. */
  readonly behind: string | null;
}

export function titleOf(sources: TitleSources): FoundTitle {
  const cut = (words: string | null) => withoutSite(isTitle(words ?? '') ? (words ?? '') : '', sources);
  const [shared, written, headline] = [cut(sources.shared), cut(sources.written), cut(sources.headline)];
  const site = written.site ?? shared.site;
  const said = [headline.title, shared.title, written.title].filter((title) => title !== '');
  const isSite = (words: string) => sources.siteNames.some((name) => folded(name) === folded(words));
  const headings = sources.headings.filter((words) => words.length <= LONGEST && !isSite(words));
  const heading =
    headings.find((words) => said.some((title) => isAlike(words, title))) ??
    (headings.length === 1 || said.length === 0 ? headings[0] : undefined);
  return { title: heading ?? said[0] ?? null, site, behind: behindHeading(sources) };
}

function isTitle(words: string): boolean {
  const isFile = FILE.ending.test(words) && (!words.includes(' ') || FILE.ofWord.test(words));
  return !isFile && !UNNAMED.test(words);
}

function folded(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z\d]/g, '');
}

/** One holds the other, or most of their words are the same. */
function isAlike(one: string, other: string): boolean {
  const [a, b] = [folded(one), folded(other)];
  if (a === '' || b === '') return false;
  if (Math.min(a.length, b.length) > 8 && (a.includes(b) || b.includes(a))) return true;
  const [words, others] = [wordSet(one), wordSet(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared * 2 >= Math.max(1, Math.min(words.size, others.size));
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(
    text
      .normalize('NFD')
      .toLowerCase()
      .match(/[\p{L}\p{M}\d]{4,}/gu) ?? [],
  );
}

/** `Titre - SITE` and `SITE : Titre` without the site, where SITE is known to be its name. */
function withoutSite(words: string, { siteNames, host }: TitleSources): { title: string; site: string | null } {
  let title = words.slice(0, 2 * LONGEST);
  let site: string | null = null;
  for (let isCut = true; isCut; ) {
    isCut = false;
    for (const { rest, end } of endsOf(title)) {
      if (rest === '' || !isName(end, siteNames, host)) continue;
      title = rest;
      site ??= end;
      isCut = true;
      break;
    }
  }
  return { title, site };
}

function behindHeading({ headings, written }: TitleSources): string | null {
  const [last] = endsOf((written ?? '').slice(0, 2 * LONGEST));
  if (last === undefined || last.end.length > LONGEST_NAME || /^(?:par|by)\s/i.test(last.end)) return null;
  return headings.some((heading) => folded(heading) === folded(last.rest)) ? last.end : null;
}

/** The last part of a title and the first, each with what is left without it. */
function endsOf(title: string): { rest: string; end: string }[] {
  const parted = [...title.matchAll(PARTED)];
  const [first, last] = [parted[0], parted.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    { rest: title.slice(0, last.index).trim(), end: title.slice(last.index + last[0].length).trim() },
    { rest: title.slice(first.index + first[0].length).trim(), end: title.slice(0, first.index).trim() },
  ];
}

/** A name of the site, as people vary it: Le Monde, LeMonde.fr, lemonde.fr. */
function isName(words: string, names: readonly string[], host: string | null): boolean {
  const said = folded(words);
  if (said.length < 2) return false;
  const label = host === null ? '' : folded(host.split('.').slice(0, -1).join(''));
  return (
    names.some((name) => folded(name) === said) || (label !== '' && (said === label || said === folded(host ?? '')))
  );
}
