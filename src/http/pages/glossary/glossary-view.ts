import type { GlossaryView } from '../../addresses.ts';
import { pageIn, type Query, textIn } from '../frame/query.ts';
import { STATUSES } from './glossary-choice.ts';
import { fieldKey } from './glossary-fields.ts';
import { OTHER_LETTER } from './glossary-list.ts';

/** What is asked for. A word that is none of ours, or no word, asks for nothing. */
export function viewOf(query: Query): GlossaryView {
  const [field, status, letter] = [textIn(query, 'field'), textIn(query, 'status'), textIn(query, 'letter')];
  return {
    q: textIn(query, 'q'),
    field: field === '' ? '' : fieldKey(field),
    status: STATUSES.has(status) ? status : '',
    article: textIn(query, 'article'),
    letter: /^[a-z]$/.test(letter) || letter === OTHER_LETTER ? letter : '',
    page: pageIn(query),
  };
}
