import { isMap, isScalar, parseDocument } from 'yaml';
import { counted } from '../../core/text/counted.ts';
import { cutShort } from '../../core/text/cut-short.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { findAlias, findTwice, PARSING } from '../yaml/entries.ts';
import { findTooDeep } from '../yaml/gate.ts';
import { type FrontMatter, parseFrontMatter } from './front-matter.ts';
import { findYamlHead } from './head-bounds.ts';
import { commented, headAnew, isInBraces, isMarked, type KeyChanges, withKeys } from './head-keys.ts';

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
  const { head: mended, warnings } = mendedHead(head, dateIn);
  const more = warnings.length - MOST_WARNINGS;
  if (more <= 0) return { head: mended, warnings };
  const rest = `Front matter: ${counted(more, 'more place')} mended like these.`;
  return { head: mended, warnings: [...warnings.slice(0, MOST_WARNINGS), rest] };
}

const MOST_WARNINGS = 10;

function mendedHead(head: string, dateIn: DateIn): SoundHead {
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

/** UTF-16 units. */
const LONGEST_QUOTED = 200;

function quoted(text: string): string {
  return `“${cutShort(text.replaceAll(/\s+/g, ' ').trim(), LONGEST_QUOTED)}”`;
}

type DateIn = (said: string) => string | null;

/** What is wrong with a key may be seen only once another is mended. */
const MOST_ROUNDS = 5;

/** All that is wrong is mended at once; a head that cannot be mended so stays as a comment in a new one. */
function withSoundKeys(given: string, dateIn: DateIn): SoundHead {
  let head = given;
  const warnings: string[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const read = parseFrontMatter(head, '');
    if (read.problems.length === 0) return { head, warnings };
    const mendings = mendingsOf(read, {
      dateIn,
      fate: isInBraces(head) ? 'this is left out' : 'this is a comment now',
    });
    const said = withKeys(head, changesOf(mendings, 'cut'));
    const edited = said.isNew ? said : withKeys(said.head, changesOf(mendings, 'comment'), 'comment');
    if (edited.isNew) break;
    head = edited.head;
    for (const { warning } of mendings) warnings.push(warning);
  }
  const warning = `Front matter, line 1: this cannot be mended, and is a comment now: ${quoted(head)}.`;
  return { head: headAnew(head, new Map()), warnings: [...warnings, warning] };
}

/** What is to be done about one key. */
interface Mending {
  readonly changes: KeyChanges;
  /** What becomes of a key that is to go. */
  readonly mode: 'comment' | 'cut';
  readonly warning: string;
}

interface MendingWays {
  readonly dateIn: DateIn;
  /** What becomes of a key that is to go, in words. */
  readonly fate: string;
}

function mendingsOf({ faults, problems, citation }: FrontMatter, { dateIn, fate }: MendingWays): Mending[] {
  const named = new Set<string>();
  return faults.map((fault, i) => {
    const { key, said, message, meant } = fault;
    const place = `Front matter, line ${problems[i]?.line ?? 1}: `;
    const date = key.toLowerCase() === 'date' ? dateIn(said) : null;
    const mending = (changes: KeyChanges, mode: 'comment' | 'cut', warning: string) => ({
      ...{ changes, mode },
      warning: place + warning,
    });
    if (date !== null) return mending(new Map([['date', date]]), 'cut', `“${said}” is written as ${date} now.`);
    const isFree = meant !== null && !named.has(meant) && citation[meant] === null;
    if (!isFree || !canSay(meant, said))
      return mending(new Map([[key, null]]), 'comment', `${message}; ${fate}: ${quoted(said)}.`);
    named.add(meant);
    const renamed = new Map([[key, null] as const, [meant, said] as const]);
    return mending(renamed, 'cut', `“${key}” is called “${meant}” now.`);
  });
}

function changesOf(mendings: readonly Mending[], of: Mending['mode']): KeyChanges {
  return new Map(mendings.filter(({ mode }) => mode === of).flatMap(({ changes }) => [...changes]));
}

function canSay(key: string, said: string): boolean {
  return said !== '' && parseFrontMatter(headAnew('', new Map([[key, said]])), '').problems.length === 0;
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
