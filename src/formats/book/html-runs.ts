import type { LedgerEntry } from '../../core/ledger/ledger-entry.ts';
import { preferredTerm } from '../../core/model/concept.ts';
import type { NoteLink, Picture } from '../../core/text/leads.ts';
import type { Run } from '../../core/text/stretches.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import { shownText, type TermPiece } from './side-runs.ts';
import { soundAddress } from './sound-address.ts';

/** How runs become markup, which XML and HTML read alike. */
export interface Markup {
  /** A book, where references to notes are told to be such. */
  readonly isBook: boolean;
  /** What stands in `src` of an image that is there. */
  readonly pictureData: (src: string) => Iterable<string>;
}

/** The pieces of a text as markup, in small parts. */
export function* piecesHtml(pieces: readonly TermPiece[], markup: Markup): Generator<string> {
  for (const { mention, runs } of pieces) {
    if (mention !== null) yield `<span class="term" title="${xmlAttribute(termTitle(mention))}">`;
    for (const run of runs) yield* runHtml(run, markup);
    if (mention !== null) yield '</span>';
  }
}

/** “jeton = token” */
function termTitle({ reading: { concept } }: LedgerEntry): string {
  const [fr, en] = [preferredTerm(concept, 'fr'), preferredTerm(concept, 'en')].map((term) => term?.text ?? '');
  return fr === en ? (fr ?? '') : `${fr} = ${en}`;
}

/** The marks of a run, from the outside in; a link has an address besides. */
const MARKS = [
  ['deleted', 'del'],
  ['strong', 'strong'],
  ['emphasis', 'em'],
  ['code', 'code'],
] as const;

export function* runHtml(run: Run, markup: Markup): Generator<string> {
  if (run.picture !== null) yield* pictureHtml(run.picture, markup);
  if (run.text === '' && run.hidden === null) return;
  const tags = MARKS.flatMap(([mark, tag]) => (run[mark] ? [tag] : []));
  const address = soundAddress(run.href);
  const link = address === null ? '' : `<a href="${xmlAttribute(address)}" rel="noopener noreferrer">`;
  const open = link + tags.map((tag) => `<${tag}>`).join('');
  const close =
    tags
      .map((tag) => `</${tag}>`)
      .reverse()
      .join('') + (link === '' ? '' : '</a>');
  yield open + wordsHtml(run, markup) + close;
}

function wordsHtml(run: Run, { isBook }: Markup): string {
  if (run.note !== null) return noteHtml(run.note, isBook);
  if (run.isBreak) return `<br/>${xmlText(run.text)}`;
  const text = xmlText(shownText(run));
  if (run.hidden !== null) return `<span class="sign">${text}</span>`;
  if (run.isMarkup) return `<span class="markup">${text}</span>`;
  return run.keep ? `<span class="keep">${text}</span>` : text;
}

function noteHtml({ label, href, id }: NoteLink, isBook: boolean): string {
  const kind = isBook ? ' epub:type="noteref"' : '';
  const name = id === null ? '' : ` id="${xmlAttribute(id)}"`;
  return `<sup><a${kind} role="doc-noteref" href="${xmlAttribute(href)}"${name}>${xmlText(label)}</a></sup>`;
}

function* pictureHtml({ src, elsewhere }: Picture, { pictureData }: Markup): Generator<string> {
  const address = soundAddress(elsewhere?.href ?? null);
  if (src !== null) {
    yield '<img alt="" src="';
    yield* pictureData(src);
    yield '"/>';
  } else if (elsewhere !== null && address !== null)
    yield `<a class="no-picture" href="${xmlAttribute(address)}" rel="noopener noreferrer" lang="en">image at ${xmlText(elsewhere.host)}</a> `;
  else yield '<span class="no-picture" lang="en">image</span> ';
}
