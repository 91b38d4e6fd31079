import { createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync } from 'node:zlib';
import { EngineError } from '../core/changes/ports/engine.ts';
import { filesOf, isPinned, type PinnedFile, type PinnedModel } from './model-files.ts';

/** What is told while a file comes. Bytes; `total` is 0 where the server does not say. */
export type Progress = (file: string, done: number, total: number) => void;

/** Time without a byte after which a download is given up. Milliseconds. */
const DEADLINE = 30 * 60_000;

/**
 * Downloads the pinned files that are not there yet: `<base>/<name>.gz`, going on where an earlier download ended,
 * verified by size and SHA-256 before they take their name.
 *
 * @throws {EngineError} naming the file; nothing unverified is left under its name
 */
export async function fetchModel(base: string, folder: string, model: PinnedModel, tell: Progress): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of filesOf(model)) {
    const there = await readFile(path.join(folder, file.name)).catch(() => null);
    if (there === null || !isPinned(there, file)) await fetchFile(base, folder, file, tell);
  }
}

async function fetchFile(base: string, folder: string, file: PinnedFile, tell: Progress): Promise<void> {
  const part = path.join(folder, `${file.name}.gz.part`);
  await download(`${base.replace(/\/$/, '')}/${file.name}.gz`, part, file, tell);
  const bytes = await unpacked(part, file);
  if (bytes === null || !isPinned(bytes, file)) {
    await rm(part, { force: true });
    throw new EngineError(
      `${file.name} came with another content than it should have (size or SHA-256) and was thrown away.`,
      'stop',
    );
  }
  const temporary = path.join(folder, `.${file.name}.tmp`);
  const handle = await open(temporary, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path.join(folder, file.name));
  await rm(part, { force: true });
}

/** Null for what is no gzip, is cut, or would unpack to more than it may. */
async function unpacked(part: string, { size }: PinnedFile): Promise<Uint8Array | null> {
  try {
    return gunzipSync(await readFile(part), { maxOutputLength: size });
  } catch {
    return null;
  }
}

async function download(url: string, part: string, file: PinnedFile, tell: Progress): Promise<void> {
  const had = (await stat(part).catch(() => null))?.size ?? 0;
  const gone = new EngineError(
    `${file.name} could not be fetched whole from ${new URL(url).host}; run the command again to go on.`,
    'stop',
  );
  const headers: Record<string, string> = had > 0 ? { range: `bytes=${had}-` } : {};
  const response = await fetch(url, { headers, redirect: 'manual', signal: AbortSignal.timeout(DEADLINE) }).catch(
    () => {
      throw gone;
    },
  );
  if (response.status === 416) return;
  if (!response.ok || response.body === null)
    throw new EngineError(
      `${file.name} is not at ${new URL(url).host} (${response.status}); check VISAVIS_MODEL_URL.`,
      'stop',
    );
  const resumed = response.status === 206;
  let done = resumed ? had : 0;
  const total = done + Number(response.headers.get('content-length') ?? 0);
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      done += chunk.length;
      if (done > file.size * 2) throw gone;
      tell(file.name, done, total);
      yield chunk;
    }
  };
  const body = Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  await pipeline(body, counted, createWriteStream(part, { flags: resumed ? 'a' : 'w' })).catch(() => {
    throw gone;
  });
}
