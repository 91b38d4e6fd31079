import type { Language } from '../model/concept.ts';
import { plainNumber, type Quantity } from './quantity.ts';

/** A few words, with no sign between them. */
const WORDS = /^(?:\s[\p{L}’'-]+){0,4}$/u;
/** What stands between the two numbers of a share behind the words for what is counted. */
const OF_ALL: Readonly<Record<Language, RegExp>> = {
  fr: /\ssur\s$/u,
  en: /\s(?:in|(?:out )?of every|in every|out of)\s$/u,
};
/** A plural that what stands before it may count, or a small word that only looks like one. */
const NOUN: Readonly<Record<Language, RegExp>> = {
  fr: /^[\s\u00a0](?!(?:dans|sans|sous|mais|puis|plus|moins|alors|depuis|vers|[cdlmst]es|[nv]os|jamais|fois)(?!\p{L})|\p{L}+(?:us|[éi]e?s)(?!\p{L}))\p{Ll}{2,}[sx](?!\p{L})/u,
  en: /^[\s-](?!(?:is|was|as|has|this|its|his|years?|times|does|yes|plus)(?!\p{L}))\p{Ll}{3,}s(?!\p{L})/u,
};
/** The largest number of which others are a share, but for round ones. */
const MOST = 100;

/** Whether what a number counts stands right behind it, in the plural: 7 pays, 7 countries; not 7 en mai, 7 attendus. */
export function hasOwnNoun(text: string, end: number, language: Language): boolean {
  return NOUN[language].test(text.slice(end, end + 40));
}

/** Neuf puces sur dix, nine out of ten, one in five: two numbers that are one share; each may still be said apart. */
export function joinShares(quantities: readonly Quantity[], text: string, language: Language): Quantity[] {
  const joined: Quantity[] = [];
  for (const all of quantities) {
    const last = isCountedPair(joined.at(-2), joined.at(-1), text) ? -2 : -1;
    const one = joined.at(last);
    if (one !== undefined && isShare(one, all, { text, language })) joined.splice(last, -last, shareOf(one, all));
    else joined.push(all);
  }
  return joined;
}

/** Un couple sur trois, one pair in ten: what is counted is itself a word for two. */
function isCountedPair(one: Quantity | undefined, pair: Quantity | undefined, text: string): boolean {
  if (one?.value !== 1 || !pair?.loose || pair.value !== 2) return false;
  return text.slice(one.end, pair.start).trim() === '';
}

function shareOf({ start, value }: Quantity, all: Quantity): Quantity {
  return { ...plainNumber(start, all.end, value / all.value), parts: [value, all.value] };
}

function isShare(one: Quantity, all: Quantity, { text, language }: { text: string; language: Language }): boolean {
  if (!isPlain(one) || !isPlain(all) || all.loose || one.value >= all.value) return false;
  if (all.value > MOST && !/^10+$/.test(String(all.value))) return false;
  const between = text.slice(one.end, all.start);
  const joint = OF_ALL[language].exec(between)?.[0];
  if (joint === undefined || !WORDS.test(between.slice(0, -joint.length))) return false;
  return joint.length === between.length && language === 'en' ? true : !hasOwnNoun(text, all.end, language);
}

function isPlain({ kind, value, unit, scale, parts }: Quantity): boolean {
  return (
    kind === 'number' && unit === null && scale === undefined && parts === undefined && value > 0 && value % 1 === 0
  );
}
