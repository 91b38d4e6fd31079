import { once } from 'node:events';
import { Busboy, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { MOST_OF_FILE } from '../core/model/sent-file.ts';
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
  /** By field; none for one in which no file was chosen. */
  readonly files: ReadonlyMap<string, SentFile>;
  /** The field in which more was sent than is read, so that some of it is missing here; null for none, '' for all. */
  readonly tooLarge: string | null;
}

/** All of a form beside its largest part: a text, with what stands around its parts. */
const MOST_BESIDE = MOST_OF_FILE + 100_000;
/** What is still heard, though not kept, so that a browser comes to the end and reads the answer. */
const MOST_HEARD = 50_000_000;
/**
 * Parts of a form, and bytes of what stands before each.
 *
 * @guard parts-of-form → Infinity
 */
const MOST_PARTS = 20;
const LIMITS = {
  ...{ parts: MOST_PARTS, fields: MOST_PARTS, files: 2, fieldSize: MOST_OF_FILE },
  ...{ fieldNameSize: 50, headerPairs: 20, headerSize: 4096 },
} as const;

/**
 * Reads a form that may bring two files. How long that may take is bounded by the server.
 *
 * @param mostOfFile bytes of each file
 * @throws {UserError} for what is no such form, or never ends
 */
export async function readSentForm(request: Request, mostOfFile = MOST_OF_FILE): Promise<SentForm> {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined)
    throw new UserError('unsupported', 'Send the form as it is, not packed.');
  if (Number(headers['content-length'] ?? 0) > MOST_HEARD) throw tooMuch();
  const mostOfForm = mostOfFile + MOST_BESIDE;
  const parser = openParser(request, mostOfFile);
  const heard = listenTo(parser);
  const bytes = await hear(request, async (chunk, sum) => {
    if (sum > MOST_HEARD) throw tooMuch();
    if (sum <= mostOfForm && !heard.hasFailed && !parser.write(chunk)) await once(parser, 'drain').catch(() => {});
  });
  if (bytes > mostOfForm) return { ...formOf(heard), tooLarge: heard.tooLarge ?? '' };
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

function openParser(request: Request, fileSize: number): BusboyInstance {
  const type = request.headers['content-type'];
  const isForm = request.is(['multipart/form-data', 'application/x-www-form-urlencoded']);
  if (type === undefined || !isForm) throw new UserError('unsupported', 'Send a form.');
  try {
    return new Busboy({ headers: { ...request.headers, 'content-type': type }, limits: { ...LIMITS, fileSize } });
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
  /** By field. */
  readonly files: Map<string, { readonly name: string; readonly chunks: readonly Buffer[] }>;
  /** The first field in which there was too much; null for none. */
  tooLarge: string | null;
  /** It can read no further, or will not. */
  hasFailed: boolean;
}

function listenTo(parser: BusboyInstance): Heard {
  const heard: Heard = { fields: new Map(), files: new Map(), tooLarge: null, hasFailed: false };
  const fail = () => {
    heard.hasFailed = true;
  };
  for (const event of ['error', 'partsLimit', 'fieldsLimit', 'filesLimit'] as const) parser.on(event as 'error', fail);
  parser.on('field', (name, value, isNameCut, isCut) => {
    if (isNameCut || heard.fields.has(name)) return;
    heard.fields.set(name, value);
    if (isCut) heard.tooLarge ??= name;
  });
  parser.on('file', (field, stream, name = '') => {
    const chunks: Buffer[] = [];
    if (!heard.files.has(field)) heard.files.set(field, { name, chunks });
    stream.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail);
    stream.on('limit', () => {
      heard.tooLarge ??= field;
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
function formOf({ fields, files, tooLarge }: Heard): SentForm {
  const chosen = [...files].flatMap(([field, { name, chunks }]): [string, SentFile][] => {
    const bytes = Buffer.concat(chunks);
    return bytes.length > 0 || name !== '' ? [[field, { name: nameOf(name), bytes }]] : [];
  });
  return { fields, files: new Map(chosen), tooLarge };
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
