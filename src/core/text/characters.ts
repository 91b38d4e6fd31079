/**
 * What each UTF-16 unit is to the matcher, as two tables: its class and its folded form.
 * The rows behind the choices: apostrophes, spaces, hyphens, soft hyphens and ligatures as real French text has them.
 */

/** Stands alone: punctuation, symbols, half of an astral character. */
export const SIGN = 0;
/** Part of a word: letters, digits but for raised ones (¹), combining marks, the underscore of identifiers. */
export const WORD = 1;
export const SPACE = 2;
/** Invisible inside a word: soft hyphen, joiners, variation selectors. */
export const SKIPPED = 3;

/** What all hyphens are folded to. */
export const HYPHEN = 0x2d;

const APOSTROPHES = "'’ʼ‘＇";
const HYPHENS = '-‐‑';
/** Soft hyphen, joiners, marks and overrides of direction, byte order mark; variation selectors. */
const INVISIBLE = /\u00ad|\u034f|[\u200b-\u200f\u2060-\u2064\u2066-\u2069\u202a-\u202e\ufeff]|[\ufe00-\ufe0f]/g;
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff', ﬃ: 'ffi', ﬄ: 'ffl' };

/** Class of each UTF-16 unit. */
export const CLASS: Uint8Array = new Uint8Array(65536);
/** Folded unit: lower case, one apostrophe, one hyphen, one space. 0 = see {@link foldedLigature}. */
export const FOLD: Uint16Array = new Uint16Array(65536);

const CAPITAL = new Uint8Array(65536);

// A page makes these tables while somebody waits for it: whole runs of units are found at once, and what nothing is to
// be said of is not looked at.
const UNITS = Array.from({ length: 65536 }, (_, unit) => String.fromCharCode(unit)).join('');
fill(CLASS, /[\p{L}\p{N}\p{M}_]+/gu, () => WORD);
fill(CLASS, /[⁰¹²³⁴-⁹]/g, () => SIGN);
fill(CLASS, /\s+/g, () => SPACE);
for (const sign of HYPHENS + APOSTROPHES) CLASS[sign.charCodeAt(0)] = SIGN;
fill(CLASS, INVISIBLE, () => SKIPPED);
fill(CAPITAL, /\p{Changes_When_Lowercased}+/gu, () => 1);
for (let unit = 0; unit < 65536; unit += 1) FOLD[unit] = unit;
fill(FOLD, /[\p{Changes_When_Lowercased}\s]+/gu, foldOf);
for (const sign of HYPHENS + APOSTROPHES + Object.keys(LIGATURES).join('')) FOLD[sign.charCodeAt(0)] = foldOf(sign);

/** Gives every unit that fits a pattern its value. */
function fill(table: Uint8Array | Uint16Array, pattern: RegExp, valueFor: (character: string) => number): void {
  for (const { index, 0: run } of UNITS.matchAll(pattern))
    for (let unit = index; unit < index + run.length; unit += 1) table[unit] = valueFor(UNITS.charAt(unit));
}

function foldOf(character: string): number {
  if (APOSTROPHES.includes(character)) return 0x27;
  if (HYPHENS.includes(character)) return HYPHEN;
  if (/\s/.test(character)) return 0x20;
  const lower = character.toLowerCase();
  if (Object.hasOwn(LIGATURES, lower)) return 0;
  return lower.length === 1 ? lower.charCodeAt(0) : character.charCodeAt(0);
}

const { charCodeAt } = String.prototype;

/**
 * The UTF-16 unit at an offset of a text. As quick in a loop that meets strings of every kind, cut, joined or whole, as
 * in one that meets one kind; `text.charCodeAt(at)` is looked up by the kind of string, and is slow where there are
 * many.
 */
export function unitAt(text: string, at: number): number {
  return charCodeAt.call(text, at);
}

/** Whether a text has a capital letter; without making a string, as it is asked of every term. */
export function hasCapitals(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) if (CAPITAL[unitAt(text, i)] === 1) return true;
  return false;
}

/** As `toLowerCase`, but at no cost where there is nothing to do, which is nearly everywhere. */
export function lowerCase(text: string): string {
  return hasCapitals(text) ? text.toLowerCase() : text;
}

/** The letters a ligature stands for: œ → oe. */
export function foldedLigature(unit: number): string {
  return LIGATURES[String.fromCharCode(unit).toLowerCase()] ?? '';
}

/** A text without its case, kind of apostrophe, hyphen, space or ligature: what two equal terms have in common. */
export function fold(text: string): string {
  if (/^[a-z0-9 àâçèéêëîïôùûü-]*$/.test(text)) return text;
  const composed = text.normalize('NFC');
  let folded = '';
  let from = 0;
  for (let i = 0; i < composed.length; i += 1) {
    const unit = unitAt(composed, i);
    const letter = FOLD[unit] as number;
    const isLeftOut = CLASS[unit] === SKIPPED;
    if (letter === unit && letter !== 0 && !isLeftOut) continue;
    folded += composed.slice(from, i);
    if (!isLeftOut) folded += letter === 0 ? foldedLigature(unit) : String.fromCharCode(letter);
    from = i + 1;
  }
  return folded + composed.slice(from);
}

/** A text without its accents too: what a search compares. */
export function bare(text: string): string {
  let plain = '';
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    const letter = BARE[unit];
    if (letter === undefined) return bareOf(text);
    if (letter.charCodeAt(0) === unit) continue;
    plain += text.slice(from, i) + letter;
    from = i + 1;
  }
  return plain + text.slice(from);
}

/** What nearly all texts are made of, sign by sign: none of these changes beside another of them. */
const BARE: readonly string[] = Array.from({ length: 0x180 }, (_, unit) => bareOf(String.fromCharCode(unit)));

function bareOf(text: string): string {
  return fold(text).normalize('NFD').replaceAll(/\p{M}/gu, '');
}

/** As {@link fold}, the capitals kept. */
export function foldKeepingCase(text: string): string {
  let folded = '';
  for (const character of text.normalize('NFC')) {
    const unit = character.charCodeAt(0);
    if (character.length > 1 || CLASS[unit] === WORD) folded += character;
    else if (CLASS[unit] !== SKIPPED) folded += String.fromCharCode(FOLD[unit] ?? 0);
  }
  return folded;
}
