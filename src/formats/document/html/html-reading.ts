import { counted } from '../../../core/text/counted.ts';
import { openingOf } from '../blocks/visible-text.ts';
import { type HtmlElement, type HtmlNode, isElement, isText, nameOf } from './html-dom.ts';
import { isBlockName, isDropped } from './html-kinds.ts';
import type { HtmlNotes } from './html-notes.ts';

/** What is known of a page while its tree is read. */
export interface HtmlReading {
  /** Against which addresses are read; null for a document that has none. */
  readonly base: string | null;
  /** Elements that hold a block, at whatever depth. */
  readonly holdsBlock: ReadonlySet<HtmlElement>;
  readonly notes: HtmlNotes;
  /** Whether its tables of data mark their heads; where texts are typed, hardly anybody does. */
  readonly marksHeads: boolean;
  readonly leftOut: LeftOut;
  /** Why what stands in an element may be no part of the article; null for no reason. */
  doubtOf(element: HtmlElement): string | null;
}

/** Elements of a tree that hold a block. One pass. */
export function findHolders(root: HtmlElement): ReadonlySet<HtmlElement> {
  const holders = new Set<HtmlElement>();
  const visit = (element: HtmlElement): boolean => {
    let holds = false;
    for (const child of element.childNodes) {
      if (!isElement(child) || isDropped(child)) continue;
      const within = visit(child);
      if (within || isBlockName(nameOf(child))) holds = true;
    }
    if (holds) holders.add(element);
    return holds;
  };
  visit(root);
  return holders;
}

const MOST_NAMED = 3;
const LONGEST_NAME = 60;

/** What of a page is no text of the article, or is not as it was, to be told in a sentence. */
export interface LeftOut {
  /** @param alt what is told to those who do not see it; '' for nothing */
  picture(alt: string): void;
  /** A drawing, by what in it has words; one without is no more than a line or a sign. */
  drawing(words: Iterable<HtmlElement>): void;
  /** What is chosen from, filled in or opened, by what in it has words. */
  control(words: Iterable<HtmlElement>): void;
  box(element: HtmlElement): void;
  /**
   * A table that comes as paragraphs, by its cells: their words are there, what stands beside what is not.
   *
   * @param why “without a head”
   */
  table(cells: Iterable<HtmlElement>, why: string): void;
  /** One sentence for each kind of thing. */
  warnings(): string[];
}

/** Nothing is left out yet. */
export function createLeftOut(): LeftOut {
  let pictures = 0;
  const shown: string[] = [];
  const [drawings, controls, boxes, tables]: [string[], string[], string[], string[]] = [[], [], [], []];
  const reasons = new Set<string>();
  return {
    picture(alt) {
      pictures += 1;
      if (alt !== '') shown.push(quoted(alt.replaceAll(WHITE, ' ')));
    },
    drawing: (words) => addName(drawings, words),
    control: (words) => addName(controls, words),
    box: (element) => addName(boxes, [element]),
    table(cells, why) {
      addName(tables, cells);
      reasons.add(why);
    },
    warnings: () => [
      ...sentenceOfPictures(pictures, shown),
      ...sentenceOfDrawings(drawings),
      ...sentenceOfControls(controls),
      ...sentenceOfBoxes(boxes),
      ...sentenceOfTables(tables, reasons),
    ],
  };
}

/** Adds no name where nothing has words. */
function addName(names: string[], elements: Iterable<HtmlElement>): void {
  const words = openingWords(elements, LONGEST_NAME + 1);
  if (words === '') return;
  names.push(quoted(words));
}

function quoted(words: string): string {
  const cut = words.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '');
  return `“${cut}${words.length > LONGEST_NAME ? '…' : ''}”`;
}

/** UTF-16 units of one text that are looked at: many more than any opening has. */
const LOOKED_AT = 2000;

/**
 * The words with which elements begin, as they are seen, those of each element and of each block apart. It goes no
 * further than it must, since elements stand in elements.
 *
 * @param length UTF-16 units that are wanted; more may come
 */
export function openingWords(elements: Iterable<HtmlElement>, length: number): string {
  const texts: string[] = [];
  let left = length;
  const visit = (node: HtmlNode) => {
    if (left <= 0) return;
    if (isText(node)) {
      const text = beginningOf(node.textContent);
      texts.push(text);
      left -= text.trim().length;
    } else if (isElement(node) && !isDropped(node)) visitWithin(node);
  };
  const visitWithin = (element: HtmlElement) => {
    const edge = isBlockName(nameOf(element)) || nameOf(element) === 'br' ? ' ' : '';
    texts.push(edge);
    for (const child of element.childNodes) {
      if (left <= 0) break;
      visit(child);
    }
    texts.push(edge);
  };
  for (const element of elements) {
    if (left <= 0) break;
    visitWithin(element);
    texts.push(' ');
  }
  return texts.join('').replaceAll(WHITE, ' ').trim();
}

const WHITE = /[ \t\r\n\f]+/g;

function beginningOf(text: string): string {
  const start = text.search(/[^ \t\r\n\f]/);
  return start < 0 ? ' ' : `${start > 0 ? ' ' : ''}${text.slice(start, start + LOOKED_AT)}`;
}

function sentenceOfPictures(pictures: number, shown: readonly string[]): string[] {
  if (pictures === 0) return [];
  const named = shown.length === 0 ? '' : `: ${someOf([...new Set(shown)])}`;
  return [`Left out: ${counted(pictures, 'picture')}${named}.`];
}

/**
 * Of a document that people wrote with a word processor.
 *
 * @param parts “a table of contents”
 */
export function sentenceOfLeftOut(parts: readonly string[], comments: number): string[] {
  const all = [...parts, ...(comments === 0 ? [] : [counted(comments, 'comment')])];
  return all.length === 0 ? [] : [`Left out: ${all.join(', ')}.`];
}

function sentenceOfDrawings(beginnings: readonly string[]): string[] {
  if (beginnings.length === 0) return [];
  return [`Left out: the words of ${counted(beginnings.length, 'drawing')}: ${someOf(beginnings)}.`];
}

function sentenceOfControls(beginnings: readonly string[]): string[] {
  if (beginnings.length === 0) return [];
  const count = counted(beginnings.length, 'field or dialog', 'fields and dialogs');
  return [`Left out: the words of ${count}: ${someOf(beginnings)}.`];
}

function sentenceOfBoxes(beginnings: readonly string[]): string[] {
  if (beginnings.length === 0) return [];
  return [`Left out: ${counted(beginnings.length, 'box', 'boxes')} beside the text: ${someOf(beginnings)}.`];
}

function sentenceOfTables(beginnings: readonly string[], reasons: ReadonlySet<string>): string[] {
  if (beginnings.length === 0) return [];
  const why = [...reasons].join(', ');
  return [`As paragraphs, cell by cell: ${counted(beginnings.length, 'table')} (${why}): ${someOf(beginnings)}.`];
}

/**
 * Of a book.
 *
 * @param beginnings titles or first words of its parts that stand beside the order of reading
 */
export function sentenceOfBeside(beginnings: readonly string[]): string[] {
  if (beginnings.length === 0) return [];
  const named = someOf(beginnings.map((words) => `“${openingOf(words, LONGEST_NAME)}”`));
  return [`Left out: ${counted(beginnings.length, 'part')} of the book beside its order of reading: ${named}.`];
}

function someOf(beginnings: readonly string[]): string {
  return `${beginnings.slice(0, MOST_NAMED).join(', ')}${beginnings.length > MOST_NAMED ? ', …' : ''}`;
}
