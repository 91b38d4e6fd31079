import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Snapshot } from '../src/core/changes/ports/library.ts';
import type { CheckedArticle } from '../src/core/checks/checked-article.ts';
import { glossaryJsonSchema } from '../src/formats/glossary/schema.ts';
import { HOME, shippedSnapshot } from './site.ts';

let snapshot: Snapshot;
let article: CheckedArticle;
beforeAll(async () => {
  snapshot = await shippedSnapshot();
  article = snapshot.articles.get('deepseek-r2') as CheckedArticle;
});

describe('the shipped glossary', () => {
  test('has no problem, and every entry does what its examples say', () => {
    expect([snapshot.problems, snapshot.glossary.findings]).toEqual([[], []]);
  });

  test('has at least 150 concepts, names aside, each with a definition', () => {
    const concepts = snapshot.glossary.concepts.filter(({ keep }) => !keep);
    expect([
      concepts.length >= 150,
      concepts.filter(({ definition }) => definition === null).map(({ id }) => id),
    ]).toEqual([true, []]);
  });

  test('has a JSON Schema for editors that is fresh (npm test -- -u writes it)', async () => {
    await expect(`${JSON.stringify(glossaryJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      path.join(HOME, 'glossary/glossary.schema.json'),
    );
  });

  /** The terms that the article cannot do without. */
  test.each([
    'MoE',
    "mélange d'experts",
    'MLA',
    'multi-head latent attention',
    'jeton',
    'puce',
    "puce d'IA",
    'modèle de raisonnement',
    'puissance de calcul',
    "modèle d'IA",
    'intelligence artificielle',
    'IA',
    'coût de calcul',
    'cluster',
    'entraînement',
    'requête',
    'test comparatif',
    'fonds de couverture',
    'recherche en IA',
    'ingénieur algorithmique',
    'data scientist',
    'DeepSeek',
    'OpenAI',
    'Nvidia',
    'R1',
    'V3',
    'A100',
    'Fire-Flyer II',
  ])('knows “%s”', (term) => {
    expect(snapshot.glossary.concepts.some(({ fr }) => fr.some(({ text }) => text === term))).toBe(true);
  });
});

describe('the shipped article', () => {
  test('has no paragraph that was approved with terms that are others by now', () => {
    expect(article.units.filter(({ stale }) => stale.length > 0).map(({ unit, stale }) => [unit.id, stale])).toEqual(
      [],
    );
  });

  test('is translated whole and approved', () => {
    expect([article.units.length, article.units.filter(({ unit }) => unit.state === 'reviewed').length]).toEqual([
      43, 43,
    ]);
  });

  test('keeps its terms', () => {
    const { missing, deprecated, waived } = article.standings;
    expect([missing, deprecated, waived <= 3, article.findings]).toEqual([0, 0, true, []]);
  });

  test('says where its English is from, unit by unit', () => {
    expect(article.units.filter(({ unit }) => !unit.origin?.startsWith('project')).map(({ unit }) => unit.id)).toEqual(
      [],
    );
  });

  /** Traps of the source, and what a careful translator writes. */
  test.each([
    ['p2', '\\$1 trillion'],
    ['p2', 'Feb. 25'],
    ['p2', 'Last month|last month'],
    ['p3', 'hundreds of billions'],
    ['p6', 'hedge fund'],
    ['p8', '1985'],
    ['p9', '9 a.m. to 9 p.m.'],
    ['p10', 'Tsinghua and Peking'],
    ['p13', '1.5 million yuan'],
    ['p13', '800,000 yuan'],
    ['p14', 'tens of billions of yuan'],
    ['p16', '70%'],
    ['p17', '1.2 billion yuan'],
    ['p17', '10,000 Nvidia A100 chips'],
    ['p20', 'Fire-Flyer II'],
    ['p26', '50,000'],
    ['p27', '…$|\\.\\.\\.$'],
    ['p32', '20 to 40 times'],
    ['p35', 'three times as many tokens'],
    ['p38', '13 '],
    ['p43', '“'],
  ])('%s says %s', (id, words) => {
    const target = article.units.find(({ unit }) => unit.id === id)?.unit.target?.text ?? '';
    expect(target).toMatch(new RegExp(words));
  });

  test('has English punctuation: no straight quotes, no padded ones, no French spaces', () => {
    const odd = article.units.filter(({ unit }) =>
      /["«»\u00a0\u202f]| [;:?!]|“ | ”|\d %/.test(unit.target?.text ?? ''),
    );
    expect(odd.map(({ unit }) => unit.id)).toEqual([]);
  });

  test('tells the reader where the source itself is odd', () => {
    const noted = article.units.filter(({ unit }) => unit.notes.length > 0).map(({ unit }) => unit.id);
    expect(['p6', 'p8', 'p17', 'p20', 'p27'].filter((id) => !noted.includes(id))).toEqual([]);
  });
});

const hasMsgfmt = spawnSync('msgfmt', ['--version']).status === 0;
test.skipIf(!hasMsgfmt)('msgfmt accepts the catalogue (skipped where gettext is not installed)', () => {
  const file = path.join(HOME, 'content/deepseek-r2/en.po');
  expect(() => execFileSync('msgfmt', ['--check', '-o', '/dev/null', file], { stdio: 'pipe' })).not.toThrow();
});

test('each glossary file names its schema, so that an editor helps', () => {
  const without = snapshot.glossaryFiles.filter(
    (file) =>
      !readFileSync(path.join(HOME, file), 'utf8').startsWith(
        '# yaml-language-server: $schema=./glossary.schema.json\n',
      ),
  );
  expect(without).toEqual([]);
});
