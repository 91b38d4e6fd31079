import { appendFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { outcomeOf } from './teller.ts';
import { openVerdicts, said, stateOf, type Verdict } from './verdicts.ts';

const asserted = { name: 'AssertionError', message: 'expected 1 to be 2' };

describe('why a test failed', () => {
  test.each([
    ['nothing', [], 'passed'],
    ['an assertion', [asserted], 'failed'],
    ['what the program throws', [{ name: 'TypeError', message: 'a is not a function' }], 'failed'],
    ['a file that the program does not find', [{ message: 'no such file', code: 'ENOENT' }], 'failed'],
    ['a sentence about time', [{ message: 'expected “a long time” to be “a day”' }], 'failed'],
    ['a test without an end', [{ message: 'Test timed out in 90000ms.\nIf this is a long-running test…' }], 'late'],
    ['a hook without an end', [{ message: 'Hook timed out in 90000ms.' }], 'late'],
    ['what does not come in time', [{ ...asserted, cause: { message: 'Matcher did not succeed in time.' } }], 'late'],
    ['a port that is taken', [{ message: 'listen EADDRINUSE', code: 'EADDRINUSE' }], 'broke'],
    ['a server that is gone', [{ message: 'fetch failed', cause: { message: '', code: 'ECONNREFUSED' } }], 'broke'],
    [
      'an end that did not come on a full disk',
      [{ message: 'Hook timed out in 9ms.' }, { message: 'write', code: 'ENOSPC' }],
      'broke',
    ],
    ['a full disk', [{ message: 'write', code: 'ENOSPC' }], 'broke'],
    ['an assertion, and an end that did not come', [asserted, { message: 'Hook timed out in 90000ms.' }], 'failed'],
  ])('%s', (_why, errors, outcome) => {
    expect(outcomeOf(errors)).toBe(outcome);
  });
});

test.each<[Verdict, string]>([
  [{ kind: 'noticed', by: 'a.test.ts “a”: no' }, 'noticed by a.test.ts “a”: no'],
  [{ kind: 'unnoticed' }, 'NOT NOTICED'],
  [{ kind: 'undecided', why: 'it took too long' }, 'UNDECIDED: it took too long'],
])('a verdict is said: %j', (verdict, sentence) => {
  expect(said(verdict)).toBe(sentence);
});

describe('verdicts that were kept', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'visavis-')), 'deeper/kept.jsonl');
  const noticed: Verdict = { kind: 'noticed', by: 'a.test.ts “a”: no' };
  const first = openVerdicts(file, 'now');
  first.keep('one', noticed);
  first.keep('two', { kind: 'unnoticed' });
  first.keep('three', { kind: 'undecided', why: '' });
  // A run that is cut may leave half a line.
  appendFileSync(file, '\n{"state":"now","mut');
  openVerdicts(file, 'now').keep('five', noticed);

  test.each([
    ['the next run has them', 'now', 'one', noticed],
    ['those too that nobody noticed', 'now', 'two', { kind: 'unnoticed' }],
    ['what was undecided is tried again', 'now', 'three', null],
    ['what came behind a line that was cut is there', 'now', 'five', noticed],
    ['what was never tried is not', 'now', 'four', null],
    ['nothing of another state counts', 'then', 'one', null],
  ])('%s', (_fact, state, mutant, verdict) => {
    expect(openVerdicts(file, state).find(mutant)).toEqual(verdict);
  });
});

test.each([
  ['the same files', [['a', 'b']], true],
  ['another text', [['a', 'c']], false],
  ['another name', [['b', 'b']], false],
  [
    'one file more',
    [
      ['a', 'b'],
      ['c', ''],
    ],
    false,
  ],
  ['words that moved from name to text', [['', 'ab']], false],
] as const)('the state of %s is the same: %s', (_what, files, isSame) => {
  expect(stateOf(new Map(files)) === stateOf(new Map([['a', 'b']]))).toBe(isSame);
});
