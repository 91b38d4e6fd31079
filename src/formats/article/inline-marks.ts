import type { Nodes, Parents } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import type { LinkTarget, Mark, RichText, Setting, Span } from '../../core/model/rich-text.ts';
import { BLANK, type ReadText, readMarked, readUnread } from '../../core/text/reading.ts';
import { type CalloutLead, calloutLeadOf } from './callouts.ts';
import { imageAddress, safeAddress, wordsOfImage } from './inline-images.ts';
import { addMark, around, collectSigns, type Found } from './inline-signs.ts';
import { knowing, plainLabel } from './link-labels.ts';
import { blockNameOf, pairedPenSigns, penSignsIn } from './obsidian.ts';
import { findRemarks, isComment } from './remarks.ts';
import { findShortcodes } from './shortcodes.ts';

/** Everything of CommonMark that is not inline: in a unit it is plain text. */
const BLOCKS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];
/** The marks of a longer text stay unread, so that no input makes the parser slow. Characters. */
const MOST_TEXT = 50_000;
/** The same for a text with more signs that can begin or end a mark: the parser compares each with all. */
const MOST_SIGNS = 400;
const SIGN = /\*+|_+|`+|~~+|[[\\<&]/g;
const ANY_SIGN = /~~|==|[*_`[\\<&^]/;
/** What says which footnote a text is, and whether a task of a list is done. */
const NOTE_LEAD = /^\[\^[^\s\][]{1,999}\]:[ \t]*/;
const TASK_LEAD = /^\[[ xX]\](?:[ \t]+|$)/;

/** Reads texts that say the same as this one, its translations: what it cannot tell of itself holds for them. */
export function readerFor({ setting }: Pick<RichText, 'setting'>): ReadText {
  return (text) => parseInlineMarks(text, setting);
}

/** Reads a text as a translation of another, with what that cannot tell of itself. */
export function readLike(text: string, source: Pick<RichText, 'setting'>): RichText {
  return parseInlineMarks(text, source.setting);
}

/**
 * Reads the inline CommonMark and GFM marks of a unit, its tags, shortcodes and character references; the text itself
 * stays as written.
 */
export function parseInlineMarks(text: string, setting?: Setting): RichText {
  const rich = readInline(text, setting ?? {});
  return setting === undefined ? rich : { ...rich, setting };
}

function readInline(text: string, { links = [], isTask }: Setting): RichText {
  if (whyUnread(text) !== null) return readUnread(text);
  const shortcodes = findShortcodes(text);
  const remarks = findRemarks(text);
  if (!ANY_SIGN.test(text)) return readMarked(text, { ...NO_MARKS, syntax: remarks, wordless: shortcodes });
  const callout = calloutLeadOf(text);
  if (callout !== null && !callout.hasTitle) return readKind(text, callout);
  const lead = callout?.end ?? (NOTE_LEAD.exec(text) ?? (isTask ? TASK_LEAD.exec(text) : null))?.[0].length ?? 0;
  const line = inOnePiece(text.slice(0, lead).replaceAll(/\S/g, BLANK) + text.slice(lead));
  const masked = maskedIn(line, [...shortcodes, ...remarks]);
  const tree = fromMarkdown(masked, {
    extensions: [{ disable: { null: BLOCKS } }, gfmStrikethrough({ singleTilde: false }), knowing(links)],
    mdastExtensions: [gfmStrikethroughFromMarkdown()],
  });
  const found: Found = {
    marks: [],
    syntax: [...remarks],
    wordless: [...shortcodes],
    references: [],
    links,
    penSigns: [],
  };
  if (lead > 0) found.syntax.push({ start: 0, end: lead });
  collect(tree, masked, found);
  const name = blockNameOf(masked);
  for (const span of pairedPenSigns(found.penSigns, masked)) found.syntax.push(span);
  if (name !== null) found.syntax.push(name);
  found.syntax.sort((a, b) => a.start - b.start);
  return readMarked(text, found);
}

/** The kind of a callout stands for its title, and is a name of a program. */
function readKind(text: string, { kind }: CalloutLead): RichText {
  const syntax = around({ start: 0, end: text.length }, kind);
  return readMarked(text, { ...NO_MARKS, syntax, wordless: [kind] });
}

const NO_MARKS = { marks: [], syntax: [], references: [] };

/** A text with a blank for each sign of these stretches, so that no mark begins or ends in them. */
function maskedIn(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, start), BLANK.repeat(Math.max(0, end - Math.max(at, start))));
    at = Math.max(at, end);
  }
  return pieces.join('') + text.slice(at);
}

/** Lines of HTML with a blank for what ends one before an empty line, which ends no remark and no code there. */
function inOnePiece(text: string): string {
  return /^[ \t]*</.test(text) ? text.replaceAll(/\n(?=[ \t]*\n)/g, BLANK) : text;
}

/** Why the marks of a text are shown as they are written: a sentence for whoever wrote it; null where they are read. */
export function whyUnread(text: string): string | null {
  if (text.length > MOST_TEXT)
    return 'this text has more than 50,000 characters, so its marks are shown as they are written; split it';
  let signs = 0;
  for (const _ of text.matchAll(SIGN)) {
    signs += 1;
    if (signs > MOST_SIGNS)
      return 'this text has more than 400 signs of marks (* _ ` ~ [ \\ < &), so they are shown as they are written; split it';
  }
  return null;
}

function collect(node: Nodes, text: string, found: Found): void {
  const read = COLLECTORS[node.type] as Collector | undefined;
  read?.(node, text, found);
  if (!('children' in node)) return;
  for (const code of codeBetweenTags(node, text)) found.wordless.push(code);
  for (const child of node.children) collect(child, text, found);
}

type Collector<Node = Nodes> = (node: Node, text: string, found: Found) => void;

/** What each node of the tree leaves; of the others only what they hold counts. */
const COLLECTORS: { readonly [Type in Nodes['type']]?: Collector<Extract<Nodes, { type: Type }>> } = {
  emphasis: (node, _text, found) => addAround(found, node, { kind: 'emphasis', href: null }),
  strong: (node, _text, found) => addAround(found, node, { kind: 'strong', href: null }),
  delete: (node, _text, found) => addAround(found, node, { kind: 'deleted', href: null }),
  link(node, text, found) {
    const { start, end } = spanOf(node);
    addAround(found, node, { kind: 'link', href: safeAddress(node.url) });
    if (text.charAt(start) === '<') found.wordless.push({ start: start + 1, end: end - 1 });
  },
  linkReference(node, _text, found) {
    const { label, address } = targetOf(node.identifier, found);
    addAround(found, node, { kind: 'link', href: safeAddress(address), label });
  },
  image(node, text, found) {
    addImage(found, { ...spanOf(node), kind: 'image', href: imageAddress(node.url) }, text);
  },
  imageReference(node, text, found) {
    const { label, address } = targetOf(node.identifier, found);
    addImage(found, { ...spanOf(node), kind: 'image', href: imageAddress(address), label }, text);
  },
  inlineCode(node, text, found) {
    const span = spanOf(node);
    const ticks = /^`+/.exec(text.slice(span.start, span.end))?.[0].length ?? 0;
    const code = { start: span.start + ticks, end: span.end - ticks };
    addMark(found, { ...span, kind: 'code', href: null }, around(span, code));
    found.wordless.push(code);
  },
  html: (node, _text, found) => found[isComment(node.value) ? 'syntax' : 'wordless'].push(spanOf(node)),
  text(node, text, found) {
    collectSigns(spanOf(node), text, found);
    for (const sign of penSignsIn(spanOf(node), text)) found.penSigns.push(sign);
  },
};

/** A mark whose signs stand before and behind what it holds. */
function addAround(found: Found, node: Parents, mark: Omit<Mark, keyof Span>): void {
  const span = spanOf(node);
  addMark(found, { ...span, ...mark }, outsideChildren(node, span));
}

/** Of an image its words are shown: what stands for it where nobody sees it. */
function addImage(found: Found, mark: Mark, text: string): void {
  const words = wordsOfImage(text, mark);
  addMark(found, mark, around(mark, words));
  collectSigns(words, text, found);
}

function targetOf(identifier: string, { links }: Found): LinkTarget {
  const label = plainLabel(identifier);
  return links.find((link) => link.label === label) ?? { label, address: '' };
}

/** Tags between which stands no language, their text as little as themselves. */
const CODE_TAG = /^<(code|pre|kbd|samp|var|tt|script|style)[\s>]/i;

/**
 * From each tag of code to the tag that ends it, or to the end of what holds the first; one that nothing ends is a
 * slip, and what stands behind it is text.
 */
function codeBetweenTags(parent: Parents, text: string): Span[] {
  const spans: Span[] = [];
  let open: { start: number; closing: string } | null = null;
  for (const child of parent.children) {
    if (child.type !== 'html') continue;
    const { start, end } = spanOf(child);
    const [, name] = CODE_TAG.exec(child.value) ?? [];
    if (open === null && name !== undefined) open = { start, closing: `</${name.toLowerCase()}` };
    else if (open !== null && child.value.toLowerCase().startsWith(open.closing)) {
      spans.push({ start: open.start, end });
      open = null;
    }
  }
  if (open !== null && text.toLowerCase().includes(open.closing, open.start))
    spans.push({ start: open.start, end: spanOf(parent).end });
  return spans;
}

function spanOf(node: Nodes): Span {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** The signs around the content of a mark: `*` and `*`, `[` and `](https://…)`. */
function outsideChildren(node: Parents, { start, end }: Span): Span[] {
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (first === undefined || last === undefined) return [{ start, end }];
  return around({ start, end }, { start: spanOf(first).start, end: spanOf(last).end });
}
