const MONTHS = [
  ['janvier', 'janv', 'jan'],
  ['février', 'fevrier', 'févr', 'fév', 'fevr', 'fev'],
  ['mars'],
  ['avril', 'avr'],
  ['mai'],
  ['juin'],
  ['juillet', 'juil'],
  ['août', 'aout'],
  ['septembre', 'sept', 'sep'],
  ['octobre', 'oct'],
  ['novembre', 'nov'],
  ['décembre', 'decembre', 'déc', 'dec'],
];
const MONTH = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

const IN_WORDS =
  /(?<![\d\p{L}])(\d{1,2})(?:er)?[\s\u00a0\u202f]{1,3}([a-zéèûô]{3,9})\.?[\s\u00a0\u202f]{1,3}(\d{4})(?!\d)/giu;
const IN_FIGURES = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?![\d/-])/g;
const OF_ISO = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/;
/** `2023/06/15`, as journals write it for libraries. */
const OF_SLASHES = /^\s*(\d{4})\/(\d\d?)\/(\d\d?)(?!\d)/;
/** What stands before the day on which something appeared. */
const PUBLISHED =
  /(?:publi[ée]e?s?|post[ée]e?|mise? en ligne|paru(?:e|tion)?|[ée]crit|date de publication|cr[ée][ée]e?)(?!\p{L})[^.\n]{0,60}$/iu;

/** ISO 8601 date at the beginning of a timestamp, as machines write it; null where there is none. */
export function dateOfStamp(stamp: string): string | null {
  const [, year = '', month = '', day = ''] =
    OF_ISO.exec(stamp) ?? /^\s*(\d{4})(\d\d)(\d\d)(?:T|\s*$)/.exec(stamp) ?? OF_SLASHES.exec(stamp) ?? [];
  return dateOf(Number(year), Number(month), Number(day)) ?? findFrenchDate(stamp);
}

/** The first date of a French text that says when it appeared, or else the first of all; ISO 8601. */
export function findFrenchDate(text: string): string | null {
  const found = frenchDates(text);
  const published = found.find(({ index }) => PUBLISHED.test(text.slice(Math.max(0, index - 80), index)));
  return (published ?? found[0])?.date ?? null;
}

/** All days that a French text names, in their order. */
export function frenchDates(text: string): readonly FoundDate[] {
  return [...inWords(text), ...inFigures(text)].sort((a, b) => a.index - b.index);
}

/** A day, and where a text names it. UTF-16 offsets. */
export interface FoundDate {
  readonly index: number;
  readonly end: number;
  /** ISO 8601. */
  readonly date: string;
}

function* inWords(text: string): Generator<FoundDate> {
  for (const { 0: written, index, 1: day, 2: name = '', 3: year } of text.matchAll(IN_WORDS)) {
    const date = dateOf(Number(year), MONTH.get(name.toLowerCase()) ?? 0, Number(day));
    if (date !== null) yield { index, end: index + written.length, date };
  }
}

function* inFigures(text: string): Generator<FoundDate> {
  for (const { 0: written, index, 1: day, 3: month, 4: year } of text.matchAll(IN_FIGURES)) {
    const date = dateOf(Number(year), Number(month), Number(day));
    if (date !== null) yield { index, end: index + written.length, date };
  }
}

/** A day that there is, since there are pages and newspapers. */
function dateOf(year: number, month: number, day: number): string | null {
  const days = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ];
  if (year < 1600 || year > 2100 || day < 1 || day > (days[month - 1] ?? 0)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
