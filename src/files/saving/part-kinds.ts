import { type FilePart, HEAD, type PartReader, TAIL } from '../../core/changes/ports/file-parts.ts';
import { isCatalogue } from '../../formats/article/catalogue-name.ts';
import { PO_PARTS } from '../../formats/article/po-parts.ts';
import { kindOf } from '../../formats/glossary/kinds.ts';

/** A file of no kind is one part. */
const WHOLE: PartReader = {
  // biome-ignore lint/correctness/useYield: it never pauses
  *split(text) {
    return [
      { key: HEAD, gap: '', body: text },
      { key: TAIL, gap: '', body: '' },
    ];
  },
  merge: () => null,
  says: (body) => ({ name: '', text: body, language: '', details: [] }),
  withText: (_body, text) => text,
  headFor: (head) => head,
};

/** How a file is cut into what is changed for itself, by its name. */
export function partReaderFor(file: string): PartReader {
  if (isCatalogue(file)) return PO_PARTS;
  return kindOf(file)?.parts ?? WHOLE;
}

/** A file that is not there has nothing but its edges. */
export const NO_PARTS: readonly FilePart[] = [
  { key: HEAD, gap: '', body: '' },
  { key: TAIL, gap: '', body: '' },
];
