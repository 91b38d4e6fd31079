import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createGlossary, untestedSlices } from '../../../src/core/checks/glossary/check-glossary.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NO_VERBS } from '../../../src/core/words/verbs.ts';
import { createTesting, type Testing } from '../../../src/files/loading/glossary-testing.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { collect } from '../collect.ts';

/** A glossary that is to be tested, and the one before it, to which it leaves no other way. */
function begin(): { testing: Testing; before: WeakRef<object> } {
  const before = createGlossary([]);
  const entries = finish(untestedSlices([], { verbs: NO_VERBS, before }));
  return { testing: createTesting(entries, before, createPacer()), before: new WeakRef(before) };
}

test.each([
  ['is let go once it is tested', true],
  ['is the one whose findings count until then', false],
])('the glossary before one %s', async (_fact, isDone) => {
  const { testing, before } = begin();
  if (isDone) await testing.finish();
  // What a reference leads to stays until the turn is over.
  await later();
  collect();
  expect([testing.isDone(), before.deref() === undefined]).toEqual([isDone, isDone]);
});
