import { describe, expect, test } from 'vitest';
import { articlePairSlices } from '../../../src/core/alignment/article-pairs.ts';
import { createEverydayWords } from '../../../src/core/alignment/everyday-words.ts';
import { paragraphSlices } from '../../../src/core/alignment/paragraph-pairs.ts';
import { commonRenderings } from '../../../src/core/alignment/word-partners.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { isBook } from '../../../src/formats/document/blocks/document-reader.ts';
import { writeArticle } from '../../../src/formats/document/blocks/write-article.ts';
import { readDocument } from '../../../src/formats/document/read-document.ts';
import { docx, epub, item, odt, styled, wp, wr } from './packed.ts';

/** Four times the text takes four times as long, not sixteen; other work on the machine may come between. */
const MOST = 9;
const RUNS = 3;

const paragraph = (i: number) => `Le pont numéro ${i} est *vieux*, dit-on ; il a ${i * 3} pierres et « un nom ».`;
const plain = (i: number) => paragraph(i).replaceAll('*', '');
const html = (i: number) => `<p>${plain(i)} Voir <a href="https://example.org/${i}">le plan</a>, <em>ou pas</em>.</p>`;
const list = (count: number, make: (i: number) => string, between = '') =>
  Array.from({ length: count }, (_, i) => make(i)).join(between);
const bytes = (text: string) => new TextEncoder().encode(text);

/** A document of so many paragraphs in each format, with what else such documents hold. */
const FORMATS: Readonly<Record<string, (count: number) => Uint8Array>> = {
  'a.txt': (count) => bytes(list(count, plain, '\n\n')),
  'lines.txt': (count) => bytes(list(count, (i) => `vers ${i}\net ${i}\nsans fin`, '\n\n')),
  'cells.txt': (count) => bytes(list(count, (i) => `${i}\tpont\t${i * 2} m`, '\n')),
  'a.md': (count) => bytes(list(count, paragraph, '\n\n')),
  'notes.md': (count) => bytes(list(count, (i) => `Un pont[^${i}].\n\n[^${i}]: Il est vieux.`, '\n\n')),
  'table.md': (count) => bytes(`| a | b |\n| - | - |\n${list(count, (i) => `| ${i} | pont |`, '\n')}\n`),
  'links.md': (count) => bytes(list(count, (i) => `Un [pont][p${i}].\n\n[p${i}]: https://example.org/${i}`, '\n\n')),
  'a.html': (count) => bytes(`<!doctype html><article><h1>Ponts</h1>${list(count, html)}</article>`),
  'sections.html': (count) =>
    bytes(
      `<!doctype html><article><h1>Ponts</h1>${list(count, (i) => `<section id="pont-${i}"><h2 class="section-header">Pont ${i}</h2>${html(i)}</section>`)}</article>`,
    ),
  'notes.html': (count) =>
    bytes(
      `<!doctype html><article><h1>Ponts</h1>${list(count, (i) => `<p>${plain(i)}<a id="r${i}" href="#n${i}">${i}</a></p>`)}<ol>${list(count, (i) => `<li id="n${i}">Note ${i}. <a href="#r${i}">↑</a></li>`)}</ol></article>`,
    ),
  'list.html': (count) =>
    bytes(`<!doctype html><article><ul>${list(count, (i) => `<li>${plain(i)}</li>`)}</ul></article>`),
  'a.docx': (count) =>
    docx(
      list(count, (i) =>
        i % 10 === 0 ? styled('Titre1', `Pont ${i}`) : i % 3 === 0 ? item(1, plain(i)) : wp(wr(plain(i))),
      ),
    ),
  'a.odt': (count) =>
    odt(list(count, (i) => `<text:p>${plain(i)} <text:span text:style-name="T1">vieux</text:span></text:p>`)),
  'a.epub': (count) => epub({ chapters: { 'a.xhtml': `<h1>Ponts</h1>${list(count, html)}` } }),
};

/** From the bytes that come to the text that is saved, and its units. */
async function add(name: string, document: Uint8Array): Promise<void> {
  const reading = await readDocument(document, name, {});
  if (isBook(reading)) throw new Error('a book');
  parseArticle(writeArticle(reading, { title: 'Ponts' }), 'fr.md');
}

/** Milliseconds of the processor, at best. */
async function workOf(read: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const began = process.cpuUsage();
    await read();
    times.push(process.cpuUsage(began).user / 1000);
  }
  return Math.min(...times);
}

describe('adding four times the text takes about four times as long', () => {
  test.each(Object.entries(FORMATS))('%s', async (name, make) => {
    await add(name, make(100));
    const [once = 0, twice = 0, four = 0] = [
      await workOf(() => add(name, make(300))),
      await workOf(() => add(name, make(600))),
      await workOf(() => add(name, make(1200))),
    ];
    expect(four / Math.max(once, 4), `${once} ${twice} ${four}`).toBeLessThan(MOST);
  });
});

describe('aligning four times the paragraphs', () => {
  const WORDS = { everyday: createEverydayWords(NO_VERBS), concepts: [] };
  const english = (i: number) => `Bridge number ${i} is old, they say; it has ${i * 3} stones and “a name”.`;
  const units = (count: number, make: (i: number) => string) => parseArticle(list(count, make, '\n\n'), 'fr.md').units;
  const articles = (count: number) => articlePairSlices(units(count, plain), units(count, english), WORDS);
  const paragraphs = (count: number) => {
    const side = (make: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => ({ text: make(i), kind: 'paragraph' as const }));
    return paragraphSlices(side(plain), side(english), commonRenderings);
  };
  const stepsIn = (work: Generator<undefined, unknown>) => {
    let steps = 0;
    while (work.next().done !== true) steps += 1;
    return steps;
  };

  test.each([
    ['of articles', articles],
    ['alone', paragraphs],
  ])('%s takes about four times the steps', (_, align) => {
    expect(stepsIn(align(1200)) / stepsIn(align(300))).toBeLessThan(4.6);
  });

  test('takes about four times as long', async () => {
    stepsIn(articles(100));
    const once = await workOf(() => stepsIn(articles(300)));
    const four = await workOf(() => stepsIn(articles(1200)));
    expect(four / once, `${once} ${four}`).toBeLessThan(MOST);
  });
});

describe('an article of more than 50,000 paragraphs, items and cells is not made', () => {
  const MANY = 'write at most 50,000 paragraphs, items and cells in one article; make several of it';
  const html = (row: string) => `<table><tr>${'<th>a'.repeat(50)}</tr>${row.repeat(360)}</table>`;
  const cells = html(`<tr>${'<td>b'.repeat(50)}</tr>`);
  test.each([
    ['a.txt', `Titre\n\n${'a\n\n'.repeat(50_000)}`, null],
    ['a.txt', `Titre\n\n${'a\n\n'.repeat(50_001)}`, `“a.txt” cannot be read: ${MANY}`],
    ['a.md', '# Titre\n'.concat('- a\n'.repeat(50_001)), MANY],
    ['a.md', '# Titre\n\na\n:-\n'.concat('b\n'.repeat(50_000)), MANY],
    ['a.html', `<h1>Titre</h1>${'<p>a</p>'.repeat(2)}${cells.repeat(2)}`, null],
    ['a.html', `<h1>Titre</h1>${cells.repeat(3)}`, 'This page has more than 50,000 paragraphs, items or cells'],
  ])('%s %#', async (name, text, refusal) => {
    const said = await readDocument(new TextEncoder().encode(text), name).then(
      () => null,
      ({ message }: Error) => message,
    );
    expect(said).toEqual(refusal === null ? null : expect.stringContaining(refusal));
  });
});
