import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { glossaryImportSlices } from '../../../src/core/changes/imports/glossary-import.ts';
import { createGlossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import type { Concept } from '../../../src/core/model/concept.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import {
  GLOSSARY_EXPORTS,
  GLOSSARY_FORMATS,
  type GlossaryFormat,
} from '../../../src/formats/exchange/glossary-exports.ts';
import { importedBy, importOutcomeOf } from '../../../src/formats/import/read-import.ts';
import { conceptsOf } from '../../core/glossaries.ts';
import { everyNth, rounds } from '../../rounds.ts';
import { HOME } from '../../site.ts';

/** What an import of a file of this glossary would do to that one, but what is the same. */
function changesOf(format: GlossaryFormat, concepts: readonly Concept[], into: readonly Concept[] = concepts) {
  const text = [...GLOSSARY_EXPORTS[format].write(concepts)].join('');
  const read = importedBy(importOutcomeOf(Buffer.from(text), `x${GLOSSARY_EXPORTS[format].extension}`));
  if (read.kind !== 'glossary') throw new Error('this is no glossary');
  return changesBy(read, into);
}

function changesBy(read: Parameters<typeof glossaryImportSlices>[0], into: readonly Concept[]) {
  const rows = finish(glossaryImportSlices(read, createGlossary(into, NO_VERBS)));
  return rows.filter(({ kind }) => kind !== 'same').map(({ kind, entry, says }) => [kind, entry.id, ...says].join(' '));
}

/** The same numbers each time. */
function createDice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const FRENCH = ['jeton', 'Jeton', 'puce', 'génétique', 'gène', 'modèle', 'IA', 'MoE', 'l’œuvre', 'un (petit) pas'];
const ENGLISH = ['token', 'chip', 'counter', 'genetic', 'genetics', 'gene', 'model', 'AI', 'MoE', 'work, small'];
const STATUSES = ['preferred', 'admitted', 'deprecated', 'superseded'];

/** Entries that share their terms, their definitions and nearly their names. */
function sharingEntries(seed: number): readonly Concept[] {
  const dice = createDice(seed);
  const pick = (words: readonly string[]) => words[dice(words.length)] ?? '';
  const terms = (words: readonly string[]) => {
    const chosen = [...new Set(Array.from({ length: 1 + dice(3) }, () => pick(words)))];
    const said = chosen.map((term, i) => ({ term, status: i === 0 ? 'preferred' : pick(STATUSES) }));
    return JSON.stringify(said);
  };
  const entries = Array.from({ length: 2 + dice(6) }, (_, i) => {
    const definition = dice(2) === 0 ? '' : `\n  definition: ${pick(['One.', 'Another.'])}`;
    return `- id: ${pick(['token', 'chip', 'counter', 'gene'])}-${i}\n  fr: ${terms(FRENCH)}\n  en: ${terms(ENGLISH)}${definition}\n`;
  });
  return conceptsOf(entries.join(''));
}

const FOLDER = path.join(HOME, 'glossary');
const SHIPPED = everyNth(
  everyNth(
    readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')),
    15,
  ).flatMap((name) => conceptsOf(readFileSync(path.join(FOLDER, name), 'utf8'))),
  6,
);

describe.each(GLOSSARY_FORMATS)('a glossary that goes out as %s and comes back', (format) => {
  test('changes none of its entries', () => {
    expect(changesOf(format, SHIPPED)).toEqual([]);
  });

  test('changes none that share terms with each other', () => {
    const changed = Array.from({ length: rounds(5, 60) }, (_, seed) => seed).flatMap((seed) => {
      const said = changesOf(format, sharingEntries(seed));
      return said.length === 0 ? [] : [[seed, ...said]];
    });
    expect(changed).toEqual([]);
  });
});

const ADJECTIVE = conceptsOf(`
- { id: genetics, fr: { term: génétique, pos: noun }, en: genetics }
- { id: genetic, fr: { term: génétique, pos: adjective }, en: genetic }
- { fr: puce, en: chip, not: [flea] }
`);
const PAIRS = 'génétique\tgenetics\ngénétique\tgenetic\n';

describe('a row that names no entry', () => {
  const bring = (rows: string) => {
    const read = importedBy(importOutcomeOf(Buffer.from(rows), 'x.utf8'));
    return read.kind === 'glossary' ? changesBy(read, ADJECTIVE) : [];
  };

  test('says nothing new where any entry has its pair', () => {
    expect(bring(PAIRS)).toEqual([]);
  });

  test('says something new where none has it', () => {
    expect(bring(`${PAIRS}génétique\tgenetical\n`)).toEqual(['changed genetics “genetical” is new']);
  });

  test('still contradicts what the one entry that has its French rules out', () => {
    expect(bring('puce\tflea\n')).toEqual(['conflict chip “flea” is accepted there and ruled out here']);
  });
});

test('a termbase that names its entries is held to them', () => {
  const [noun, ...others] = ADJECTIVE;
  const both = conceptsOf('- { id: genetics, fr: génétique, en: [genetics, genetic] }\n');
  expect(changesOf('tbx', [...both, ...others], [noun as Concept, ...others])).toEqual([
    'changed genetics “genetic” is new',
  ]);
});
