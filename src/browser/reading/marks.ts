import { chosen } from '../shared/reading-choices.ts';

/** How a marked term stands, as `core/ledger/standing.ts` says; '' without an English text. */
export function standingAt({ classList, dataset }: HTMLElement): string {
  const { verdict = '' } = dataset;
  return verdict === 'missing' && classList.contains('free') ? 'free' : verdict;
}

/** Whether a term is marked, by what the reader chose; `terms.css` shows the same. */
export function isMarked(term: HTMLElement): boolean {
  const standing = standingAt(term);
  switch (chosen('marks')) {
    case 'none':
      return false;
    case 'problems':
      return standing === 'missing' || standing === 'deprecated';
    case 'names-off':
      return !(term.classList.contains('name') && (standing === 'preferred' || standing === ''));
    default:
      return true;
  }
}

/** Whether its column is shown and it is marked. */
export function isOffered(term: HTMLElement): boolean {
  const hidden = { fr: '.target', en: '.source' }[chosen('view')];
  return isMarked(term) && (hidden === undefined || term.closest(hidden) === null);
}
