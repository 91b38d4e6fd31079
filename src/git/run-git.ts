import { execFile } from 'node:child_process';

/** What a call of git is given besides its words. */
export interface GitOptions {
  /** Standard input. */
  readonly input?: Uint8Array | string;
  readonly env?: Readonly<Record<string, string>>;
  /** Milliseconds. */
  readonly limit?: number;
  /** Ends it early. */
  readonly signal?: AbortSignal;
}

/** Calls git in one checkout. @throws {GitError} */
export type Git = (words: readonly string[], options?: GitOptions) => Promise<Buffer>;

/** Git ended with an error. The message is the last line that it said. */
export class GitError extends Error {
  /** All that it said. */
  readonly said: string;
  /** ENOENT where there is no git, ETIMEDOUT where it took too long, else what it ended with. */
  readonly code: string;
  constructor(said: string, code: string) {
    super(said.trim().split('\n').at(-1) ?? '');
    this.said = said;
    this.code = code;
  }
}

/** Of what reads and writes files alone; what asks another machine takes longer. Milliseconds. */
const LIMIT = 60_000;
/** Bytes of an answer. */
const MOST_ANSWER = 256 * 1024 * 1024;

/** No hook of the repository runs, nothing asks, no helper is started that nobody needs, and names are in UTF-8. */
const ALWAYS = [
  ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.quotePath=false', 'commit.gpgSign=false'],
  ...['gc.autoDetach=false', 'maintenance.autoDetach=false', 'protocol.ext.allow=never', 'push.gpgSign=false'],
  'i18n.commitEncoding=UTF-8',
].flatMap((setting) => ['-c', setting]);

/** Words of git are fixed by us, and no shell reads them. */
export function createGit(folder: string): Git {
  return (words, { input, env = {}, limit = LIMIT, signal } = {}) =>
    new Promise((resolve, reject) => {
      const options = { cwd: folder, env: { ...surroundings(), ...env }, timeout: limit, maxBuffer: MOST_ANSWER };
      const call = execFile(
        'git',
        [...ALWAYS, '--literal-pathspecs', ...words],
        { ...options, ...(signal && { signal }), encoding: 'buffer', windowsHide: true },
        (error, out, err) => {
          if (error === null) return resolve(out);
          const code = error.killed === true ? 'ETIMEDOUT' : String(error.code ?? '');
          reject(new GitError(err.toString() || error.message, code));
        },
      );
      // Git may end before it has read everything; what it says counts.
      call.stdin?.on('error', () => {}).end(input ?? '');
    });
}

/** Ours without what would lead git to another repository; it never asks anybody for anything. */
function surroundings(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('GIT_') || name === 'GIT_SSH_COMMAND' || name === 'GIT_SSH',
  );
  return {
    GIT_SSH_COMMAND: 'ssh -oBatchMode=yes',
    ...Object.fromEntries(own),
    ...{ GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: 'true', SSH_ASKPASS: 'true', GIT_EDITOR: 'true', GIT_PAGER: 'cat' },
    ...{ GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' },
  };
}
