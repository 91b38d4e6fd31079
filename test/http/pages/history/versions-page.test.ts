import { expect, test } from 'vitest';
import type { Save } from '../../../../src/core/changes/ports/history.ts';
import { plainly } from '../../../../src/core/text/told-words.ts';
import { versionsPage } from '../../../../src/http/pages/history/versions-page.ts';
import { glossaryOf } from '../../../core/glossaries.ts';

const FILES = {
  articles: new Map(),
  glossary: glossaryOf(''),
  problems: [],
  revision: '',
  pending: new Set<string>(),
  glossaryFiles: [],
};
const NOBODY = { compared: null, saves: [], by: null, files: FILES };

test('versions of one minute are told apart by their seconds, and the others are not', () => {
  const times = [
    [10, 2],
    [9, 58],
    [9, 7],
  ].map(([minute = 0, second = 0]) => new Date(2025, 2, 7, 9, minute, second).getTime());
  const versions = times.map((time) => ({ name: `${time}.yaml`, time }));
  const page = versionsPage('glossary/ai.yaml', versions, NOBODY);
  expect(page.versions.map(({ until }) => until)).toEqual([
    'March 7, 2025, 09:10',
    'March 7, 2025, 09:09:58',
    'March 7, 2025, 09:09:07',
  ]);
});

const CATALOGUE = 'content/essai/en.po';

function saveOf(what: string, time: number, by: string | null = null): Save {
  const rest = { undoable: true, isInPlace: true, undoes: null };
  return { number: time, file: CATALOGUE, what, where: '/articles/essai#p2', time, by, ...rest };
}

test('each version says which save replaced it, and whose', () => {
  const versions = [40, 30, 20, 10].map((time) => ({ name: `${time}.po`, time }));
  // That of 30 was replaced by git, of which nothing is known.
  const saves = [saveOf('an old version of content/essai/en.po', 41), saveOf('paragraph 3 of essai', 21, 'Ana')];
  saves.push(saveOf('paragraph 2 of essai', 13, 'Ben'), saveOf('paragraph 2 of essai', 12, 'Ben'));
  const page = versionsPage(CATALOGUE, versions, { ...NOBODY, saves, by: 'Ana' });
  const told = page.versions.map(({ next, by }) => [next === null ? null : plainly(next), by]);
  expect(told).toEqual([
    ['then an old version of content/essai/en.po', ''],
    [null, ''],
    ['then paragraph 3', 'by you'],
    ['then paragraph 2', 'by Ben'],
  ]);
});
