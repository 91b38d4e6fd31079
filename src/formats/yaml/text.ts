import { Document, type DocumentOptions, stringify, type ToStringOptions } from 'yaml';

/**
 * Readers of YAML 1.1, which most other programs are, take “yes” for true, 12:30:45 for a number, 2001-01-01 for a day.
 */
const FOR_ALL = { lineWidth: 0, compat: 'yaml-1.1' } as const;
/** Its default value, which is no text either. */
const DEFAULT_VALUE = '=';
/** Truths by the letter of YAML 1.1, and texts to its readers. */
const LETTER = /^[yn]$/i;

function writingOf(value: unknown): ToStringOptions & DocumentOptions {
  return typeof value === 'string' && LETTER.test(value) ? { lineWidth: 0 } : FOR_ALL;
}

/** Columns that a line of a list in brackets may have. */
const COLUMNS = 120;

/** A value as it stands inside brackets: `jeton`, `"a, b"`, `{ term: puce, pos: noun }`. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, one]) => `${key}: ${flowText(one)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  if (value === DEFAULT_VALUE) return `"${DEFAULT_VALUE}"`;
  const list = new Document(null, null, writingOf(value));
  list.contents = list.createNode([value], { flow: true });
  const text = list.toString({ lineWidth: 0, flowCollectionPadding: false }).trim();
  // A text of several lines would be folded; JSON’s quotes are YAML’s too.
  return text.includes('\n') ? JSON.stringify(value) : text.slice(1, -1);
}

/** A text behind `key: `; one of several lines as a block under it. */
export function scalarText(text: string, indent: string): string {
  if (text === DEFAULT_VALUE) return `"${text}"`;
  const written = stringify({ k: text }, writingOf(text)).slice('k: '.length).trimEnd();
  return written.replaceAll('\n  ', `\n${indent}  `);
}

/**
 * `key: value` in the look of the glossary: one term bare, several in brackets, one a line where that is too wide.
 *
 * @param indent of the key
 */
export function pairText(key: string, value: unknown, indent: string): string {
  if (typeof value === 'string') return `${key}: ${scalarText(value, indent)}`;
  if (!Array.isArray(value)) return `${key}: ${flowText(value)}`;
  const [first] = value as unknown[];
  if (value.length === 1 && typeof first === 'string' && key !== 'examples')
    return `${key}: ${scalarText(first, indent)}`;
  const line = `${key}: ${flowText(value)}`;
  if (key !== 'examples' && indent.length + line.length <= COLUMNS) return line;
  return `${key}:\n${value.map((item) => itemText(item, `${indent}  `)).join('\n')}`;
}

/** `- value` on a line of its own. */
export function itemText(value: unknown, indent: string): string {
  return `${indent}- ${typeof value === 'string' ? scalarText(value, `${indent}  `) : flowText(value)}`;
}
