import type { PartOfSpeech, Term } from '../../core/model/concept.ts';
import { bare } from '../../core/text/characters.ts';

/** A term as a cell of a table has it. */
export interface CellTerm {
  readonly text: string;
  readonly partOfSpeech: PartOfSpeech | null;
  readonly gender: Term['gender'];
}

/** Where synonyms in one cell part: Trados’ bar, the semicolon of dictionaries, a slash with space around it. */
const BETWEEN = /\s*[|;]\s*|\s+\/\s+/;
const KINDS: Readonly<Record<string, PartOfSpeech>> = {
  ...words('noun', 'n nm nf nmf nom noun substantif subst sustantivo nomen substantiv sostantivo substantivo'),
  ...words('verb', 'v vt vi vtr vb verb verbe verbo'),
  ...words('adjective', 'a adj adjective adjectif adjetivo adjektiv aggettivo adjetivo'),
  ...words('adverb', 'adv adverb adverbe adverbio adverbium avverbio'),
  ...words('properNoun', 'propernoun nompropre nprop'),
  ...words('other', 'loc locution phrase expression interj other autre'),
};
const GENDERS: Readonly<Record<string, 'm' | 'f'>> = {
  ...words('m', 'm nm masc masculin masculine maskulin maschile masculino'),
  ...words('f', 'f nf fem feminin feminine femenino femminile feminino'),
};
/** Words of grammar that say nothing that is kept. */
const BESIDE = new Set(
  'en fr angl s sg sing singulier singular pl plur pluriel plural inv inter tr intr pron prop de'.split(' '),
);

function words<T extends string>(value: T, list: string): Record<string, T> {
  return Object.fromEntries(list.split(' ').map((word) => [word, value]));
}

/** The terms of a cell: `token|word piece`, `jeton (n. m.)`, `entraîner, v.`; none of an empty one. */
export function readTermCell(cell: string): readonly CellTerm[] {
  if (!/[|;(,/[]/.test(cell)) return cell === '' ? [] : [{ text: cell, partOfSpeech: null, gender: null }];
  return cell.split(BETWEEN).flatMap((part) => (part === '' ? [] : [readTerm(part)]));
}

/** The grammar behind a term, in brackets or behind a comma, is none of its words. */
function readTerm(part: string): CellTerm {
  const found = /^(.*\S)\s*[([]([^()[\]]*)[)\]]$/s.exec(part) ?? /^(.*\S),\s+([\p{L}. ]+)$/su.exec(part);
  const grammar = found === null ? null : readGrammar(found[2] ?? '');
  if (grammar === null) return { text: part, partOfSpeech: null, gender: null };
  return { text: found?.[1] ?? part, ...grammar };
}

/** Null for words that are no grammar, `adj.` and `nom féminin` are; each may be said with full stops or without. */
export function readGrammar(said: string): Omit<CellTerm, 'text'> | null {
  const whole = bare(said).replaceAll(/[^a-z]/g, '');
  const list =
    whole in KINDS
      ? [whole]
      : bare(said)
          .split(/[^a-z]+/)
          .filter((word) => word !== '');
  if (list.length === 0 || !list.every((word) => word in KINDS || word in GENDERS || BESIDE.has(word))) return null;
  return { partOfSpeech: valueIn(KINDS, list), gender: valueIn(GENDERS, list) };
}

function valueIn<T>(values: Readonly<Record<string, T>>, list: readonly string[]): T | null {
  const word = list.find((one) => Object.hasOwn(values, one));
  return word === undefined ? null : (values[word] as T);
}
