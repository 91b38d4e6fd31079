import { unitKeys } from '../../core/changes/unit-keys.ts';
import { type Article, isTranslatable, type Unit } from '../../core/model/article.ts';
import { codeText, type ExchangedText, exchangedText, plainText } from './exchanged-text.ts';
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
}

/**
 * What of an article is given to a translator: all that wants an English, and code, which tells what the text around it
 * means. What reads the same in both languages, and what nobody sees, is left out.
 */
export function* exchangedUnits(
  { slug, units }: Article,
  { plain = false }: Pick<BilingualOptions, 'plain'>,
): Generator<ExchangedUnit> {
  const keys = unitKeys(slug, units);
  for (const unit of units) {
    if (unit.isKept || unit.isHidden) continue;
    const isFixed = !isTranslatable(unit);
    const write = isFixed ? codeText : plain ? plainText : exchangedText;
    const source = write(unit.source);
    const target = unit.target === null ? null : write(unit.target);
    const paired = pairMarks(source.pieces, target?.pieces ?? []);
    yield {
      ...{ key: keys.get(unit.id) ?? unit.id, unit, isFixed },
      source: { ...source, pieces: paired.source },
      target: target && { ...target, pieces: paired.target },
    };
  }
}
