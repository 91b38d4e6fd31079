import type { StoredPicture } from '../../core/changes/ports/picture-store.ts';
import type { CheckedArticle } from '../../core/checks/checked-article.ts';

/** An article with all that a file made of it holds, in one state. */
export interface TakenArticle {
  readonly checked: CheckedArticle;
  /** The catalogue as it is kept; null where there is none. */
  readonly catalogue: string | null;
  /** The images that lie beside its text, by name. */
  readonly pictures: ReadonlyMap<string, StoredPicture>;
  /** Of this program. */
  readonly version: string;
}
