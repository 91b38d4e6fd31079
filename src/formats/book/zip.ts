import { Deflate } from 'fflate';

/** A file of an archive. */
export interface ZipEntry {
  /** Of letters that ASCII has. */
  readonly name: string;
  /** As it is: for what is packed already, and for what is to be read without unpacking. */
  readonly isStored?: true;
  readonly pieces: Iterable<string | Uint8Array>;
}

/** A file as it stands in an archive. */
interface Packed {
  readonly name: Uint8Array;
  readonly isStored: boolean;
  readonly crc: number;
  readonly size: number;
  readonly packedSize: number;
  /** Where it begins. */
  readonly at: number;
}

/** The first day that an archive can name; no clock is asked, so that the same files are the same bytes. */
const TIME = 0;
const DATE = (1 << 5) | 1;
/** Version 2.0 of the format, which knows folders and deflate. */
const VERSION = 20;
/** Bytes that are packed, or counted, at once; and characters of a text, which is made meanwhile. */
const [SLICE, TEXT_SLICE] = [65_536, 2048];

/** An archive in pieces, which are small each; an empty one is a pause. The sizes stand before each file. */
export function* zipPieces(entries: Iterable<ZipEntry>): Generator<Uint8Array> {
  const packed: Packed[] = [];
  let at = 0;
  for (const entry of entries) {
    const chunks: Uint8Array[] = [];
    const { crc, size } = yield* pack(entry, chunks);
    const packedSize = chunks.reduce((sum, { length }) => sum + length, 0);
    const name = new TextEncoder().encode(entry.name);
    const file = { name, isStored: entry.isStored === true, crc, size, packedSize, at };
    const head = localHeader(file);
    yield head;
    yield* chunks;
    packed.push(file);
    at += head.length + packedSize;
  }
  const heads = packed.map(centralHeader);
  yield* heads;
  const length = heads.reduce((sum, head) => sum + head.length, 0);
  yield record(0x06054b50, [0, 2], [0, 2], [packed.length, 2], [packed.length, 2], [length, 4], [at, 4], [0, 2]);
}

const PAUSE = new Uint8Array();

function* pack(
  { pieces, isStored }: ZipEntry,
  chunks: Uint8Array[],
): Generator<Uint8Array, { crc: number; size: number }> {
  const deflate = new Deflate({ level: 6 }, (chunk) => chunks.push(chunk));
  let [crc, size] = [0, 0];
  for (const slice of slicesOf(pieces)) {
    crc = crc32(slice, crc);
    size += slice.length;
    if (isStored) chunks.push(slice);
    else deflate.push(slice.slice());
    yield PAUSE;
  }
  if (!isStored) deflate.push(new Uint8Array(), true);
  return { crc, size };
}

/** Small texts together, large bytes in parts. */
function* slicesOf(pieces: Iterable<string | Uint8Array>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let batch = '';
  for (const piece of pieces) {
    if (typeof piece === 'string') batch += piece;
    if (typeof piece === 'string' && batch.length < TEXT_SLICE) continue;
    if (batch !== '') yield encoder.encode(batch);
    batch = '';
    if (typeof piece === 'string') continue;
    for (let from = 0; from < piece.length; from += SLICE) yield piece.subarray(from, from + SLICE);
  }
  if (batch !== '') yield encoder.encode(batch);
}

function localHeader(file: Packed): Uint8Array {
  return joined(record(0x04034b50, [VERSION, 2], ...sharedFields(file)), file.name);
}

function centralHeader(file: Packed): Uint8Array {
  const own: Field[] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [file.at, 4],
  ];
  return joined(record(0x02014b50, [VERSION, 2], [VERSION, 2], ...sharedFields(file), ...own), file.name);
}

/** A number and the bytes it takes. */
type Field = readonly [value: number, bytes: 2 | 4];

function sharedFields({ isStored, crc, size, packedSize, name }: Packed): Field[] {
  const method = isStored ? 0 : 8;
  return [
    [0, 2],
    [method, 2],
    [TIME, 2],
    [DATE, 2],
    [crc, 4],
    [packedSize, 4],
    [size, 4],
    [name.length, 2],
    [0, 2],
  ];
}

function record(sign: number, ...fields: readonly Field[]): Uint8Array {
  const all: readonly Field[] = [[sign, 4], ...fields];
  const view = new DataView(new ArrayBuffer(all.reduce((sum, [, bytes]) => sum + bytes, 0)));
  let at = 0;
  for (const [value, bytes] of all) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value >>> 0, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function joined(head: Uint8Array, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(head.length + name.length);
  bytes.set(head);
  bytes.set(name, head.length);
  return bytes;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** @param before the sum of what came before */
function crc32(bytes: Uint8Array, before: number): number {
  let crc = ~before;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}
