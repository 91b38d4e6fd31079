import { readXml } from './xml.ts';

/** What a style of OpenDocument does to words. */
export interface OdtStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  /** The styles it is made of, its own name first, the oldest last. */
  readonly line: readonly string[];
}

export interface OdtStyles {
  style(name: string | undefined): OdtStyle;
  /** The number that a list of a style begins with on a level; null for bullets. */
  firstNumber(list: string, level: number): number | null;
}

interface Written {
  parent: string | undefined;
  bold: boolean | undefined;
  italic: boolean | undefined;
}

/** Styles refer to others at most this deep, so that none that refers to itself is followed for ever. */
const DEEPEST = 20;

/** Reads the styles of the parts that have some: those of the document and those of the text itself. */
export function readOdtStyles(parts: readonly string[]): OdtStyles {
  const styles = new Map<string, Written>();
  const numbers = new Map<string, number>();
  for (const part of parts) readPart(part, styles, numbers);
  const lineOf = (name: string | undefined): string[] => {
    const line: string[] = [];
    for (let at = name; at !== undefined && line.length < DEEPEST; at = styles.get(at)?.parent) line.push(at);
    return line;
  };
  return {
    style(name) {
      const line = lineOf(name);
      const said = (key: 'bold' | 'italic') =>
        line.map((one) => styles.get(one)?.[key]).find((one) => one !== undefined);
      return { line, bold: said('bold') ?? false, italic: said('italic') ?? false };
    },
    firstNumber: (list, level) => numbers.get(`${list} ${level}`) ?? null,
  };
}

function readPart(xml: string, styles: Map<string, Written>, numbers: Map<string, number>): void {
  let style: Written | null = null;
  let list = '';
  readXml(xml, {
    open(name, given) {
      if (name === 'style:style') {
        style = { parent: given['style:parent-style-name'], bold: undefined, italic: undefined };
        styles.set(given['style:name'] ?? '', style);
      } else if (name === 'style:text-properties' && style !== null) {
        style.bold = isBold(given['fo:font-weight']);
        style.italic = isItalic(given['fo:font-style']);
      } else if (name === 'text:list-style') list = given['style:name'] ?? '';
      else if (name === 'text:list-level-style-number')
        numbers.set(`${list} ${given['text:level']}`, Number(given['text:start-value'] ?? 1));
    },
    close(name) {
      if (name === 'style:style') style = null;
    },
  });
}

function isBold(weight: string | undefined): boolean | undefined {
  return weight === undefined ? undefined : weight === 'bold' || Number(weight) >= 600;
}

function isItalic(style: string | undefined): boolean | undefined {
  return style === undefined ? undefined : style === 'italic' || style === 'oblique';
}
