import type { Language } from '../../core/model/concept.ts';
import { type ColumnLanguage, type ColumnRole, languageOfCell, roleOf } from './column-names.ts';
import type { CsvCursor } from './csv-cursor.ts';

/** Columns that say something of a term; -1 for one that is not there. */
export interface TermTraits {
  /** All of them count: one may say that it is approved, and another that nobody may use it. */
  readonly statuses: readonly number[];
  readonly forbidden: number;
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

/** Which column of a table holds what; -1 for one that is not there. */
export interface Layout {
  /** Those of French before those of English, so that a row begins an entry with its French. */
  readonly terms: readonly TermColumn[];
  /** What all rows of an entry have in common. */
  readonly entry: number;
  /** Each row is one term, or all of one language. */
  readonly isTermARow: boolean;
  readonly definition: number;
  readonly domain: number;
  /** Names of columns that are not read. */
  readonly unread: readonly { readonly name: string; readonly column: number }[];
}

const NO_TRAITS: TermTraits = { statuses: [], forbidden: -1, marks: -1, grammar: -1, gender: -1 };
const NO_OTHERS = { entry: -1, isTermARow: false, domain: -1, unread: [] };
const termAt = (column: number, language: Language): TermColumn => ({
  column,
  language,
  languageAt: -1,
  ...NO_TRAITS,
});
/** Without a header: DeepL’s two columns, OmegaT’s three with a comment. */
export const BY_POSITION: Layout = { terms: [termAt(0, 'fr'), termAt(1, 'en')], definition: 2, ...NO_OTHERS };

/** DeepL’s four or five columns: both terms, then the language of each. */
const WITH_LANGUAGES: Layout = {
  terms: [
    { column: 0, language: null, languageAt: 2, ...NO_TRAITS },
    { column: 1, language: null, languageAt: 3, ...NO_TRAITS },
  ],
  definition: -1,
  ...NO_OTHERS,
};

/** Three columns: both terms, then the language of the first. */
function withLanguage(language: ColumnLanguage): Layout | null {
  if (language === 'foreign') return null;
  const other = language === 'fr' ? 'en' : 'fr';
  return { terms: inFrenchFirst([termAt(0, language), termAt(1, other)]), definition: -1, ...NO_OTHERS };
}

/** How to read a table, by its first row. */
export type FirstRow =
  | { readonly kind: 'header' | 'row'; readonly layout: Layout }
  /** It names the terms of one language, and nothing says where the other is. */
  | { readonly kind: 'unclear'; readonly named: number };

/** Reads the first row of a table: a header, or a row like the others. */
export function readFirstRow(row: CsvCursor): FirstRow {
  const cells = Array.from({ length: row.count }, (_, column) => row.text(column));
  if (languageOfCell(cells[2] ?? '') !== null && languageOfCell(cells[3] ?? '') !== null && !isHeader(cells))
    return { kind: 'row', layout: WITH_LANGUAGES };
  const third = languageOfCell(cells[2] ?? '');
  const ofThree = third === null || cells.length > 3 || isNamed(cells.slice(0, 2)) ? null : withLanguage(third);
  if (ofThree !== null) return { kind: 'row', layout: ofThree };
  const roles = cells.map(roleOf);
  const layout = layoutOf(roles, cells);
  if (layout !== null) return { kind: 'header', layout };
  const named = roles.findIndex(({ kind, language }) => kind === 'side' || (kind === 'term' && language !== 'foreign'));
  const others = roles.filter(({ kind }, column) => column !== named && kind !== 'nothing');
  const isPair = others.length === 0 || others.some(({ kind }) => kind === 'term' || kind === 'side');
  return named < 0 || isPair ? { kind: 'row', layout: BY_POSITION } : { kind: 'unclear', named };
}

/**
 * The first two cells name languages too: `fr,en,fr,en` would be a strange pair of terms. Or they name columns: of two
 * kinds, since `statut,status,fr,en` is a pair of terms, or of any beside languages that are written out.
 */
function isHeader([one = '', two = '', ...others]: readonly string[]): boolean {
  if (languageOfCell(one) !== null && languageOfCell(two) !== null) return true;
  const [first, second] = [roleOf(one).kind, roleOf(two).kind];
  if (first === 'unknown' || second === 'unknown') return false;
  return first !== second || others.slice(0, 2).every((cell) => /^\p{L}{4,}/u.test(cell));
}

/** Whether any of these reads like the name of a column. */
function isNamed(cells: readonly string[]): boolean {
  return cells.some((cell) => roleOf(cell).kind !== 'unknown');
}

function layoutOf(roles: readonly ColumnRole[], names: readonly string[]): Layout | null {
  const terms = termColumnsOf(roles, names);
  const has = (language: Language) => terms.some((term) => term.language === language || term.languageAt >= 0);
  if (!has('fr') || !has('en')) return null;
  const first = (...kinds: ColumnRole['kind'][]) =>
    kinds.map((kind) => roles.findIndex((role) => role.kind === kind)).find((column) => column >= 0) ?? -1;
  return {
    terms: withTraits(terms, roles),
    entry: first('entry'),
    isTermARow: terms.length === 1,
    definition: first('definition', 'note'),
    domain: first('domain'),
    unread: names.flatMap((name, column) => (roles[column]?.kind === 'unknown' ? [{ name, column }] : [])),
  };
}

function termColumnsOf(roles: readonly ColumnRole[], names: readonly string[]): TermColumn[] {
  const at = (kind: ColumnRole['kind']) => roles.findIndex((role) => role.kind === kind);
  const named = roles.flatMap(({ kind, language }, column) =>
    kind === 'term' || (kind === 'more terms' && language !== null) ? [{ column, language: language ?? 'en' }] : [],
  );
  const [source, target] = [at('source language'), at('target language')];
  const sides = roles.flatMap(({ kind }, column) => (kind === 'side' ? [column] : []));
  const bySide = (column: number): TermColumn => {
    const isSource = /source/i.test(names[column] ?? '');
    const languageAt = isSource ? source : target;
    return { ...termAt(column, isSource ? 'fr' : 'en'), ...(languageAt < 0 ? {} : { language: null, languageAt }) };
  };
  const anyTerm = at('any term');
  const known = named.flatMap(({ column, language }) => (language === 'foreign' ? [] : [termAt(column, language)]));
  if (known.some(({ language }) => language === 'fr') && known.some(({ language }) => language === 'en'))
    return inFrenchFirst([...known, ...moreTerms(roles, named)]);
  if (anyTerm >= 0 && at('language') >= 0)
    return [{ column: anyTerm, language: null, languageAt: at('language'), ...NO_TRAITS }];
  if (anyTerm >= 0 && known.length > 0 && known.every(({ language }) => language === 'en'))
    return inFrenchFirst([...known, termAt(anyTerm, 'fr')]);
  return sides.length === 2 ? inFrenchFirst(sides.map(bySide)) : known;
}

/** Columns of synonyms that name no language: those of the terms before them. */
function moreTerms(
  roles: readonly ColumnRole[],
  named: readonly { readonly column: number; readonly language: ColumnLanguage }[],
): TermColumn[] {
  return roles.flatMap(({ kind, language }, column) => {
    const before = named.findLast((one) => one.column < column)?.language;
    const isTheirs = kind === 'more terms' && language === null && before !== undefined && before !== 'foreign';
    return isTheirs ? [termAt(column, before)] : [];
  });
}

function inFrenchFirst(terms: readonly TermColumn[]): TermColumn[] {
  return [...terms].sort((a, b) => Number(a.language === 'en') - Number(b.language === 'en') || a.column - b.column);
}

/** Traits that are named once hold for the whole row; named more often, each for the terms it stands behind. */
function withTraits(terms: readonly TermColumn[], roles: readonly ColumnRole[]): TermColumn[] {
  const starts = roles.flatMap(({ kind }, column) => (kind === 'term' || kind === 'side' ? [column] : []));
  return terms.map((term) => {
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
    const isTarget = term.language !== 'fr';
    return {
      ...term,
      statuses: traits('status', isTarget),
      forbidden: trait('forbidden', isTarget),
      marks: trait('marks', isTarget),
      grammar: trait('grammar', true),
      gender: trait('gender', !isTarget || term.language === null),
    };
  });
}
