import type { CheckedArticle } from '../../../core/checks/checked-article.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { articleAddress, removalAddress, SHELF } from '../../addresses.ts';
import { type FilesNow, type Frame, frameOf } from '../frame/frame.ts';
import { shownTitle } from '../frame/wording.ts';
import { shelvedArticle } from './shelf-list.ts';
import { progressOf } from './shelf-page.ts';

/** views/removal.ejs: asks whether an article shall go. */
export interface RemovalPage extends Frame {
  readonly article: {
    readonly href: string;
    readonly title: string;
    readonly target: string | null;
    /** `content/essai` */
    readonly folder: string;
  };
  /** “43 paragraphs: 40 translated, 12 reviewed” */
  readonly progress: string;
  /** Where it goes when the answer is yes. */
  readonly action: string;
  readonly shelfAt: string;
}

export function removalPage(checked: CheckedArticle, files: FilesNow): RemovalPage {
  const { slug, citation } = checked.article;
  const shelved = shelvedArticle(checked);
  return {
    ...frameOf(files, `Remove “${shownTitle(citation.title)}”`),
    article: {
      ...{
        href: articleAddress(slug),
        title: withHeldSpaces(shownTitle(citation.title)),
        target: shelved.target && shownTitle(shelved.target),
      },
      folder: `content/${slug}`,
    },
    progress: progressOf(shelved),
    action: removalAddress(slug),
    shelfAt: SHELF,
  };
}
