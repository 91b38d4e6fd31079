import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** Rooms whose code decides what a glossary says, and what forms its terms have. */
const ROOMS = [
  ...['core/model', 'core/text', 'core/words', 'core/matcher', 'lexicon'],
  ...['formats', 'formats/yaml', 'formats/glossary'],
];

/**
 * Tells programs apart that may read a glossary differently: the digest of all code that does so, of the versions of
 * the packages, and of the order of bytes on this machine. Hexadecimal.
 */
export function programVersion(): string {
  const hash = createHash('sha256').update(new Uint8Array(Uint32Array.of(1).buffer));
  for (const room of ROOMS) {
    const folder = new URL(`../${room}/`, import.meta.url);
    const files = readdirSync(folder).filter((name) => /\.[jt]s$/.test(name));
    for (const name of files.sort()) hash.update(readFileSync(new URL(name, folder)));
  }
  return hash.update(readFileSync(new URL('../../package.json', import.meta.url))).digest('hex');
}
