import { isScalar, parseDocument, Scalar } from 'yaml';
import { PARSING } from '../yaml/entries.ts';

/** What an article is cited by, as it is to stand in its front matter; null for what is not to stand there. */
export interface CitedFields {
  /** As Markdown within a line. */
  readonly title: string | null;
  readonly site: string | null;
  readonly url: string | null;
  /** ISO 8601 date. */
  readonly date: string | null;
}

const KEYS = ['title', 'site', 'url', 'date'] as const;
const YAML_HEAD = /^---[ \t]*\r?\n([\s\S]*?\n)??---[ \t]*(?:\r?\n|$)/;

/**
 * Front matter that says this, lines of `---` included.
 *
 * @param before the front matter so far, whose other keys and comments stay where it is YAML; '' for none
 * @param said what it says so far: what is the same there is not touched
 */
export function frontMatterWith(fields: CitedFields, before: string, said: CitedFields): string {
  const [, yaml = ''] = YAML_HEAD.exec(before) ?? [];
  const doc = parseDocument(yaml, PARSING);
  if (yaml.trim() === '' || doc.errors.length > 0) return newFrontMatter(fields);
  for (const key of KEYS) {
    const isEmpty = (doc.get(key) ?? '') === '';
    if (fields[key] === said[key] && doc.has(key) && (!isEmpty || fields[key] === null)) continue;
    if (fields[key] === null) doc.delete(key);
    else doc.set(key, key === 'date' ? fields[key] : quoted(fields[key], doc.get(key, true)));
  }
  return `---\n${doc.toString({ lineWidth: 0 }).trimEnd()}\n---\n`;
}

/** @param before what stood there, with the comment beside it */
function quoted(value: string, before: unknown): Scalar<string> {
  const scalar = new Scalar(value);
  if (isScalar(before)) scalar.comment = before.comment ?? null;
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}

function newFrontMatter(fields: CitedFields): string {
  const lines = KEYS.flatMap((key) => {
    const value = fields[key];
    return value === null ? [] : [`${key}: ${key === 'date' ? value : JSON.stringify(value)}\n`];
  });
  return lines.length === 0 ? '' : `---\n${lines.join('')}---\n`;
}
