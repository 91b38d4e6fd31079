/** What was said, without the times at which it was. */
export interface SpokenText {
  /** Its lines; empty ones between its paragraphs. */
  readonly text: string;
  readonly stamps: number;
  /** It has no title above it. */
  readonly isFromStart: boolean;
}

/** `0:04`, `[00:01:10]`, `00:00:01,000 --> 00:00:04,200 align:start`; the first group is a bracket, the second the time. */
const STAMP =
  /^([[(]?)((?:\d{1,2}:)?\d{1,2}:\d\d)(?:[.,]\d{1,3}(?:[ \t]+-->[ \t]+[\d:]{4,9}[.,]\d{1,3}(?:[ \t]+\w+:\S+)*$)?)?[\])]?(?=\s|$)/;
/** `Aïda Lemoine   0:04` */
const BEHIND = /^(\p{Lu}[\p{L} .’'-]{1,60}?)[ \t]+[[(]?((?:\d{1,2}:)?\d{1,2}:\d\d)[\])]?$/u;
/** What a file of subtitles of the web says of itself, up to an empty line. */
const OF_FILE = /(?<![^\n]\n)^(?:WEBVTT|NOTE|STYLE|REGION)(?![^\s]).*(?:\n[^\S\n]*\S.*)*/gm;
/** A talk begins at once; a programme of a day does not. Seconds. */
const LATEST_START = { bracketed: 300, before: 60 };
const LEAST_STAMPS = 3;
/** More is said in a talk than in a table of times. UTF-16 units for each of them. */
const LEAST_SAID = { bracketed: 5, before: 20 };
/** Lines of a talk, of which some have a time. */
const LEAST_SHARE = 0.2;

/** A line of a talk, with the time at which it was said. */
interface StampedLine {
  readonly seconds: number;
  /** What stands beside the time; '' where it has a line of its own. */
  readonly rest: string;
  readonly isSure: boolean;
  /** From one time to another, as subtitles have it. */
  readonly isCue: boolean;
}

/** Reads subtitles, and talks that somebody took down with the time before what is said; null for any other text. */
export function readSpoken(text: string): SpokenText | null {
  const given = text.replace(/^\ufeff/, '');
  const lines = (given.startsWith('WEBVTT') ? given.replaceAll(OF_FILE, '') : given)
    .split('\n')
    .map((line) => line.trim());
  const stamped = lines.map((line, i) => stampOf(line, lines[i + 1] ?? ''));
  const stamps = stamped.filter((one) => one !== null);
  const said = lines.flatMap((line, i) => (isNumber(lines, stamped, i) ? [] : [stamped[i]?.rest ?? line]));
  if (!isTalk(stamps, { lines: lines.filter((line) => line !== '').length, length: said.join('').length })) return null;
  const isSubtitles = stamps.every(({ rest }) => rest === '');
  const first = stamped.findIndex((one) => one !== null);
  const isFromStart = lines.slice(0, first).every((line, i) => line === '' || isNumber(lines, stamped, i));
  return { text: isSubtitles ? paragraphsOf(said) : said.join('\n'), stamps: stamps.length, isFromStart };
}

function stampOf(line: string, next: string): StampedLine | null {
  const [found, bracket = '', time] = STAMP.exec(line) ?? [];
  if (found !== undefined && time !== undefined) {
    const rest = line.slice(found.length).replace(/^[ \t:–—-]+/, '');
    return { seconds: secondsOf(time), rest, isSure: bracket !== '' || rest === '', isCue: found.includes('-->') };
  }
  const [, name, at] = BEHIND.exec(line) ?? [];
  const isFollowed = next !== '' && !STAMP.test(next) && !BEHIND.test(next);
  if (name === undefined || at === undefined || !isFollowed) return null;
  return { seconds: secondsOf(at), rest: name, isSure: true, isCue: false };
}

function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** @param said lines of the text, and the length of what is no time in them */
function isTalk(stamps: readonly StampedLine[], said: { readonly lines: number; readonly length: number }): boolean {
  const [first] = stamps;
  if (first?.isCue) return true;
  if (first === undefined || stamps.length < Math.max(LEAST_STAMPS, LEAST_SHARE * said.lines)) return false;
  const isInOrder = stamps.every(({ seconds }, i) => seconds >= (stamps[i - 1]?.seconds ?? 0));
  const kind = stamps.every((one) => one.isSure) ? 'bracketed' : 'before';
  return isInOrder && first.seconds <= LATEST_START[kind] && said.length >= LEAST_SAID[kind] * stamps.length;
}

/** The number or the name of a subtitle. */
function isNumber(lines: readonly string[], stamped: readonly (StampedLine | null)[], i: number): boolean {
  const isAtStart = i === 0 || lines[i - 1] === '';
  return isAtStart && stamped[i] === null && /-->/.test(lines[i + 1] ?? '');
}

/** A paragraph of a talk ends with a sentence, or where it must. UTF-16 units. */
const LENGTH = { least: 240, most: 700 };
/** Who speaks, as subtitles of the web say it. */
const VOICE = /^<v(?:\.[^ >]*)? ([^>]{1,80})>/;
const TAG = /<\/?[a-z][^<>]{0,80}>/gi;

/** Subtitles are cut to be read in a glance: their lines are one text again. */
function paragraphsOf(lines: readonly string[]): string {
  const paragraphs: string[] = [''];
  for (const line of lines) {
    const said = line.replace(VOICE, '— $1 : ').replaceAll(TAG, '').trim();
    const last = paragraphs.at(-1) ?? '';
    const isOver = last.length > LENGTH.most || (last.length > LENGTH.least && /[.!?…»]$/.test(last));
    if (said === '') continue;
    if (isOver || /^(?:[-–—]|>>) ?\p{L}/u.test(said)) paragraphs.push(said);
    else paragraphs.push(`${paragraphs.pop()} ${said}`.trim());
  }
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}
