const FIELD = /<w:fldSimple\b[^>]*>|<\/w:fldSimple>/g;
const ALTERNATIVES = '<mc:AlternateContent';
const END = '</mc:AlternateContent>';
const BOX = /<w:txbxContent>.*<\/w:txbxContent>/s;

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
  const [box] = (end < 0 || held.includes('<mc:Fallback') ? null : BOX.exec(held)) ?? [];
  if (box === undefined) return ALTERNATIVES + rest;
  return `<w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">${box}</v:textbox></w:pict>${rest.slice(end + END.length)}`;
}
