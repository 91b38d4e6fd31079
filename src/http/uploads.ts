import { once } from 'node:events';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { UserError } from './errors.ts';

/** A file that a form sent. */
export interface SentFile {
  /** Without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a form sent whose encoding takes files. */
export interface SentForm {
  readonly fields: ReadonlyMap<string, string>;
  /** Null where none was chosen. */
  readonly file: SentFile | null;
  /** Whether more was sent than is read; then some of it is missing here. */
  readonly isTooLarge: boolean;
}

/** A file, and a text, at most. Bytes. */
export const MOST_OF_FILE = 5_000_000;
/** All of a form, with what stands around its parts. */
const MOST_OF_FORM = MOST_OF_FILE + 100_000;
/** What is still heard, though not kept, so that a browser comes to the end and reads the answer. */
const MOST_HEARD = 50_000_000;
/**
 * Parts of a form, and bytes of what stands before each.
 *
 * @guard parts-of-form → Infinity
 */
const MOST_PARTS = 20;
const LIMITS = {
  ...{ parts: MOST_PARTS, fields: MOST_PARTS, files: 1, fileSize: MOST_OF_FILE, fieldSize: MOST_OF_FILE },
  ...{ fieldNameSize: 50, headerPairs: 20, headerSize: 4096 },
} as const;

/**
 * Reads a form that may bring one file. How long that may take is bounded by the server.
 *
 * @throws {UserError} for what is no such form, or never ends
 */
export async function readSentForm(request: Request): Promise<SentForm> {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined)
    throw new UserError('unsupported', 'Send the form as it is, not packed.');
  if (Number(headers['content-length'] ?? 0) > MOST_HEARD) throw tooMuch();
  const parser = openParser(request);
  const heard = listenTo(parser);
  const bytes = await hear(request, async (chunk, sum) => {
    if (sum > MOST_HEARD) throw tooMuch();
    if (sum <= MOST_OF_FORM && !heard.hasFailed && !parser.write(chunk)) await once(parser, 'drain').catch(() => {});
  });
  if (bytes > MOST_OF_FORM) return { ...formOf(heard), isTooLarge: true };
  await finish(parser, heard);
  return formOf(heard);
}

/**
 * Takes what comes, piece by piece, with the bytes so far.
 *
 * @returns how many there were
 * @throws {UserError} where it ended too early, and nobody hears an answer any more
 */
async function hear(request: Request, take: (chunk: Buffer, sum: number) => Promise<void>): Promise<number> {
  let sum = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      sum += chunk.length;
      await take(chunk, sum);
    }
  } catch (error) {
    throw error instanceof UserError ? error : new UserError('bad-request', 'This form ended too early.');
  }
  return sum;
}

function tooMuch(): UserError {
  return new UserError('too-large', 'This is far more than is read here.', 'Send 5 MB at most.');
}

function openParser(request: Request): BusboyInstance {
  const type = request.headers['content-type'];
  const isForm = request.is(['multipart/form-data', 'application/x-www-form-urlencoded']);
  if (type === undefined || !isForm) throw new UserError('unsupported', 'Send a form.');
  try {
    return new Busboy({ headers: { ...request.headers, 'content-type': type }, limits: LIMITS });
  } catch {
    throw notReadable();
  }
}

function notReadable(): UserError {
  return new UserError('bad-request', 'This form cannot be read.', 'Use the page itself.');
}

/** What a parser told so far. */
interface Heard {
  readonly fields: Map<string, string>;
  file: { readonly name: string; readonly chunks: Buffer[] } | null;
  isTooLarge: boolean;
  /** It can read no further, or will not. */
  hasFailed: boolean;
}

function listenTo(parser: BusboyInstance): Heard {
  const heard: Heard = { fields: new Map(), file: null, isTooLarge: false, hasFailed: false };
  const fail = () => {
    heard.hasFailed = true;
  };
  for (const event of ['error', 'partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(event as 'error', fail);
  parser.on('field', (name, value, isNameCut, isCut) => {
    if (isNameCut || heard.fields.has(name)) return;
    heard.fields.set(name, value);
    heard.isTooLarge ||= isCut;
  });
  parser.on('file', (_field, stream, name = '') => {
    const chunks: Buffer[] = [];
    heard.file = { name, chunks };
    stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail);
    stream.on('limit', () => {
      heard.isTooLarge = true;
    });
  });
  return heard;
}

/** @throws {UserError} for what is no whole form */
async function finish(parser: BusboyInstance, heard: Heard): Promise<void> {
  const finished = once(parser, 'finish').catch(() => {
    heard.hasFailed = true;
  });
  if (!heard.hasFailed) {
    parser.end();
    await finished;
  }
  if (heard.hasFailed) throw notReadable();
}

/** A browser sends a file without a name and without a byte where none was chosen. */
function formOf({ fields, file, isTooLarge }: Heard): SentForm {
  const bytes = Buffer.concat(file?.chunks ?? []);
  const isChosen = file !== null && (bytes.length > 0 || file.name !== '');
  return { fields, file: isChosen ? { name: nameOf(file.name), bytes } : null, isTooLarge };
}

/** As a person knows it: no folders, no signs that nobody sees. */
function nameOf(name: string): string {
  return (
    name
      .replace(/^.*[\\/]/s, '')
      .replaceAll(/[\p{C}\s]+/gu, ' ')
      .trim()
      .slice(0, 200) || 'file'
  );
}
