import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { type GoldPair, isFound, readGold } from '../core/ledger/gold.ts';
import { isGenerated, readLexicon } from '../core/words/lexicon.ts';

const GOLD = readGold();
const stemmers = createRequire(import.meta.url)('snowball-stemmers') as {
  newStemmer(language: string): { stem(word: string): string };
};

/** What simpler tools do, on the same pairs. */
const METHODS: readonly (readonly [name: string, finds: (pair: GoldPair) => boolean])[] = [
  ['Vis-à-vis', isFound],
  ['exact, \\b', ({ term, text }) => new RegExp(`\\b${escapeSigns(term)}\\b`, 'i').test(text)],
  ['Snowball stems', ({ term, text }) => containsRun(stems(text), stems(term))],
  ['substring', ({ term, text }) => text.toLowerCase().includes(term.toLowerCase())],
];

function escapeSigns(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function stems(text: string): string[] {
  const stemmer = stemmers.newStemmer('french');
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map((word) => stemmer.stem(word));
}

function containsRun(words: readonly string[], run: readonly string[]): boolean {
  return words.some((_, start) => run.every((word, i) => words[start + i] === word));
}

test('accuracy on the gold list and on the lexicon', () => {
  const must = GOLD.filter(({ matches }) => matches);
  const mustNot = GOLD.filter(({ matches }) => !matches);
  console.log(`\ngold list: ${must.length} pairs that must match, ${mustNot.length} that must not`);
  console.log('  method            found        wrong');
  const table = METHODS.map(([name, finds]) => ({
    name,
    found: must.filter(finds).length,
    wrong: mustNot.filter(finds).length,
  }));
  for (const { name, found, wrong } of table) {
    console.log(
      `  ${name.padEnd(16)} ${String(found).padStart(4)}/${must.length}   ${String(wrong).padStart(4)}/${mustNot.length}`,
    );
  }
  console.log('  target: every pair found, at most one wrong');
  const lexicon = readLexicon();
  for (const [name, gender, target] of [
    ['plurals', 'masculine', 99.9],
    ['feminines', 'feminine', 99],
  ] as const) {
    const words = lexicon.filter((word) => word.gender === gender);
    const found = words.filter(isGenerated).length;
    console.log(
      `  lexicon, ${name}: ${found}/${words.length} = ${((100 * found) / words.length).toFixed(3)} % (target ${target} %)`,
    );
  }
  expect([table[0]?.found, (table[0]?.wrong ?? 2) <= 1]).toEqual([must.length, true]);
});
