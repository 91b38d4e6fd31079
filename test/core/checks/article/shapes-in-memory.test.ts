import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { checkArticle } from '../../../../src/core/checks/article/check-article.ts';
import { createGlossary } from '../../../../src/core/checks/glossary/check-glossary.ts';
import { joinCatalogue, parseCatalogue } from '../../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../../src/formats/article/markdown.ts';
import { conceptsOf } from '../../glossaries.ts';

setFlagsFromString('--allow-natives-syntax');
const hasSameShape: (one: unknown, other: unknown) => boolean = runInThisContext('(a, b) => %HaveSameMap(a, b)');

function shapesOf(objects: readonly unknown[]): number {
  const found: unknown[] = [];
  for (const one of objects) if (!found.some((other) => hasSameShape(one, other))) found.push(one);
  return found.length;
}

const COUNT = 30;
const lines = (make: (i: number) => string) => Array.from({ length: COUNT }, (_, i) => make(i)).join('\n\n');
/** As another thread gives them. */
const { units: source, citation } = structuredClone(
  parseArticle(
    lines((i) => `Une puce ${i}. Deux.`),
    'fr.md',
  ),
);
const catalogue = lines((i) => `msgid "Une puce ${i}. Deux."\nmsgstr "A chip ${i}. Two."`);
const { units } = joinCatalogue(source, parseCatalogue(catalogue, 'en.po'));
const glossary = createGlossary(conceptsOf('- fr: puce\n  en: chip\n'));
const checked = checkArticle({ slug: 'a', citation, units }, glossary).units;

/** An object with a shape of its own takes twice its room, and is read more slowly. */
test.each([
  ['paragraphs', units],
  ['their texts', units.flatMap((unit) => [unit.source, unit.target])],
  ['their ledgers', checked],
  ['their sentences', checked.map(({ alignment }) => alignment)],
  ['their terms', checked.flatMap(({ entries }) => entries)],
])('%s have few shapes in memory, however many there are', (_what, all) => {
  expect([all.length >= COUNT, shapesOf(all) <= 3]).toEqual([true, true]);
});
