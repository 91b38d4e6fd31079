import { bare } from '../../core/text/characters.ts';
import { readRemark } from './remark-status.ts';
import { readRuling, type SaidStatus } from './term-status.ts';

/** What a part of a cell says of the term in it, and of others. */
export interface SaidInCell {
  /** The term; '' where only others are named. */
  readonly text: string;
  readonly said: SaidStatus;
  /** Terms that it rules out beside it: `token (not: chip)`. */
  readonly others: readonly string[];
}

/** UTF-16 units of a part that is looked at: a longer one is prose. */
const MOST = 200;
/** Words in brackets that say which thing is meant rather than how a word is used: “stay (illegal)”. */
const OF_THINGS = /^(?:illegal|invalid)/;
/** Words that may say the one or the other: “request (rejected)”, “chip (wrong)”. */
const OF_EITHER =
  /^(?:wrong|incorrect|erron|refuse|rejet|reject|retire|withdrawn|discontinued|disused|archaic|archive|replaced|remplac|abusif|bad|mauvais)/;
/** In front of words that are ruled out, with a colon behind it. */
const NOT = new Set('not|pas|non|nicht|niet|jamais|never|et non|et non pas|and not|but not|mais pas'.split('|'));
/** Words in brackets of any kind, or between stars. */
const BRACKETS = /\([^()]+\)|\[[^[\]]+\]|\{[^{}]+\}|<[^<>]+>|\*+[^*]+\*+|（[^（）]+）|【[^【】]+】/gu;
/** A few words, a colon or an equals sign, and what they are said of. */
const BEFORE_COLON = /^([^:：=]{2,11}?)\s*[:：=]\s*(.+)$/;
/** In front of such words, without a colon: what else stands so is no description, as “(not supervised)” is. */
const NOT_AS_SIGN = /^(?:≠|!=|<>|rather than|plutôt que|plutôt qu[’']|instead of|and not|et non pas)\s*(.+)$/i;
/** not “chip”: what is quoted is ruled out. */
const NOT_BEFORE_QUOTES = /^(?:not|pas|et non|jamais|never)\s+[“"«„‘]\s*([^”"»“’]+?)\s*[”"»“’]$/i;
/** [not chip]; not where it goes on as a description does: [not used in print]. */
const NOT_IN_SQUARE =
  /^(?:not|pas|et non|jamais|never)\s+(?!(?:used|in|to|as|for|an?|the|only|always|yet|countable|en|au|dans)\b)(.+)$/i;
/** Words and signs in brackets of somebody who is not sure yet, or who cuts short what may be a status. */
const IN_DOUBT = new Set(
  '? ?? ??? avalider aconfirmer averifier arevoir provisoire proposition propose proposed proposal draft brouillon provisional provisionally tbc tbd tobeconfirmed toconfirm tobechecked unconfirmed unverified nonvalide nonconfirme pending candidate candidat doubtful douteux incertain uncertain todo obs dep depr deprec arch old legacy former formerly dated ancien ancienne anciennement vieux'.split(
    ' ',
  ),
);
/** Such a sign in front of a term or behind it; in linguistics a star is one. */
const DOUBTED = /^(?:\?+\s*([^?\s].*)|\*\s*([^*\s][^*]*)|(.*[^?\s])\s*\?{2,}|(.*⚠.*))$/u;
/** What stands in a cell for a term that is still to come, or for none. */
const STANDING_IN =
  /^(?:[-–—_?]+|n\/[ad]\.?|tb[cd]|todo|à (?:traduire|compléter|définir)|to be (?:translated|defined|done))$/i;

/** Signs in front of a term or behind it that strike it. */
const STRUCK = /^(?:[✗✘❌🚫⛔]\s*(.+)|(.+?)\s*[✗✘❌🚫⛔]|~~(.+)~~|<(?:s|del|strike)>(.+)<\/(?:s|del|strike)>)$/u;
const DAGGER = /^(?:†\s*(.+)|(.+?)\s*†)$/u;
/** What follows where it is said what to use instead. */
const INSTEAD = /^(?:use|see|prefer|write|say|utiliser|employer|voir|préférer|écrire|dire|plutôt|cf|→)(?!\p{L})/iu;
/** All that brackets say, where a use of the thing is not meant. */
const NOTHING_BUT_INSTEAD =
  /^(?:→\s*|(?:see|prefer|write|utiliser|employer|voir|préférer|écrire|dire|plutôt|cf\.?|use(?! (?:cases?|of|in|with|for|as|only)\b))\s+)\S/iu;
/** One term in place of another. */
const ARROW = /\S\s(?:→|⇒|[-=]>)\s\S/u;
const BEFORE_RULING = [' - ', ' – ', ' — ', ' // ', ': ', ' : '];
/** Behind a comma stands what is said of the term only where it can be nothing else: “goods, prohibited” is a term. */
const BEHIND_COMMA = /^(.*\S)\s*,\s*([^,]+)$/;
/** What begins as a part of speech does. */
const GRAMMAR = /^(?:[nv]|adj|adv|loc|noun|verb|nom|verbe)(?!\p{L})/iu;
/** `DEPRECATED: chip` as in ISO 10241; between the label and the term a colon. */
const LABELLED = /^([^:：]{2,40}?)\s*[:：]\s*(\S.*)$/u;
const ACCEPTING: ReadonlyMap<string, 'preferred' | 'admitted'> = new Map([
  ...(['preferred', 'preferred term', 'privilegie', 'terme privilegie'] as const).map(
    (said) => [said, 'preferred'] as const,
  ),
  ...(['admitted', 'admitted term', 'admis', 'terme admis'] as const).map((said) => [said, 'admitted'] as const),
]);

/** Said of terms and of nothing else. */
const OF_TERMS_ALONE =
  /^(?:deprecated|forbiddenterm|do?n(?:o?t)use|neveruse|nottobeused|notrecommended|aeviter|tobeavoided|ne(?:pas|plus)|deconseille|nonrecommande|aproscrire|abannir)/;
/** Capitals that are no word of a term beside small letters. */
const SHOUTED = /(?<!\S)\p{Lu}{3,}(?!\S)(?:\s\p{Lu}+(?!\S))*|(?<!\S)\p{Lu}+(?:\s\p{Lu}+(?!\S))+/u;

/** Whether a cell holds no term, though it is not empty. */
export function standsIn(cell: string): boolean {
  return STANDING_IN.test(cell);
}

/** What a part of a cell says of a status: in brackets, in front of the term or behind it; null for nothing. */
export function saidInCell(part: string): SaidInCell | null {
  if (part.length > MOST) return null;
  return struck(part) ?? inBrackets(part) ?? unlike(part) ?? labelled(part) ?? behindDash(part) ?? ofTwo(part);
}

/** Whether a part of a cell is no term but what is said of one beside it: `chip; deprecated`. */
export function saysOnlyStatus(part: string): boolean {
  return rulingIn(part) !== null && OF_TERMS_ALONE.test(bare(part).replaceAll(/[^a-z]/g, ''));
}

/** `chip DO NOT USE`: capitals beside small letters are no words of the term. */
function isShouted(part: string): boolean {
  const [said = ''] = SHOUTED.exec(part) ?? [];
  return said.length < part.length && rulingIn(said) !== null;
}

/** `chip → token` and `chip, deprecated`: which of both is meant, and whether, is left open. */
function ofTwo(part: string): SaidInCell | null {
  const said = BEHIND_COMMA.exec(part)?.[2] ?? '';
  const isOpen = ARROW.test(part) || saysOnlyStatus(said) || isShouted(part);
  return isOpen ? { text: part, said: 'unknown', others: [] } : null;
}

function struck(part: string): SaidInCell | null {
  const by = (pattern: RegExp, said: SaidStatus) => {
    const text = pattern
      .exec(part)
      ?.slice(1)
      .find((one) => one !== undefined);
    return text === undefined ? null : { text: text.trim(), said, others: [] };
  };
  return by(STRUCK, 'deprecated') ?? by(DAGGER, 'superseded') ?? by(DOUBTED, 'unknown');
}

/**
 * In brackets of any kind, behind the term or in front of it; between its words they leave open of which they speak.
 */
function inBrackets(part: string): SaidInCell | null {
  const all = [...part.matchAll(BRACKETS)].reverse();
  for (const { 0: whole, index } of all) {
    const [before, after] = [part.slice(0, index).trim(), part.slice(index + whole.length).trim()];
    const text = before === '' || after === '' ? before + after : part;
    const inner = whole.replaceAll(/^\*+|\*+$|^.|.$/gu, '').trim();
    const others = text === '' || after !== '' ? [] : ruledOutIn(inner, whole.startsWith('['));
    if (others.length > 0) return { text, said: null, others };
    const status = text === '' ? null : ruledBy(inner);
    if (status !== null) return { text, said: text === part ? 'unknown' : status, others: [] };
    if (after === '' && before !== '') return null;
  }
  return null;
}

/** `token ≠ chip` */
function unlike(part: string): SaidInCell | null {
  const [text = '', ...others] = part.split('≠').map((one) => one.trim());
  return others.length === 0 || text === '' ? null : { text, said: null, others: others.flatMap(wordsIn) };
}

/** The words that “not: chip, coin” rules out. */
function ruledOutIn(said: string, isSquare: boolean): readonly string[] {
  const [, word = '', words = ''] = BEFORE_COLON.exec(said) ?? [];
  if (NOT.has(bare(word))) return wordsIn(words);
  const patterns = [NOT_BEFORE_QUOTES, NOT_AS_SIGN, ...(isSquare ? [NOT_IN_SQUARE] : [])];
  const found = patterns.map((pattern) => pattern.exec(said)?.[1]).find((one) => one !== undefined);
  return found === undefined ? [] : wordsIn(found);
}

function wordsIn(list: string): string[] {
  const words = list
    .split(/[,;|/]|\s(?:or|nor|ou|ni)\s/)
    .map((word) => word.replaceAll(/^[\s“"«„‘]+|[\s”"»“’!.]+$/gu, ''));
  return words.filter((word) => word !== '');
}

/**
 * What words in brackets say of the term before them: one that is ruled out with a condition is not accepted either.
 */
function ruledBy(said: string): SaidStatus {
  const whole = rulingIn(said);
  if (whole !== null) return whole;
  if (IN_DOUBT.has(said) || IN_DOUBT.has(bare(said).replaceAll(/[^a-z]/g, ''))) return 'unknown';
  const parts = said.split(/\s*(?:[:：,;–—]|\s-\s)\s*/u);
  const ruling = parts.map(rulingIn).find((one) => one !== null) ?? null;
  if (ruling === null)
    return OF_THINGS.test(bare(said))
      ? null
      : (readRemark(said) ?? (NOTHING_BUT_INSTEAD.test(said) ? 'unknown' : null));
  const others = parts.filter((part) => part !== '' && rulingIn(part) === null);
  return others.every((part) => INSTEAD.test(part) || GRAMMAR.test(part)) ? ruling : 'unknown';
}

function rulingIn(said: string): SaidStatus {
  const plain = bare(said);
  if (OF_THINGS.test(plain)) return null;
  const ruling = readRuling(said);
  return ruling !== null && OF_EITHER.test(plain) ? 'unknown' : ruling;
}

function labelled(part: string): SaidInCell | null {
  const [, label = '', text = ''] = LABELLED.exec(part) ?? [];
  if (text === '') return null;
  const key = bare(label).trim();
  if (NOT.has(key)) return { text: '', said: null, others: wordsIn(text) };
  const said = rulingIn(label) ?? ACCEPTING.get(key) ?? null;
  return said === null ? null : { text, said, others: [] };
}

/** `chip – deprecated`, `chip: à éviter`. */
function behindDash(part: string): SaidInCell | null {
  const at = BEFORE_RULING.reduce((last, sign) => Math.max(last, part.lastIndexOf(sign)), -1);
  if (at < 1) return null;
  const said = rulingIn(part.slice(at).replace(/^\s*[-–—:]\s*/u, ''));
  return said === null ? null : { text: part.slice(0, at).trim(), said, others: [] };
}
