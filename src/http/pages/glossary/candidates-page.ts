import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { candidateSlices } from '../../../core/checks/candidates/candidate-terms.ts';
import type { CheckedArticle } from '../../../core/checks/checked-article.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { addTermAddress, articleAddress, unitAddress } from '../../addresses.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { pilcrow, shortened, shownTitle } from '../frame/wording.ts';

/** views/candidates.ejs: what an article has and the glossary may lack. */
export interface CandidatesPage extends Frame {
  readonly article: { readonly href: string; readonly title: string };
  /** The likeliest first. */
  readonly candidates: readonly {
    readonly text: string;
    readonly places: readonly { readonly href: string; readonly label: string }[];
    /** “and 12 more paragraphs”; '' for none. */
    readonly more: string;
    /** Where an entry is made of it. */
    readonly addAt: string;
  }[];
}

/** Proposals of a page, and the paragraphs named with each. */
const MOST = 60;
const MOST_PLACES = 8;
/** UTF-16 units of a proposal on the page. */
const LONGEST = 200;

export function* candidatesPage({ article, units }: CheckedArticle, snapshot: Snapshot): Slices<CandidatesPage> {
  const { slug, citation } = article;
  const candidates = yield* candidateSlices(units, snapshot.glossary);
  return {
    ...frameOf(snapshot, `What “${shownTitle(citation.title)}” has and the glossary may lack`),
    article: { href: articleAddress(slug), title: withHeldSpaces(shownTitle(citation.title)) },
    candidates: candidates.slice(0, MOST).map(({ text, units: where }) => ({
      text: shortened(text, LONGEST),
      places: where.slice(0, MOST_PLACES).map((unit) => ({ href: unitAddress(slug, unit), label: pilcrow(unit) })),
      more: where.length > MOST_PLACES ? `and ${where.length - MOST_PLACES} more` : '',
      addAt: addTermAddress(shortened(text, LONGEST), unitAddress(slug, where[0] ?? 'p1')),
    })),
  };
}
