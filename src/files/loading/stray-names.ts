import { GIVEN_WAY } from '../../core/changes/shared-words.ts';

/** A file that some tool left beside the ones people write: what to say of it. */
export interface Stray {
  /** Nothing of a person’s is in it: it need not be taken over. */
  readonly isHarmless: boolean;
  readonly message: string;
}

/** Names that say nothing to anybody: hidden files, and the one that vim writes to see whether it can. */
const SILENT = /^\.|^4913$|\.tmp$/;

const KEPT = 'was left by git or another tool and is not read; take over what is in it, then delete it';
const EDITOR = 'is what an editor keeps beside a file, and is not read';
const THEIRS =
  'is what another copy made of a file where both changed the same, and is not read; take over what is right in it, then delete it';
const CONFLICT = 'is a copy from a conflict of two machines, and is not read; take over what is in it, then delete it';

/** Names that nobody gives a file by hand, with what they are. */
const STRAYS: readonly (readonly [pattern: RegExp, stray: Stray])[] = [
  [/\.(orig|rej|bak|mine|r\d+)$/, { isHarmless: false, message: KEPT }],
  [GIVEN_WAY, { isHarmless: false, message: THEIRS }],
  [/[._](BACKUP|BASE|LOCAL|REMOTE)_\d+\.\w+$/, { isHarmless: false, message: KEPT }],
  [/^~\$|~$|^#.*#$|\.sw[a-p]$/, { isHarmless: true, message: EDITOR }],
  [/[._-](?:sync-)?conflict-(?:.+-)?\d{8}-\d{6}/, { isHarmless: false, message: CONFLICT }],
  [/[-_]\d{4}_Conflict\d*(?=\.\w+$|$)/, { isHarmless: false, message: CONFLICT }],
  [/\[Conflict(?:ed)?(?: \d+)?\]/i, { isHarmless: false, message: CONFLICT }],
  [
    /\(.*\b(?:conflicted copy|case conflict|copie en conflit|SFConflict|Name clash)\b.*\)/i,
    { isHarmless: false, message: CONFLICT },
  ],
];

/** What systems add to the name of a copy; a person may add it too, so it counts only beside the original. */
const COPY =
  / ?(?:\((?:\d+|(?:another |autre |\d+[a-zè]{1,3} )?(?:cop(?:y|ie|ia)|kopi[ae])(?: \d+)?|\d{4}_\d\d_\d\d \d\d_\d\d_\d\d UTC|[^()]*\b(?:conflict|conflit|Konflikt(?:kopie)?|conflicto|conflitto|clash)\b[^()]*)\)| - (?:cop(?:y|ie|ia)|kopi[ae])(?: ?\(\d+\))?| (?:cop(?:y|ie|ia)|kopi[ae])(?: \d+)?| \d{1,2}|\.conflict|[._]conf(?:lict)?(?:-\d+|\([^()]*\))|[._](?:orig|bak|old|backup)(?:[._]?\d+)?|\.(?:BACKUP|BASE|LOCAL|REMOTE)\.\d+|~[\w.-]+?)(?=\.\w+$|$)/i;
/** What OneDrive adds: the name that Windows gave a machine. */
const COPY_OF_MACHINE = /-(?:DESKTOP-[A-Z0-9]{7}|LAPTOP-[A-Z0-9]{8}|WIN-[A-Z0-9]{11})(?:-\d+)?(?=\.\w+$|$)/;
/** The same, in front of it. */
const COPY_OF = /^(?:copy(?: \(\d+\))? of|cop(?:ie|ia)(?: \(\d+\))? d[ei]|kopie(?: \(\d+\))? von) /i;

/** What to say of a second French of an article, beside the one that is read. */
export function besideSource(source: string): string {
  return `stands beside ${source}, which is read; take over what is right in it, then delete it`;
}

/** Whether nobody is told of such a file. */
export function isSilent(name: string): boolean {
  return SILENT.test(name);
}

/** The same of a file among the images of an article, where other names say nothing; none for any other. */
export function strayImages(name: string): Stray[] {
  return GIVEN_WAY.test(name) ? [{ isHarmless: false, message: THEIRS }] : [];
}

/**
 * Tells what is no file of a person’s own: it is not read, or an old state would win over the new one.
 *
 * @param names all names of the folder
 * @returns null for a file like any other
 * @guard strays → null
 */
export function strayNamed(name: string, names: ReadonlySet<string>): Stray | null {
  const composed = name.normalize('NFC');
  const known = STRAYS.find(([pattern]) => pattern.test(composed));
  if (known !== undefined) return known[1];
  const original = originalOf(composed, names);
  if (original === null) return null;
  return {
    isHarmless: false,
    message: `is a copy of “${original}” and is not read; take over what is in it, then delete it, or give it a name of its own`,
  };
}

/** The file that it is a copy of, or a copy of a copy; null where none stands beside it. */
function originalOf(name: string, names: ReadonlySet<string>): string | null {
  const behind = name.replace(COPY, '').replace(COPY_OF_MACHINE, '');
  const shorter = behind === name ? name.replace(COPY_OF, '') : behind;
  if (shorter === name) return null;
  // Git of old: ai.yaml.LOCAL.4711.yaml.
  const inner = shorter.replace(/(\.\w+)\1$/, '$1');
  if (names.has(inner)) return inner;
  return names.has(shorter) ? shorter : originalOf(shorter, names);
}
