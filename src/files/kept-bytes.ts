import type { SealedGlossary } from '../core/checks/check-glossary.ts';
import { bytesOfSealed, sealedOfBytes } from '../core/matcher/sealed-bytes.ts';
import type { TermIndexes } from '../core/matcher/term-index.ts';
import { mapSlices, type Slices } from '../core/model/slices.ts';
import type { GlossaryFile } from '../formats/glossary/yaml.ts';
import { joinParts, type Part, partsOf } from './parts.ts';

/** What a glossary file says, as bytes: a line of JSON for each part. */
export function* bytesOfFile(file: GlossaryFile): Slices<Uint8Array> {
  return Buffer.from((yield* mapSlices(partsOf(file), (part) => JSON.stringify(part))).join('\n'));
}

/** What {@link bytesOfFile} made bytes of. */
export function fileOfBytes(bytes: Uint8Array): Slices<GlossaryFile> {
  const lines = Buffer.from(bytes).toString().split('\n');
  const take = () => JSON.parse(lines.shift() ?? 'null') as Part | null;
  return joinParts(take) as Slices<GlossaryFile>;
}

/** Length of a piece, before it. Bytes. */
const LENGTH = 4;

/** The forms of all entries, as bytes: the number of French parts, then each part of both languages, with its length. */
export function bytesOfForms({ fr, en }: TermIndexes): Uint8Array {
  const parts = [...fr.parts, ...en.parts].map(bytesOfSealed);
  const pieces = parts.flatMap((part) => [lengthOf(part.byteLength), part]);
  return Buffer.concat([lengthOf(fr.parts.length), ...pieces]);
}

/** What {@link bytesOfForms} made bytes of. */
export function formsOfBytes(bytes: Uint8Array): SealedGlossary {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const french = buffer.readUInt32LE(0);
  const parts = [];
  for (let at = LENGTH; at < buffer.length; ) {
    const end = at + LENGTH + buffer.readUInt32LE(at);
    parts.push(sealedOfBytes(buffer.subarray(at + LENGTH, end)));
    at = end;
  }
  return { fr: parts.slice(0, french), en: parts.slice(french) };
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(LENGTH);
  bytes.writeUInt32LE(length);
  return bytes;
}
