import { isTranslatable } from '../../core/model/article.ts';
import { catalogueEditSlices } from '../article/po-edit.ts';
import type { TakenArticle } from '../book/taken-article.ts';

/** Characters of a piece. */
const PIECE = 32_768;

/**
 * The catalogue as it is kept, byte for byte; of an article that has none, one in which every paragraph waits for its
 * English.
 */
export function* writePo({ checked, catalogue }: TakenArticle): Generator<string> {
  const text = catalogue ?? (yield* emptyCatalogue(checked.article.units));
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

function* emptyCatalogue(units: TakenArticle['checked']['article']['units']): Generator<string, string> {
  const edits = units.filter(isTranslatable).map(({ id }) => ({
    ...{ unit: id, target: '', state: 'reviewed' as const },
    ...{ comments: [], previous: null, expected: '' },
  }));
  const work = catalogueEditSlices(null, units, edits);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value.text;
    yield '';
  }
}
