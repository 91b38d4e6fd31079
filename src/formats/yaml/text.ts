import { Document, stringify } from 'yaml';

/** Columns that a line of a list in brackets may have. */
const COLUMNS = 120;

/** A value as it stands inside brackets: `jeton`, `"a, b"`, `{ term: puce, pos: noun }`. */
export function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, one]) => `${key}: ${flowText(one)}`);
    return `{ ${pairs.join(', ')} }`;
  }
  const list = new Document();
  list.contents = list.createNode([value], { flow: true });
  const text = list.toString({ lineWidth: 0, flowCollectionPadding: false }).trim();
  // A text of several lines would be folded; JSON’s quotes are YAML’s too.
  return text.includes('\n') ? JSON.stringify(value) : text.slice(1, -1);
}

/** A text behind `key: `; one of several lines as a block under it. */
export function scalarText(text: string, indent: string): string {
  const written = stringify({ k: text }, { lineWidth: 0 }).slice('k: '.length).trimEnd();
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
