import type { Alignment } from '../../core/alignment/sentence-pairs.ts';
import { unitKeys } from '../../core/changes/imports/unit-keys.ts';
import { type Article, isTranslatable, type Unit } from '../../core/model/article.ts';
import { cutSentences } from './cut-pieces.ts';
import { codeText, exchangedText, type PlacedText, plainText } from './exchanged-text.ts';
import { type Piece, piecesIn } from './inline-pieces.ts';
import { pairMarks } from './pair-marks.ts';

/** What may be chosen of a file for a translation tool, and what such a file says of how it was made. */
export interface BilingualOptions {
  /** Version of this program. */
  readonly version: string;
  /** When it is made, ISO 8601 with a time in UTC: `2026-03-01T12:00:00Z`; without it the file says nothing of it. */
  readonly date?: string;
  /** Drafts come along in a translation memory too. */
  readonly drafts?: boolean;
  /** A translation memory without marks. */
  readonly plain?: boolean;
  /**
   * In XLIFF 1.2 the French stands where the English is to come, and is said to be untranslated: OmegaT up to version 3
   * translates what it finds there, and gives nothing back where it finds nothing.
   */
  readonly prefill?: boolean;
  /**
   * Which sentences of a unit belong together, by its id: XLIFF 2.1 and TMX have those pairs, one for one, each alone.
   */
  readonly alignments?: ReadonlyMap<string, Alignment>;
}

/** A text with its marks numbered. */
export interface ExchangedText extends Pick<PlacedText, 'written'> {
  readonly pieces: readonly Piece[];
}

/** A sentence with its translation. */
export interface ExchangedSegment {
  readonly source: readonly Piece[];
  readonly target: readonly Piece[];
  /** The white space between it and the next one, of both languages. */
  readonly after: { readonly source: string; readonly target: string };
}

/** A unit of an article as a file for a translation tool has it. */
export interface ExchangedUnit {
  /** Its name there. */
  readonly key: string;
  readonly unit: Unit;
  /** Shown, and not to be translated. */
  readonly isFixed: boolean;
  readonly source: ExchangedText;
  readonly target: ExchangedText | null;
  /** Its sentences, two at least; none where it stays whole. */
  readonly segments: readonly ExchangedSegment[];
}

/**
 * What of an article is given to a translator: all that wants an English, and code, which tells what the text around it
 * means. What reads the same in both languages, and what nobody sees, is left out.
 */
export function* exchangedUnits(
  { slug, units }: Article,
  { plain = false, alignments }: Pick<BilingualOptions, 'plain' | 'alignments'>,
): Generator<ExchangedUnit> {
  const keys = unitKeys(slug, units);
  for (const unit of units) {
    if (unit.isKept || unit.isHidden) continue;
    const isFixed = !isTranslatable(unit);
    const write = isFixed ? codeText : plain ? plainText : exchangedText;
    const source = write(unit.source);
    const target = unit.target === null ? null : write(unit.target);
    const paired = pairMarks(piecesIn(source.placed), piecesIn(target?.placed ?? []));
    yield {
      ...{ key: keys.get(unit.id) ?? unit.id, unit, isFixed },
      source: { written: source.written, pieces: paired.source },
      target: target && { written: target.written, pieces: paired.target },
      segments: isFixed || target === null ? [] : segmentsOf(source, target, alignments?.get(unit.id)),
    };
  }
}

function segmentsOf(source: PlacedText, target: PlacedText, alignment: Alignment | undefined): ExchangedSegment[] {
  if (alignment === undefined || alignment.pairs.length < 2 || !alignment.pairs.every(isOneForOne)) return [];
  const starts = (side: 'source' | 'target') => alignment[side].slice(1).map(({ start }) => start);
  const french = cutSentences(source.placed, starts('source'));
  const english = cutSentences(target.placed, starts('target'));
  if (french === null || english === null) return [];
  let given = 0;
  return french.map(({ pieces, after }, i) => {
    const other = english[i] ?? { pieces: [], after: '' };
    const paired = pairMarks(pieces, other.pieces, given);
    given += new Set([...paired.source, ...paired.target].flatMap((piece) => (piece.role === 'text' ? [] : piece.id)))
      .size;
    return { ...paired, after: { source: after, target: other.after } };
  });
}

function isOneForOne({ source, target }: Alignment['pairs'][number]): boolean {
  return source.length === 1 && target.length === 1;
}
