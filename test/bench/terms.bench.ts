// The built code is measured: the test runner’s own wrapping of modules would slow ours and not the peers’.

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { AhoCorasick as FastAhoCorasick } from '@monyone/aho-corasick/fast';
import ModernAhoCorasick from 'modern-ahocorasick';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { findTerms } from '../../dist/core/matcher/match.js';
import { buildTermIndex, type TermIndex } from '../../dist/core/matcher/term-index.js';
import { readPlain } from '../../dist/core/text/reading.js';
import { openLibrary } from '../../dist/files/loading/library.js';
import { parseGlossaryCsv } from '../../dist/formats/glossary/csv.js';
import { openCsv } from '../../dist/formats/glossary/csv-cursor.js';
import type { RichText } from '../../src/core/model/rich-text.ts';
import { makeRoot, SMALL } from '../site.ts';
import { ARTICLE, conceptOf, createChance, makeTerms, makeText, middleOf, ofAllKinds, timed } from './workload.ts';

interface Hit {
  readonly start: number;
  readonly end: number;
}

const say = (line: string) => console.log(line);
const row = (what: string, figure: string, target: string) =>
  say(`  ${what.padEnd(66)} ${figure.padStart(12)}   target ${target}`);

/** What our matcher does by itself: whole words, leftmost-longest. */
function filterHits(text: string, hits: readonly Hit[]): number {
  const isWord = (at: number) => /[\p{L}\p{M}\p{N}_]/u.test(text.charAt(at));
  const whole = hits.filter(({ start, end }) => !isWord(start - 1) && !isWord(end));
  whole.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  let count = 0;
  for (const { start, end } of whole) {
    if (start < last) continue;
    last = end;
    count += 1;
  }
  return count;
}

/** All terms of texts that were read before, as a server has them; with what each can be read as. */
function countOurs(texts: readonly RichText[], index: TermIndex): number {
  let count = 0;
  for (const text of texts) for (const { readings } of findTerms(text, index)) if (readings.length > 0) count += 1;
  return count;
}

/** The same without a look at the readings. */
function countSpans(texts: readonly RichText[], index: TermIndex): number {
  return texts.reduce((sum, text) => sum + findTerms(text, index).length, 0);
}

/** The least that any search does: to look at every letter. */
function sumUnits(texts: readonly string[]): number {
  let sum = 0;
  for (const text of texts) for (let i = 0; i < text.length; i += 1) sum += text.charCodeAt(i);
  return sum;
}

function countWith(paragraphs: readonly string[], search: (text: string) => readonly Hit[]): number {
  return paragraphs.reduce((sum, paragraph) => {
    const lower = paragraph.toLowerCase();
    return sum + filterHits(lower, search(lower));
  }, 0);
}

/** Plain paragraphs, in which no rule of ours sets it apart from the peers: no hyphens, no odd signs. */
function plain(text: string): string[] {
  return ofAllKinds(text.split('\n\n').map((paragraph) => paragraph.replaceAll(/[-’'œæ]/g, ' ')));
}

/** Terms of a size, a megabyte of text that has them, and the index. */
function workloadOf(size: number) {
  const chance = createChance(size);
  const terms = makeTerms(size, chance);
  const text = makeText(1_000_000, terms, chance);
  const texts = ofAllKinds(text.split('\n\n'));
  const concepts = terms.map((term, i) => conceptOf(term, i));
  return { terms, text, texts, rich: texts.map(readPlain), concepts, index: buildTermIndex(concepts, 'fr') };
}

// First, since its figures want a process that has met no other index.
test('growth of the scan from a hundred terms to a million', { timeout: 900_000 }, () => {
  const [small, large] = [workloadOf(100), workloadOf(1_000_000)];
  const pairs = Array.from({ length: 15 }, () => ({
    few: timed(1, () => countOurs(small.rich, small.index)),
    many: timed(1, () => countOurs(large.rich, large.index)),
  }));
  const growth = middleOf(pairs.map(({ few, many }) => many / few));
  const [few, many] = [middleOf(pairs.map((pair) => pair.few)), middleOf(pairs.map((pair) => pair.many))];
  row(`growth of the scan, 10² to 10⁶ terms (${few.toFixed(1)} → ${many.toFixed(1)} ms)`, growth.toFixed(1), '≤ 5');
  expect(growth).toBeGreaterThan(0);
});

test.each([100, 10_000, 100_000])('%i terms', { timeout: 900_000 }, async (size) => {
  const { terms, text, texts, rich, concepts, index } = workloadOf(size);
  const [spans, scan] = [timed(9, () => countSpans(rich, index)), timed(9, () => countOurs(rich, index))];
  const [floor, build] = [timed(9, () => sumUnits(texts)), timed(3, () => buildTermIndex(concepts, 'fr'))];
  say(
    `\n${size} terms, 1 MB by paragraph: build with inflection ${build.toFixed(0)} ms, ${countOurs(rich, index)} hits`,
  );
  say(`  ms: every letter ${floor.toFixed(1)}, terms ${spans.toFixed(1)}, terms with readings ${scan.toFixed(1)}`);
  row('bytes an entry', (bytesOf(index, terms.length) / terms.length).toFixed(0), '≤ 150 at 10⁵');
  if (size === 100_000) {
    const article = readPlain(ARTICLE.slice(0, 10_000));
    row('10 KB article at 10⁵ terms, warm, ms', timed(99, () => countOurs([article], index)).toFixed(3), '≤ 0.2');
    compareModern(terms, plain(text), index, build);
    compareLoading(terms);
    await measurePauses(terms);
  }
  if (size === 10_000) compareFast(terms, plain(text), index);
  expect(scan).toBeGreaterThan(0);
});

test('time grows as the text does', { timeout: 900_000 }, () => {
  expect(checkGrowth()).toBeGreaterThan(0);
});

/** All its arrays, and the two references it keeps for each term. */
function bytesOf({ parts: [part] }: TermIndex, terms: number): number {
  if (part === undefined) throw new Error('an index without parts');
  const { words, trie } = part;
  const arrays = [...Object.values(words), ...Object.values(trie)].filter((one) => ArrayBuffer.isView(one));
  return arrays.reduce((sum, array) => sum + array.byteLength, terms * 16);
}

/** Reloads a root with a table of all the terms, and watches how long nothing else gets a turn. */
async function measurePauses(terms: readonly string[]): Promise<void> {
  const table = terms.map((term, i) => `${term},term ${i}`).join('\n');
  const { root, remove } = await makeRoot({ ...SMALL, 'glossary/all.csv': table });
  const library = await openLibrary(root, { watch: false });
  const pauses: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    await writeFile(path.join(root, 'glossary/all.csv'), `${table}\nterme ${i},term`);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    await library.reload();
    delay.disable();
    pauses.push(delay.max / 1e6);
  }
  row('longest pause while 10⁵ entries load, ms: middle of 5', middleOf(pauses).toFixed(0), '≤ 50');
  row('the same, worst of 5', Math.max(...pauses).toFixed(0), '≤ 50');
  await library.close();
  await remove();
}

function compareModern(
  terms: readonly string[],
  paragraphs: readonly string[],
  inflected: TermIndex,
  build: number,
): void {
  const started = performance.now();
  const peer = new ModernAhoCorasick([...terms]);
  const peerBuild = performance.now() - started;
  const same = buildTermIndex(
    terms.map((term, i) => conceptOf(term, i, true)),
    'fr',
  );
  const search = (text: string) => peer.search(text);
  say(
    `  hits without inflection: ${countOurs(paragraphs.map(readPlain), same)} ours, ${countWith(paragraphs, search)} modern-ahocorasick`,
  );
  compareInTurn('modern-ahocorasick, by paragraph', '≥ 40', paragraphs, search, inflected);
  row('our build with inflection / its build without', (build / peerBuild).toFixed(2), '≤ 0.17');
}

function compareFast(terms: readonly string[], paragraphs: readonly string[], inflected: TermIndex): void {
  const peer = new FastAhoCorasick([...terms]);
  const same = buildTermIndex(
    terms.map((term, i) => conceptOf(term, i, true)),
    'fr',
  );
  const search = (text: string) => peer.matchInText(text).map(({ begin, end }) => ({ start: begin, end }));
  say(
    `  hits without inflection: ${countOurs(paragraphs.map(readPlain), same)} ours, ${countWith(paragraphs, search)} @monyone/aho-corasick/fast`,
  );
  compareInTurn('@monyone/aho-corasick/fast', '≥ 6', paragraphs, search, inflected);
}

/**
 * Ours with inflection on and readings, theirs without, one after the other; the middle of the ratios. A server reads a
 * paragraph once, for its marks and addresses, and searches it ever again; what that costs besides is a row of its own.
 */
function compareInTurn(
  peer: string,
  target: string,
  paragraphs: readonly string[],
  search: (text: string) => readonly Hit[],
  inflected: TermIndex,
): void {
  const rich = paragraphs.map(readPlain);
  const pairs = Array.from({ length: 9 }, () => ({
    theirs: timed(1, () => countWith(paragraphs, search)),
    ours: timed(1, () => countOurs(rich, inflected)),
    read: timed(1, () => paragraphs.map(readPlain)),
  }));
  const [theirs, ours] = [middleOf(pairs.map((pair) => pair.theirs)), middleOf(pairs.map((pair) => pair.ours))];
  const ratio = middleOf(pairs.map((pair) => pair.theirs / pair.ours));
  row(`times faster than ${peer} (${theirs.toFixed(0)} / ${ours.toFixed(1)} ms)`, ratio.toFixed(1), target);
  const whole = middleOf(pairs.map((pair) => pair.theirs / (pair.ours + pair.read)));
  row('  the reading of each paragraph included', whole.toFixed(1), '');
}

/** The same records as a table with lines, and as JSON with a schema. */
function compareLoading(terms: readonly string[]): void {
  const records = terms.map((term, i) => ({
    source: term,
    target: `term ${i}`,
    definition: 'A definition of a term.',
  }));
  const csv = `source,target,definition\n${records.map(({ source, target, definition }) => `${source},${target},${definition}`).join('\n')}\n`;
  const json = JSON.stringify(records);
  const shape = z.array(
    z.strictObject({ source: z.string().min(1), target: z.string().min(1), definition: z.string() }),
  );
  const ours = timed(5, () => parseGlossaryCsv(csv, 'a.csv'));
  const reading = timed(5, () => countRecords(csv));
  const theirs = timed(5, () => shape.parse(JSON.parse(json)));
  const times = (what: number) => (theirs / what).toFixed(2);
  row(`JSON.parse + zod of 10⁵ records: ${theirs.toFixed(0)} ms; ours, checked CSV records`, times(reading), '≥ 2');
  row(`the same against entries with ids, places and terms (${ours.toFixed(0)} ms)`, times(ours), '≥ 2');
}

/** Reads what the schema asks for, and nothing more: three texts a record, two of them not empty. */
function countRecords(csv: string): number {
  const rows = openCsv(csv, ',', 'a.csv');
  let count = 0;
  while (rows.next()) if (rows.text(0) !== '' && rows.text(1) !== '' && rows.text(2).length >= 0) count += 1;
  return count;
}

/** Four times the input may take little more than four times the time. */
function checkGrowth(): number {
  const chance = createChance(7);
  const prefix = makeTerms(100_000, chance).map((term, i) => conceptOf(`un réseau de neurones ${term}`, i));
  const index = buildTermIndex(prefix, 'fr');
  const inputs: readonly (readonly [string, (count: number) => string])[] = [
    ['a long text', (count) => 'un réseau de neurones profond. '.repeat(count / 31)],
    ['one long word', (count) => 'a'.repeat(count)],
    ['apostrophes', (count) => "'".repeat(count)],
    ['a common prefix, 10⁵ terms', (count) => 'un réseau de neurones '.repeat(count / 22)],
  ];
  for (const [what, make] of inputs) {
    const [short, long] = [make(1_000_000), make(4_000_000)];
    row(
      `time(4n)/time(n): ${what}`,
      (timed(5, () => findTerms(readPlain(long), index)) / timed(5, () => findTerms(readPlain(short), index))).toFixed(
        2,
      ),
      '≤ 4.6',
    );
  }
  return inputs.length;
}
