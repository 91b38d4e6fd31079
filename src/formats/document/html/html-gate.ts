import { grouped } from '../../../core/text/counted.ts';
import { wordSet } from '../../../core/text/word-set.ts';
import { MOST_BLOCKS } from '../../article/block-bounds.ts';
import { UnreadableDocument } from '../blocks/document.ts';

/**
 * UTF-16 units, tags, open elements and attributes of one tag that are read; pages as people write them stay far below.
 */
const MOST_UNITS = 5 * 1024 * 1024;
const MOST_TAGS = 200_000;
const MOST_OPEN = 300;
const MOST_ATTRIBUTES = 500;
/** Elements within elements, counted as pairs: what a tree costs that is asked for the descendants of each. */
const MOST_PAIRS = 5_000_000;

/** Elements that are paragraphs, items and cells of an article, each a block of its own unless it holds others. */
const BLOCKS = wordSet('p li td th dt dd h1 h2 h3 h4 h5 h6');
/** Elements that have no end tag. */
const VOID = wordSet(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
/** Elements whose text is no HTML. */
const RAW = wordSet('script style textarea title xmp iframe noembed noframes plaintext');
/** The frame of a page, which is made anew: pages leave it out, or write it twice. */
const FRAME = wordSet('html head body frameset');
/** What ends a paragraph that has no end tag. */
const ENDS_PARAGRAPH = wordSet(
  'p address article aside blockquote center details dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr li main menu nav ol pre section summary table tbody td tfoot th thead tr ul',
);
/** Element → those of its kind that end where it begins, and what they cannot be ended through. */
const ENDED: ReadonlyMap<string, readonly [ended: ReadonlySet<string>, within: ReadonlySet<string>]> = new Map([
  ['li', [wordSet('li'), wordSet('ul ol menu dir table')]],
  ['dt', [wordSet('dt dd'), wordSet('dl table')]],
  ['dd', [wordSet('dt dd'), wordSet('dl table')]],
  ['td', [wordSet('td th'), wordSet('table')]],
  ['th', [wordSet('td th'), wordSet('table')]],
  ['tr', [wordSet('tr'), wordSet('table')]],
  ['thead', [wordSet('thead tbody tfoot caption'), wordSet('table')]],
  ['tbody', [wordSet('thead tbody tfoot caption'), wordSet('table')]],
  ['tfoot', [wordSet('thead tbody tfoot caption'), wordSet('table')]],
  ['option', [wordSet('option'), wordSet('select')]],
]);
/** What a paragraph that ends stands within. */
const HOLDS_PARAGRAPHS = new Set(
  [...ENDS_PARAGRAPH, 'caption', 'button', 'object', 'svg', 'math'].filter((name) => name !== 'p'),
);

interface Tag {
  readonly name: string;
  readonly start: number;
  readonly isEnd: boolean;
  /** Offset of the sign behind its `>`; the length of the text where there is none. */
  readonly end: number;
  /** `<p/>`, which only XHTML means. */
  readonly isSelfClosed: boolean;
  readonly attributes: number;
}

/**
 * Looks at the tags of a page before it is parsed, in one pass over its text, and writes out what they leave to be
 * understood: `<p>a<p>b` as `<p>a</p><p>b`, and `<p/>` as `<p></p>` in XHTML.
 *
 * @returns the page, without the tags of `html`, `head` and `body`
 * @throws {UnreadableDocument} where the tree would be too large, or so deep that reading it takes too long
 */
export function admitHtml(page: string): string {
  const html = page.replace(DECLARED, '$1');
  const isXml = /^\s*(?:<\?xml\b|<!doctype html public "-\/\/w3c\/\/dtd xhtml)/i.test(html.slice(0, 500));
  const bounds = createBounds();
  const open: string[] = [];
  const pieces: string[] = [];
  let written = 0;
  bounds.length(html.length);
  for (const tag of tagsOf(html)) {
    const isFrame = FRAME.has(tag.name);
    const isClosed = isXml && tag.isSelfClosed && !tag.isEnd && !VOID.has(tag.name);
    const before = isFrame ? '' : follow(tag, open, isClosed);
    bounds.tag(tag, open.length);
    if (before === '' && !isClosed && !isFrame) continue;
    pieces.push(html.slice(written, tag.start), before);
    if (isClosed) pieces.push(html.slice(tag.start, tag.end - 2), `></${tag.name}>`);
    else if (!isFrame) pieces.push(html.slice(tag.start, tag.end));
    written = tag.end;
  }
  return pieces.join('') + html.slice(written);
}

/** A document type with declarations of its own, as XHTML may have: they are no text. */
const DECLARED = /^(\s*(?:<\?xml[^>]*>\s*)?<!doctype\b[^[>]*)\[(?:[^\]"']|"[^"]*"|'[^']*')*\]/i;

/** Keeps what is open as a parser would. */
function follow({ name, isEnd, isSelfClosed }: Tag, open: string[], isClosed: boolean): string {
  if (isEnd) {
    const at = open.lastIndexOf(name);
    if (at >= 0) open.length = at;
    return '';
  }
  const isForeign = open.includes('svg') || open.includes('math');
  const ended = isForeign ? '' : endedBy(name, open);
  if (!VOID.has(name) && !isClosed && !(isForeign && isSelfClosed)) open.push(name);
  return ended;
}

/** The end tags that a tag makes unnecessary; what they end is open no more. */
function endedBy(name: string, open: string[]): string {
  const written: string[] = [];
  const end = (ended: ReadonlySet<string>, within: ReadonlySet<string>) => {
    const at = open.findLastIndex((one) => ended.has(one) || within.has(one));
    const found = open[at];
    if (found === undefined || !ended.has(found)) return;
    written.push(`</${found}>`);
    open.length = at;
  };
  if (ENDS_PARAGRAPH.has(name)) end(PARAGRAPH, HOLDS_PARAGRAPHS);
  const [ended, within] = ENDED.get(name) ?? [];
  if (ended !== undefined && within !== undefined) end(ended, within);
  return written.join('');
}

const PARAGRAPH = wordSet('p');

function createBounds() {
  let tags = 0;
  let pairs = 0;
  const blocks = new Map<string, number>();
  return {
    length(units: number) {
      refuse(units > MOST_UNITS, 'is longer than 5 MB');
    },
    tag({ name, isEnd, attributes }: Tag, depth: number) {
      tags += 1;
      pairs += depth;
      const alike = (blocks.get(name) ?? 0) + 1;
      if (BLOCKS.has(name) && !isEnd) blocks.set(name, alike);
      refuse(alike > MOST_BLOCKS, `has more than ${grouped(MOST_BLOCKS)} paragraphs, items or cells`);
      refuse(attributes > MOST_ATTRIBUTES, 'has a tag with more than 500 attributes');
      refuse(tags > MOST_TAGS, 'has more than 200,000 tags');
      refuse(depth > MOST_OPEN, 'has more than 300 elements within one another');
      refuse(pairs > MOST_PAIRS, 'has too many elements within one another');
    },
  };
}

/** @guard bounds-of-html */
function refuse(isTooMuch: boolean, what: string): void {
  if (isTooMuch) throw new UnreadableDocument(`This page ${what}; copy the text of the article and paste it instead.`);
}

function* tagsOf(html: string): Generator<Tag> {
  let at = html.indexOf('<');
  while (at >= 0) {
    const tag = tagAt(html, at);
    if (tag !== null) yield tag;
    const next = tag === null ? behindOther(html, at) : behindText(html, tag);
    at = html.indexOf('<', next);
  }
}

/** Comments, `<!doctype …>`, `<?…>`, and signs that begin no tag. */
function behindOther(html: string, at: number): number {
  if (!html.startsWith('<!--', at)) return at + 1;
  const end = html.indexOf('-->', at + 4);
  return end < 0 ? html.length : end + 3;
}

function behindText(html: string, { name, isEnd, isSelfClosed, end }: Tag): number {
  if (isEnd || isSelfClosed || !RAW.has(name)) return end;
  const closing = /<\/(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext)\b/gi;
  closing.lastIndex = end;
  for (let found = closing.exec(html); found !== null; found = closing.exec(html))
    if (found[0].slice(2).toLowerCase() === name) return found.index;
  return html.length;
}

const NAME = /\/?[a-z][^\s/>]{0,60}/iy;

function tagAt(html: string, at: number): Tag | null {
  NAME.lastIndex = at + 1;
  const name = NAME.exec(html)?.[0].toLowerCase();
  if (name === undefined) return null;
  const isEnd = name.startsWith('/');
  const { end, attributes } = endOfTag(html, NAME.lastIndex);
  return {
    name: isEnd ? name.slice(1) : name,
    start: at,
    isEnd,
    end,
    attributes,
    isSelfClosed: html.charAt(end - 2) === '/',
  };
}

/** Behind the `>` that stands in no quoted value. Attributes are told by the gap before them, or by their value. */
function endOfTag(html: string, from: number): { end: number; attributes: number } {
  const sign = />|\s+|=\s*(?:"[^"]*"?|'[^']*'?)?/g;
  sign.lastIndex = from;
  let [gaps, values] = [0, 0];
  // White space before the sign is no gap: a = "b".
  let behindGap = -1;
  for (let found = sign.exec(html); found !== null; found = sign.exec(html)) {
    if (found[0] === '>') return { end: sign.lastIndex, attributes: Math.max(gaps, values) };
    if (found[0].startsWith('=')) {
      values += 1;
      if (found.index === behindGap) gaps -= 1;
    } else {
      gaps += 1;
      behindGap = sign.lastIndex;
    }
  }
  return { end: html.length, attributes: Math.max(gaps, values) };
}
