/** What was said, without the times at which it was. */
export interface SpokenText {
  /** Its lines; empty ones between its paragraphs. */
  readonly text: string;
  readonly stamps: number;
  /** It has no title above it. */
  readonly isFromStart: boolean;
}

/** `0:04`, `[00:01:10]`, `00:00:01,000 --> 00:00:04,200 align:start`; the first group is the time. */
const STAMP = /^([[(]?)((?:\d{1,2}:)?\d{1,2}:\d\d)(?:[.,]\d{1,3})?[\])]?(?:[ \t]+-->[ \t].*|(?=\s|$))/;
/** `Aïda Lemoine   0:04` */
const BEHIND = /^(\p{Lu}[\p{L} .’'-]{1,60}?)[ \t]+[[(]?((?:\d{1,2}:)?\d{1,2}:\d\d)[\])]?$/u;
/** A talk begins at once; a programme of a day does not. Seconds. */
const LATEST_START = { bracketed: 300, before: 60 };
const LEAST_STAMPS = 3;
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
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line) => line.trim());
  const stamped = lines.map((line, i) => stampOf(line, lines[i + 1] ?? ''));
  const stamps = stamped.filter((one) => one !== null);
  if (!isTalk(stamps, lines.filter((line) => line !== '').length)) return null;
  const isSubtitles = stamps.every(({ rest }) => rest === '');
  const said = lines.flatMap((line, i) => (isNumber(lines, stamped, i) ? [] : [stamped[i]?.rest ?? line]));
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

function isTalk(stamps: readonly StampedLine[], lines: number): boolean {
  const [first] = stamps;
  if (first?.isCue) return true;
  if (first === undefined || stamps.length < Math.max(LEAST_STAMPS, LEAST_SHARE * lines)) return false;
  const isInOrder = stamps.every(({ seconds }, i) => seconds >= (stamps[i - 1]?.seconds ?? 0));
  const isSure = stamps.every((one) => one.isSure);
  return isInOrder && first.seconds <= (isSure ? LATEST_START.bracketed : LATEST_START.before);
}

/** The number or the name of a subtitle, and what a file of them says of itself. */
function isNumber(lines: readonly string[], stamped: readonly (StampedLine | null)[], i: number): boolean {
  const line = lines[i] ?? '';
  if (/^(?:WEBVTT|Kind: |Language: )/.test(line)) return true;
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
