import type { Language } from '../../core/model/concept.ts';
import { type ColumnLanguage, type ColumnRole, languageNamed, languageOfCell, roleOf } from './column-names.ts';
import { type TermColumn, type TermTraits, withTraits } from './column-traits.ts';
import type { CsvCursor } from './csv-cursor.ts';
import { looksLikeNames, sideNamed } from './language-names.ts';

/** Which column of a table holds what; -1 for one that is not there. */
export interface Layout {
  /** Those of French before those of English, so that a row begins an entry with its French. */
  readonly terms: readonly TermColumn[];
  /** Those of terms that nobody may use. */
  readonly ruledOut: readonly TermColumn[];
  /** Those of terms that go first. */
  readonly preferred: readonly TermColumn[];
  /** What all rows of an entry have in common. */
  readonly entry: number;
  /** Each row is one term, or all of one language. */
  readonly isTermARow: boolean;
  readonly definition: number;
  readonly domain: number;
  /** The column whose cell may name the language of the first term of its row, DeepL’s third. */
  readonly languageAt: number;
  /** Names of columns that are not read. */
  readonly unread: readonly { readonly name: string; readonly column: number }[];
}

const NO_TRAITS: TermTraits = {
  ...{ statuses: [], forbidden: [], allowed: [], preferred: [], replaced: [], progress: [], settled: [] },
  ...{ marks: [], remarks: [], others: [] },
  ...{ grammar: -1, gender: -1 },
};
const NO_OTHERS = { ruledOut: [], preferred: [], entry: -1, isTermARow: false, domain: -1, languageAt: -1, unread: [] };
const termAt = (column: number, language: Language): TermColumn => ({
  column,
  language,
  languageAt: -1,
  ...NO_TRAITS,
});
/** Without a header: DeepL’s two columns, OmegaT’s three with a comment. */
export const BY_POSITION: Layout = {
  terms: [termAt(0, 'fr'), { ...termAt(1, 'en'), remarks: [2, 3, 4] }],
  definition: 2,
  ...NO_OTHERS,
};

/** DeepL’s four or five columns: both terms, then the language of each. */
const WITH_LANGUAGES: Layout = {
  terms: [
    { column: 0, language: null, languageAt: 2, ...NO_TRAITS, remarks: [4, 5] },
    { column: 1, language: null, languageAt: 3, ...NO_TRAITS, remarks: [4, 5] },
  ],
  definition: -1,
  ...NO_OTHERS,
};

/**
 * Three columns: both terms, then the language of the first. One that is neither may be a remark: rows that name none
 * are read.
 */
function withLanguage(language: ColumnLanguage): Layout {
  if (language === 'foreign') return { ...BY_POSITION, languageAt: 2 };
  const terms = inFrenchFirst([termAt(0, language), termAt(1, language === 'fr' ? 'en' : 'fr')]);
  return { terms, definition: -1, ...NO_OTHERS, languageAt: 2 };
}

/** How to read a table, by its first row. */
export type FirstRow =
  | { readonly kind: 'header' | 'row'; readonly layout: Layout }
  /** It names columns, and nothing says which holds the one language or the other; -1 where no name is known. */
  | { readonly kind: 'unclear'; readonly named: number };

/** Reads the first row of a table: a header, or a row like the others. */
export function readFirstRow(row: CsvCursor): FirstRow {
  const cells = Array.from({ length: row.count }, (_, column) => row.text(column));
  if (languageOfCell(cells[2] ?? '') !== null && languageOfCell(cells[3] ?? '') !== null && !isHeader(cells))
    return { kind: 'row', layout: WITH_LANGUAGES };
  const third = languageOfCell(cells[2] ?? '');
  const ofThree = third === null || cells.length > 3 || isNamed(cells.slice(0, 2)) ? null : withLanguage(third);
  if (ofThree !== null) return { kind: 'row', layout: ofThree };
  const roles = withPreferredTerms(cells.map(roleOf));
  const layout = layoutOf(roles, cells);
  if (layout !== null) return { kind: 'header', layout };
  if (namesOthers(roles, cells))
    return { kind: 'header', layout: { ...BY_POSITION, terms: ofOthers(roles), definition: -1 } };
  const named = roles.findIndex(({ kind, language }) => kind === 'side' || (kind === 'term' && language !== 'foreign'));
  const others = roles.filter(({ kind }, column) => column !== named && kind !== 'nothing');
  const isPair = others.length === 0 || others.some(({ kind }) => kind === 'term' || kind === 'side');
  if (named >= 0 && !isPair) return { kind: 'unclear', named };
  return looksLikeNames(cells) ? { kind: 'unclear', named: -1 } : { kind: 'row', layout: BY_POSITION };
}

/** “Preferred English” holds the terms of English, where no other column does. */
function withPreferredTerms(roles: readonly ColumnRole[]): ColumnRole[] {
  const isElsewhere = (language: ColumnLanguage | null) =>
    roles.some((role) => role.kind === 'term' && role.language === language);
  return roles.map((role) =>
    role.kind === 'preferred' && role.language !== null && !isElsewhere(role.language)
      ? { ...role, kind: 'term' }
      : role,
  );
}

/** Every cell is the name of a language, and they are two at least, of which one is neither French nor English. */
function namesOthers(roles: readonly ColumnRole[], cells: readonly string[]): boolean {
  const languages = roles.filter(({ kind }) => kind === 'term').map(({ language }) => language);
  if (languages.length < 2 || !languages.includes('foreign') || languages.length < roles.length) return false;
  // “allemand, German” is a pair of terms.
  return new Set(languages).size > 1 || cells.every((cell) => /^[a-z]{2,3}(?:[-_][a-z\d]+)*$/i.test(cell));
}

function ofOthers(roles: readonly ColumnRole[]): TermColumn[] {
  return roles.flatMap(({ language }, column) =>
    language === 'fr' || language === 'en' ? [termAt(column, language)] : [],
  );
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
  // “obsolète” and “obsolete” name a column, and are a pair of terms.
  return cells.some((cell) => !['unknown', 'forbidden', 'preferred', 'replaced'].includes(roleOf(cell).kind));
}

function layoutOf(roles: readonly ColumnRole[], names: readonly string[]): Layout | null {
  const terms = termColumnsOf(roles, names);
  const isTerm = (at: number) => terms.some(({ column }) => column === at);
  const has = (language: Language) => terms.some((term) => term.language === language || term.languageAt >= 0);
  if (!has('fr') || !has('en')) return null;
  const first = (...kinds: ColumnRole['kind'][]) =>
    kinds.map((kind) => roles.findIndex((role) => role.kind === kind)).find((column) => column >= 0) ?? -1;
  return {
    terms: withTraits(terms, roles),
    ruledOut: terms.length === 1 ? [] : ruledOutIn(roles, terms),
    preferred: terms.length === 1 ? [] : preferredIn(roles),
    entry: first('entry'),
    isTermARow: terms.length === 1,
    definition: first('definition', 'note'),
    domain: first('domain'),
    languageAt: -1,
    unread: names.flatMap((name, column) =>
      roles[column]?.kind === 'unknown' && !isTerm(column) ? [{ name, column }] : [],
    ),
  };
}

function termColumnsOf(roles: readonly ColumnRole[], names: readonly string[]): TermColumn[] {
  const at = (kind: ColumnRole['kind']) => roles.findIndex((role) => role.kind === kind);
  const named = roles.flatMap(({ kind, language }, column) =>
    kind === 'term' || (kind === 'more terms' && language !== null) ? [{ column, language: language ?? 'en' }] : [],
  );
  const anyTerm = at('any term');
  const known = named.flatMap(({ column, language }) => (language === 'foreign' ? [] : [termAt(column, language)]));
  const languages = new Set(known.map(({ language }) => language));
  if (languages.size === 2) return inFrenchFirst([...known, ...moreTerms(roles, named)]);
  if (anyTerm >= 0 && languages.size === 1) {
    const other = termAt(anyTerm, languages.has('en') ? 'fr' : 'en');
    // The language of an equivalent that names none is that of its row.
    const ofRow = known.map((term) =>
      roles[term.column]?.language === null ? { ...term, language: null, languageAt: at('language') } : term,
    );
    return inFrenchFirst([...(at('language') < 0 ? known : ofRow), other]);
  }
  if (anyTerm >= 0 && at('language') >= 0)
    return [{ column: anyTerm, language: null, languageAt: at('language'), ...NO_TRAITS }];
  return sidesOf(roles, names) ?? languagesApart(names) ?? known;
}

/** A column of the source and one of the target; the rows may say which languages those are. */
function sidesOf(roles: readonly ColumnRole[], names: readonly string[]): TermColumn[] | null {
  const at = (kind: ColumnRole['kind']) => roles.findIndex((role) => role.kind === kind);
  const sides = roles.flatMap(({ kind }, column) => (kind === 'side' ? [column] : []));
  const [source, target] = [at('source language'), at('target language')];
  if (sides.length === 0 && source >= 0 && target >= 0)
    return inFrenchFirst([termAt(source, 'fr'), termAt(target, 'en')]);
  if (sides.length === 0) return originalOf(names);
  if (sides.length !== 2) return null;
  const columns = sides.map((column): TermColumn => {
    const isSource = /source/i.test(names[column] ?? '');
    const languageAt = isSource ? source : target;
    return { ...termAt(column, isSource ? 'fr' : 'en'), ...(languageAt < 0 ? {} : { language: null, languageAt }) };
  });
  return inFrenchFirst(columns);
}

/**
 * “Original” beside “translation” names two columns, as “Quelle” and “Ziel” do; “traduction” beside it would be a pair
 * of terms.
 */
function originalOf(names: readonly string[]): TermColumn[] | null {
  const sides = names.slice(0, 2).map(sideNamed);
  const [source, target] = [sides.indexOf('source'), sides.indexOf('target')];
  return source < 0 || target < 0 ? null : inFrenchFirst([termAt(source, 'fr'), termAt(target, 'en')]);
}

/** One cell that names French and one that names English, whatever else they say: no term is translated so. */
function languagesApart(names: readonly string[]): TermColumn[] | null {
  const all = names.map(languageNamed);
  const of = (language: Language) => all.flatMap((one, column) => (one === language ? [column] : []));
  const [[french, ...others], [english, ...more]] = [of('fr'), of('en')];
  if (french === undefined || english === undefined || others.length + more.length > 0) return null;
  return [termAt(french, 'fr'), termAt(english, 'en')];
}

/** Those that name no language hold English, but behind a column of French they hold that. */
function ruledOutIn(roles: readonly ColumnRole[], terms: readonly TermColumn[]): TermColumn[] {
  return roles.flatMap(({ kind, language }, column) => {
    if (kind !== 'ruled out' || language === 'foreign') return [];
    const before = terms.filter((term) => term.column < column).sort((a, b) => b.column - a.column)[0];
    const isLast = terms.every((term) => term.column < column);
    return [termAt(column, language ?? (isLast ? 'en' : (before?.language ?? 'en')))];
  });
}

/** Columns that name a language: of one that names none, a yes or a no alone is read. */
function preferredIn(roles: readonly ColumnRole[]): TermColumn[] {
  return roles.flatMap(({ kind, language }, column) =>
    kind === 'preferred' && (language === 'fr' || language === 'en') ? [termAt(column, language)] : [],
  );
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
