import { type FoundDate, frenchDates } from '../blocks/french-date.ts';
import { type HtmlElement, type HtmlNode, isElement, isText, nameOf, readOnce, wordsOf } from '../html/html-dom.ts';

const TOLD = /^(?:blockquote|figure|figcaption|aside|dl|q)$/;
const IN_LINE = /^(?:a|abbr|b|cite|em|i|small|span|strong|sub|sup|time|u|font|bdi|mark|data|label)$/;

/** The first lines of an element, without its tables, quotations and captions; each block has one. UTF-16 units. */
export function firstLines(element: HtmlElement, length: number): string {
  const texts: string[] = [];
  let left = length;
  const visit = (node: HtmlNode) => {
    if (left <= 0) return;
    if (isText(node)) {
      texts.push(node.textContent.replaceAll(/\s/g, ' '));
      left -= node.textContent.trim().length;
    } else if (!isElement(node)) for (const child of node.childNodes) visit(child);
    else if (!isTold(node)) {
      const edge = IN_LINE.test(nameOf(node)) ? ' ' : '\n';
      texts.push(edge);
      for (const child of node.childNodes) visit(child);
      texts.push(edge);
    }
  };
  visit(element);
  const lines = texts.join('').split('\n');
  return lines
    .map((line) => line.replaceAll(/ +/g, ' ').trim())
    .filter((line) => line !== '')
    .join('\n')
    .slice(0, length);
}

/** Parts of a page in which a day belongs to what is told; tables without a head are there to place a page. */
function isTold(element: HtmlElement): boolean {
  const name = nameOf(element);
  return TOLD.test(name) || (name === 'table' && element.querySelector('th') !== null);
}

/** Longer lines are prose, unless a sentence of them says that something was published. UTF-16 units. */
const LONGEST_LINE = 160;
const PUBLISHED =
  /(?<!\p{L})(?:publi[ée]e?s?|publication|post[ée]e?s?|soumise?|mise? en ligne|mise? à jour|paru(?:e|tion)?|écrit|modifié|actualisé|créé)(?!\p{L})/iu;
/** Said of other things too: of an article, nothing stands before it. */
const ONLINE = /(?<!\p{L})en ligne depuis(?!\p{L})/iu;
/** Ends what stands before it: a sentence, or a part of a line about an article. */
const PART = /[.!?…](?=\s)|[|·•–—(]|\s-\s/u;
/** Words of such lines that have no capital letter. */
const USUAL = new Set(
  (
    'le du de des la les l d par et à a en dans ce h min minutes mis mise jour heures ligne lecture temps pour publié publiée publie ' +
    'lun mar mer jeu ven sam dim posté soumis modifié actualisé écrit créé paru parue date lundi mardi mercredi jeudi vendredi samedi dimanche er avec vers propos recueillis'
  ).split(' '),
);
/** What a life or a stretch of time begins or ends with. */
const OF_A_LIFE = /(?<!\p{L})(?:née?s?|morte?s?|décédée?s?|naissance|décès|depuis|dès|avant|après|jusqu)(?!\p{L})/iu;

/** Says when a text was changed, which is not when it appeared. */
const UPDATED = /(?<!\p{L})(?:mise? à jour|modifié|actualisé)/iu;

/**
 * The day on which a text says, in a line of its own or in so many words, that it appeared; where it says none, the one
 * on which it was changed. ISO 8601.
 */
export function findPublicationDate(text: string): string | null {
  let other: string | null = null;
  let updated: string | null = null;
  for (const line of text.split('\n')) {
    let end = 0;
    for (const found of frenchDates(line)) {
      const part = line.slice(0, found.index).split(PART).at(-1) ?? '';
      const isUpdate = UPDATED.test(line.slice(end, found.index).split(PART).at(-1) ?? '');
      end = found.end;
      const isTold = isToldOf(part, line.slice(found.end));
      if (isTold && !isUpdate) return found.date;
      if (isTold || (isBare(line) && isUpdate)) updated ??= found.date;
      else if (isBare(line)) other ??= found.date;
    }
  }
  return other ?? updated;
}

/** Whether what stands in a box is a line about the article, not a part of what is told. */
export function isBare(line: string): boolean {
  return line.length <= LONGEST_LINE && isUsual(withoutDates(line));
}

/**
 * Whether a day stands in what stands around a text, that is: its box and, where that is small, those around. Each box
 * of a page is read once, however many days it has.
 */
export function createBesideTest(): (time: HtmlElement) => boolean {
  const wordsIn = readOnce(wordsOf);
  const isToldIn = readOnce(isTold);
  return (time) => {
    let box: HtmlElement | null = null;
    for (let at: HtmlElement | null = time; at !== null; at = at.parentNode) {
      const name = nameOf(at);
      if (/^(?:header|address)$/.test(name)) return true;
      if (isToldIn(at)) return false;
      if (!IN_LINE.test(name)) box ??= at;
    }
    const said = wordsOf(time);
    if (said === '') return false;
    const words = box === null ? '' : wordsIn(box);
    if (box === null || words.length > LONGEST_LINE) return box === null || !/^(?:p|li|dd)$/.test(nameOf(box));
    return isAround(words, said);
  };
}

function isAround(words: string, time: string): boolean {
  const [before = '', after = ''] = words.split(time, 2);
  return isBare(`${before} ${after}`) || PUBLISHED.test(before) || isToldOf(before, after);
}

function isToldOf(before: string, after: string): boolean {
  const found = PUBLISHED.exec(before) ?? ONLINE.exec(before);
  if (found === null || !isUsual(before.slice(0, found.index))) return false;
  return !/^(?!et\b|à\b|par\b|dans\b|mis|modif|actual)\p{Ll}/u.test(after.replace(/^[\s,]+/, ''));
}

/** Names, and words that stand beside them in such lines. */
function isUsual(words: string): boolean {
  if (OF_A_LIFE.test(words)) return false;
  return (words.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => /^\p{Lu}/u.test(word) || USUAL.has(word));
}

function withoutDates(line: string): string {
  let at = 0;
  let rest = '';
  for (const { index, end } of frenchDates(line) as FoundDate[]) {
    rest += line.slice(at, index);
    at = end;
  }
  return rest + line.slice(at);
}
