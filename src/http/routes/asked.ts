import { IS_TOO_LARGE } from '../../core/model/sent-file.ts';
import type { Given, Way } from '../pages/adding/add-page.ts';
import type { SentForm } from '../uploads.ts';
import type { Document } from './brought.ts';

/** A text that is given as it is. */
interface GivenDocument {
  readonly way: Way;
  readonly document: Document;
}

/** What is asked for, or why nothing is. */
export type Asked =
  | {
      readonly french: GivenDocument | { readonly way: Way; readonly address: string };
      /** Null where there is none yet. */
      readonly english: GivenDocument | null;
    }
  | { readonly way: Way; readonly wrong: string };

/** What was given in one of several ways; null for nothing. */
type Chosen = { readonly way: Way } | { readonly way: Way; readonly wrong: string } | null;

/** What a form of the first step asks for. */
export function askedOf(form: SentForm, given: Omit<Given, 'wrong'>): Asked {
  const { tooLarge } = form;
  if (tooLarge !== null) return { way: wayOf(tooLarge), wrong: `This ${IS_TOO_LARGE}` };
  const french = chosenOf(
    waysOf(['text', 'file', 'address'], form),
    'Give one of the three: a text, a file or an address.',
  );
  const english = chosenOf(waysOf(['english_text', 'english_file'], form), 'Give one of the two: a text or a file.');
  if (french === null) return { way: 'text', wrong: 'Paste a text, choose a file, or write the address of a page.' };
  if ('wrong' in french) return french;
  if (english !== null && 'wrong' in english) return english;
  return {
    french: french.way === 'address' ? { way: french.way, address: given.address } : documentOf(french.way, form),
    english: english === null ? null : documentOf(english.way, form),
  };
}

/** As the browser sends it, whatever encoding the page had. */
const SELECTED = { type: 'text/html', charset: 'utf-8', isSelection: true } as const;

const WAYS: readonly Way[] = ['text', 'file', 'address', 'english_text', 'english_file'];

/** What a pasted text was on the page that it comes from, beside the text itself: what the browser kept of it. */
const HTML_OF: Readonly<Partial<Record<Way, string>>> = { text: 'text_html', english_text: 'english_html' };

/** The way that a part of the form belongs to. */
function wayOf(part: string): Way {
  return WAYS.find((way) => way === part || HTML_OF[way] === part) ?? 'text';
}

/** The ways in which something was given. */
function waysOf(ways: readonly Way[], { fields, files }: SentForm): Way[] {
  return ways.filter((way) => files.has(way) || (fields.get(way) ?? '').trim() !== '');
}

function chosenOf([way, second]: readonly Way[], tooMany: string): Chosen {
  if (second !== undefined) return { way: second, wrong: tooMany };
  return way === undefined ? null : { way };
}

function documentOf(way: Way, { fields, files }: SentForm): GivenDocument {
  const file = files.get(way);
  if (file !== undefined) return { way, document: { bytes: file.bytes, file: file.name, from: file.name } };
  const from = way === 'text' ? 'the text that was pasted' : 'the English that was pasted';
  const html = fields.get(HTML_OF[way] ?? '') ?? '';
  if (html !== '')
    return { way, document: { bytes: new TextEncoder().encode(html), file: '', from, options: SELECTED } };
  const text = (fields.get(way) ?? '').replaceAll('\r\n', '\n');
  return { way, document: { bytes: new TextEncoder().encode(text), file: '', from } };
}
