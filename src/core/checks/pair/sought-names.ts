import type { RichText } from '../../model/rich-text.ts';
import { writtenSpan } from '../../text/reading.ts';
import { segmentText } from '../../text/sentences.ts';
import { bareWords, soundOf } from '../../words/bare-words.ts';
import { isCommonCapital, isInhabitant } from '../../words/capitals.ts';
import { collectNameForms } from '../../words/name-forms.ts';
import { isUnitBeside } from '../../words/unit-signs.ts';
import { isInterfaceLabel } from './interface-labels.ts';
import type { SoughtName } from './names.ts';

const NAME_FORMS = collectNameForms();
/** Words of the longest name of the lists. */
const LONGEST_KNOWN = 5;
/** Words with what joins them in names: Saint-Malo, O’Brien, AT&T, GPT-4. */
const RUN = /[\p{L}\p{M}\p{N}_]+(?:(?:-|[’'.&](?=\p{L}))[\p{L}\p{M}\p{N}_]+)*/gu;
/** What is elided before a word: l’, qu’, jusqu’. */
const ELISION = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|presqu)['’]/i;

/** A word of the French, without what is elided before it. */
interface Run {
  readonly text: string;
  /** Where it begins, what is elided included. */
  readonly from: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The names of a French text. A capital makes a name only within a sentence: not at its start, after a colon, a quote,
 * a bullet or an emoji, nor in a title; and only of a word that is written so everywhere.
 *
 * @param lowered words that the article also writes in small letters; see {@link loweredWords}
 */
export function findNames(source: RichText, lowered: ReadonlySet<string>): SoughtName[] {
  const { words } = source;
  const runs = runsOf(words);
  if (isTitleCase(words, runs)) return [];
  const openings = new Set(segmentText(words, 'fr').map(({ start }) => firstLetter(words, start)));
  const names: SoughtName[] = [];
  for (let i = 0; i < runs.length; ) {
    const run = runs[i] as Run;
    // Nearly all words begin small, and can only begin a name that is known.
    const found = CAPITAL.test(run.text) ? capitalAt(source, { runs, at: i, lowered }) : knownAt(runs, i);
    const count = found?.count ?? 1;
    const end = runs[i + count - 1]?.end ?? run.end;
    if (found !== null && isWithin(words, run, openings))
      names.push({ ...found.name, ...writtenSpan(source, { start: run.start, end }) });
    i += count;
  }
  return names;
}

const CAPITAL = /^\p{Lu}/u;

interface RunPlace {
  readonly runs: readonly Run[];
  readonly at: number;
  readonly lowered: ReadonlySet<string>;
}

/** The name that begins with a word with a capital; null for a unit, and for what a program calls its parts. */
function capitalAt(source: RichText, { runs, at, lowered }: RunPlace): Found | null {
  const run = runs[at] as Run;
  const beside = besideOf(source.words, runs, at);
  if (isUnitBeside(run.text, beside)) return null;
  return knownAt(runs, at) ?? (isInterfaceLabel(source, run) ? null : unknownAt(run, beside, lowered));
}

/** Words that stand in small letters anywhere in these texts: a capital at another place is none of a name. */
export function loweredWords(sources: readonly RichText[]): ReadonlySet<string> {
  const lowered = new Set<string>();
  for (const { words } of sources)
    for (const [word] of words.matchAll(/(?<![\p{L}\p{M}\p{N}_@#.-])\p{Ll}[\p{L}\p{M}]*/gu)) lowered.add(word);
  return lowered;
}

function runsOf(words: string): Run[] {
  return [...words.matchAll(RUN)].map(({ 0: run, index }) => {
    const elided = ELISION.exec(run)?.[0].length ?? 0;
    return { text: run.slice(elided), from: index, start: index + elided, end: index + run.length };
  });
}

/** More than half of the words begin with a capital, and there is neither a sentence nor a list of names. */
function isTitleCase(words: string, runs: readonly Run[]): boolean {
  const spelled = runs.filter(({ text }) => /^\p{L}/u.test(text));
  const capitals = spelled.filter(({ text }) => /^\p{Lu}/u.test(text));
  const isSentence = capitals.length < spelled.length && /[.?!…][\s\u00a0\u202f\ufffc»”"')]*$/.test(words);
  return !isSentence && spelled.length > 3 && capitals.length > spelled.length / 2 && !/,|\d{4}/.test(words);
}

function firstLetter(words: string, start: number): number {
  const signs = /^[^\p{L}\p{N}]*/u.exec(words.slice(start, start + 40))?.[0].length ?? 0;
  return start + signs;
}

/** Spaces, brackets, what closes, and the signs of marks tell nothing of what stands after them. */
const TELLS_NOTHING = /[\s\u00a0\u202f\ufffc()[\]»”"'’]/;
const LONGEST_GAP = 40;

/** Whether a word stands within a sentence: after a word, a comma, or what closes. */
function isWithin(words: string, { from }: Run, openings: ReadonlySet<number>): boolean {
  if (openings.has(from) || /["'‘“«]/.test(words.charAt(from - 1))) return false;
  for (let at = from - 1; at >= Math.max(0, from - LONGEST_GAP); at -= 1) {
    const sign = words.charAt(at);
    if (!TELLS_NOTHING.test(sign)) return /[\p{L}\p{M}\p{N},.%&/]/u.test(sign);
  }
  return false;
}

interface Found {
  readonly name: Omit<SoughtName, 'start' | 'end'>;
  /** Words of the French that it takes. */
  readonly count: number;
}

/** The longest name of the lists that begins with a word; at least one of its words has a capital. */
function knownAt(runs: readonly Run[], at: number): Found | null {
  const [first = ''] = bareWords(runs[at]?.text.split('-', 1)[0] ?? '');
  const candidates = NAME_FORMS.get(first);
  if (candidates === undefined) return null;
  const following = runs.slice(at, at + LONGEST_KNOWN).map(({ text }) => ({ text, words: bareWords(text) }));
  const flat = following.flatMap(({ words }) => words);
  for (const { words, forms } of candidates) {
    if (!words.every((word, i) => word === flat[i])) continue;
    const count =
      following.findIndex((_, i) => following.slice(0, i + 1).flatMap((one) => one.words).length >= words.length) + 1;
    const hasCapital = following.slice(0, count).some(({ text }) => /^\p{Lu}/u.test(text));
    if (count > 0 && hasCapital) return { name: { forms, parts: [], isAcronym: false }, count };
  }
  return null;
}

/**
 * Where a French name ends in -e, the English one often ends in -a or not at all: Marthe, Martha; Capitole, Capitol.
 */
function withoutFrenchE(name: string): string[] {
  return /^.{4,}[^aeiouy]e$/.test(name) ? [name.slice(0, -1), `${name.slice(0, -1)}a`] : [];
}

/** Roman figures, and verbs with their pronoun: regardez-le, est-ce. */
const NO_NAME = /^[IVXLC]+(?:er?|re|[eè]me|è)?$|-(?:l[aes]|l?ui|moi|toi|nous|vous|leur|y|en|ce|je|tu|ils?|elles?|on)$/;

/** The words right before and behind; empty where a sign stands between. */
interface Beside {
  readonly before: string;
  readonly after: string;
}

function besideOf(words: string, runs: readonly Run[], at: number): Beside {
  const [previous, run, next] = [runs[at - 1], runs[at], runs[at + 1]];
  const touch = (one?: Run, other?: Run) =>
    one !== undefined && other !== undefined && /^[\s\u00a0\u202f\ufffc]*$/.test(words.slice(one.end, other.from));
  const elided = words.slice(run?.from ?? 0, run?.start ?? 0);
  const before = touch(previous, run) ? (previous?.text ?? '') : '';
  return { before: elided === '' ? before : elided, after: touch(run, next) ? (next?.text ?? '') : '' };
}

/** What stands before people of a place and before no first name: le Romain Caton, but par Romain Gary. */
const BEFORE_PEOPLE =
  /^(?:l[’']|l[ae]s?|une?|des|du|aux?|ce(?:t|tte|s)?|jeunes?|vieux|vieille|anciens?|anciennes?|célèbres?|premiers?|premières?)$/i;

/** André Breton, Romain Gary: what people of a place are called is a name beside another name. */
function isSurname(word: string, { before, after }: Beside, lowered: ReadonlySet<string>): boolean {
  const isName = (other: string) =>
    /^\p{Lu}\p{Ll}/u.test(other) && !isCommonCapital(other, '') && !lowered.has(other.toLowerCase());
  const areMany = /[sx]$/.test(before) && /s$/.test(word);
  return isInhabitant(word) && !areMany && (isName(before) || (!BEFORE_PEOPLE.test(before) && isName(after)));
}

function unknownAt({ text }: Run, beside: Beside, lowered: ReadonlySet<string>): Found | null {
  if (!/^\p{Lu}[\p{L}\p{M}\p{N}_’'&]/u.test(text) || NO_NAME.test(text)) return null;
  if (/^(?:T[1-4]|S[12])$/.test(text) && /^(?:19|20)\d\d$/.test(beside.after)) return null;
  const pieces = text.split('-');
  const isCommon = (word: string) =>
    lowered.has(word.toLowerCase()) || (isCommonCapital(word, beside.before) && !isSurname(word, beside, lowered));
  if (pieces.every((piece) => !/^\p{Lu}\p{Ll}*/u.test(piece) || isCommon(piece))) return null;
  const parts = bareWords(text);
  const sound = parts.length === 1 ? [`~${soundOf(parts[0] ?? '', 'fr')}`] : [];
  const stem = text.length > 4 ? [`${parts.join(' ')}*`] : [];
  const isAcronym = /^\p{Lu}{2,6}$/u.test(text);
  const forms = [parts.join(' '), parts.join(''), ...withoutFrenchE(parts.join(' ')), ...sound, ...stem];
  return { name: { forms, parts, isAcronym }, count: 1 };
}
