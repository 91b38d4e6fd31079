import { isMap, isScalar, parseDocument } from 'yaml';
import { createLines } from '../../core/text/line-and-column.ts';
import { findAlias, findTwice, PARSING } from '../yaml/entries.ts';
import { findTooDeep } from '../yaml/gate.ts';
import { type Fault, parseFrontMatter } from './front-matter.ts';
import { findYamlHead } from './head-bounds.ts';
import { commented, isMarked, withKeys } from './head-keys.ts';

/** A head that can be read, and what was mended for that. */
export interface SoundHead {
  readonly head: string;
  /** Each one sentence for a person. */
  readonly warnings: readonly string[];
}

/**
 * Mends what cannot be read of a head, and only that: a value that YAML takes for something else gets quotation marks,
 * a day in words is written in figures, what cannot be mended stays as a comment.
 *
 * @param head in YAML, TOML or JSON, with the lines around it; '' for none
 * @param dateIn the day that a text in French names; null for none
 */
export function soundHead(head: string, dateIn: DateIn): SoundHead {
  const { problems, faults } = parseFrontMatter(head, '');
  if (problems.length === 0) return { head, warnings: [] };
  if (problems.length === faults.length) return withSoundKeys(head, dateIn);
  const bounds = findYamlHead(head);
  if (bounds === null || bounds.end === null) return withoutHead(head);
  const lines = soundLines(head.slice(bounds.start, bounds.end));
  const mended = head.slice(0, bounds.start) + lines.text + head.slice(bounds.end);
  const again = withSoundKeys(mended, dateIn);
  return { head: again.head, warnings: [...lines.warnings, ...again.warnings] };
}

function withoutHead(head: string): SoundHead {
  return { head: '', warnings: [`Front matter, line 1: this cannot be read, and is left out: ${quoted(head)}.`] };
}

function quoted(text: string): string {
  return `“${text.replaceAll(/\s+/g, ' ').trim()}”`;
}

type DateIn = (said: string) => string | null;

/** Each mended key is one fewer that cannot be read; what is wrong with another may be seen then only. */
function withSoundKeys(given: string, dateIn: DateIn): SoundHead {
  let head = given;
  const warnings: string[] = [];
  for (;;) {
    const { problems, faults, citation } = parseFrontMatter(head, '');
    const [fault] = faults;
    if (fault === undefined) return { head, warnings };
    const isFree = citation[fault.meant as 'title'] === null;
    const mended = withSoundKey(head, { fault, isFree, dateIn });
    head = mended.head;
    warnings.push(`Front matter, line ${problems[0]?.line ?? 1}: ${mended.warning}`);
  }
}

interface KeyMending {
  readonly fault: Fault;
  /** Whether the key that was meant says nothing yet. */
  readonly isFree: boolean;
  readonly dateIn: DateIn;
}

function withSoundKey(head: string, { fault, isFree, dateIn }: KeyMending): { head: string; warning: string } {
  const { key, said, message, meant } = fault;
  const date = key.toLowerCase() === 'date' ? dateIn(said) : null;
  if (date !== null)
    return { head: withKeys(head, new Map([['date', date]])), warning: `“${said}” is written as ${date} now.` };
  const renamed = isFree ? withName(head, fault) : null;
  if (renamed !== null) return { head: renamed, warning: `“${key}” is called “${meant}” now.` };
  const without = withKeys(head, new Map([[key, null]]), 'comment');
  const fate = without.length > head.length ? 'this is a comment now' : 'this is left out';
  return { head: without, warning: `${message}; ${fate}: ${quoted(said)}.` };
}

/** A key under the name that was meant; null where it could not be read there either. */
function withName(head: string, { key, meant, said }: Fault): string | null {
  if (meant === null || said === '') return null;
  const named = withKeys(withKeys(head, new Map([[key, null]])), new Map([[meant, said]]));
  return parseFrontMatter(named, '').problems.length < parseFrontMatter(head, '').problems.length ? named : null;
}

interface SoundLines {
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Reads the keys of a head one by one, and mends each by itself. */
function soundLines(yaml: string): SoundLines {
  const seen = new Set<string>();
  const warnings: string[] = [];
  const places = createLines(yaml, '');
  let at = 0;
  const parts = partsOf(yaml).map((part) => {
    const line = `Front matter, line ${places.place(at).line + 1}: `;
    at += part.length;
    if (/^(?:\s|#.*$)*$/m.exec(part)?.[0] === part) return part;
    const mended = [part, part.replaceAll('\t', '  '), withMarks(part)].find((one) => {
      const key = one === null ? null : soleKey(one);
      return key !== null && !seen.has(key);
    });
    if (mended == null) {
      warnings.push(`${line}this cannot be read, and is a comment now: ${quoted(part)}.`);
      return commented(part);
    }
    const key = soleKey(mended) ?? '';
    seen.add(key);
    if (mended !== part) warnings.push(`${line}what “${key}” says is written so that it can be read now.`);
    return mended;
  });
  return { text: parts.join(''), warnings };
}

/** What begins a line of its own begins a key, but for an item, a comment and a bracket that closes. */
function partsOf(yaml: string): string[] {
  const parts: string[] = [];
  for (const line of yaml.split(/(?<=\n)/)) {
    if (parts.length === 0 || !/^(?:[\s#\]}]|-\s)/.test(line)) parts.push(line);
    else parts.push(parts.pop() + line);
  }
  return parts;
}

/** The key of lines that say one thing and can be read; null for others. */
function soleKey(lines: string): string | null {
  if (findTooDeep(lines) >= 0) return null;
  const doc = parseDocument(lines, PARSING);
  const { contents, errors } = doc;
  if (errors.length > 0 || !isMap(contents) || contents.flow === true || contents.items.length !== 1) return null;
  const [{ key, value } = {}] = contents.items;
  const isPlain = !isMarked(value) && findTwice(doc) === null && findAlias(doc) === null;
  return isScalar(key) && isPlain ? String(key.value) : null;
}

/** A value of one paragraph in quotation marks; null for another. */
function withMarks(part: string): string | null {
  const [, key = '', first = '', more = '', rest = ''] =
    /^([^\s:][^\n:]*:)[ \t]+(\S[^\n]*)\n((?:[ \t]+\S[^\n]*\n)*)([\s\S]*)$/.exec(part) ?? [];
  if (key === '' || /^[|>]/.test(first)) return null;
  const value = `${first}\n${more}`.replaceAll(/\s+/g, ' ').trim();
  const [, mark = '', inner = value] = /^(["'])(.*)\1$/.exec(value) ?? [];
  const said = mark === '"' ? inner.replaceAll('\\"', '"') : inner.replaceAll("''", "'");
  return `${key} ${JSON.stringify(mark === '' ? value : said)}\n${rest}`;
}
