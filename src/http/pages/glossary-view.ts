import type { GlossaryView } from '../addresses.ts';
import { STATUSES } from './glossary-choice.ts';
import { fieldKey } from './glossary-fields.ts';
import { OTHER_LETTER } from './glossary-list.ts';

/** What an address says behind its `?`: anything at all. */
type Query = Readonly<Record<string, unknown>>;

/** UTF-16 units of a search, half of that where they take more bytes in an address: each link says it again. */
const LONGEST_SEARCH = 100;
const LONGEST_WRITTEN = 450;

/** What is asked for. A word that is none of ours, or no word, asks for nothing. */
export function viewOf(query: Query): GlossaryView {
  const [field, status, letter] = [textOf(query, 'field'), textOf(query, 'status'), textOf(query, 'letter')];
  return {
    q: textOf(query, 'q'),
    field: field === '' ? '' : fieldKey(field),
    status: STATUSES.has(status) ? status : '',
    article: textOf(query, 'article'),
    letter: /^[a-z]$/.test(letter) || letter === OTHER_LETTER ? letter : '',
    page: pageOf(textOf(query, 'page')),
  };
}

function textOf(query: Query, name: string): string {
  const value = query[name];
  if (typeof value !== 'string') return '';
  const text = withoutHalves(value.trim().slice(0, LONGEST_SEARCH));
  if (encodeURIComponent(text).length <= LONGEST_WRITTEN) return text;
  return withoutHalves(text.slice(0, LONGEST_SEARCH / 2));
}

/** Half a sign has no place in an address. */
function withoutHalves(text: string): string {
  return text.replaceAll(/\p{Cs}/gu, '');
}

function pageOf(text: string): number {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 1;
}
