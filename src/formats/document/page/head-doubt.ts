import type { Nodes } from 'mdast';
import { findFrenchDate } from '../blocks/french-date.ts';
import { plainText } from '../blocks/line-doubt.ts';
import type { TreeBlock } from '../blocks/write-blocks.ts';

/** What is known of an article by which the lines below its title are known. */
interface Known {
  readonly authors: readonly string[];
  /** ISO 8601; null for none. */
  readonly date: string | null;
  readonly site: string | null;
}

/** A longer block is where the text begins. UTF-16 units. */
const LONGEST_LINE = 100;
/** Blocks among which such lines stand, below a lead too. */
const MOST_OF_HEAD = 8;
const MOST_ITEMS = 6;
const LONGEST_DAY = 40;
const READING_TIME = /(?<!\d)\d+\s?min(?:utes?|\.)?(?:\s(?:read|de lecture))?/giu;
const OF_A_DATE =
  /\d{1,2}\s?(?:er|[h:]\s?\d{0,2})?|\d{4}|(?:lun|mar|mer|jeu|ven|sam|dim)[a-z]*\.?|(?:janv?|f[ée][bv]r?|mar|avr|apr|mai|may|ju[inl]|ao[ûu]t|aug|sept?|oct|nov|d[ée]c)[a-zéû]*\.?|publi[ée]e?|mis en ligne|(?<!\p{L})(?:le|[àa]|par|by|on)(?!\p{L})/giu;
const IS_READING_TIME = /\d\s?min(?:utes?|\.)?(?:\s(?:read|de lecture))?(?!\p{L})/iu;
const NUMBER = /^[\d\s.,]+[kKM]?$/;
/** What pages put between the parts of such a line. */
const BETWEEN = /[·•|]|\s[-–—]\s/u;
/** What a reader may do, and how many did. */
const OF_READERS =
  /^(?:suivre|follow(?:ing)?|s[’']abonner|subscribe|partager|share|(?:\d+|aucune?|no)\s(?:vues?|views?|lectures?|commentaires?|comments?|r[ée]actions?|j[’']aime|likes?|partages?|votes?))$/iu;
/** Kinds of articles, which newspapers put above their titles and below them. */
const KICKER =
  /^(?:reportage|enqu[êe]te|entretien|interview|analyse|tribune|[ée]dito(?:rial)?|chronique|portrait|billet|d[ée]cryptage|r[ée]cit|actualit[ée]s?|actus?|dossier|opinions?|podcast|vid[ée]o|exclusif|communiqu[ée](?: de presse)?|grand format|rencontre|critique|abonn[ée]s?|article r[ée]serv[ée]|\d+ langues)$/iu;
/** “Par Jeanne Duval et Paul Roy”: a name has two words at least. */
const BYLINE =
  /^(?:[Pp]ar|[Bb]y|[Tt]extes?|[Pp]ropos recueillis par|[Uu]n article de)\s?:?\s(?:[\p{Lu}][\p{L}’'.-]*(?:\s(?:d[eu]|des|la|le|van|von)|)\s){1,3}[\p{Lu}][\p{L}’'-]*(?:\.)?(?:(?:,| et| and|,? à)\s[\p{Lu}][\p{L}’' .-]{1,40})?$/u;
/** Of one, perhaps with what stands before it. */
const NAME = /^(?:(?:[Pp]ar|[Bb]y)\s)?\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*){0,3}$/u;
/** Where one is on a site: Accueil > Le patrimoine > … */
const WAY_HOME = /^(?:accueil|home|vous [êe]tes ici)(?!\p{L})\s?:?.{0,150}[>›»/→].{0,150}$/iu;

/**
 * Lines between the title and the text that are none of it: who wrote it and when, what it takes to read it, who liked
 * it. A lead may stand above them.
 */
export function judgeHead(blocks: readonly TreeBlock[], known: Known): TreeBlock[] {
  const [lead = blocks.findIndex(isSentence), text = lead] = [...blocks.keys()].filter((i) => isLong(blocks[i]));
  return blocks.map((block, i) => {
    if (i >= MOST_OF_HEAD || block.doubt !== null) return block;
    const isAbout = isAboutArticle(linesOf(block.node), { ...known, isAbove: i < lead, isNear: i < text });
    return isAbout ? { ...block, doubt: 'a line about the article' } : block;
  });
}

function isLong(block: TreeBlock | undefined): boolean {
  return block !== undefined && block.node.type !== 'heading' && plainText(block.node).length > LONGEST_LINE;
}

/** In a text of short paragraphs such a one is its beginning. */
function isSentence({ node }: TreeBlock): boolean {
  return node.type === 'paragraph' && /.{40}[.!?…»]$/su.test(plainText(node).trim());
}

interface Place extends Known {
  /** Above all that is long enough to be text. */
  readonly isAbove: boolean;
  /** The same, or right behind the lead. */
  readonly isNear: boolean;
}

/** Of a paragraph its line, of a short list those of its items; none of another block. */
function linesOf(node: Nodes): string[] {
  if (node.type === 'paragraph') return [plainText(node).trim()];
  if (node.type !== 'list' || node.children.length > MOST_ITEMS) return [];
  return node.children.map((item) => plainText(item).trim());
}

function isAboutArticle(lines: readonly string[], place: Place): boolean {
  if (lines.length === 0 || lines.some((line) => line === '' || line.length > 2 * LONGEST_LINE)) return false;
  if (lines.every((line) => isDateLine(line, place))) return true;
  const parts = lines.flatMap((line) => line.split(BETWEEN).map((part) => part.trim()));
  if (place.isAbove && lines.every((line) => WAY_HOME.test(line) || !/[\p{L}\d]/u.test(line))) return true;
  if (place.isAbove && parts.every((part) => isAbove(part, place))) return true;
  if (place.isNear && parts.every((part) => BYLINE.test(part) || isAuthor(part, place))) return true;
  // Beside what is surely no text stands a name.
  const isSure = (part: string) => OF_READERS.test(part) || isDateLine(part, place);
  return place.isAbove && parts.some(isSure) && parts.every((part) => isAbove(part, place) || NAME.test(part));
}

function isAbove(part: string, place: Place): boolean {
  if ([NUMBER, OF_READERS, KICKER, BYLINE].some((pattern) => pattern.test(part))) return true;
  return isAuthor(part, place) || isDateLine(part, place) || isDay(part) || isSite(part, place);
}

function isSite(part: string, { site }: Known): boolean {
  return site !== null && folded(part) === folded(site);
}

/** A day or a time of day, though not the one on which it appeared: pages say when they were changed. */
function isDay(part: string): boolean {
  return (
    part.length <= LONGEST_DAY && /\d{4}|\d\s?[h:]\s?\d\d/u.test(part) && !/\p{L}/u.test(part.replaceAll(OF_A_DATE, ''))
  );
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
