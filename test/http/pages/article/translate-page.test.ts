import { expect, test } from 'vitest';
import { openLibrary } from '../../../../src/files/loading/library.ts';
import { createPacer } from '../../../../src/files/thread/pacer.ts';
import { translatePage } from '../../../../src/http/pages/article/translate-page.ts';
import type { Job } from '../../../../src/translate/jobs.ts';
import { makeRoot, SMALL } from '../../../site.ts';

const CANCEL = '/api/articles/essai/translate/cancel';
const WAITED_FOR =
  'Nothing more is sent. The answer under way may be paid for already: it is waited for, ten seconds at most, and saved.';

test.each<[Job['state'], boolean, readonly [heading: string, notices: readonly string[], cancelAt: string | null]]>([
  ['running', false, ['Under way: deepl', [], CANCEL]],
  ['running', true, ['Cancelled: deepl', [WAITED_FOR], null]],
  ['stopped', true, ['Stopped: deepl', [], null]],
  ['ended', true, ['Done: deepl', [], null]],
  ['ended', false, ['Done: deepl', [], null]],
])('a run that is %s, cancelled: %s', async (state, isCancelled, wanted) => {
  const { root, remove } = await makeRoot(SMALL);
  const snapshot = (await openLibrary(root, { watch: false })).current();
  await remove();
  const checked = snapshot.articles.get('essai');
  if (checked === undefined) throw new Error('no article');
  const job: Job = { ...{ engine: 'deepl', total: 1, units: [], notices: [] }, state, isCancelled, cost: null };
  const choice = {
    ...{ engines: [], chosen: null, job, today: '2026-01-01', mostCharacters: null, tokenPrice: null },
    spent: { at: '2026-01-01T00:00:00Z', answers: [], months: [] },
  };
  const page = await createPacer().finish(translatePage(checked, snapshot, choice));
  expect([page.job?.heading, page.job?.notices, page.job?.cancelAt]).toEqual(wanted);
});
