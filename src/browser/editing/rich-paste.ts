import { MOST_OF_FILE } from '../../core/model/sent-file.ts';
import { byId, make, makeButton, pageOf } from '../shared/elements.ts';

/** What a text without marks cannot say; in it, paragraphs are what they are. */
const STRUCTURE = 'h1, h2, h3, h4, h5, h6, ul, ol, dl, table, blockquote, pre, a[href], em, strong, b, i, cite, code';
/** Where texts are pasted, and the part of the form in which their HTML is sent. */
const FIELDS = [
  { text: 'add_text', part: 'text_html' },
  { text: 'add_english_text', part: 'english_html' },
] as const;

/**
 * Keeps what a pasted text was on the page that it comes from, its headings, lists, links and tables, and sends it
 * along.
 */
export function keepPastes(form: HTMLFormElement): void {
  for (const { text, part } of FIELDS) {
    const field = byId(text, HTMLTextAreaElement);
    const kept = followPastes(field);
    form.addEventListener('formdata', ({ formData }) => {
      const html = kept();
      if (html !== null) formData.set(part, html);
    });
  }
}

/** A text that was pasted, and its HTML. */
interface Paste {
  readonly html: string;
  /** The text of the field behind it. */
  readonly text: string;
}

/**
 * Follows the text of a field: as long as it is what was pasted, it is sent with its structure. Undone or changed, it
 * is plain text; put back as it was pasted, it is what it was.
 *
 * @returns the HTML of the text that stands in the field now; null for none
 */
function followPastes(field: HTMLTextAreaElement): () => string | null {
  const said = make('p', 'details', '');
  said.role = 'status';
  field.after(said);
  let coming: string | null = null;
  let paste: Paste | null = null;
  const kept = () => (paste !== null && paste.text === field.value ? paste.html : null);
  const tell = () => {
    if (paste === null || field.value === '') said.replaceChildren();
    else if (kept() === null) said.textContent = 'Changed since it was pasted, so it is read as plain text.';
    else if (said.querySelector('button') === null) said.replaceChildren(...offer(forget));
  };
  const forget = () => {
    paste = null;
    said.textContent = 'It is read as plain text.';
    field.focus();
  };
  field.addEventListener('paste', ({ clipboardData }) => {
    const isAll = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    coming = isAll ? structuredIn(clipboardData?.getData('text/html') ?? '') : null;
    if (isAll) paste = null;
  });
  field.addEventListener('input', ({ inputType }: Event & { readonly inputType?: string }) => {
    if (inputType === 'insertFromPaste' && coming !== null) paste = { html: coming, text: field.value };
    coming = null;
    tell();
  });
  return kept;
}

function offer(onPlain: () => void): (string | HTMLElement)[] {
  const plain = makeButton('Take it as plain text');
  plain.className = 'quiet';
  plain.addEventListener('click', onPlain);
  return ['Its headings, lists, links and tables come with it. ', plain];
}

/** HTML that says more than its words do; null for any other. */
function structuredIn(html: string): string | null {
  if (html === '' || new Blob([html]).size > MOST_OF_FILE) return null;
  return pageOf(html).querySelector(STRUCTURE) === null ? null : html;
}
