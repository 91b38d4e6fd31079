import { type Glossary, nameOf, type SealedGlossary } from '../../core/checks/glossary/check-glossary.ts';
import { bytesOfSealed, sealedOfBytes } from '../../core/matcher/sealed-bytes.ts';
import { mapSlices, type Slices } from '../../core/model/slices.ts';
import type { GlossaryFile } from '../../formats/glossary/yaml.ts';
import { joinParts, type Part, partsOf } from '../thread/parts.ts';

/** What a glossary file says, as bytes: a line of JSON for each part. */
export function* bytesOfFile(file: GlossaryFile): Slices<Uint8Array> {
  return Buffer.from((yield* mapSlices(partsOf(file), (part) => JSON.stringify(part))).join('\n'));
}

/** What {@link bytesOfFile} made bytes of. */
export function fileOfBytes(bytes: Uint8Array): Slices<GlossaryFile> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  const lines = text.split('\n').values();
  const take = () => JSON.parse(lines.next().value ?? 'null') as Part | null;
  return joinParts(take) as Slices<GlossaryFile>;
}

/** Length of a piece, before it. Bytes. */
const LENGTH = 4;

/**
 * The forms of all entries and what testing them found, as pieces of bytes: the number of French parts, then, each with
 * its length, what was found and each part of both languages.
 */
export function* bytesOfSealedGlossary({
  concepts,
  indexes: { fr, en },
  findings,
  failed,
}: Glossary): Slices<Uint8Array[]> {
  const numbers = new Map(concepts.map((concept, number) => [concept, number]));
  const found = {
    of: nameOf(concepts),
    findings,
    failed: [...failed].map(([concept, problems]) => [numbers.get(concept), problems]),
  };
  const parts = yield* mapSlices([...fr.parts, ...en.parts], bytesOfSealed);
  const pieces = [Buffer.from(JSON.stringify(found)), ...parts].flatMap((part) => [lengthOf(part.byteLength), part]);
  return [lengthOf(fr.parts.length), ...pieces];
}

/** What {@link bytesOfSealedGlossary} made bytes of. */
export function sealedGlossaryOfBytes(bytes: Uint8Array): SealedGlossary {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const french = buffer.readUInt32LE(0);
  const pieces: Buffer[] = [];
  for (let at = LENGTH; at < buffer.length; ) {
    const end = at + LENGTH + buffer.readUInt32LE(at);
    pieces.push(buffer.subarray(at + LENGTH, end));
    at = end;
  }
  const [found, ...parts] = pieces;
  const forms = parts.map(sealedOfBytes);
  return { ...JSON.parse(String(found)), fr: forms.slice(0, french), en: forms.slice(french) };
}

function lengthOf(length: number): Uint8Array {
  const bytes = Buffer.alloc(LENGTH);
  bytes.writeUInt32LE(length);
  return bytes;
}
