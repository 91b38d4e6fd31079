import type { Language } from '../../core/model/concept.ts';
import type { ColumnKind, ColumnRole } from './column-names.ts';

/** Columns that say something of a term; -1 for one that is not there. */
export interface TermTraits {
  /** All of these count: one may say that it is approved, and another that nobody may use it. */
  readonly statuses: readonly number[];
  readonly forbidden: readonly number[];
  readonly allowed: readonly number[];
  readonly preferred: readonly number[];
  readonly replaced: readonly number[];
  /** Where the work on it stands. */
  readonly progress: readonly number[];
  /** Whether it is more than a proposal. */
  readonly settled: readonly number[];
  readonly marks: readonly number[];
  /** Remarks, and what nobody knows: any of its sentences may rule out. */
  readonly remarks: readonly number[];
  /** Any others: a word that rules out, and nothing else. */
  readonly others: readonly number[];
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

/** Cells of a row behind those that its header names. */
const MOST_SURPLUS = 3;
const REMARKS: ReadonlySet<ColumnKind> = new Set(['note', 'unknown']);
const OTHERS: ReadonlySet<ColumnKind> = new Set(['definition', 'domain', 'nothing', ...REMARKS]);

/** Traits that are named once hold for the whole row; named more often, each for the terms it stands behind. */
export function withTraits(terms: readonly TermColumn[], roles: readonly ColumnRole[]): TermColumn[] {
  return terms.map((term) => {
    const isTarget = term.language !== 'fr';
    const traits = traitsOf(term, terms, roles);
    const of = (kind: ColumnKind, holdsFor: boolean) => traits((one) => one === kind, holdsFor);
    const forbidden = of('forbidden', isTarget);
    const others = traits((kind) => OTHERS.has(kind), isTarget);
    const isRemark = (column: number) => REMARKS.has(roles[column]?.kind ?? 'unknown');
    const surplus = Array.from({ length: MOST_SURPLUS }, (_, i) => roles.length + i);
    return {
      ...term,
      statuses: of('status', isTarget),
      forbidden: [...forbidden, ...of('ruled out', isTarget)],
      allowed: of('allowed', isTarget),
      preferred: of('preferred', isTarget),
      replaced: of('replaced', isTarget),
      progress: of('progress', isTarget),
      settled: of('settled', isTarget),
      marks: of('marks', isTarget),
      remarks: [...others.filter(isRemark), ...(isTarget ? surplus : [])],
      others: others.filter((column) => !isRemark(column)),
      grammar: of('grammar', true)[0] ?? -1,
      gender: of('gender', !isTarget || term.language === null)[0] ?? -1,
    };
  });
}

/** The columns of some kind that say something of a term, for what holds for the whole row or does not. */
function traitsOf(term: TermColumn, terms: readonly TermColumn[], roles: readonly ColumnRole[]) {
  const isTerm = new Set(terms.map(({ column }) => column));
  const starts = roles.flatMap(({ kind }, column) => (kind === 'term' || kind === 'side' ? [column] : []));
  const next = starts.find((column) => column > term.column) ?? roles.length;
  const [first = 0] = starts;
  return (isKind: (kind: ColumnKind) => boolean, holdsFor: boolean): readonly number[] => {
    const all = roles.flatMap(({ kind, language }, column) =>
      isKind(kind) && !isTerm.has(column) ? [{ column, language }] : [],
    );
    const named = all.filter(({ language }) => language !== null && language === term.language);
    if (named.length > 0) return ownOf(term, terms, named);
    const open = all.flatMap(({ column, language }) => (language === null ? [column] : []));
    const behind = open.filter((column) => column > term.column && column < next);
    const ofRow = open.length === 1 ? open : open.filter((column) => column < first);
    return open.length > 1 && behind.length > 0 ? behind : holdsFor ? ofRow : [];
  };
}

/** Of columns that name the language of a term, those that stand behind no other term of it; all where none is left. */
function ownOf(
  term: TermColumn,
  terms: readonly TermColumn[],
  named: readonly { readonly column: number }[],
): readonly number[] {
  const ofLanguage = terms.filter(({ language }) => language === term.language).map(({ column }) => column);
  const columns = named.map(({ column }) => column);
  const isBetween = (one: number, column: number) => one < column && (column < term.column || one > term.column);
  const own = columns.filter((column) => !ofLanguage.some((one) => isBetween(one, column)));
  return own.length === 0 ? columns : own;
}
