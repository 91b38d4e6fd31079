import { bare } from '../../core/text/characters.ts';
import { wordSet } from '../../core/text/word-set.ts';
import { mayRule, readRuling, type SaidStatus, STATUS_PADDING, worseStatus } from './term-status.ts';

/** UTF-16 units of a remark that are read. */
const MOST_READ = 1000;
/** Between two sentences; behind a dash, or in brackets, stands another. */
const BETWEEN = /[.!?;\n\r()[\]{}（）【】|]+|\s[-–—/]\s|\s?\/\/\s?/u;
const AT_CLAUSE = /[,:：]/u;
/** In front of a sentence, with a colon behind it: who is told something, not what. */
const LABEL =
  /^\s*(?:n\.?b|nota(?: bene)?|notes?|remarks?|remarques?|attention|warning|caution|important|status|statut|usage|avertissement)\s*[:：]\s*/i;
/** Words of a ruling: “ce terme ne doit plus être utilisé” has six. */
const MOST_WORDS = 6;
/** Words of a sentence that says nothing else: “this term must not be used any more, please”. */
const MOST_OF_WHOLE = 9;
/** What follows a ruling that holds everywhere. */
const ALWAYS = wordSet(
  'since as because instead see use prefer write say depuis car voir utiliser employer preferer seit',
);
/** What follows one that holds in some cases, or says of what it is one. */
const IN_CASES = wordSet(
  'in by for when if from after before on at until except unless only with and but or outside dans par pour en si sauf des quand lorsque apres avant jusqu jusque comme hors et mais ou au aux chez sur avec in bei fur wenn ausser und',
);
/** In front of a ruling, they say that it does not hold always. */
const HEDGES = wordSet(
  'anglicism anglicisme calque faux ami false friend barbarisme usually generally often sometimes mostly rather better best preferably possibly perhaps normally generalement souvent parfois plutot preferablement normalement eventuellement should',
);
/** “Use token instead”, « préférer jeton ». */
const INSTEAD =
  /^(?:use|write|say|utiliser|employer|ecrire|dire|prefer|preferer|preferez|utilisez|employez|dites)\s+(.+)$/;
/** What begins with a quoted term, or says that another is to stand in its place. */
const SAYS_INSTEAD = /(?:^|\s)(?:instead|rather|plutot|a la place)(?:\s|$)|^[“"«„‘'→]/u;
const SAYS_PREFER = /^prefer/;
/** “The term chip is deprecated”; in French such a sentence is of the loan word, which is right in English. */
const OF_A_TERM =
  /^(?:(?:the|this|that|an?)\s+)?(?:term|word|form|name|translation|rendering|expression|usage|spelling|synonym)\s+.*?\s?(?:is|was|has been)\s+(.+)$/;
/** What nobody says of a thing. */
const OF_TERMS_ALONE = /^(?:do?n?o?tuse|neveruse|nottobeused|nepas|neplus)/;

/**
 * Reads a remark in words: one that says that the term is not to be used rules it out, at the beginning of one of its
 * sentences; one that says so for some cases, or names what to use instead, leaves open whether the term may be used.
 */
export function readRemark(said: string): SaidStatus {
  const whole = readRuling(said);
  if (whole !== null || !/[\s.!?:]/.test(said)) return whole;
  return said.slice(0, MOST_READ).split(BETWEEN).map(ofSentence).reduce(worseStatus, null);
}

/**
 * As {@link readRemark}, of one beside terms: it leaves nothing open where one of them is itself of what may not be
 * used.
 */
export function readRemarkOn(terms: readonly string[], said: string): SaidStatus {
  const status = readRemark(said);
  return status === 'unknown' && terms.some(isOfRuling) ? null : status;
}

/**
 * Whether a term is itself of what may not be used, as “banned substance” is: remarks in words then speak of the thing.
 */
export function isOfRuling(term: string): boolean {
  return readRuling(term) !== null || wordsOf(term).some((word) => mayRule(word) && readRuling(word) !== null);
}

function ofSentence(sentence: string): SaidStatus {
  const [head = '', next = ''] = sentence.replace(LABEL, '').split(AT_CLAUSE);
  const clause = wordsOf(head).every((word) => HEDGES.has(word)) ? `${head} ${next}` : head;
  const words = wordsOf(clause);
  const plain = words.join(' ');
  if (plain === '') return null;
  const whole = words.length <= MOST_OF_WHOLE && words.some(mayRule) ? readRuling(plain) : null;
  if (whole !== null) return whole;
  return ofWords(words) ?? ofTerm(plain) ?? (namesOther(clause) ? 'unknown' : null);
}

/** A ruling at the beginning, and what it depends on. */
function ofWords(all: readonly string[]): SaidStatus {
  const words = all.filter((word) => !STATUS_PADDING.has(word));
  const from = words.findIndex((word) => !HEDGES.has(word));
  words.splice(0, from);
  if (!mayRule(words[0] ?? '')) return null;
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length -= 1) {
    const said = words.slice(0, length);
    const ruling = readRuling(said.join(' '));
    if (ruling === null) continue;
    const next = words[length];
    if (from === 0 && (next === undefined || ALWAYS.has(next))) return ruling;
    if (next === undefined || IN_CASES.has(next) || OF_TERMS_ALONE.test(said.join(''))) return 'unknown';
  }
  return null;
}

function ofTerm(sentence: string): SaidStatus {
  const said = OF_A_TERM.exec(sentence)?.[1];
  return said === undefined || ofWords(said.split(' ')) === null ? null : 'unknown';
}

function namesOther(clause: string): boolean {
  const sentence = bare(clause).trim();
  const other = INSTEAD.exec(sentence)?.[1];
  return other !== undefined && (SAYS_INSTEAD.test(other) || SAYS_PREFER.test(sentence));
}

function wordsOf(text: string): string[] {
  return bare(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
