import type { Span } from '../model/rich-text.ts';
import { capitalized } from '../text/capitalized.ts';
import { lowerCase } from '../text/characters.ts';
import { isEnglishPlural } from '../words/countable.ts';

/** A stretch of a text and what is to stand there. */
export interface Edit extends Span {
  readonly text: string;
}

/** Old and new words, and what stands on either side of them. */
interface Replacement {
  readonly before: string;
  readonly from: string;
  readonly to: string;
  readonly after: string;
}

/** What has to change beside new words; places in `before` and in `after`. Null where nothing has. */
interface Agreement {
  readonly before: Edit | null;
  readonly after: Edit | null;
}

/** What stands with many and what stands with one. */
const MANY_TO_ONE = new Map(
  'these this · those that · many much · few little · are is · were was · have has · do does'
    .split(' · ')
    .map((row) => row.split(' ') as [string, string]),
);
const ONE_TO_MANY = new Map([...MANY_TO_ONE].map(([many, one]) => [one, many]));

/**
 * What must follow new words of another number: these programs are → this software is, a program → software, programs’
 * → software’s. Only what stands right beside them, and where they are the subject.
 */
export function agreeing(words: Replacement): Agreement {
  const [was, is] = [isPlural(words.from), isPlural(words.to)];
  const possessive = possessiveAfter(words);
  if (was === is) return { before: null, after: possessive };
  const changes = is ? ONE_TO_MANY : MANY_TO_ONE;
  return {
    before: determinerBefore(words.before, changes),
    after: possessive ?? (isSubject(words.before) ? verbAfter(words.after, changes) : null),
  };
}

function isPlural(words: string): boolean {
  return isEnglishPlural(lowerCase(words.split(/[\s-]/).at(-1) ?? ''));
}

function determinerBefore(before: string, changes: ReadonlyMap<string, string>): Edit | null {
  const found = /(?<![\p{L}\p{N}])(these|those|many|few|this|that)\s+$/iu.exec(before);
  return found === null ? null : changed(found[1] ?? '', found.index, changes);
}

function verbAfter(after: string, changes: ReadonlyMap<string, string>): Edit | null {
  const found = /^(\s+)(are|were|have|do|is|was|has|does)(?![\p{L}’'])/u.exec(after);
  return found === null ? null : changed(found[2] ?? '', found[1]?.length ?? 0, changes);
}

function changed(word: string, start: number, changes: ReadonlyMap<string, string>): Edit | null {
  const other = changes.get(lowerCase(word));
  if (other === undefined) return null;
  const text = word === lowerCase(word) ? other : capitalized(other);
  return { start, end: start + word.length, text };
}

/** At the beginning of a clause, with one word in front at most: The new programs are. */
function isSubject(before: string): boolean {
  return /(?:^|[.!?;:,–—]["”’]?\s+|(?<!\p{L})(?:and|but|that|because|if|when|while|as|where)\s+)["“‘]?(?:(?:the|these|those|this|that|our|their|its|his|her|my|your|such|some|all|most|many)\s+)?(?:(?!(?:of|in|for|to|with|by|from|at|on)\s)\p{L}+\s+)?$/iu.test(
    before,
  );
}

/** programs’ costs → software’s costs; program’s → analytics’. */
function possessiveAfter({ before, from, to, after }: Replacement): Edit | null {
  if (/['‘]$/.test(before)) return null;
  const [, apostrophe = ''] = /^(['’])(?![\p{L}])/u.exec(after) ?? [];
  if (apostrophe !== '' && /s$/i.test(from) && !/s$/i.test(to)) return { start: 0, end: 1, text: `${apostrophe}s` };
  const [, sign = ''] = /^(['’])s(?!\p{L})/u.exec(after) ?? [];
  return sign !== '' && !/s$/i.test(from) && isPlural(to) && /s$/i.test(to) ? { start: 0, end: 2, text: sign } : null;
}
