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
import { openLibrary } from '../../dist/files/library.js';
import { parseGlossaryCsv } from '../../dist/formats/glossary/csv.js';
import { openCsv } from '../../dist/formats/glossary/csv-cursor.js';
import { makeRoot, SMALL } from '../site.ts';
import { ARTICLE, conceptOf, createChance, makeTerms, makeText, middleOf, timed } from './workload.ts';

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

function countOurs(paragraphs: readonly string[], index: TermIndex): number {
  return paragraphs.reduce((sum, paragraph) => sum + findTerms(readPlain(paragraph), index).length, 0);
}

function countWith(paragraphs: readonly string[], search: (text: string) => readonly Hit[]): number {
  return paragraphs.reduce((sum, paragraph) => {
    const lower = paragraph.toLowerCase();
    return sum + filterHits(lower, search(lower));
  }, 0);
}

/** Plain paragraphs, in which no rule of ours sets it apart from the peers: no hyphens, no odd signs. */
function plain(text: string): string[] {
  return text.split('\n\n').map((paragraph) => paragraph.replaceAll(/[-’'œæ]/g, ' '));
}

test('scanning, building and loading at the size of a real termbase', { timeout: 900_000 }, async () => {
  const scans = new Map<number, number>();
  for (const size of [100, 10_000, 100_000, 1_000_000]) {
    const chance = createChance(size);
    const terms = makeTerms(size, chance);
    const text = makeText(1_000_000, terms, chance);
    const rich = readPlain(text);
    const paragraphs = plain(text);
    const concepts = terms.map((term, i) => conceptOf(term, i));
    const build = timed(size > 100_000 ? 1 : 3, () => buildTermIndex(concepts, 'fr'));
    const index = buildTermIndex(concepts, 'fr');
    const scan = timed(9, () => findTerms(rich, index));
    scans.set(size, scan);
    say(
      `\n${size} terms, 1 MB: build with inflection ${build.toFixed(0)} ms, scan ${scan.toFixed(1)} ms, ${findTerms(rich, index).length} hits`,
    );
    row('bytes an entry', (bytesOf(index, terms.length) / terms.length).toFixed(0), '≤ 150 at 10⁵');
    if (size === 100_000) {
      const article = ARTICLE.slice(0, 10_000);
      row(
        '10 KB article at 10⁵ terms, warm, ms',
        timed(99, () => findTerms(readPlain(article), index)).toFixed(3),
        '≤ 0.2',
      );
      await compareModern(terms, paragraphs, index, build);
      compareLoading(terms);
      await measurePauses(terms);
    }
    if (size === 10_000) compareFast(terms, paragraphs, index);
  }
  row('growth of the scan, 10² to 10⁶ terms', ((scans.get(1_000_000) ?? 0) / (scans.get(100) ?? 1)).toFixed(1), '≤ 5');
  checkGrowth();
  expect(scans.size).toBe(4);
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

async function compareModern(
  terms: readonly string[],
  paragraphs: readonly string[],
  inflected: TermIndex,
  build: number,
): Promise<void> {
  const started = performance.now();
  const peer = new ModernAhoCorasick([...terms]);
  const peerBuild = performance.now() - started;
  const same = buildTermIndex(
    terms.map((term, i) => conceptOf(term, i, true)),
    'fr',
  );
  const search = (text: string) => peer.search(text);
  say(
    `  hits without inflection: ${countOurs(paragraphs, same)} ours, ${countWith(paragraphs, search)} modern-ahocorasick`,
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
    `  hits without inflection: ${countOurs(paragraphs, same)} ours, ${countWith(paragraphs, search)} @monyone/aho-corasick/fast`,
  );
  compareInTurn('@monyone/aho-corasick/fast', '≥ 8', paragraphs, search, inflected);
}

/** Ours with inflection on, theirs without, one after the other; the middle of the ratios. */
function compareInTurn(
  peer: string,
  target: string,
  paragraphs: readonly string[],
  search: (text: string) => readonly Hit[],
  inflected: TermIndex,
): void {
  const pairs = Array.from({ length: 9 }, () => ({
    theirs: timed(1, () => countWith(paragraphs, search)),
    ours: timed(1, () => countOurs(paragraphs, inflected)),
  }));
  const [theirs, ours] = [middleOf(pairs.map((pair) => pair.theirs)), middleOf(pairs.map((pair) => pair.ours))];
  const ratio = middleOf(pairs.map((pair) => pair.theirs / pair.ours));
  row(`times faster than ${peer} (${theirs.toFixed(0)} / ${ours.toFixed(1)} ms)`, ratio.toFixed(1), target);
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
function checkGrowth(): void {
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
}
