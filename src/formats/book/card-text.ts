import type { RichText, Span } from '../../core/model/rich-text.ts';
import { LEADS_NOWHERE } from '../../core/text/leads.ts';
import { createRunCutter, cutIntoPieces } from '../../core/text/pieces.ts';
import type { Run } from '../../core/text/stretches.ts';
import { runHtml } from './html-runs.ts';
import { shownText } from './side-runs.ts';

/** What of a text stands on a card. */
interface CardCut {
  readonly span: Span;
  /** In bold, in order. */
  readonly bold?: readonly Span[];
}

/** A stretch of a text as HTML on one line. */
export function cardText(rich: RichText, { span, bold = [] }: CardCut): string {
  const marked = bold.map(({ start, end }) => ({ start, end, mention: true }));
  const pieces = cutIntoPieces(span, marked, createRunCutter(rich, LEADS_NOWHERE));
  const written = pieces.map(({ mention, runs }) => {
    const html = runs.map(runOfCard).join('');
    return mention === null ? html : `<b>${html}</b>`;
  });
  return written.join('').replaceAll(/\s+/g, ' ').trim();
}

function runOfCard(run: Run): string {
  if (run.note !== null) return '';
  const plain = { href: null, keep: false, picture: null, isMarkup: false, hidden: null };
  const bare = { ...run, ...plain, text: shownText(run) };
  return [...runHtml(bare, { isBook: false, pictureData: () => [] })].join('');
}
