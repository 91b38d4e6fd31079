import type { Language } from '../model/concept.ts';
import type { Span } from '../model/rich-text.ts';

/** Words whose full stop ends no sentence. */
const ABBREVIATIONS: Readonly<Record<Language, ReadonlySet<string>>> = {
  fr: new Set(
    'M MM Mme Mmes Mlle Mgr Dr Pr Me St Ste al p pp ex cf art chap vol fig env av apr éd vs J.-C no n°'.split(' '),
  ),
  en: new Set(
    'Mr Mrs Ms Dr Prof St Jr Sr Inc Corp Ltd Co al cf ed eds p pp v vs etc No Nos Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Gen Rep Sen Gov Fig Vol pp e.g i.e a.m p.m U.S U.K U.N E.U D.C'.split(
      ' ',
    ),
  ),
};
const TERMINATOR = /[.!?…]/;
/** May stand behind the stop; the blank is what markup leaves in the words. */
const CLOSING = /["'”’»›)\]\ufffc]/;
/** May stand before the first letter, markup too. */
const OPENING = /["'“‘«‹([—–\ufffc-]/;

/**
 * Cuts a unit into sentences. The spans touch and cover the whole text; white space belongs to the sentence before it.
 * A full stop ends no sentence after an abbreviation, an initial (a unit is none: 0,3 L.) or what a figure stands
 * behind (s. 44), nor where a small letter follows (`de puces? " a indiqué`, `efforts... brisant`).
 */
export function segmentText(text: string, language: Language): Span[] {
  const spans: Span[] = [];
  let start = 0;
  let quotes = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === '"') quotes += 1;
    if (!TERMINATOR.test(text.charAt(at))) continue;
    const end = sentenceEnd(text, at, quotes % 2 === 1);
    const next = skipSpaces(text, end);
    const ends =
      next > end &&
      next < text.length &&
      startsSentence(text, next) &&
      !endsWithAbbreviation(text, at, language) &&
      !isReference(text, at, next);
    for (let i = at + 1; i < end; i += 1) if (text.charAt(i) === '"') quotes += 1;
    at = end - 1;
    if (!ends) continue;
    spans.push({ start, end: next });
    start = next;
    at = next - 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** End of the stops and of the quotes and brackets that close with them, a padded quote (`? "`) included. */
function sentenceEnd(text: string, at: number, inQuotes: boolean): number {
  let end = at + 1;
  while (end < text.length && TERMINATOR.test(text.charAt(end))) end += 1;
  const padded = skipSpaces(text, end);
  const sign = text.charAt(padded);
  if (padded > end && ((sign === '"' && inQuotes) || sign === '»' || sign === '›')) end = padded;
  while (end < text.length && CLOSING.test(text.charAt(end)) && !(text.charAt(end) === '"' && !inQuotes)) end += 1;
  return end;
}

function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
  return end;
}

function startsSentence(text: string, at: number): boolean {
  let first = at;
  while (first < text.length && (OPENING.test(text.charAt(first)) || /\s/.test(text.charAt(first)))) first += 1;
  const character = text.charAt(first);
  return character !== character.toLowerCase() || /\p{N}/u.test(character);
}

/** What a figure may stand behind: s. 44, para. 3, c. 1900. */
const BEFORE_FIGURE = /(?<![\p{L}\p{N}'’])(?:s|ss|sec|secs|para|paras|c|ca|ch|chs|n|nn|reg|regs|al|cl)\.$/u;

function isReference(text: string, stop: number, next: number): boolean {
  return /\d/.test(text.charAt(next)) && BEFORE_FIGURE.test(text.slice(Math.max(0, stop - 6), stop + 1));
}

function endsWithAbbreviation(text: string, stop: number, language: Language): boolean {
  if (text.charAt(stop) !== '.') return false;
  let start = stop;
  while (start > 0 && /[\p{L}\p{N}.°-]/u.test(text.charAt(start - 1)) && stop - start < 12) start -= 1;
  const word = text.slice(start, stop);
  if (/^\p{Lu}$/u.test(word)) return !/\d[\s\u00a0\u202f]?$/.test(text.slice(Math.max(0, start - 2), start));
  return ABBREVIATIONS[language].has(word) || /^(\p{Lu}\.)+\p{Lu}$/u.test(word);
}
