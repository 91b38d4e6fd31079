import { formulaLine } from './docx-formula.ts';
import { PARAGRAPH_END, paragraphStart } from './docx-paragraphs.ts';

/** Later ways to end a line, and to go on at another place of it. */
const LINE_END = /<w:cr\b[^<>]*>(?:\s*<\/w:cr\s*>)?/g;
const STOP = /<w:ptab\b[^<>]*>(?:\s*<\/w:ptab\s*>)?/g;
/** Fields, and what turns the direction of its words. */
const FIELD = /<\/?w:(?:fldSimple|dir|bdo)\b[^<>]*>/g;
const FORMULA = /<m:oMath(?:\s[^<>]*)?>/;
const FORMULA_END = '</m:oMath>';
/** What stands around formulas on a line of their own. */
const FORMULA_LINE = /<\/?m:oMathPara(?:\s[^<>]*)?>/g;
const PROPERTIES_END = '</w:pPr>';
/** A paragraph begins, with its properties. */
const PARAGRAPH = /^\s*<w:p(?:\s[^<>]*)?(?<!\/)>(?:\s*<w:pPr>(?:(?!<\/w:pPr>)[\s\S])*<\/w:pPr>)?/;
const DROP_CAP = /<w:framePr\b[^<>]*\bw:dropCap="(?:drop|margin)"/;
const RUBY = { start: '<w:ruby>', end: '</w:ruby>', text: '<w:rt>', base: '</w:rt>' };
/** What stands in a text box, in all ways of writing one. */
const BOX = '<w:txbxContent';
const BOXES = /<(\/?)w:txbxContent(?:\s[^<>]*)?>/g;
const ALTERNATIVES = /<(\/?)mc:AlternateContent(?:\s[^<>]*)?>/g;
const DRAWINGS = /<(\/?)w:drawing(?:\s[^<>]*)?>/g;

/**
 * A part of a Word document in which some things stand as older versions of Word wrote them, since nothing else is
 * read: line ends, the results of fields, as the number of a figure is one, text boxes that are written in the new way
 * alone, initials in a frame, formulas as their signs in one line, and how a word is said behind it, in brackets.
 */
export function olderXml(xml: string): string {
  const lines = withDropCaps(xml).replaceAll(LINE_END, '<w:br/>').replaceAll(STOP, '<w:tab/>');
  const plain = withPlainFormulas(withPlainRuby(lines.replaceAll(FIELD, '')));
  return replaceOutermost(replaceOutermost(plain, ALTERNATIVES, olderContent), DRAWINGS, olderDrawing);
}

/** A large initial stands in a paragraph of its own: it is the first letter of the next. */
function withDropCaps(xml: string): string {
  if (!DROP_CAP.test(xml)) return xml;
  const parts = xml.split(PARAGRAPH_END);
  const ends = parts.map((_, i) => (i + 1 < parts.length ? PARAGRAPH_END : ''));
  for (const [i, part] of parts.entries()) {
    const cap = DROP_CAP.exec(part);
    const next = PARAGRAPH.exec(parts[i + 1] ?? '');
    if (cap === null || next === null || part.includes('<w:pPrChange') || DROP_CAP.test(next[0])) continue;
    const start = paragraphStart(part, cap.index);
    const runs = part.slice(part.indexOf(PROPERTIES_END, cap.index) + PROPERTIES_END.length);
    parts[i + 1] = `${next[0]}${runs}${(parts[i + 1] ?? '').slice(next[0].length)}`;
    parts[i] = part.slice(0, start);
    ends[i] = '';
  }
  return parts.map((part, i) => `${part}${ends[i]}`).join('');
}

function withPlainFormulas(xml: string): string {
  const [first = '', ...others] = xml.replaceAll(FORMULA_LINE, '').split(FORMULA);
  return first + others.map(withPlainFormula).join('');
}

/** From within a formula. */
function withPlainFormula(rest: string): string {
  const [formula = '', ...after] = rest.split(FORMULA_END);
  return `${runOf(formulaLine(formula))}${after.join('')}`;
}

function runOf(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function withPlainRuby(xml: string): string {
  const [first = '', ...others] = xml.split(RUBY.start);
  return first + others.map(withPlainReading).join('');
}

/** From within a word that has its reading above it: Word writes the reading first. */
function withPlainReading(rest: string): string {
  const [text, base, end] = [rest.indexOf(RUBY.text), rest.indexOf(RUBY.base), rest.indexOf(RUBY.end)];
  if (text < 0 || base < text || end < base) return rest;
  const said = rest.slice(text + RUBY.text.length, base);
  const word = rest.slice(base + RUBY.base.length, end).replaceAll(/<\/?w:rubyBase>/g, '');
  return `${word}${runOf(' (')}${said}${runOf(')')}${rest.slice(end + RUBY.end.length)}`;
}

/**
 * The same content in several ways, of which the older one is read; where that lacks a text box, the box of the newer
 * one stands.
 */
function olderContent(content: string): string {
  const fallback = content.indexOf('<mc:Fallback');
  return fallback >= 0 && content.includes(BOX, fallback) ? content : olderDrawing(content);
}

/** A drawing that holds text boxes as those alone. */
function olderDrawing(drawing: string): string {
  const boxes = outermost(drawing, BOXES).filter(({ isElement }) => isElement);
  if (boxes.length === 0) return drawing;
  const within = boxes.map(({ xml }) => xml).join('');
  return `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${within}</v:textbox></w:pict>`;
}

/** @param replace makes something else of each element that stands in no other of its name */
function replaceOutermost(xml: string, tags: RegExp, replace: (element: string) => string): string {
  return outermost(xml, tags)
    .map((part) => (part.isElement ? replace(part.xml) : part.xml))
    .join('');
}

/**
 * Cuts XML at the elements of a name that stand in no other of it, and between them.
 *
 * @param tags of that name; the first group says that one ends
 */
function outermost(xml: string, tags: RegExp): { xml: string; isElement: boolean }[] {
  const parts: { xml: string; isElement: boolean }[] = [];
  let [at, depth] = [0, 0];
  for (const { 0: tag, 1: end, index } of xml.matchAll(tags)) {
    if (tag.endsWith('/>')) continue;
    if (end === '' && depth === 0) {
      parts.push({ xml: xml.slice(at, index), isElement: false });
      at = index;
    }
    depth += end === '' ? 1 : -1;
    if (depth !== 0) continue;
    parts.push({ xml: xml.slice(at, index + tag.length), isElement: true });
    at = index + tag.length;
  }
  return [...parts, { xml: xml.slice(at), isElement: false }];
}
