import { type Concept, isAccepted } from '../model/concept.ts';
import type { Span } from '../model/rich-text.ts';
import { lowerCase } from '../text/characters.ts';
import type { WordAt } from './text-words.ts';

/** Particles that part from their verb and open no complement: give the money back. */
const PARTICLES: ReadonlySet<string> = new Set('away back apart together'.split(' '));
/** Those that may open one: take the firm over, but take the firm over the line. */
const PREPOSITIONS: ReadonlySet<string> = new Set('up down out off over in on through around along'.split(' '));
/** Words that a verb never parts from its particle by: what follows them is another clause. */
const CLAUSES: ReadonlySet<string> = new Set(
  'and or but that which who whose when where while if because although to is are was were'.split(' '),
);
/** What may follow a particle that could be a preposition. */
const BEHIND: ReadonlySet<string> = new Set([
  ...CLAUSES,
  ...'as by for from with within at before after in on during again completely entirely soon now today tomorrow'.split(
    ' ',
  ),
]);
/** Words of the object between a verb and its particle; a longer one goes behind both. */
const MOST_BETWEEN = 4;

const WORD = /^[\p{L}\p{M}\d]/u;
/** Signs within an object: the web-server, the “main” one, 1,000 dollars’ worth. */
const WITHIN = /^["“”«»'’-]$/;

/** A verb that is written in two words, of which the object may part the second. */
export interface SplitVerb {
  /** Its first word, in small letters. */
  readonly verb: string;
  readonly particle: string;
}

/** The accepted verbs of an entry that an object may stand inside of. */
export function splitVerbsOf({ en }: Concept): SplitVerb[] {
  return en
    .filter((term) => isAccepted(term) && term.partOfSpeech === 'verb')
    .map((term) => lowerCase(term.text).split(' '))
    .filter(({ length }) => length === 2)
    .map(([verb = '', particle = '']) => ({ verb, particle }))
    .filter(({ particle }) => PARTICLES.has(particle) || PREPOSITIONS.has(particle));
}

/**
 * Where the particle of a verb stands behind its object: *shut* the server **down**.
 *
 * @param words all of a text, in order
 * @param at the verb among them
 */
export function particleBehind(words: readonly WordAt[], at: number, particle: string): Span | null {
  let between = 0;
  for (let i = at + 1; between <= MOST_BETWEEN; i += 1) {
    const word = lowerCase(words[i]?.text ?? '');
    if (WITHIN.test(word)) continue;
    if (word === particle && between > 0) {
      const { start, end } = words[i] as WordAt;
      return isPreposition(particle, words[i + 1]) ? null : { start, end };
    }
    if (!WORD.test(word) || CLAUSES.has(word)) return null;
    between += 1;
  }
  return null;
}

function isPreposition(particle: string, next: WordAt | undefined): boolean {
  return PREPOSITIONS.has(particle) && next !== undefined && WORD.test(next.text) && !BEHIND.has(lowerCase(next.text));
}
