/** Namespace of what only files of ours say; `vv` stands for it, whatever a tool calls it. */
export const OURS = 'urn:visavis:exchange';

/** What no XML 1.0 document can hold, not even by its number: most controls, half pairs, the last two of the plane. */
export const XML_FORBIDS = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** What the signs of XML and HTML are written as where they are no more than signs. */
export const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** How a file of XML begins. */
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** A text between tags. What XML cannot hold is left out; a carriage return stays one. */
export function xmlText(text: string): string {
  const kept = text.replaceAll(XML_FORBIDS, '').replaceAll(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);
  return kept.replaceAll('\r', '&#13;');
}

/** A text between the quotation marks of an attribute; its line breaks and tabs stay what they are. */
export function xmlAttribute(text: string): string {
  const kept = xmlText(text).replaceAll('"', '&quot;');
  return kept.replaceAll(/[\t\n]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** An element with words in it; nothing where there are none. */
export function xmlElement(
  name: string,
  text: string | null,
  attributes: Readonly<Record<string, string>> = {},
): string {
  if (text === null || text === '') return '';
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlAttribute(value)}"`);
  return `<${name}${said.join('')}>${xmlText(text)}</${name.split(' ', 1)[0]}>`;
}

/** The beginning of an element; attributes without a value are left out. */
export function xmlTag(name: string, attributes: Readonly<Record<string, string | null | undefined>>): string {
  const said = Object.entries(attributes).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : ` ${key}="${xmlAttribute(value)}"`,
  );
  return `<${name}${said.join('')}>`;
}

/** The name of an element without the prefix of its namespace. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
