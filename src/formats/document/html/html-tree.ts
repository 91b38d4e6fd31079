import type { FootnoteDefinition, RootContent } from 'mdast';
import type { DocumentBlock } from '../blocks/document.ts';
import { lineDoubt, plainText } from '../blocks/line-doubt.ts';
import { type TreeBlock, writeBlocks } from '../blocks/write-blocks.ts';
import { type HtmlElement, parseHtml } from './html-dom.ts';
import { flowWithin } from './html-flow.ts';
import { findNotes, type HtmlNotes } from './html-notes.ts';
import { createLeftOut, findHolders, type HtmlReading } from './html-reading.ts';
import type { FlowBlock } from './join-lists.ts';

/** What HTML holds, as blocks of Markdown. */
export interface ReadHtml {
  readonly blocks: readonly DocumentBlock[];
  /** What was left out, each one sentence for a person. */
  readonly warnings: readonly string[];
}

/** The same before it is written. */
export interface ReadTree {
  readonly blocks: readonly TreeBlock[];
  readonly warnings: readonly string[];
}

/** What a page says of itself, for whoever reads its tree. */
export interface TreeReading {
  /** Against which addresses are read; null where there is none. */
  readonly base: string | null;
  readonly doubtOf: HtmlReading['doubtOf'];
  readonly marksHeads?: boolean;
}

/**
 * Reads a piece of HTML, or a whole page of nothing but text: what Word and EPUB hold.
 *
 * @param marksHeads whether its tables of data mark their heads
 * @throws {UnreadableDocument} where it is too large to be read
 */
export function readHtmlFragment(html: string, { marksHeads = true } = {}): ReadHtml {
  return readHtmlBody(parseHtml(html).body, { marksHeads });
}

/** The same of a tree. */
export function readHtmlBody(body: HtmlElement, { marksHeads = true } = {}): ReadHtml {
  const { blocks, warnings } = readHtmlTree(body, { base: null, doubtOf: () => null, marksHeads });
  const judged = blocks.map(({ node, doubt }) => ({ node, doubt: doubt ?? lineDoubt(node) }));
  return { blocks: writeBlocks(judged), warnings };
}

/** The blocks of an element, as trees of Markdown; its footnotes stand below all others. */
export function readHtmlTree(root: HtmlElement, { base, doubtOf, marksHeads = true }: TreeReading): ReadTree {
  const leftOut = createLeftOut();
  const notes = findNotes(root);
  const reading: HtmlReading = { base, doubtOf, marksHeads, leftOut, notes, holdsBlock: findHolders(root) };
  const blocks = withNotes(withoutLooseRules(flowWithin(root, reading)), noteBlocks(notes, reading));
  return { blocks, warnings: leftOut.warnings() };
}

function noteBlocks(notes: HtmlNotes, reading: HtmlReading): FlowBlock[] {
  return [...notes.bodies].map(([body, label]) => {
    const children = withoutMarker(
      flowWithin(body, reading).map(({ node }) => node),
      label,
    );
    const node: FootnoteDefinition = { type: 'footnoteDefinition', identifier: label, label, children };
    return { node, doubt: null };
  });
}

const OF_NOTES = /^(?:notes?(?: (?:de bas de page|de fin))?|footnotes|endnotes) ?:?$/i;

/** Blocks of a text and its notes; the heading that stood above them, with nothing else below it, goes with them. */
function withNotes(blocks: readonly FlowBlock[], notes: readonly FlowBlock[]): FlowBlock[] {
  const isOfNotes = ({ node }: FlowBlock, i: number) => {
    const next = blocks[i + 1]?.node;
    if (notes.length === 0 || node.type !== 'heading' || !OF_NOTES.test(plainText(node).trim())) return false;
    return next?.type === 'heading' && next.depth <= node.depth;
  };
  return [...blocks.filter((block, i) => !isOfNotes(block, i)), ...blocks.filter(isOfNotes), ...notes];
}

/** The brackets around a number that led back to the text, and is gone, or what ended it; or the number in its brackets. */
function withoutMarker(nodes: FootnoteDefinition['children'], label: string): FootnoteDefinition['children'] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'paragraph' || first.children[0]?.type !== 'text') return nodes;
  const [{ value }, ...line] = first.children;
  const marked = MARKED.exec(value);
  const text = marked?.[1] === label ? value.slice(marked[0].length) : value;
  const cut = text.replace(/^(?:\[ ?\]|\( ?\)|[.:)\]](?![^ \u00a0]))?[ \u00a0]*/, '');
  if (cut === '' && line.length === 0 && rest.length > 0) return rest;
  const start = cut === '' ? [] : [{ type: 'text', value: cut } as const];
  return [{ ...first, children: [...start, ...line] }, ...rest];
}

/** `(1)`, `[1]`; a figure without brackets may be part of the note. */
const MARKED = /^\s*[[(](\d{1,3})[\])][ \u00a0]*/;

/** A line across the page parts what stands above and below it; one alone, or one behind another, parts nothing. */
function withoutLooseRules(blocks: readonly FlowBlock[]): FlowBlock[] {
  const isRule = (block: { node: RootContent } | undefined) =>
    block === undefined || block.node.type === 'thematicBreak';
  return blocks.filter((block, i) => {
    if (!isRule(block)) return true;
    return i > 0 && !isRule(blocks[i + 1]);
  });
}
