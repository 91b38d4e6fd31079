import { articlePairSlices, type KnownWords } from '../../core/alignment/article-pairs.ts';
import type { PairRow } from '../../core/alignment/pair-rows.ts';
import { type AlignedTexts, alignedEdits } from '../../core/changes/imports/aligned-edits.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import type { Slices } from '../../core/model/slices.ts';
import { catalogueEditSlices } from './po-edit.ts';

/** Both texts as they were read, in full. */
export interface ReadTexts extends AlignedTexts {
  readonly french: readonly SourceUnit[];
}

/** An English text that was aligned with an article, and the text of `en.po` that comes of it. */
export interface AlignedCatalogue {
  readonly rows: readonly PairRow[];
  readonly catalogue: string;
}

/** Makes the first catalogue of an article out of an English text that somebody has. */
export function* alignedCatalogueSlices(texts: ReadTexts, known: KnownWords): Slices<AlignedCatalogue> {
  const rows = yield* articlePairSlices(texts.french, texts.english, known);
  return { rows, catalogue: yield* rowsCatalogueSlices(rows, texts) };
}

/** The text of `en.po` that comes of rows which a person may have changed. */
export function* rowsCatalogueSlices(rows: readonly PairRow[], texts: ReadTexts): Slices<string> {
  return (yield* catalogueEditSlices(null, texts.french, alignedEdits(rows, texts))).text;
}
