import { findFrenchDate } from '../blocks/french-date.ts';
import { plainText } from '../blocks/line-doubt.ts';
import type { TreeBlock } from '../blocks/write-blocks.ts';

/** What is known of an article by which the lines below its title are known. */
interface Known {
  readonly authors: readonly string[];
  /** ISO 8601; null for none. */
  readonly date: string | null;
}

/** A longer block is where the text begins. UTF-16 units. */
const LONGEST_LINE = 100;
/** Blocks among which such lines stand, below a lead too. */
const MOST_OF_HEAD = 8;
const READING_TIME = /(?<!\d)\d+\s?min(?:utes?|\.)?(?:\s(?:read|de lecture))?/giu;
const OF_A_DATE =
  /\d{1,2}\s?(?:er|[h:]\s?\d{0,2})?|\d{4}|(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?|(?:janv?|f[ée]vr?|mars|avr|mai|juin|juil|ao[ûu]t|sept?|oct|nov|d[ée]c)[a-zé]*\.?|publi[ée]e?|mis en ligne|(?<!\p{L})(?:le|[àa]|par|by|on)(?!\p{L})/giu;
const IS_READING_TIME = /\d\s?min(?:utes?|\.)?(?:\s(?:read|de lecture))?(?!\p{L})/iu;
const NUMBER = /^[\d\s.,]+[kKM]?$/;

/**
 * Lines between the title and the text that are none of it: who wrote it and when, what it takes to read it, who liked
 * it.
 */
export function judgeHead(blocks: readonly TreeBlock[], known: Known): TreeBlock[] {
  const begin = blocks.findIndex(({ node }) => node.type !== 'heading' && plainText(node).length > LONGEST_LINE);
  return blocks.map((block, i) => {
    const { node, doubt } = block;
    if (i >= MOST_OF_HEAD || doubt !== null || node.type !== 'paragraph') return block;
    const line = plainText(node).trim();
    const isAbout = isDateLine(line, known) || (i < begin && (NUMBER.test(line) || isAuthor(line, known)));
    return isAbout ? { node, doubt: 'a line about the article' } : block;
  });
}

function isAuthor(line: string, { authors }: Known): boolean {
  return authors.map(folded).includes(folded(line.replace(/^(?:par|by|de)\s/iu, '')));
}

/** The day on which it appeared, or the time that it takes, and nothing else but who wrote it. */
function isDateLine(line: string, known: Known): boolean {
  if (line.length > LONGEST_LINE) return false;
  const rest = line.replaceAll(READING_TIME, '').replaceAll(OF_A_DATE, '');
  const isAll = !/[\p{L}\d]/u.test(rest) || isAuthor(rest, known);
  return isAll && (IS_READING_TIME.test(line) || (known.date !== null && findFrenchDate(line) === known.date));
}

function folded(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\d]/gu, '');
}
