import { SaxesParser } from 'saxes';
import { ENTITIES } from '../../xml-text.ts';

export interface XmlReader {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML from its beginning to its end. A document type with entities of its own is not expanded.
 *
 * @returns whether it is well-formed
 */
export function readXml(xml: string, reader: XmlReader): boolean {
  const parser = new SaxesParser();
  let isSound = true;
  parser.on('error', () => {
    isSound = false;
  });
  parser.on('opentag', ({ name, attributes }) => reader.open?.(name, attributes as Readonly<Record<string, string>>));
  parser.on('closetag', ({ name }) => reader.close?.(name));
  parser.on('text', (text) => reader.text?.(text));
  parser.on('cdata', (text) => reader.text?.(text));
  parser.write(xml).close();
  return isSound;
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
