import type { Language, PartOfSpeech, Term } from '../../core/model/concept.ts';
import { bare } from '../../core/text/characters.ts';
import { saidInCell, saysOnlyStatus, standsIn } from './cell-status.ts';
import type { SaidStatus } from './term-status.ts';

/** A term as a cell of a table has it. */
export interface CellTerm {
  readonly text: string;
  readonly partOfSpeech: PartOfSpeech | null;
  readonly gender: Term['gender'];
  /** What its own cell says of it: `chip (forbidden)`, `DEPRECATED: chip`; null for nothing. */
  readonly said: SaidStatus;
  /** Its words. */
  readonly words: string;
}

/** What is said of the grammar of a term. */
export type Grammar = Pick<CellTerm, 'partOfSpeech' | 'gender'>;

/** Grammar behind a term without a sign between: `jeton n. m.`; only where each word is cut off. */
const ABBREVIATED = /^([^,]*[^\s,])\s+((?:n|v|adj|adv|loc)\.(?:\s?(?:[mf]|pl|inv|tr|intr)\.)*)$/;
/**
 * Where synonyms in one cell part: Trados’ bar, the semicolon of dictionaries, a slash with space around it,
 * FranceTerme’s comma behind brackets: `deep learning (en), DL (en)`.
 */
const BETWEEN = /[|;]|(?<=\s)\/(?=\s)|(?<=\s\((?:en|fr|angl\.|[nv]\. ?[a-z. ]{0,8}|adj\.)\)),/g;
const KINDS: ReadonlyMap<string, PartOfSpeech> = new Map([
  ...words('noun', 'n nm nf nmf nom noun substantif subst sustantivo nomen substantiv sostantivo substantivo'),
  ...words('verb', 'v vt vi vtr vb verb verbe verbo'),
  ...words('adjective', 'a adj adjective adjectif adjetivo adjektiv aggettivo adjetivo'),
  ...words('adverb', 'adv adverb adverbe adverbio adverbium avverbio'),
  ...words('properNoun', 'propernoun nompropre nprop'),
  ...words('other', 'loc locution phrase expression interj other autre'),
]);
const GENDERS: ReadonlyMap<string, 'm' | 'f'> = new Map([
  ...words('m', 'm nm masc masculin masculine maskulin maschile masculino'),
  ...words('f', 'f nf fem feminin feminine femenino femminile feminino'),
]);
/** Words of grammar that say nothing that is kept. */
const BESIDE = new Set(
  'en fr angl s sg sing singulier singular pl plur pluriel plural inv inter tr intr pron prop de'.split(' '),
);

function words<T extends string>(value: T, list: string): (readonly [string, T])[] {
  return list.split(' ').map((word) => [word, value]);
}

/** Signs without which a cell is one term and nothing else. */
const SIGNS = /[|;(,/[{（【:：–—→⇒>✗✘❌🚫⛔⚠†~<≠?*]|^[-_]+$| - |\.$|(?<!\S)\p{Lu}+(?!\S)/u;

/**
 * The terms of a cell: `token|word piece`, `jeton (n. m.)`, `entraîner, v.`; none of an empty one. What a cell of
 * French says of other words is no term of the entry.
 */
export function readTermCell(cell: string, language: Language): readonly CellTerm[] {
  if (!SIGNS.test(cell)) return cell === '' || standsIn(cell) ? [] : [plainTerm(cell)];
  const parts = partsOf(cell)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !standsIn(part));
  const terms = parts.filter((part) => !saysOnlyStatus(part));
  if (terms.length === 0 || terms.length === parts.length) return parts.flatMap((part) => readPart(part, language));
  return terms.map((part) => ({ ...plainTerm(part), said: 'unknown', words: cell }));
}

/** The parts of a cell; what stands in brackets stays whole. */
function partsOf(cell: string): string[] {
  const brackets = [...cell.matchAll(/\([^()]*\)|\[[^[\]]*\]/g)].map(({ 0: { length }, index }) => ({
    start: index,
    end: index + length,
  }));
  const parts: string[] = [];
  let [from, next] = [0, 0];
  for (const { 0: sign, index } of cell.matchAll(BETWEEN)) {
    while ((brackets[next]?.end ?? Number.POSITIVE_INFINITY) <= index) next += 1;
    if ((brackets[next]?.start ?? Number.POSITIVE_INFINITY) < index) continue;
    parts.push(cell.slice(from, index));
    from = index + sign.length;
  }
  return [...parts, cell.slice(from)];
}

function readPart(part: string, language: Language): readonly CellTerm[] {
  const found = saidInCell(part);
  if (found === null) return readTerm(part, language);
  const { text, said, others } = found;
  const own = text === '' ? [] : readTerm(text, language).map((term) => ({ ...term, said, words: part }));
  const ruledOut = language === 'fr' ? [] : others;
  return [...own, ...ruledOut.map((word) => ({ ...plainTerm(word), said: 'deprecated' as const, words: part }))];
}

/** The grammar behind a term, in brackets or behind a comma, is none of its words. */
function readTerm(part: string, language: Language): readonly CellTerm[] {
  const found = splitGrammar(part);
  if (found === null) return [plainTerm(part)];
  const grammar = isBrief(found.said) ? readGrammar(found.said) : null;
  return grammar === null ? [plainTerm(part)] : readPart(found.text, language).map((term) => ({ ...term, ...grammar }));
}

/** A term of which nothing is said. */
export function plainTerm(text: string): CellTerm {
  return { text, partOfSpeech: null, gender: null, said: null, words: text };
}

function splitGrammar(part: string): { readonly text: string; readonly said: string } | null {
  const inBrackets = /[)\]]$/.test(part);
  const behind = inBrackets ? null : ABBREVIATED.exec(part);
  if (behind !== null) return { text: behind[1] ?? '', said: behind[2] ?? '' };
  const at = inBrackets ? Math.max(part.lastIndexOf('('), part.lastIndexOf('[')) : part.lastIndexOf(',');
  const [text, said] = [part.slice(0, at).trim(), part.slice(at + 1, inBrackets ? -1 : undefined)];
  return at < 0 || text === '' || /[()[\]]/.test(said) ? null : { text, said: said.trim() };
}

/** Beside a term, a letter alone is grammar with a full stop only, but for the genders: “classe (A)”, “taille (n)”. */
function isBrief(said: string): boolean {
  if (said.length > LONGEST || said !== said.toLowerCase()) return false;
  return !/(?<![\p{L}.])[^mf\P{L}](?![\p{L}.])/u.test(said) || /^n\s*[mf]$/.test(said);
}

/** Characters of grammar: “n. m. inv.”, “locution nominale féminine”. */
const LONGEST = 40;

/** Null for words that are no grammar, `adj.` and `nom féminin` are; each may be said with full stops or without. */
export function readGrammar(said: string): Grammar | null {
  const whole = bare(said).replaceAll(/[^a-z]/g, '');
  const list = KINDS.has(whole)
    ? [whole]
    : bare(said)
        .split(/[^a-z]+/)
        .filter((word) => word !== '');
  if (list.length === 0 || !list.every((word) => KINDS.has(word) || GENDERS.has(word) || BESIDE.has(word))) return null;
  return { partOfSpeech: valueIn(KINDS, list), gender: valueIn(GENDERS, list) };
}

function valueIn<T>(values: ReadonlyMap<string, T>, list: readonly string[]): T | null {
  const word = list.find((one) => values.has(one));
  return word === undefined ? null : (values.get(word) ?? null);
}
