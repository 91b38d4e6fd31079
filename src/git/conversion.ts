import type { Git } from './run-git.ts';
import { Held, shown } from './take-over.ts';

/** What git does to line ends where no attribute of a file says otherwise: `core.autocrlf` and `core.eol`. */
export interface LineEnds {
  readonly autocrlf: string;
  readonly eol: string;
}

/** The attributes of a file that are asked for, as git names their values. */
export type Attributes = Readonly<Record<(typeof ASKED)[number], string>>;

const ASKED = ['text', 'eol', 'filter', 'working-tree-encoding', 'ident'] as const;
const UNSAID = ['unspecified', 'unset'];

/** By what git gives a file other bytes on the disk than in its commits; null where they are the same. */
export function conversionOf(file: Attributes, { autocrlf, eol }: LineEnds): string | null {
  if (!UNSAID.includes(file.filter)) return `filter=${file.filter}`;
  if (file.text === 'unset') return UNSAID.includes(file.ident) ? null : 'ident';
  if (!UNSAID.includes(file['working-tree-encoding'])) return `working-tree-encoding=${file['working-tree-encoding']}`;
  if (!UNSAID.includes(file.ident)) return 'ident';
  if (!UNSAID.includes(file.eol)) return file.eol === 'crlf' ? 'eol=crlf' : null;
  if (autocrlf === 'true') return 'core.autocrlf=true';
  const isText = file.text !== 'unspecified';
  return isText && autocrlf !== 'input' && eol === 'crlf' ? 'core.eol=crlf' : null;
}

/** The first file that has other bytes on the disk than in its commits, and why; null where there is none. */
export async function findConversion(git: Git): Promise<{ readonly path: string; readonly by: string } | null> {
  const lineEnds = { autocrlf: await setting(git, 'core.autocrlf'), eol: await setting(git, 'core.eol') };
  const files = await git(['ls-files', '-z']);
  const said = (await git(['check-attr', '--stdin', '-z', ...ASKED], { input: files })).toString().split('\0');
  for (let at = 0; at + 1 < said.length; at += 3 * ASKED.length) {
    const values = ASKED.map((name, i) => [name, said[at + 3 * i + 2] ?? 'unspecified'] as const);
    const by = conversionOf(Object.fromEntries(values) as Attributes, lineEnds);
    if (by !== null) return { path: said[at] ?? '', by };
  }
  return null;
}

/**
 * Lets nothing be shared while the files on the disk are not those of the commits: what is compared with the other
 * copy, and committed, are the very bytes that stand here.
 */
export function createByteGuard(git: Git) {
  let found: Awaited<ReturnType<typeof findConversion>> = null;
  const want = () => {
    if (found === null) return;
    const { path, by } = found;
    const what = `Git changes ${shown(path)} between its commits and the disk (${shown(by)})`;
    throw new Held(`${what}, so nothing is shared; switch that off, and check the files out anew.`);
  };
  return {
    /** @throws {Held} as it was when it was looked at last */
    want,
    /** Looks anew. @throws {Held} */
    async look() {
      found = await findConversion(git);
      want();
    },
  };
}

async function setting(git: Git, name: 'core.autocrlf' | 'core.eol'): Promise<string> {
  const found = await git(['config', '--get', name]).catch(() => null);
  return found?.toString().trim().toLowerCase() ?? '';
}
