import { plainText } from '../blocks/line-doubt.ts';
import type { TreeBlock } from '../blocks/write-blocks.ts';
import type { PageFacts } from './page-facts.ts';

/** Shorter texts are the beginning of an article that one has to pay for, more often than not. UTF-16 units. */
const TEASER = 600;
/** The same where the page says that it is for subscribers. */
const TEASER_SAID = 2500;
/** More blocks than an article has, most of them shorter than a sentence. */
const MANY_BLOCKS = 100;
const SHORT_BLOCK = 60;

/**
 * What may be wrong with the article as a whole, each one sentence with advice.
 *
 * @param isFetched it comes from an address; a file is as short as somebody wanted it
 */
export function pageWarnings(blocks: readonly TreeBlock[], { data }: PageFacts, isFetched: boolean): string[] {
  const sure = blocks.filter(({ doubt }) => doubt === null).map(({ node }) => plainText(node).length);
  const length = sure.reduce((sum, one) => sum + one, 0);
  const warnings: string[] = [];
  const isCutOff = (data.isForSubscribers || blocks.some(saysRest)) && length < TEASER_SAID;
  if (isFetched && (length < TEASER || isCutOff))
    warnings.push('This looks like a teaser; save the page from your browser and add the file.');
  if (!isFetched && isCutOff)
    warnings.push('This page is for subscribers, and may be only the beginning of its article; look at its end.');
  if (data.isLive || tellsHours(blocks) || (sure.length > MANY_BLOCKS && median(sure) < SHORT_BLOCK))
    warnings.push('This looks like a live ticker or a page of results, not an article; untick what you do not want.');
  return warnings;
}

/** Says that the rest has to be paid for; that an article has to be says a page to those who do, too. */
const REST = /il vous reste \d|pour lire la suite|la suite (?:de cet article )?est r[ée]serv[ée]e/iu;

function saysRest({ node, doubt }: TreeBlock): boolean {
  return doubt !== null && REST.test(plainText(node));
}

/** A line that is a time of day and nothing else. */
const HOUR = /^(\d{1,2})\s?[h:]\s?(\d\d)$/;
const MANY_HOURS = 5;

/** Times of day stand between its parts, the last first; those of a programme go on as the day does. */
function tellsHours(blocks: readonly TreeBlock[]): boolean {
  const hours = blocks.flatMap(({ node }) => {
    const [, hour, minute] = HOUR.exec(plainText(node).trim()) ?? [];
    return hour === undefined ? [] : [Number(hour) * 60 + Number(minute)];
  });
  const goesBack = hours.slice(1).filter((hour, i) => hour < (hours[i] ?? 0)).length;
  return hours.length >= MANY_HOURS && goesBack * 2 > hours.length;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
