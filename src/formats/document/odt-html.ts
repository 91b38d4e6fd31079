import type { OdtStyle, OdtStyles } from './odt-styles.ts';
import { escapeHtml, readXml } from './xml.ts';

type Attributes = Readonly<Record<string, string>>;

/** Elements of which nothing is text of the document. */
const LEFT_OUT = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:annotation-end',
  'office:forms',
  'text:table-of-content',
  'text:alphabetical-index',
  'text:illustration-index',
  'text:table-index',
  'text:bibliography',
  'text:note-citation',
  'text:sequence-decls',
  'text:variable-decls',
  'text:user-field-decls',
  'text:ruby-text',
  'svg:title',
  'office:binary-data',
  'table:covered-table-cell',
  'table:shapes',
]);

/** Styles by which a paragraph is more than that, with their tags; the names are the same in every language. */
const BLOCKS: readonly (readonly [names: RegExp, open: string, close: string])[] = [
  [/^Title$/, '<h1>', '</h1>'],
  [/^Subtitle$/, '<h2>', '</h2>'],
  [/^(?:Quotations|Quote|Block_20_Text|Intense_20_Quote)$/, '<blockquote><p>', '</p></blockquote>'],
  [/^Preformatted_20_Text$/, '<pre>', '</pre>'],
];

/** The text of `content.xml` as HTML; null where it is no well-formed XML. */
export function odtHtml(content: string, styles: OdtStyles): string | null {
  const page = new Page(styles);
  const isSound = readXml(content, {
    open: (name, attributes) => page.open(name, attributes),
    close: (name) => page.close(name),
    text: (text) => page.text(text),
  });
  return isSound ? page.html() : null;
}

/** HTML as it is written, element by element. */
class Page {
  readonly #styles: OdtStyles;
  /** The text under way; within a note or a text box, theirs stands above it. */
  readonly #written: string[][] = [[]];
  /** Notes, and text boxes that wait for the end of the paragraph that holds them. */
  readonly #notes: string[] = [];
  #boxes: string[] = [];
  /** What each open element is closed with. */
  readonly #closing: string[] = [];
  readonly #lists: string[] = [];
  #leftOut = 0;
  #isHead = false;
  #paragraphs = 0;
  #isBody = false;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  open(name: string, given: Attributes): void {
    if (name === 'office:text') this.#isBody = true;
    if (this.#leftOut > 0 || LEFT_OUT.has(name) || isHidden(name, given)) {
      this.#leftOut += 1;
      return;
    }
    if (!this.#isBody) return;
    const [open, close] = this.#tags(name, given);
    this.#write(open);
    this.#closing.push(close);
  }

  close(name: string): void {
    if (this.#leftOut > 0) {
      this.#leftOut -= 1;
      return;
    }
    if (!this.#isBody) return;
    this.#write(this.#closing.pop() ?? '');
    if (name === 'text:list') this.#lists.pop();
    if (name === 'table:table-header-rows') this.#isHead = false;
    if (name === 'text:note-body') this.#endNote();
    if (name === 'draw:text-box') this.#boxes.push(this.#take());
    if (name === 'text:p' || name === 'text:h') this.#endParagraph();
    if (name === 'office:text') this.#isBody = false;
  }

  text(text: string): void {
    if (this.#isBody && this.#leftOut === 0 && this.#paragraphs > 0) this.#write(escapeHtml(text));
  }

  html(): string {
    return [...(this.#written[0] ?? []), ...this.#boxes, ...this.#notes].join('');
  }

  #write(html: string): void {
    this.#written.at(-1)?.push(html);
  }

  #take(): string {
    return (this.#written.pop() ?? []).join('');
  }

  #endParagraph(): void {
    this.#paragraphs -= 1;
    if (this.#paragraphs > 0 || this.#boxes.length === 0) return;
    const boxes = this.#boxes;
    this.#boxes = [];
    this.#write(boxes.join(''));
  }

  #endNote(): void {
    const number = this.#notes.length + 1;
    this.#notes.push(`<div id="note-${number}">${this.#take()}</div>`);
    this.#write(`<sup><a href="#note-${number}">${number}</a></sup>`);
  }

  /** The tags that an element is written with. */
  #tags(name: string, given: Attributes): readonly [open: string, close: string] {
    const style = this.#styles.style(given['text:style-name']);
    switch (name) {
      case 'text:p':
        this.#paragraphs += 1;
        return paragraphTags(style);
      case 'text:h': {
        this.#paragraphs += 1;
        const level = Math.min(Math.max(Number(given['text:outline-level'] ?? 1) || 1, 1), 6);
        return [`<h${level}>`, `</h${level}>`];
      }
      case 'text:list':
        return this.#listTags(given);
      case 'text:span':
        return spanTags(style);
      case 'text:a':
        return [`<a href="${escapeHtml(given['xlink:href'] ?? '')}">`, '</a>'];
      case 'table:table-header-rows':
        this.#isHead = true;
        return ['<thead>', '</thead>'];
      case 'table:table-cell':
        return this.#isHead ? ['<th>', '</th>'] : ['<td>', '</td>'];
      case 'text:note-body':
      case 'draw:text-box':
        this.#written.push([]);
        return ['', ''];
      default:
        return TAGS.get(name) ?? ['', ''];
    }
  }

  /** A list within another has the style of that one where it names none. */
  #listTags(given: Attributes): readonly [open: string, close: string] {
    const style = given['text:style-name'] ?? this.#lists.at(-1) ?? '';
    this.#lists.push(style);
    const first = this.#styles.firstNumber(style, this.#lists.length);
    if (first === null) return ['<ul>', '</ul>'];
    return [first === 1 ? '<ol>' : `<ol start="${first}">`, '</ol>'];
  }
}

const TAGS: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['text:list-item', ['<li>', '</li>']],
  ['text:list-header', ['<li>', '</li>']],
  ['text:s', [' ', '']],
  ['text:tab', [' ', '']],
  ['text:line-break', ['<br>', '']],
  ['draw:image', ['<img src="" alt="">', '']],
  ['table:table', ['<table>', '</table>']],
  ['table:table-row', ['<tr>', '</tr>']],
]);

function isHidden(name: string, given: Attributes): boolean {
  return name === 'text:section' && given['text:display'] === 'none';
}

function paragraphTags({ line }: OdtStyle): readonly [open: string, close: string] {
  const found = BLOCKS.find(([names]) => line.some((name) => names.test(name)));
  return found === undefined ? ['<p>', '</p>'] : [found[1], found[2]];
}

function spanTags({ bold, italic }: OdtStyle): readonly [open: string, close: string] {
  return [`${bold ? '<b>' : ''}${italic ? '<i>' : ''}`, `${italic ? '</i>' : ''}${bold ? '</b>' : ''}`];
}
