import { type Concept, isAccepted, type Term } from '../model/concept.ts';
import type { Place, Problem, Severity } from '../model/problem.ts';
import type { Slices } from '../model/slices.ts';
import { fold } from '../text/characters.ts';

/** Entries looked at between two pauses. */
const SLICE = 500;

/**
 * What the entries of a glossary have wrong with themselves and with each other, though each can be read.
 * Time grows with the number of terms.
 */
export function* lintSlices(concepts: readonly Concept[]): Slices<Problem[]> {
  const bySource = new Map<string, Entry[]>();
  const findings: Problem[] = [];
  for (const [i, concept] of concepts.entries()) {
    for (const rule of OWN_RULES) for (const found of rule(concept)) findings.push(found);
    for (const term of concept.fr) addTo(bySource, { concept, term });
    if (i % SLICE === 0) yield;
  }
  let shared = 0;
  for (const entries of bySource.values()) {
    if (entries.length > 1) for (const found of sharedTerm(entries)) findings.push(found);
    shared += 1;
    if (shared % SLICE === 0) yield;
  }
  return findings;
}

/** What one entry can have wrong by itself. */
const OWN_RULES = [missingDefinition, brokenRule, swallowedTerms, termsWithoutWords, likelyVerbs];

interface Entry {
  readonly concept: Concept;
  readonly term: Term;
}

/** Groups terms that are the same but for case, apostrophes and the like. */
function addTo(groups: Map<string, Entry[]>, entry: Entry): void {
  const key = fold(entry.term.text);
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [entry]);
  else group.push(entry);
}

function finding(place: Place, severity: Severity, rule: string, message: string): Problem {
  return { ...place, severity, rule, message, excerpt: '' };
}

/** Asked of entries that people write here; the tables of other tools come as they are. */
function missingDefinition({ definition, id, place }: Concept): Problem[] {
  if (definition !== null || !/\.ya?ml$/.test(place.file)) return [];
  return [finding(place, 'info', 'no-definition', `“${id}” has no definition; write one plain sentence`)];
}

/** The same English under `en` and under `not`. */
function brokenRule({ en }: Concept): Problem[] {
  if (en.every(isAccepted)) return [];
  const ruledOut = new Map(en.filter((term) => !isAccepted(term)).map((term) => [fold(term.text), term]));
  return en.filter(isAccepted).flatMap((term) => {
    const other = ruledOut.get(fold(term.text));
    if (other === undefined) return [];
    return [
      finding(
        other.place,
        'error',
        'own-rule',
        `“${other.text}” is accepted and ruled out by the same entry; delete one of the two`,
      ),
    ];
  });
}

/** An exception that covers the whole term, so that it is never found. */
function swallowedTerms({ fr, except }: Concept): Problem[] {
  if (except.length === 0) return [];
  const phrases = new Set(except.map(fold));
  return fr
    .filter((term) => phrases.has(fold(term.text)))
    .map((term) =>
      finding(
        term.place,
        'error',
        'never-found',
        `“${term.text}” stands under “except:” too, so it is never found; delete one of the two`,
      ),
    );
}

function termsWithoutWords({ fr, en }: Concept): Problem[] {
  return [...fr, ...en]
    .filter(({ text }) => !/[\p{L}\p{N}]/u.test(text))
    .map(({ text, place }) =>
      finding(place, 'error', 'never-found', `“${text}” holds no word, so it is never found; write a word`),
    );
}

/** A word that looks like an infinitive or a participle on both sides, and is taken for a noun. */
function likelyVerbs({ fr, en }: Concept): Problem[] {
  const words = fr.filter(({ inferred, text }) => inferred && /^\p{Ll}+$/u.test(text));
  return words.flatMap(({ text, place }) => {
    const likely = LIKELY.find(([french, english]) => french.test(text) && en.every((term) => english.test(term.text)));
    if (likely === undefined) return [];
    const message = `“${text}” is taken for a noun, so only its plural is found; write “pos: ${likely[2]}” if it is one, or “pos: noun”`;
    return [finding(place, 'info', 'part-of-speech', message)];
  });
}

/** Endings of a French word and of its English that speak against a noun. */
const LIKELY: readonly (readonly [french: RegExp, english: RegExp, partOfSpeech: string])[] = [
  [/[^oi]er$|[^o]ir$/, /^\p{Ll}+(?<!er|or|ing|ion|ment|ure)$/u, 'verb'],
  [/é$|i[fv]e?$|el$|eux$/, /(?:ed|ive|al|ous|able)$/, 'adjective'],
];

/** One French term in several entries: a copy, a contradiction, or two meanings that only the reader can tell apart. */
function sharedTerm(entries: readonly Entry[]): Problem[] {
  const [first, ...others] = [...new Map(entries.map((entry) => [entry.concept, entry])).values()];
  if (first === undefined) return [];
  return others.map((other) => {
    const where = `${first.term.place.file}:${first.term.place.line}`;
    const contradiction =
      contradictionOf(first.concept, other.concept) ?? contradictionOf(other.concept, first.concept);
    if (contradiction !== null) {
      return finding(
        other.term.place,
        'warning',
        'conflict',
        `“${other.term.text}” stands at ${where} too, where “${contradiction}” is judged otherwise; agree on one`,
      );
    }
    if (sharesRendering(first.concept, other.concept)) {
      return finding(
        other.term.place,
        'warning',
        'duplicate',
        `“${other.term.text}” stands at ${where} too, with the same English; merge the two entries`,
      );
    }
    return finding(
      other.term.place,
      'info',
      'two-meanings',
      `“${other.term.text}” stands at ${where} too, with another English; either rendering will do`,
    );
  });
}

function accepted({ en }: Concept): ReadonlySet<string> {
  return new Set(en.filter(isAccepted).map(({ text }) => fold(text)));
}

/** What one entry accepts and the other rules out. Only asked of entries that share a French term. */
function contradictionOf(one: Concept, other: Concept): string | null {
  const good = accepted(one);
  return other.en.find((term) => !isAccepted(term) && good.has(fold(term.text)))?.text ?? null;
}

function sharesRendering(one: Concept, other: Concept): boolean {
  const good = accepted(one);
  return [...accepted(other)].some((text) => good.has(text));
}

/** Entries that no article has, so that nobody wonders why they do nothing. */
export function neverHit(concepts: readonly Concept[], hit: ReadonlySet<Concept>): Problem[] {
  return concepts
    .filter((concept) => !hit.has(concept))
    .map(({ id, place }) => finding(place, 'info', 'never-hit', `no article has a term of “${id}”`));
}
