import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAllTerms, findTerms } from '../../../src/core/matcher/match.ts';
import { buildTermIndex, termIndexSlices } from '../../../src/core/matcher/term-index.ts';
import { ENDS } from '../../../src/core/matcher/trie.ts';
import type { Concept, Term } from '../../../src/core/model/concept.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { formsOf } from '../../../src/core/words/forms.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { rounds } from '../../rounds.ts';

/** A form, of what part of speech it is, and whether English says its term in one word. */
interface PlainForm {
  readonly text: string;
  readonly partOfSpeech: Term['partOfSpeech'];
  readonly isOneWord: boolean;
}

/**
 * The matcher as anybody would write it: every form tried at every word, the longest taken that need not give way. Slow
 * and plain; what the fast one is held to. For texts of small composed letters, spaces and signs.
 */
function findPlainly(text: string, forms: readonly PlainForm[]): string[] {
  const cut = (words: string) =>
    [...words.matchAll(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)].map(({ 0: token, index }) => ({ token, index }));
  const tokens = cut(text);
  const patterns = forms.map((form) => ({ ...form, words: cut(form.text).map(({ token }) => token) }));
  const at = (first: number) =>
    patterns.filter(({ words }) => words.every((word, i) => tokens[first + i]?.token === word));
  const longestAt = (first: number, below = Number.POSITIVE_INFINITY) =>
    Math.max(0, ...at(first).flatMap(({ words }) => (words.length < below ? words.length : [])));
  const formsIn = (first: number, length: number) => at(first).filter(({ words }) => words.length === length);
  const governs = (first: number, length: number) =>
    formsIn(first, length).every(
      ({ partOfSpeech, words }) =>
        partOfSpeech === 'adjective' ||
        (partOfSpeech === 'other' && words.length > 1 && /^(?:de|du|en)$/.test(words[0] ?? '')),
    );
  const isNounIn = (first: number, length: number, inner: number) => {
    if (!formsIn(inner, longestAt(inner)).some(({ partOfSpeech }) => partOfSpeech === 'noun')) return false;
    const wordsIn = (from: number, to: number) =>
      tokens
        .slice(from, to)
        .map(({ token }) => token)
        .join(' ');
    if (wordsIn(first, inner) === 'le') return true;
    if (!formsIn(first, length).every((form) => form.partOfSpeech === 'noun' && !form.isOneWord)) return false;
    if (/(?:^| )(?:du|de le)$/.test(wordsIn(first, inner))) return true;
    const rest = wordsIn(first + length, inner + longestAt(inner));
    return /(?:^| )de$/.test(wordsIn(first, inner)) && !/^(?:du|de le)(?: |$)/.test(rest);
  };
  const ledTo = (first: number, length: number): number | null => {
    for (let inner = first + 1; inner < first + length; inner += Math.max(1, longestAt(inner)))
      if (inner + longestAt(inner) > first + length)
        return !governs(inner, longestAt(inner)) && (governs(first, length) || isNounIn(first, length, inner))
          ? inner
          : null;
    return null;
  };
  const givesWay = (first: number, length: number): boolean => {
    const inner = ledTo(first, length);
    return inner !== null && ledTo(inner, longestAt(inner)) === null;
  };
  const found: string[] = [];
  for (let first = 0; first < tokens.length; ) {
    let length = longestAt(first);
    while (length > 0 && givesWay(first, length)) length = longestAt(first, length);
    const [begin, end] = [tokens[first], tokens[first + length - 1]];
    if (length > 0 && begin && end) found.push(`${begin.index}-${end.index + end.token.length}`);
    first += Math.max(1, length);
  }
  return found;
}

function conceptOf(text: string, i: number, partOfSpeech: Term['partOfSpeech']): Concept {
  const place = { file: 'x', line: i + 1, column: 1 };
  const term: Term = {
    text,
    language: 'fr',
    status: 'preferred',
    partOfSpeech,
    gender: null,
    caseExact: false,
    plural: null,
    forms: [],
    why: null,
    place,
  };
  return {
    id: `c${i}`,
    fr: [term],
    en: [],
    keep: false,
    definition: null,
    citation: null,
    domain: null,
    note: null,
    see: [],
    count: 'each',
    except: [],
    unless: [],
    examples: [],
    place,
  };
}

function englishOf(text: string): Term {
  return { ...(conceptOf(text, 0, 'noun').fr[0] as Term), language: 'en' };
}

const WORD = fc.constantFrom(
  'jeton',
  'jetons',
  'réseau',
  'réseaux',
  'de',
  'neurones',
  'canal',
  'canaux',
  'profond',
  'profonde',
  'a',
  'calcul',
  'mise',
  'en',
  'jeu',
  'x2',
  'du',
  'le',
);
const PHRASE = fc.array(WORD, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const TEXT = fc
  .array(fc.oneof(WORD, fc.constantFrom(',', '.', "'", '\n', '(', '—', ' ')), { maxLength: 40 })
  .map((words) => words.join(' '));

/** Ten thousand in the slow set. */
const ROUNDS = Number(process.env['REFERENCE_ROUNDS'] ?? 300);

test('thousands of random glossaries and texts: the fast matcher finds what the plain one finds', () => {
  const glossary = fc.array(fc.tuple(PHRASE, fc.constantFrom('noun', 'adjective', 'other'), fc.boolean()), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(glossary, TEXT, (terms, text) => {
      const concepts = terms.map(([phrase, partOfSpeech, isOneWord], i) => ({
        ...conceptOf(phrase, i, partOfSpeech as Term['partOfSpeech']),
        en: [englishOf(isOneWord ? 'dataset' : 'data set')],
      }));
      const forms = concepts.flatMap(({ fr }, i) =>
        fr.flatMap((term) =>
          formsOf(term, NO_VERBS).map(({ text: form }) => ({
            text: form,
            partOfSpeech: term.partOfSpeech,
            isOneWord: terms[i]?.[2] === true,
          })),
        ),
      );
      const fast = findTerms(readPlain(text), buildTermIndex(concepts, 'fr')).map(
        ({ start, end }) => `${start}-${end}`,
      );
      expect(fast).toEqual(findPlainly(text, forms));
    }),
    { numRuns: ROUNDS },
  );
});

/** Signs that nobody sees, and that part no word. */
const UNSEEN = fc.constantFrom('\u00ad', '\u200b', '\u2060', '\ufe0f');

test('words with invisible signs in them are found where the same words are without', () => {
  const places = fc.array(fc.tuple(fc.nat(), UNSEEN), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(PHRASE, { minLength: 1, maxLength: 6 }), TEXT, places, (phrases, text, unseen) => {
      const index = buildTermIndex(
        phrases.map((phrase, i) => conceptOf(phrase, i, 'noun')),
        'fr',
      );
      const letters = [...text];
      for (const [place, sign] of unseen) letters.splice(place % (letters.length + 1), 0, sign);
      const written = letters.join('');
      const seen = (words: string) =>
        findAllTerms(readPlain(words), index).map(({ start, end, size, readings }) => [
          words.slice(start, end).replaceAll(/\u00ad|\u200b|\u2060|\ufe0f/g, ''),
          size,
          readings.map(({ concept, kind }) => `${concept.id} ${kind}`),
        ]);
      expect(seen(written)).toEqual(seen(text));
    }),
    { numRuns: 500 },
  );
});

/** The same text in each kind of string that the engine has. */
const KINDS: readonly ((text: string) => string)[] = [
  (text) => `${text.slice(0, text.length >> 1)}${text.slice(text.length >> 1)}`,
  (text) => `語 ${text}`.slice(2),
  (text) => [...text].join(''),
];

test('a text is read the same whether it is whole, cut out of another or joined, and after any other text', () => {
  fc.assert(
    fc.property(fc.array(PHRASE, { minLength: 1, maxLength: 6 }), TEXT, TEXT, (phrases, text, other) => {
      const index = buildTermIndex(
        phrases.map((phrase, i) => conceptOf(phrase, i, 'noun')),
        'fr',
      );
      const first = findAllTerms(readPlain(text), index);
      const known = structuredClone(first);
      findAllTerms(readPlain(other), index);
      const again = KINDS.map((kind) => findAllTerms(readPlain(kind(text)), index));
      expect([first, ...again]).toEqual([known, known, known, known]);
    }),
    { numRuns: 300 },
  );
});

/**
 * Words with all that a form can hang on: a prefix, an accent of before 1990, two plurals, a role, a loan, a person.
 */
const SPELLED = fc.constantFrom(
  ...'préentraîné surcoût coapprentissage reconnaissance mûr ciguë événement final festival match non cloud fonction'.split(
    ' ',
  ),
  ...'apprentissage machine chercheur de à et grand entièrement œuvre connecté canal canoë interrègne œil prix'.split(
    ' ',
  ),
);
const NOUN = fc.array(SPELLED, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

test('an index holds the forms of a phrase, each with its kind, and no other', () => {
  fc.assert(
    fc.property(NOUN, (phrase) => {
      const concept = conceptOf(phrase, 0, 'noun');
      const index = buildTermIndex([concept], 'fr');
      const forms = formsOf(concept.fr[0] as Term, NO_VERBS);
      const paths = forms.map(({ text }) =>
        text
          .replaceAll('œ', 'oe')
          .match(/\p{L}+|[^\s\p{L}]/gu)
          ?.join(' '),
      );
      const marks = index.parts[0]?.trie.marks ?? new Uint8Array();
      expect(marks.filter((mark) => (mark & ENDS) !== 0).length).toBe(new Set(paths).size);
      const whole = forms.filter((_, i) => paths.indexOf(paths[i]) === i);
      const found = whole.map(({ text }) => findTerms(readPlain(text), index)[0]);
      expect(found.map((match) => [match?.start, match?.end, match?.readings[0]?.kind])).toEqual(
        whole.map(({ text, kind }) => [0, text.length, kind]),
      );
    }),
    { numRuns: ROUNDS },
  );
});

/** Spreads entries over files; one of them is so large that it is a part of its own. */
function spread(concepts: readonly Concept[], files: readonly number[]): Concept[] {
  const filler = Array.from({ length: 2000 }, (_, i) => ({ ...conceptOf(`zz${i}`, 10_000 + i, 'noun') }));
  return [...concepts, ...filler].map((concept, i) => {
    const file = i >= concepts.length || files[i % files.length] === 1 ? 'large.csv' : 'small.yaml';
    return { ...concept, place: { ...concept.place, file } };
  });
}

test('the terms of a large file and of small ones are found as if they stood in one', () => {
  const terms = fc.array(fc.tuple(PHRASE, fc.constantFrom('noun', 'adjective', 'other'), fc.option(PHRASE)), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(
      terms,
      fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 1, maxLength: 8 }),
      TEXT,
      (list, files, text) => {
        const concepts = list.map(([phrase, partOfSpeech, except], i) => ({
          ...conceptOf(phrase, i, partOfSpeech as Term['partOfSpeech']),
          except: except === null ? [] : [except],
        }));
        const [one, several] = [buildTermIndex(concepts, 'fr'), buildTermIndex(spread(concepts, files), 'fr')];
        const seen = (index: typeof one) =>
          [findTerms(readPlain(text), index), findAllTerms(readPlain(text), index)].map((matches) =>
            matches.map(({ start, end, size, readings }) => [
              start,
              end,
              size,
              readings.map(({ concept }) => concept.id).sort(),
            ]),
          );
        expect(seen(several)).toEqual(seen(one));
      },
    ),
    { numRuns: rounds(6, 400) },
  );
});

test('a part whose entries stay goes on from index to index', () => {
  const concepts = spread([conceptOf('jeton', 0, 'noun')], [0]);
  const before = finish(termIndexSlices(concepts, 'fr'));
  const changed = concepts.map((concept, i) => (i === 0 ? { ...concept, note: 'x' } : concept));
  const after = finish(termIndexSlices(changed, 'fr', { before }));
  expect([after.parts[0] === before.parts[0], after.parts.at(-1) === before.parts.at(-1)]).toEqual([false, true]);
});
