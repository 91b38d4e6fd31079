import type { Language } from '../../core/model/concept.ts';
import type { ColumnRole } from './column-names.ts';

/** Columns that say something of a term; -1 for one that is not there. */
export interface TermTraits {
  /** All of them count: one may say that it is approved, and another that nobody may use it. */
  readonly statuses: readonly number[];
  readonly forbidden: number;
  readonly allowed: number;
  readonly marks: number;
  readonly grammar: number;
  readonly gender: number;
}

/** A column of terms. */
export interface TermColumn extends TermTraits {
  readonly column: number;
  /** Null where each row says it, in the column of that number. */
  readonly language: Language | null;
  readonly languageAt: number;
}

/** Traits that are named once hold for the whole row; named more often, each for the terms it stands behind. */
export function withTraits(terms: readonly TermColumn[], roles: readonly ColumnRole[]): TermColumn[] {
  const starts = roles.flatMap(({ kind }, column) => (kind === 'term' || kind === 'side' ? [column] : []));
  return terms.map((term) => {
    const isTarget = term.language !== 'fr';
    const next = starts.find((column) => column > term.column) ?? roles.length;
    const traits = (kind: ColumnRole['kind'], holdsFor: boolean): readonly number[] => {
      const all = roles.flatMap((role, column) => (role.kind === kind ? [{ column, language: role.language }] : []));
      const named = all.filter(({ language }) => language !== null && language === term.language);
      if (named.length > 0) return named.map(({ column }) => column);
      const open = all.flatMap(({ column, language }) => (language === null ? [column] : []));
      const [first = 0] = starts;
      const behind = open.filter((column) => column > term.column && column < next);
      const ofRow = open.length === 1 ? open : open.filter((column) => column < first);
      return open.length > 1 && behind.length > 0 ? behind : holdsFor ? ofRow : [];
    };
    const trait = (kind: ColumnRole['kind'], holdsFor: boolean) => traits(kind, holdsFor)[0] ?? -1;
    const forbidden = trait('forbidden', isTarget);
    return {
      ...term,
      statuses: traits('status', isTarget),
      forbidden: forbidden < 0 ? trait('ruled out', isTarget) : forbidden,
      allowed: trait('allowed', isTarget),
      marks: trait('marks', isTarget),
      grammar: trait('grammar', true),
      gender: trait('gender', !isTarget || term.language === null),
    };
  });
}
