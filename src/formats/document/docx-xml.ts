import { formulaLine } from './docx-formula.ts';

/** Fields, and what turns the direction of its words. */
const FIELD = /<\/?w:(?:fldSimple|dir|bdo)\b[^<>]*>/g;
const ALTERNATIVES = '<mc:AlternateContent';
const END = '</mc:AlternateContent>';
const FORMULA = /<m:oMath(?:\s[^<>]*)?>/;
const FORMULA_END = '</m:oMath>';
/** What stands around formulas on a line of their own. */
const FORMULA_LINE = /<\/?m:oMathPara(?:\s[^<>]*)?>/g;
const RUBY = { start: '<w:ruby>', end: '</w:ruby>', text: '<w:rt>', base: '</w:rt>' };
const BOX = { start: '<w:txbxContent>', end: '</w:txbxContent>' };

/**
 * A part of a Word document in which some things stand as older versions of Word wrote them, since nothing else is read:
 * the results of fields, as the number of a figure is one, text boxes that are written in the new way alone, formulas as
 * their signs in one line, and how a word is said behind it, in brackets.
 */
export function olderXml(xml: string): string {
  const [first = '', ...others] = withPlainFormulas(withPlainRuby(xml.replaceAll(FIELD, ''))).split(ALTERNATIVES);
  return first + others.map(withOlderBox).join('');
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

/** From within an element that holds the same in several ways. */
function withOlderBox(rest: string): string {
  const end = rest.indexOf(END);
  const held = rest.slice(0, end);
  const box = end < 0 || held.includes('<mc:Fallback') ? '' : boxIn(held);
  if (box === '') return ALTERNATIVES + rest;
  return `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${box}</v:textbox></w:pict>${rest.slice(end + END.length)}`;
}

/** What stands in text boxes, from the first to the last; '' without one. */
function boxIn(held: string): string {
  const [start, last] = [held.indexOf(BOX.start), held.lastIndexOf(BOX.end)];
  return start < 0 || last < start ? '' : held.slice(start, last + BOX.end.length);
}
