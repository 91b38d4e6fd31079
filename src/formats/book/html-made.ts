import type { CheckedArticle } from '../../core/checks/checked-article.ts';
import { xmlText } from '../xml-text.ts';
import { howMade } from './how-made.ts';

/** “How this was made”, a paragraph each. */
export function madeHtml(checked: CheckedArticle): string {
  return `<h2 lang="en">How this was made</h2>\n${howMade(checked)
    .map((sentence) => `<p lang="en">${xmlText(sentence)}</p>\n`)
    .join('')}`;
}
