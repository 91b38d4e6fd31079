import { readFileSync } from 'node:fs';
import { createGlossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import { findTerms } from '../../../src/core/matcher/match.ts';
import { readPlain } from '../../../src/core/text/reading.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { conceptsOf } from '../glossaries.ts';

const VERBS = openLexicon();

/** A term and a text in which it must be found, or must not. */
export interface GoldPair {
  readonly matches: boolean;
  readonly term: string;
  readonly partOfSpeech: string;
  readonly text: string;
}

/** The list of pairs made by hand; invisible characters are written as escapes. */
export function readGold(): GoldPair[] {
  const [, ...rows] = readFileSync(new URL('gold.tsv', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  return rows.map((row) => {
    const [match, term = '', partOfSpeech = '', text = ''] = row.split('\t').map(unescapeSigns);
    return { matches: match === '+', term, partOfSpeech, text };
  });
}

function unescapeSigns(text: string): string {
  return text
    .replaceAll('\\n', '\n')
    .replaceAll(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** Whether our matcher finds the term in the text. */
export function isFound({ term, partOfSpeech, text }: GoldPair): boolean {
  const concepts = conceptsOf(`- fr: { term: ${JSON.stringify(term)}, pos: ${partOfSpeech} }\n  en: x\n`);
  return findTerms(readPlain(text), createGlossary(concepts, VERBS).indexes.fr).length > 0;
}
