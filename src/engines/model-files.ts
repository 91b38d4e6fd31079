import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { EngineError } from '../core/changes/ports/engine.ts';

/** A file of a model, pinned by its size and content. */
export interface PinnedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
}

/** A model of Firefox Translations: weights, vocabulary, and the short list that speeds it up. */
export interface PinnedModel {
  readonly model: PinnedFile;
  readonly vocabulary: PinnedFile;
  readonly shortList: PinnedFile | null;
}

/** French to English, base-memory, as Firefox releases it (MPL-2.0). */
export const FRENCH_ENGLISH: PinnedModel = {
  model: {
    name: 'model.fren.intgemm.alphas.bin',
    size: 31_561_787,
    sha256: '15f997bc0d13808b0b0fbd0786e684a3c8a52adcd8071844b76123fdacbf2b90',
  },
  vocabulary: {
    name: 'vocab.fren.spm',
    size: 814_404,
    sha256: '783abf3abe075afdf8d85d233994bef2c3a064e935ab1bed946820aff6ac002a',
  },
  shortList: {
    name: 'lex.50.50.fren.s2t.bin',
    size: 4_824_120,
    sha256: '87c6752ea908f5f0347c10ac0cf7d80d9c2f4f20c81c90168f3e8230b56d4440',
  },
};

export function filesOf({ model, vocabulary, shortList }: PinnedModel): PinnedFile[] {
  return shortList === null ? [model, vocabulary] : [model, vocabulary, shortList];
}

/** Whether these bytes are the pinned file. */
export function isPinned(bytes: Uint8Array, { size, sha256 }: PinnedFile): boolean {
  return bytes.length === size && createHash('sha256').update(bytes).digest('hex') === sha256;
}

/**
 * Reads a pinned file, and lets nothing else near the engine: a wrong vocabulary would be taken without a word.
 *
 * @throws {EngineError} naming the file and what to do
 */
export async function readPinned(folder: string, file: PinnedFile): Promise<Uint8Array> {
  const bytes = await readFile(path.join(folder, file.name)).catch(() => null);
  if (bytes === null)
    throw new EngineError(
      `The local model is not there (${file.name}); run “visavis model fetch”, or put its files in ${folder}.`,
      'stop',
    );
  if (!isPinned(bytes, file))
    throw new EngineError(
      `${file.name} is not the file it should be (size or SHA-256); delete it and run “visavis model fetch”.`,
      'stop',
    );
  return bytes;
}
