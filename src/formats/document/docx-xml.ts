const FIELD = /<w:fldSimple\b[^<>]*>|<\/w:fldSimple>/g;
const ALTERNATIVES = '<mc:AlternateContent';
const END = '</mc:AlternateContent>';
const FORMULA = /<m:oMath(?:\s[^<>]*)?>/;
const FORMULA_END = '</m:oMath>';
/** What stands around formulas on a line of their own. */
const FORMULA_LINE = /<\/?m:oMathPara(?:\s[^<>]*)?>/g;
const SIGNS = /<m:t(?:\s[^<>]*)?>([^<>]*)<\/m:t>/g;
const BOX = { start: '<w:txbxContent>', end: '</w:txbxContent>' };

/**
 * A part of a Word document in which three things stand as older versions of Word wrote them, since nothing else is read:
 * the results of fields, as the number of a figure is one, text boxes that are written in the new way alone, and formulas,
 * as their signs in one line.
 */
export function olderXml(xml: string): string {
  const [first = '', ...others] = withPlainFormulas(xml.replaceAll(FIELD, '')).split(ALTERNATIVES);
  return first + others.map(withOlderBox).join('');
}

function withPlainFormulas(xml: string): string {
  const [first = '', ...others] = xml.replaceAll(FORMULA_LINE, '').split(FORMULA);
  return first + others.map(withPlainFormula).join('');
}

/** From within a formula. */
function withPlainFormula(rest: string): string {
  const [formula = '', ...after] = rest.split(FORMULA_END);
  const signs = [...formula.matchAll(SIGNS)].map(([, sign]) => sign).join('');
  return `<w:r><w:t xml:space="preserve">${signs}</w:t></w:r>${after.join('')}`;
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
