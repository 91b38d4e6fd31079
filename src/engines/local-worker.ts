import { parentPort, workerData } from 'node:worker_threads';
import { Translator } from 'fxtranslate';
import { segmentText } from '../core/text/sentences.ts';

/** What the worker is started with. */
export interface LocalModel {
  readonly model: Uint8Array;
  readonly vocabulary: Uint8Array;
  readonly shortList: Uint8Array | null;
}

/** Longest sentence that is given to the model in one piece; UTF-16 units. */
const MOST_UNITS = 600;

const { model, vocabulary, shortList } = workerData as LocalModel;
const translator = new Translator(model, vocabulary, vocabulary, shortList);

/** Our own sentences: the engine would end one behind “M.” or “p. ex.”. */
function translateText(text: string): string {
  return segmentText(text, 'fr')
    .map(({ start, end }) => text.slice(start, end).trim())
    .filter((sentence) => sentence !== '')
    .map((sentence) =>
      sentence.length > MOST_UNITS ? translator.translate_long(sentence) : translator.translate(sentence),
    )
    .join(' ');
}

parentPort?.on('message', ({ id, texts }: { id: number; texts: readonly string[] }) => {
  try {
    parentPort?.postMessage({ id, texts: texts.map(translateText) });
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
});
