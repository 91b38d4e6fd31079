import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const HOME = fileURLToPath(new URL('..', import.meta.url));
/** What tests keep from start to start. */
export const CACHE = path.join(HOME, 'node_modules/.cache/visavis/starts');

/** Tests run the sources as they are, be they built or not: what others kept for a next start is let go. */
export default async function setup() {
  const last = path.join(CACHE, '../sources');
  const now = await digestOfSources();
  if ((await readFile(last, 'utf8').catch(() => '')) === now) return;
  await rm(path.dirname(last), { recursive: true, force: true });
  await mkdir(path.dirname(last), { recursive: true });
  await writeFile(last, now);
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const names = await readdir(path.join(HOME, 'src'), { recursive: true });
  for (const name of names.filter((one) => one.endsWith('.ts')).sort())
    hash.update(name).update(await readFile(path.join(HOME, 'src', name)));
  return hash.digest('hex');
}
