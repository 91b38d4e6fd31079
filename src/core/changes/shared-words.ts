import { capitalized } from '../text/capitalized.ts';
import { counted, grouped } from '../text/counted.ts';
import { fewNamed } from '../text/few-named.ts';
import type { SharedState } from './ports/shared-store.ts';

/** Under which saves are committed that a server which was killed left behind. */
export const UNKNOWN = 'unknown';

/**
 * The message of a commit: what it changed, in its first line as far as that has room.
 *
 * @param whats “paragraph 7 of deepseek-r2”, in the order of the saves
 */
export function commitMessage(whats: readonly string[]): string {
  const [first = '', ...others] = [...new Set(whats.map((what) => what.replaceAll(/\s+/g, ' ')))];
  if (others.length === 0) return `${first}\n`;
  return `${first} and ${grouped(others.length)} more\n\n${[first, ...others].join('\n')}\n`;
}

/** The name under which somebody commits; null where it is known to nobody but the sign-in. */
export function committerName(by: string | null): string | null {
  if (by === null || by.startsWith('session ')) return null;
  return by.replaceAll(/[\p{Cc}<>]/gu, '').trim() || null;
}

/** Time within which saves of one person in one file are one commit. Milliseconds. */
const ONE_COMMIT = 5 * 60_000;

/** What tells whether two saves are one commit. */
export interface Committed {
  readonly place: string;
  readonly by: string | null;
  /** Milliseconds since 1970, of the first save in it. */
  readonly time: number;
}

export function isOneCommit(last: Committed, next: Committed): boolean {
  const passed = next.time - last.time;
  return last.place === next.place && last.by === next.by && passed >= 0 && passed < ONE_COMMIT;
}

/**
 * Whether a path of a repository may be written to a disk: none that leads out of the checkout or into what git and
 * this program keep for themselves, under whatever spelling a disk takes for theirs.
 *
 * @guard path-of-other-copy → true
 */
export function isSafePath(path: string): boolean {
  return path.split('/').every((name) => {
    const plain = name.replaceAll(/\p{Cf}/gu, '').replace(/(?<![. ])[. ]+$/, '');
    return plain !== '' && !/^(?:\.git|git~\d+|\.visavis|\.env)$/i.test(plain) && !/[\\:\p{Cc}]/u.test(name);
  });
}

/** The name of what our own merge keeps of the other copy beside a file that both changed. */
export const GIVEN_WAY: RegExp = /\.theirs-[0-9a-f]{12}$/;

/** Files that are named. */
const MOST_NAMED = 3;

/** What is to be done with what our own merge kept of the other copy. */
export function gaveWayWords(paths: readonly string[]): string {
  const all = fewNamed(paths, MOST_NAMED, (path) => `“${path.replaceAll(/\p{Cc}/gu, '�')}”`);
  const [is, them] = paths.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return `${all} ${is} what the other copy made of files where both changed the same; take over what is right in ${them}, then delete ${them}.`;
}

/**
 * The state in words.
 *
 * @param clock the time of day of a moment: “10:32”
 */
export function sharedWords({ gaveWay = [], ...state }: SharedState, clock: (time: number) => string): string {
  const said = exchangeWords(state, clock);
  return gaveWay.length === 0 ? said : `${said} ${gaveWayWords(gaveWay)}`;
}

function exchangeWords({ unsent, hasOther, trouble }: SharedState, clock: (time: number) => string): string {
  if (trouble?.kind === 'held') return sentences(unsentWords(unsent), trouble.says);
  if (!hasOther) return 'Saves are committed here; there is no other copy to send them to.';
  const waiting = unsentWords(unsent);
  if (trouble === null) return waiting === '' ? 'The other copy has every save.' : `${waiting}.`;
  const why =
    trouble.kind === 'away'
      ? `the other copy has been out of reach since ${clock(trouble.since)}`
      : `the other copy has taken nothing since ${clock(trouble.since)} (${trouble.says})`;
  return waiting === '' ? `${capitalized(why)}.` : `${waiting}; ${why}.`;
}

function unsentWords(unsent: number): string {
  return unsent === 0 ? '' : `${counted(unsent, 'save', 'saves')} not sent yet`;
}

function sentences(first: string, second: string): string {
  return first === '' ? second : `${first}. ${second}`;
}
