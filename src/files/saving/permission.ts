import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { asksOther, whyNotApprove } from '../../core/people/approvals.ts';
import { mayWrite, onlyReads, type Person } from '../../core/people/people.ts';
import { type Approved, withoutApprovals } from '../../formats/article/approvals.ts';
import { SOURCES } from '../../formats/article/source-names.ts';
import { readSource } from '../disk/read-source.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';

/** What whoever acts may do with the files. Every way to change one asks here. */
export interface Permission {
  /** Null for whoever has no name. */
  readonly person: () => Person | null;
  /** @throws {StoreError} forbidden, for one who only reads */
  wantWriter(): void;
  /**
   * A file as whoever acts may leave it: what they may not approve is a draft in it.
   *
   * @param file relative to the root
   * @throws {StoreError} as {@link wantWriter}
   */
  allowed(file: string, before: string | null, after: string): Promise<Approved>;
}

interface Ports {
  readonly root: string;
  readonly pacer: Pacer;
  readonly parsed: ParsedFiles;
  /** Null for whoever has no name. */
  readonly person: () => Person | null;
}

/** Of an article where it is read, or where it is kept once it was removed: it may come back with what stands there. */
const CATALOGUE = /^(content\/[^/]+|\.visavis\/removed\/[^/]+)\/en\.po$/;

export function createPermission({ root, pacer, parsed, person: current }: Ports): Permission {
  const wantWriter = () => {
    const person = current();
    if (person !== null && !mayWrite(person)) throw new StoreError(onlyReads(person), 'forbidden');
  };
  return {
    person: current,
    wantWriter,
    async allowed(file, before, after) {
      wantWriter();
      const [, folder] = CATALOGUE.exec(file) ?? [];
      const person = current();
      if (person === null || folder === undefined) return { text: after, why: null };
      const byOther = await wantsOther(root, folder, parsed);
      return pacer.finish(withoutApprovals(before, after, (origin) => whyNotApprove(origin, { person, byOther })));
    },
  };
}

/** Whether the front matter of an article says `review: other`; where it cannot be read, it may. */
async function wantsOther(root: string, folder: string, parsed: ParsedFiles): Promise<boolean> {
  for (const name of SOURCES) {
    const file = `${folder}/${name}`;
    const { text } = await readSource(root, file);
    if (text === null) continue;
    return asksOther(await parsed.article(text, file));
  }
  return false;
}
