import { Inflate } from 'fflate';
import { decodeXml } from '../blocks/decode.ts';
import { DAMAGED, UnreadableDocument } from '../blocks/document.ts';

/** Bytes of all that is taken out of one archive, unpacked. */
const MOST_BYTES = 50 * 1024 * 1024;
/** Packed bytes that are unpacked between two looks at how many have come out: each gives 1,032 at most. */
const STEP = 8192;
const MOST_ENTRIES = 10_000;

/** A packed archive whose parts are unpacked when they are asked for. */
export interface Archive {
  readonly names: readonly string[];
  /**
   * A part counts once, however often it is read.
   *
   * @returns null where there is no part of that name
   * @throws {UnreadableDocument} where it is damaged, or unpacks to too much
   */
  read(name: string): Uint8Array | null;
}

/** A part of XML, in the encoding that it names; '' where there is none of that name. @throws {UnreadableDocument} */
export function textInArchive(archive: Archive, name: string): string {
  return decodeXml(archive.read(name) ?? new Uint8Array());
}

/** Where a part of an archive is. */
interface Entry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly crc: number;
  readonly packed: Uint8Array;
}

/**
 * Opens a zip archive by the list at its end. What the list says of sizes is not believed: the bytes are counted as
 * they come out.
 *
 * @param called the file, as sentences name it
 * @throws {UnreadableDocument}
 */
export function openArchive(bytes: Uint8Array, called: string): Archive {
  const damaged = () => new UnreadableDocument(`${called} ${DAMAGED}`);
  const entries = listEntries(bytes);
  if (entries === null) throw damaged();
  const taken = new Map<string, Uint8Array>();
  let left = MOST_BYTES;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined || taken.has(name)) return taken.get(name) ?? null;
      if (entry.isEncrypted) throw new UnreadableDocument(`${called} has a password; save it without one.`);
      const unpacked = unpack(entry, left);
      if (unpacked === 'damaged') throw damaged();
      if (unpacked === 'too much')
        throw new UnreadableDocument(`${called} unpacks to more than 50 MB; save its text as a document of its own.`);
      left -= unpacked.length;
      taken.set(name, unpacked);
      return unpacked;
    },
  };
}

const END = 0x06054b50;
const LISTED = 0x02014b50;
const LOCAL = 0x04034b50;

/** By name; null where the list cannot be read. APPNOTE.TXT 4.3.12, 4.3.16. */
function listEntries(bytes: Uint8Array): Map<string, Entry> | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < Math.min(count, MOST_ENTRIES); i += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== LISTED) return null;
    const length = view.getUint16(at + 28, true);
    const behind = at + 46 + length;
    const packed = packedBytes(bytes, view, at);
    if (behind > bytes.length || packed === null) return null;
    entries.set(new TextDecoder().decode(bytes.subarray(at + 46, behind)), {
      method: view.getUint16(at + 10, true),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      crc: view.getUint32(at + 16, true),
      packed,
    });
    at = behind + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Of the record that ends an archive; a comment of up to 65,535 bytes may stand behind it. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at -= 1)
    if (view.getUint32(at, true) === END) return at;
  return -1;
}

/** @param at where the entry stands in the list */
function packedBytes(bytes: Uint8Array, view: DataView, at: number): Uint8Array | null {
  const start = view.getUint32(at + 42, true);
  if (start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL) return null;
  const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const end = data + view.getUint32(at + 20, true);
  return end > bytes.length ? null : bytes.subarray(data, end);
}

/** @guard bytes-unpacked → unpackAll(entry, Infinity) */
function unpack(entry: Entry, most: number): Uint8Array | 'damaged' | 'too much' {
  return unpackAll(entry, most);
}

function unpackAll({ method, packed, crc }: Entry, most: number): Uint8Array | 'damaged' | 'too much' {
  if (method !== 0 && method !== 8) return 'damaged';
  const unpacked = method === 0 ? packed : inflate(packed, most);
  if (unpacked === null) return 'damaged';
  if (unpacked === 'too much' || unpacked.length > most) return 'too much';
  return crcOf(unpacked) === crc ? unpacked : 'damaged';
}

function inflate(packed: Uint8Array, most: number): Uint8Array | 'too much' | null {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Inflate((chunk) => {
    chunks.push(chunk);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length && length <= most; at += STEP)
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  } catch {
    return null;
  }
  return length > most ? 'too much' : joined(chunks, length);
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** CRC-32 of ISO 3309, as zip has it. */
function crcOf(bytes: Uint8Array): number {
  const table = Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
