import { type HtmlElement, isElement, nameOf, wordsOf } from './html-dom.ts';
import { isBlockName, isDropped } from './html-kinds.ts';
import type { HtmlNotes } from './html-notes.ts';

/** What is known of a page while its tree is read. */
export interface HtmlReading {
  /** Against which addresses are read; null for a document that has none. */
  readonly base: string | null;
  /** Elements that hold a block, at whatever depth. */
  readonly holdsBlock: ReadonlySet<HtmlElement>;
  readonly notes: HtmlNotes;
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

/** What of a page is no text of the article, to be told in a sentence. */
export class LeftOut {
  #pictures = 0;
  #captions = 0;
  #boxes = 0;
  readonly #beginnings: string[] = [];

  picture(element: HtmlElement): void {
    this.#pictures += 1;
    if (wordsOf(element) !== '') this.#captions += 1;
  }

  box(element: HtmlElement): void {
    const words = wordsOf(element);
    if (words === '') return;
    this.#boxes += 1;
    if (this.#beginnings.length >= MOST_NAMED) return;
    const cut = words.slice(0, LONGEST_NAME).replace(/[\ud800-\udbff]$/, '');
    this.#beginnings.push(`“${cut}${words.length > LONGEST_NAME ? '…' : ''}”`);
  }

  /** One sentence for each kind of thing. */
  warnings(): string[] {
    const told: string[] = [];
    if (this.#pictures > 0) {
      const captions = this.#captions > 0 ? `, ${this.#captions} of them with a caption` : '';
      told.push(`Left out: ${counted(this.#pictures, 'picture')}${captions}.`);
    }
    if (this.#boxes > 0) {
      const what = counted(this.#boxes, 'box', 'boxes');
      const more = this.#boxes > this.#beginnings.length ? ', …' : '';
      told.push(`Left out: ${what} beside the text: ${this.#beginnings.join(', ')}${more}.`);
    }
    return told;
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
