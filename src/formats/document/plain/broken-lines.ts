/** Lines as a page was wide, as they come where somebody copies from a PDF. */
export interface PageText {
  /** Its paragraphs, each in one line. */
  readonly paragraphs: readonly string[];
  /** Lines of the heads and feet of pages. */
  readonly margins: readonly string[];
}

/** UTF-16 units of the lines of a page. */
const WIDTH = { least: 40, most: 150 };
/** How much of the width a line fills, with the next word, that was broken to fit. */
const FULL = 0.85;
/** Sentences that go on in the next line, as a share of all lines; and of these, those that lead on. */
const LEAST_BROKEN = { count: 3, share: 0.2 };
/** Ends such a line often, and no verse or item: a part of a word, or one that leads to the next. */
const LEADS_ON =
  /(?:\p{Ll}-|(?<![\p{L}’'])(?:l[ea]s?|une?|des?|du|à|aux?|en|et|ou|que|qui|dans|par|pour|sur|avec|sans|sous|ce|cet|cette|ces|son|sa|ses|nos|vos|leurs?|ne|se|plus|comme|mais|si|nous|vous|ils?|elles?|on|est|sont))$/u;
const ENDS = /[.!?…:;»”"][)\]\d]*$/u;
const GOES_ON = /^\p{Ll}/u;
/** The first line of an item, or the number of a part. */
const ANEW = /^(?:[-–—•·*▪◦] |\d{1,3}(?:\.\d{1,3})*[.)]? \p{Lu}|[a-z][.)] )/u;
const PAGE_NUMBER = /^(?:[-–—] ?)?(?:page |p\. ?)?\d{1,4}(?: ?(?:\/|sur) ?\d{1,4})?(?: ?[-–—])?$/i;

/** Reads a text in which each line is one of a page; null for any other, as one with an empty line in it. */
export function readPageText(text: string): PageText | null {
  const all = text
    .trim()
    .split('\n')
    .map((line) => line.trim().replaceAll(/[ \t]+/g, ' '));
  if (all.includes('')) return null;
  const margins = marginsAmong(all);
  const lines = all.filter((line) => !margins.has(line));
  const width = widthOf(lines);
  const broken = lines.filter((line, i) => isBroken(line, lines[i + 1], width));
  const isPage = width >= WIDTH.least && width <= WIDTH.most;
  if (!isPage || broken.length < Math.max(LEAST_BROKEN.count, LEAST_BROKEN.share * lines.length)) return null;
  if (broken.filter((line) => LEADS_ON.test(line)).length < LEAST_BROKEN.share * broken.length) return null;
  return { paragraphs: paragraphsOf(lines, width), margins: all.filter((line) => margins.has(line)) };
}

/** Nine lines of ten are no longer. */
function widthOf(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  return lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
}

function isBroken(line: string, next: string | undefined, width: number): boolean {
  return next !== undefined && isFull(line, next, width) && !ENDS.test(line) && GOES_ON.test(next);
}

function isFull(line: string, next: string, width: number): boolean {
  return line.length + 1 + (next.split(' ', 1)[0] ?? '').length > FULL * width;
}

/** Numbers of pages, and lines that stand on several, whatever number is in them. */
function marginsAmong(lines: readonly string[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  const shape = (line: string) => line.replaceAll(/\d+/g, '0');
  for (const line of lines) counts.set(shape(line), (counts.get(shape(line)) ?? 0) + 1);
  const isMargin = (line: string) => PAGE_NUMBER.test(line) || ((counts.get(shape(line)) ?? 0) > 1 && !ENDS.test(line));
  return new Set(lines.filter((line) => isMargin(line) && !ANEW.test(line)));
}

function paragraphsOf(lines: readonly string[], width: number): string[] {
  const paragraphs: string[][] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const isSame = before !== undefined && !ANEW.test(line) && (GOES_ON.test(line) || isFull(before, line, width));
    if (isSame) paragraphs.at(-1)?.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map(joinLines);
}

/** Stand behind a hyphen of their own: “est-il”, “vous-même”, “au-dessus”. */
const KEEPS_BEFORE =
  /^(?:je|tu|ils?|elles?|on|nous|vous|les?|la|lui|leur|moi|toi|eux|y|en|ce|ci|là|mêmes?|dess(?:o)?us|dedans|dehors|delà|dire|être|à)(?!\p{L})/u;
const KEEPS_BEHIND =
  /(?<!\p{L})(?:vingt|trente|quarante|cinquante|soixante|quatre|dix|non|demi|quasi|peut|vice|ex|arrière|celui|celle|ceux|grand|haut|bas|nord|sud|c[’']est|est)-$/iu;
const PARTED = /\p{Ll}-$/u;

/** Lines of one paragraph; a word that was parted at the end of one is whole again. */
export function joinLines(lines: readonly string[]): string {
  const pieces = lines.map((line, i) => {
    const next = lines[i + 1];
    if (next === undefined) return line;
    if (!PARTED.test(line) || !GOES_ON.test(next)) return `${line} `;
    return KEEPS_BEHIND.test(line) || KEEPS_BEFORE.test(next) ? line : line.slice(0, -1);
  });
  return pieces.join('');
}
