import path from 'node:path';
import { fingerprint } from '../core/text/fingerprint.ts';

/**
 * What we keep in the folder of git: other names for each folder of one checkout, as each may have a server of its own.
 */
export interface OwnNames {
  /** Path of an index. */
  readonly index: string;
  /** Path of the list of what is written and not committed yet. */
  readonly journal: string;
  /** Path of the note that a lock of ours may stand. */
  readonly lockNote: string;
  /** Before the names of branches, as we saw them last: `refs/visavis/`. */
  readonly refs: string;
  /** Name of the commit that was fetched last. */
  readonly fetched: string;
}

/**
 * @param folder that git keeps everything in
 * @param prefix what stands before the paths of our files in the checkout
 */
export function ownNames(folder: string, prefix: string): OwnNames {
  const own = prefix === '' ? 'visavis' : `visavis-${fingerprint([prefix])}`;
  const at = (what: string) => path.join(folder, `${own}-${what}`);
  return {
    index: at('index'),
    journal: at('unsaved'),
    lockNote: at('locks'),
    refs: `refs/${own}/`,
    fetched: `refs/${own}-fetched`,
  };
}

/** Where we keep what we saw of the other copy of a branch last. */
export function seenOf({ refs }: OwnNames, branch: string): string {
  return branch.replace(/^refs\/heads\//, refs);
}
