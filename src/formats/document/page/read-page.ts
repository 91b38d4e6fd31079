import { CONTENTS, judgeBlocks } from '../blocks/block-doubt.ts';
import { type ReadDocument, UnreadableDocument } from '../blocks/document.ts';
import { plainText } from '../blocks/line-doubt.ts';
import { type TreeBlock, writeBlocks } from '../blocks/write-blocks.ts';
import { isForeign } from '../html/foreign-block.ts';
import { type HtmlDocument, type HtmlElement, nameOf, parseHtml, wordsOf } from '../html/html-dom.ts';
import { isOfComment } from '../html/html-notes.ts';
import { readHtmlTree } from '../html/html-tree.ts';
import { judgeHead } from './head-doubt.ts';
import { findArticle } from './page-body.ts';
import { dateInText, type PageFacts, readFacts } from './page-facts.ts';
import { createClassDoubt, doubtByOpening, isContents, isLinksAlone } from './page-junk.ts';
import { removePermalinks, removeScripts } from './page-scripts.ts';
import { pageWarnings } from './page-warnings.ts';
import { judgePullQuotes } from './said-again.ts';

/**
 * Reads the article of a page: its text without what stands around it, and what the page says of it.
 *
 * @param address where the page was found; null for a file
 * @throws {UnreadableDocument} where it is too large to be read, or holds no text
 */
export function readPage(html: string, address: string | null): ReadDocument {
  const document = parseHtml(html);
  removePermalinks(document);
  const facts = readFacts(document, address);
  removeScripts(document);
  const date = facts.date ?? dateInText(document);
  const base = document.querySelector('base[href]')?.getAttribute('href') ?? null;
  const marksHeads = !isTyped(document);
  const hasFrames = document.querySelector('frame') !== null;
  const article = findArticle(document, html);
  const at = baseOf(base, address ?? facts.url);
  const doubtOf = createDoubt(at === null);
  const { blocks, warnings } = readHtmlTree(article.element, { base: at, doubtOf, marksHeads });
  const judged = judgePullQuotes(judgeHead(judgeBlocks(blocks), { authors: facts.authors, site: facts.site, date }));
  const told = textOrData(withoutTitle(judged, facts.title), facts);
  if (told.every(isWaiting)) throw new UnreadableDocument(emptiness(hasFrames, address !== null));
  const { title, site, url } = facts;
  const doubts = pageWarnings(told, facts, address !== null);
  return { title, site, url, date, blocks: writeBlocks(told), warnings: [...doubts, ...article.warnings, ...warnings] };
}

const OF_GOOGLE = '[class*="lst-kix_"], p[id^="h."], h1[id^="h."], h2[id^="h."]';
const TYPED = /^(?:microsoft word|libreoffice|openoffice)/i;

/** Whether a word processor saved it. */
function isTyped(document: HtmlDocument): boolean {
  if (document.querySelector(OF_GOOGLE) !== null) return true;
  const programs = [...document.querySelectorAll('meta[name][content]')].filter((meta) =>
    /^(?:generator|progid)$/i.test(meta.getAttribute('name') ?? ''),
  );
  return programs.some((meta) => TYPED.test(meta.getAttribute('content') ?? ''));
}

/**
 * Why an element may be no part of the article; null for no reason.
 *
 * @param isSaved of a page that does not say where it was: links that lead within its site lead nowhere, and are still
 *   links
 */
function createDoubt(isSaved: boolean): (element: HtmlElement) => string | null {
  const doubtByClass = createClassDoubt();
  const others = (element: HtmlElement) => {
    if (isForeign(element)) return 'in another language';
    if (isComment(element)) return 'a remark of those who work on it';
    if (isContents(element)) return CONTENTS;
    return isSaved && isLinksAlone(element) ? 'links alone' : null;
  };
  return (element) => doubtByClass(element) ?? doubtByOpening(element) ?? others(element);
}

function isComment(element: HtmlElement): boolean {
  const link = nameOf(element) === 'p' ? element.querySelector('a[href]') : null;
  return link !== null && isOfComment(link) && wordsOf(element).startsWith(wordsOf(link));
}

function baseOf(written: string | null, address: string | null): string | null {
  if (written === null) return address;
  return URL.canParse(written, address ?? undefined) ? new URL(written, address ?? undefined).href : address;
}

const WAITING =
  /^(?:(?:chargement|loading)(?:\s+\p{L}+){0,3}\s*(?:…|\.{3})?$|(?:(?:veuillez )?patiente[rz]|please wait|(?:veuillez |please )?(?:activer?z?|enable) javascript|you need to enable javascript)(?!\p{L}))/iu;
const LONGEST_WAITING = 120;

/** What a page shows until its script has brought the text. */
function isWaiting({ node }: TreeBlock): boolean {
  const words = plainText(node).trim();
  return words.length <= LONGEST_WAITING && WAITING.test(words);
}

/** The title stands above all blocks, and is none of them. */
function withoutTitle(blocks: readonly TreeBlock[], title: string | null): TreeBlock[] {
  const said = folded(title ?? '');
  const at = blocks.findIndex(({ node }) => node.type === 'heading' && folded(plainText(node)) === said);
  return blocks.filter((_, i) => i !== at || at > 3);
}

function folded(words: string): string {
  return words
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A page that is made by its script may still tell its text to search engines. */
function textOrData(blocks: readonly TreeBlock[], { data: { articleBody } }: PageFacts): readonly TreeBlock[] {
  const shown = blocks.reduce((sum, { node }) => sum + plainText(node).length, 0);
  if (articleBody === null || articleBody.length < 2 * shown) return blocks;
  const isHtml = /<(?:p|br|div|h2)\b/i.test(articleBody);
  if (isHtml) return judgeBlocks(readHtmlTree(parseHtml(articleBody).body, { base: null, doubtOf: () => null }).blocks);
  const lines = articleBody.split('\n').flatMap((line) => line.trim() || []);
  return judgeBlocks(lines.map((value) => ({ node: paragraph(value), doubt: null })));
}

function paragraph(value: string): TreeBlock['node'] {
  return { type: 'paragraph', children: [{ type: 'text', value: value.replaceAll(/[ \t]+/g, ' ').normalize('NFC') }] };
}

function emptiness(hasFrames: boolean, isFetched: boolean): string {
  if (hasFrames)
    return 'This page holds no text but frames; open the frame with the article by itself, and give its address.';
  const otherwise = isFetched ? ', or save the page from the browser and add that file' : '';
  return `This page holds no text before its script runs; copy the text in your browser and paste it${otherwise}.`;
}
