import type { IncomingMessage } from 'node:http';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { PageError } from '../core/changes/ports/page-fetcher.ts';

interface BodyReading {
  /** Bytes that are read at most, unpacked. */
  readonly most: number;
  readonly host: string;
  /** Is told how many bytes came so far. */
  readonly tell: (bytes: number) => void;
}

/** The body of an answer, unpacked, no further than it may go. */
export async function readBody(response: IncomingMessage, reading: BodyReading): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of unpacked(response, reading) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    refuseLong(length, reading);
    chunks.push(chunk);
    reading.tell(length);
  }
  return Buffer.concat(chunks);
}

/** @guard bytes-of-page */
function refuseLong(length: number, { most, host }: BodyReading): void {
  if (length <= most) return;
  const size = most >= 1024 * 1024 ? `${Math.round(most / 1024 / 1024)} MB` : `${most} bytes`;
  throw new PageError(`${host} sends more than ${size}; copy the text of the article and paste it instead.`);
}

const UNPACKERS = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
} as const;

function unpacked(response: IncomingMessage, { host }: BodyReading): Readable {
  const encoding = (response.headers['content-encoding'] ?? '').trim().toLowerCase();
  if (encoding === '' || encoding === 'identity') return response;
  if (!isKnown(encoding))
    throw new PageError(`${host} packs its page in a way that is not known here (“${shown(encoding)}”).`);
  const unpacker = UNPACKERS[encoding]();
  // What goes wrong on the way ends the unpacker, which tells it.
  pipeline(response, unpacker, () => undefined);
  return unpacker;
}

function isKnown(encoding: string): encoding is keyof typeof UNPACKERS {
  return Object.hasOwn(UNPACKERS, encoding);
}

function shown(encoding: string): string {
  return encoding.replaceAll(/[^\x20-\x7e]/g, '').slice(0, 40);
}
