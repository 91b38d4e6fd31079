import { chosen } from '../shared/reading-choices.ts';

/** Verdicts that ask for something. */
const PROBLEMS = ['missing', 'deprecated'];

/** Whether a term is marked, by what the reader chose; `terms.css` shows the same. */
export function isMarked({ classList, dataset }: HTMLElement): boolean {
  const verdict = dataset['verdict'] ?? '';
  switch (chosen('marks')) {
    case 'none':
      return false;
    case 'problems':
      return PROBLEMS.includes(verdict);
    case 'names-off':
      return !(classList.contains('name') && (verdict === 'preferred' || verdict === ''));
    default:
      return true;
  }
}

/** Whether its column is shown and it is marked. */
export function isOffered(term: HTMLElement): boolean {
  const hidden = { fr: '.target', en: '.source' }[chosen('view')];
  return isMarked(term) && (hidden === undefined || term.closest(hidden) === null);
}
