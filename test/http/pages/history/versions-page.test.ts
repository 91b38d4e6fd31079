import { expect, test } from 'vitest';
import { versionsPage } from '../../../../src/http/pages/history/versions-page.ts';
import { glossaryOf } from '../../../core/glossaries.ts';

test('versions of one minute are told apart by their seconds, and the others are not', () => {
  const files = {
    articles: new Map(),
    glossary: glossaryOf(''),
    problems: [],
    revision: '',
    pending: new Set<string>(),
  };
  const times = [
    [10, 2],
    [9, 58],
    [9, 7],
  ].map(([minute = 0, second = 0]) => new Date(2025, 2, 7, 9, minute, second).getTime());
  const versions = times.map((time) => ({ name: `${time}.yaml`, time }));
  const page = versionsPage('glossary/ai.yaml', versions, { compared: null, files: { ...files, glossaryFiles: [] } });
  expect(page.versions.map(({ until }) => until)).toEqual([
    'March 7, 2025, 09:10',
    'March 7, 2025, 09:09:58',
    'March 7, 2025, 09:09:07',
  ]);
});
