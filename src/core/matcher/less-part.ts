import type { Concept, Language, Term } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import type { Verbs } from '../words/verbs.ts';
import { createFormsBuilder, type SealedForms } from './forms-builder.ts';
import { createReaders, type IndexPart } from './index-part.ts';
import { markOf, type Owners, ownedBy, ownerOf } from './owners.ts';
import { ENDS, edgesOf, GOES_ON, nextState, type Trie, valuesAt } from './trie.ts';
import { hashOf, numberOf, type Words, wordIn } from './word-table.ts';

interface LessSources {
  /** The entries that are still there, as they are now. */
  readonly concepts: readonly Concept[];
  readonly language: Language;
  readonly verbs: Verbs;
}

/**
 * The part without some of its entries, and with others in another place: only the forms of those that are gone are
 * generated, to find where they end.
 *
 * @param left entries that are not there any more as they were, in their order: with what says the same, or null
 */
export function* lessSlices(
  part: IndexPart,
  left: readonly (readonly [was: Concept, is: Concept | null])[],
  { concepts, language, verbs }: LessSources,
): Slices<IndexPart> {
  const gone = left.flatMap(([was, is]) => (is === null ? [was] : []));
  const owners = ownersOfLess(part.owners, left, language);
  const forms = createFormsBuilder(language, verbs);
  yield* forms.add(gone);
  const trie = gone.length === 0 ? part.trie : remarked(part, owners, endsIn(part, forms.seal()));
  return { ...part, concepts, owners, trie, ...createReaders(trie, owners, verbs) };
}

/**
 * The numbers of an entry follow each other, and those of the entries their order: what did not change is passed over.
 */
function ownersOfLess(
  owners: Owners,
  left: readonly (readonly [was: Concept, is: Concept | null])[],
  language: Language,
): Owners {
  const [concepts, terms] = [owners.concepts.slice(), owners.terms.slice()];
  let number = 0;
  for (const [was, is] of left) {
    const count = ownedBy(was, language).length;
    if (count === 0) continue;
    number = owners.concepts.indexOf(was, number);
    for (const end = number + count; number < end; number += 1) {
      concepts[number] = is;
      terms[number] = termOfSame(terms[number] ?? null, was, is);
    }
  }
  return { concepts, terms };
}

/** The same term of an entry that stands elsewhere now; null for one that is gone, or for exceptions. */
function termOfSame(term: Term | null, was: Concept, is: Concept | null): Term | null {
  if (term === null || is === null) return null;
  return is[term.language][was[term.language].indexOf(term)] ?? null;
}

/** The trie with the marks that the entries give which are there: where none ends any more, no path does. */
function remarked({ trie }: IndexPart, { concepts, terms }: Owners, states: Iterable<number>): Trie {
  const marks = trie.marks.slice();
  for (const state of states) {
    const there = valuesAt(trie, state)
      .map(ownerOf)
      .filter((number) => concepts[number] !== null);
    const goesOn = (marks[state] as number) & GOES_ON;
    marks[state] = there.reduce((all, number) => all | markOf(terms[number] ?? null) | ENDS, goesOn);
  }
  return { ...trie, marks };
}

/** States of a part at which paths of another end that are all in it, though its words have other numbers. */
function* endsIn({ trie, words }: IndexPart, less: SealedForms): Generator<number> {
  const numbers = Array.from({ length: less.trie.firsts.length }, (_, word) =>
    numberIn(words, wordIn(less.words, word)),
  );
  const states = new Map<number, number>();
  for (const [word, state] of less.trie.firsts.entries())
    if (state >= 0) states.set(state, trie.firsts[numbers[word] as number] as number);
  for (const { state, word, next } of edgesOf(less.trie))
    states.set(next, nextState(trie, states.get(state) as number, numbers[word] as number));
  for (const [state, its] of states) if (((less.trie.marks[state] as number) & ENDS) !== 0) yield its;
}

function numberIn(words: Words, word: Uint8Array): number {
  return numberOf(words, word, word.length, hashOf(word, word.length));
}
