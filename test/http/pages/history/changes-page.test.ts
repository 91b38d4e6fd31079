import { expect, test } from 'vitest';
import type { Snapshot } from '../../../../src/core/changes/ports/library.ts';
import { type AskedChanges, changesPage } from '../../../../src/http/pages/history/changes-page.ts';

/** As much of one as the page asks for. */
const FILES = {
  ...{ revision: '', problems: [], articles: new Map() },
  glossary: { conceptById: new Map() },
} as unknown as Snapshot;

function saveOf(count: number): AskedChanges['saves'][number] {
  const words = (text: string) => ({ name: 'Un jeton.', text, language: 'en' as const, details: [] });
  return {
    ...{ number: 1, file: 'content/essai/en.po', what: '12 paragraphs of essai', where: '/articles/essai#p1' },
    ...{ time: Date.UTC(2026, 10, 27), by: null, undoable: true, isInPlace: true, undoes: null },
    changes: Array.from({ length: count }, (_, i) => ({ before: words('A token.'), after: words(`Token ${i}.`) })),
  };
}

test.each([
  [1, 1, ''],
  [5, 5, ''],
  [6, 5, 'and 1 more'],
  [40, 5, 'and 35 more'],
])('of %i changes of one save %i are shown: “%s”', (count, shown, more) => {
  const { days } = changesPage(
    {
      ...{ heading: [{ text: 'Changes', isFrench: false }], of: '', isAll: true, pages: null, at: '/changes' },
      ...{ by: null, shared: null, saves: [saveOf(count)] },
    },
    FILES,
  );
  expect(days.flatMap(({ saves }) => saves.map((save) => [save.changes.length, save.more]))).toEqual([[shown, more]]);
});
