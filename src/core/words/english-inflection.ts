/** Inflection of single English words. */

import { lowerCase } from '../text/characters.ts';

/** Plurals that no rule makes, the usual one first. */
const IRREGULAR_PLURALS = new Map(
  `addendum addenda, addendums · alga algae · alumnus alumni · antenna antennas, antennae · apex apexes, apices
  · appendix appendices, appendixes · automaton automata, automatons · axis axes · bacillus bacilli · bacterium bacteria
  · bureau bureaus, bureaux · bus buses · cactus cacti, cactuses · calculus calculi, calculuses · calf calves
  · chassis chassis · child children · codex codices · cortex cortices, cortexes · corpus corpora, corpuses
  · criterion criteria · curriculum curricula, curriculums · datum data · die dice, dies · elf elves · equilibrium equilibria, equilibriums
  · erratum errata · focus focuses, foci · foot feet · formula formulas, formulae · forum forums, fora · fungus fungi
  · genus genera · goose geese · half halves · index indices, indexes · knife knives · larva larvae · leaf leaves
  · lemma lemmas, lemmata · life lives · loaf loaves · locus loci · man men · matrix matrices, matrixes · maximum maxima, maximums
  · means means · medium media, mediums · memorandum memoranda, memorandums · minimum minima, minimums · modulus moduli
  · momentum momenta · mouse mice · nebula nebulae · nucleus nuclei · octopus octopuses · optimum optima, optimums · ox oxen
  · person people, persons · phenomenon phenomena · plateau plateaus, plateaux · polyhedron polyhedra, polyhedrons
  · quantum quanta · quiz quizzes · radius radii, radiuses · referendum referendums, referenda · scarf scarves · schema schemas, schemata
  · self selves · series series · sheep sheep · shelf shelves · simplex simplices, simplexes · species species
  · spectrum spectra, spectrums · stigma stigmas, stigmata · stimulus stimuli · stratum strata · syllabus syllabi, syllabuses
  · symposium symposia, symposiums · tableau tableaux, tableaus · thief thieves · tooth teeth · torus tori, toruses
  · vertebra vertebrae · vertex vertices, vertexes · vortex vortices, vortexes · wife wives · wolf wolves · woman women
  · aircraft aircraft · offspring offspring · virus viruses`
    .split('·')
    .map((row) => {
      const [word = '', ...plurals] = row.trim().split(/,? +/);
      return [word, plurals] as const;
    }),
);
/** Plurals that no rule makes; those that are a singular as well aside. */
const PLURALS_BY_THEMSELVES = new Set(
  [...IRREGULAR_PLURALS].flatMap(([word, plurals]) => plurals.filter((plural) => plural !== word)),
);

/** @param word in small letters */
export function isIrregularPlural(word: string): boolean {
  return PLURALS_BY_THEMSELVES.has(word);
}

/** What may stand before such a word: submatrix, hypergraph-index. */
const PREFIX = /^(?:sub|super|hyper|micro|macro|meta|multi|inter|non|pre|semi|auto|mini|bi|co)(?=\p{L}{4})/u;
/** Words in -man with a plural in -men; not human, talisman. */
const IN_MAN = /(?:^wo|^lay|^work|^middle|^fire|^police|^chair|^camera|[dkrt]s)(?<!talis)man$/;

/** Words in -ch that sound like k take -s alone. */
const HARD_CH = /(epoch|stomach|monarch|patriarch|matriarch|loch|tech)$/;

/** Words in -o that take -es. */
const TAKES_OES = /(?:\b(?:under|over|re|out|for)?(?:go|do)|echo|embargo|hero|potato|tomato|torpedo|veto)$/;

/** Plurals of an English noun, the usual one first. */
export function englishPlurals(word: string): readonly string[] {
  const lower = lowerCase(word);
  const irregular = IRREGULAR_PLURALS.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.endsWith('person')) return [`${word}s`, `${word.slice(0, -6)}people`];
  const prefix = PREFIX.exec(lower)?.[0] ?? '';
  const behind = prefix === '' ? undefined : IRREGULAR_PLURALS.get(lower.slice(prefix.length));
  if (behind !== undefined) return behind.map((plural) => prefix + plural);
  if (/\d$/.test(lower) || lower === '') return [word];
  if (IN_MAN.test(lower)) return [`${word.slice(0, -2)}en`];
  if (/.child$/.test(lower)) return [`${word}ren`];
  return [/sis$/.test(lower) ? `${word.slice(0, -2)}es` : withS(word)];
}

/** The usual plural of an English noun. */
export function englishPlural(word: string): string {
  return englishPlurals(word)[0] ?? word;
}

/** A word with the -s of plurals and of verbs: epochs, batches, queries. */
export function withS(word: string): string {
  const lower = lowerCase(word);
  if (HARD_CH.test(lower)) return `${word}s`;
  if (/[^aeiou]iz$|^quiz$/.test(lower)) return `${word}zes`;
  if (/(s|x|z|ch|sh)$/.test(lower)) return `${word}es`;
  if (/[^aeiou]y$/.test(lower)) return `${word.slice(0, -1)}ies`;
  if (TAKES_OES.test(lower)) return `${word}es`;
  return `${word}s`;
}
