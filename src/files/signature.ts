import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Names, sizes and times of all files in some folders under a root: differs when anything changed, and costs far less
 * than reading them. A folder that is missing counts as empty.
 */
export async function signatureOf(root: string, folders: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const folder of folders) {
    const names = await readdir(path.join(root, folder), { recursive: true }).catch(() => []);
    for (const name of names.sort()) {
      const found = await lstat(path.join(root, folder, name)).catch(() => null);
      lines.push(`${folder}/${name} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs} ${found?.ino}`);
    }
  }
  return lines.join('\n');
}
