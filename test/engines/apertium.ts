import { spawn, spawnSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Old and new names of the languages in the modes of Apertium. */
const NAMES: Readonly<Record<string, string>> = {
  fr: 'fra',
  en: 'eng',
  es: 'spa',
  ca: 'cat',
  eo: 'epo',
  oc: 'oci',
  pt: 'por',
};
/** Languages between French and English. */
const MOST_BETWEEN = 2;

/** The shortest way from French to English through the modes that are installed; null where there is none. */
export function wayToEnglish(modes: readonly string[]): readonly string[] | null {
  const pairs = modes.flatMap((mode) => {
    const [from, to, ...more] = mode.split('-').map((one) => NAMES[one] ?? one);
    return from === undefined || to === undefined || more.length > 0 ? [] : [{ mode, from, to }];
  });
  let ways: { readonly end: string; readonly way: readonly string[] }[] = [{ end: 'fra', way: [] }];
  for (let between = 0; between <= MOST_BETWEEN; between += 1) {
    ways = ways.flatMap(({ end, way }) =>
      pairs.filter(({ from }) => from === end).map(({ mode, to }) => ({ end: to, way: [...way, mode] })),
    );
    const found = ways.find(({ end }) => end === 'eng');
    if (found !== undefined) return found.way;
  }
  return null;
}

/** The way of the Apertium of this machine; null where there is none. */
export function installedWay(): readonly string[] | null {
  const { status, stdout } = spawnSync('apertium', ['-l'], { encoding: 'utf8' });
  return status === 0 ? wayToEnglish(stdout.split(/\s+/).filter((mode) => mode !== '')) : null;
}

function through(mode: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const run = spawn('apertium', ['-u', mode], { stdio: ['pipe', 'pipe', 'inherit'] });
    const chunks: Buffer[] = [];
    run.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    run.on('error', reject).on('close', () => resolve(Buffer.concat(chunks).toString('utf8').trimEnd()));
    run.stdin.end(`${text}\n`);
  });
}

/** Apertium as a LibreTranslate server: a text a line, through one mode after the other. */
export async function serveApertium(way: readonly string[]): Promise<{ url: string; server: Server }> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { q } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { q: string[] };
    const translatedText: string[] = [];
    for (const text of q) {
      let now = text;
      for (const mode of way) now = await through(mode, now);
      translatedText.push(now);
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ translatedText }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
