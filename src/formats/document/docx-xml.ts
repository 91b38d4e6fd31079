const FIELD = /<w:fldSimple\b[^<>]*>|<\/w:fldSimple>/g;
const ALTERNATIVES = '<mc:AlternateContent';
const END = '</mc:AlternateContent>';
const BOX = { start: '<w:txbxContent>', end: '</w:txbxContent>' };

/**
 * A part of a Word document in which two things stand as older versions of Word wrote them, since nothing else is read:
 * the results of fields, as the number of a figure is one, and text boxes that are written in the new way alone.
 */
export function olderXml(xml: string): string {
  const [first = '', ...others] = xml.replaceAll(FIELD, '').split(ALTERNATIVES);
  return first + others.map(withOlderBox).join('');
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
