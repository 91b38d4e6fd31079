import { PARAGRAPH_END, paragraphStart } from './docx-paragraphs.ts';
import { readXml } from './xml.ts';

/** Styles that are read by their names, whatever level they have. */
const KNOWN = /^(?:heading|titre|title|subtitle|sous-titre|toc|tm) ?\d?$|^toc heading$/i;
/** Deeper ones are no headings here; 9 says that it is none. */
const DEEPEST = 5;
/** Of styles upon styles. */
const MOST_BASES = 20;
/** Laws and contracts give whole paragraphs a level. UTF-16 units. */
const LONGEST_HEADING = 150;
const PROPERTIES = /^<w:p(?:\s[^<>]*)?><w:pPr>((?:(?!<\/w:pPr>)[\s\S])*)<\/w:pPr>/;
const STYLE = /<w:pStyle\s+w:val="([^"]*)"\s*\/>/;
const LEVEL = /<w:outlineLvl\s+w:val="(\d)"\s*\/>/;
const TABLE = /<(\/?)w:tbl>/g;
const TEXT = /<w:t(?:\s[^<>]*)?>([^<]*)/g;

/** Style by which a paragraph of a level is known from here on. */
export const OUTLINE = 'visavis-outline-';

/** Levels that people gave to styles of their own, 0 for the first, by their ids. */
export function outlineStyles(styles: string): ReadonlyMap<string, number> {
  const own = new Map<string, number>();
  const bases = new Map<string, string>();
  const known = new Set<string>();
  let id = '';
  readXml(styles, {
    open(name, given) {
      const value = given['w:val'] ?? '';
      if (name === 'w:style') id = given['w:type'] === 'paragraph' ? (given['w:styleId'] ?? '') : '';
      else if (name === 'w:name' && KNOWN.test(value)) known.add(id);
      else if (name === 'w:basedOn') bases.set(id, value);
      else if (name === 'w:outlineLvl') own.set(id, Number(value));
    },
  });
  const levelOf = (style: string): number | undefined => {
    let at: string | undefined = style;
    for (let up = 0; at !== undefined && up < MOST_BASES && !own.has(at); up += 1) at = bases.get(at);
    return own.get(at ?? '');
  };
  const found = [...own.keys(), ...bases.keys()].flatMap((style) => {
    const level = known.has(style) || style === '' ? undefined : levelOf(style);
    return level === undefined || level > DEEPEST ? [] : [[style, level] as const];
  });
  return new Map(found);
}

/** A document in which a short paragraph that has a level, of its own or of its style, says so by its style. */
export function withOutline(xml: string, styles: ReadonlyMap<string, number>): string {
  if (styles.size === 0 && !LEVEL.test(xml)) return xml;
  let tables = 0;
  const parts = xml.split(PARAGRAPH_END).map((part) => {
    for (const [, end] of part.matchAll(TABLE)) tables += end === '' ? 1 : -1;
    // A cell holds no heading.
    return tables > 0 ? part : withLevel(part, styles);
  });
  return parts.join(PARAGRAPH_END);
}

/** @param part up to the end of a paragraph */
function withLevel(part: string, styles: ReadonlyMap<string, number>): string {
  const start = paragraphStart(part);
  const [whole = '', properties = ''] = PROPERTIES.exec(part.slice(Math.max(0, start))) ?? [];
  const [, style] = STYLE.exec(properties) ?? [];
  const [, direct] = LEVEL.exec(properties) ?? [];
  const level = direct === undefined ? styles.get(style ?? '') : Number(direct);
  if (level === undefined || level > DEEPEST || (style !== undefined && !styles.has(style) && direct === undefined))
    return part;
  const length = [...part.slice(start).matchAll(TEXT)].reduce((sum, [, text = '']) => sum + text.length, 0);
  if (length > LONGEST_HEADING) return part;
  const named = `<w:pStyle w:val="${OUTLINE}${level + 1}"/>`;
  const others = properties.replace(STYLE, '');
  return part.slice(0, start) + whole.replace(properties, () => named + others) + part.slice(start + whole.length);
}
