import { once } from 'node:events';
import type { Response } from 'express';
import type { Pacer } from '../core/model/slices.ts';

/** A file to take away. */
export interface Download {
  readonly name: string;
  readonly mediaType: string;
  /** Its text or its bytes, in pieces that are small each. */
  readonly pieces: Iterable<string | Uint8Array>;
}

/** Characters that are sent at once. */
const BATCH = 32_768;

/** Sends a file as it is made, as fast as it is taken; it stops where nobody listens any more. */
export async function sendDownload(
  response: Response,
  { name, mediaType, pieces }: Download,
  pacer: Pacer,
): Promise<void> {
  const charset = /^text\/|[+/]xml\b|html\b/.test(mediaType) ? '; charset=utf-8' : '';
  response.set({
    'Content-Type': `${mediaType}${charset}`,
    'Content-Disposition': `attachment; filename="${name}"`,
    'Cache-Control': 'no-store',
  });
  if (response.req.method === 'HEAD') {
    response.end();
    return;
  }
  let batch = '';
  for await (const piece of pacer.each(pieces)) {
    if (typeof piece === 'string') batch += piece;
    if (typeof piece === 'string' && batch.length < BATCH) continue;
    if (batch !== '') await send(response, batch);
    batch = '';
    if (typeof piece !== 'string') await send(response, piece);
    if (response.destroyed) return;
  }
  response.end(batch);
}

async function send(response: Response, piece: string | Uint8Array): Promise<void> {
  if (response.destroyed || response.write(piece)) return;
  const settled = new AbortController();
  const { signal } = settled;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  settled.abort();
}
