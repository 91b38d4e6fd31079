import { expect, test } from 'vitest';
import {
  commitMessage,
  committerName,
  isOneCommit,
  isSafePath,
  sharedWords,
} from '../../../src/core/changes/shared-words.ts';

const clock = () => '10:32';
const trouble = (kind: 'away' | 'refused' | 'held', says = '') => ({ kind, since: 0, says });

test.each([
  [{ unsent: 0, hasOther: true, trouble: null }, 'The other copy has every save.'],
  [{ unsent: 1, hasOther: true, trouble: null }, '1 save not sent yet.'],
  [
    { unsent: 3, hasOther: true, trouble: trouble('away') },
    '3 saves not sent yet; the other copy has been out of reach since 10:32.',
  ],
  [{ unsent: 0, hasOther: true, trouble: trouble('away') }, 'The other copy has been out of reach since 10:32.'],
  [
    { unsent: 2, hasOther: true, trouble: trouble('refused', 'protected branch') },
    '2 saves not sent yet; the other copy has taken nothing since 10:32 (protected branch).',
  ],
  [{ unsent: 2, hasOther: true, trouble: trouble('held', 'Commit it.') }, '2 saves not sent yet. Commit it.'],
  [{ unsent: 0, hasOther: false, trouble: null }, 'Saves are committed here; there is no other copy to send them to.'],
  [
    { unsent: 0, hasOther: true, trouble: null, gaveWay: ['a.theirs-0123456789ab'] },
    'The other copy has every save. “a.theirs-0123456789ab” is what the other copy made of files where both changed the same; take over what is right in it, then delete it.',
  ],
  [
    { unsent: 1, hasOther: true, trouble: null, gaveWay: ['a\n', 'b', 'c', 'd', 'e'] },
    '1 save not sent yet. “a�”, “b”, “c” and 2 more are what the other copy made of files where both changed the same; take over what is right in them, then delete them.',
  ],
] as const)('%j is said as “%s”', (state, words) => {
  expect(sharedWords(state, clock)).toBe(words);
});

test.each(['content/essai/en.po', '--exec', '.github/x.yml', '.gitattributes', 'a b', 'é.txt'])(
  '%j may be written',
  (path) => {
    expect(isSafePath(path)).toBe(true);
  },
);

test.each([
  '../x',
  'a/../x',
  '.git/hooks/x',
  'a/.GIT/x',
  '.git. /x',
  '.g\u200cit/config',
  'git~1/x',
  '.visavis/lock',
  '.env',
  'a\\b',
  'a:b',
  'a\nb',
  '/etc/x',
  'a//b',
  '',
])('%j is not written', (path) => {
  expect(isSafePath(path)).toBe(false);
});

test('a commit names what it changed, each once', () => {
  expect([commitMessage(['paragraph 7 of essai']), commitMessage(['a', 'b\nc', 'a'])]).toEqual([
    'paragraph 7 of essai\n',
    'a and 1 more\n\na\nb c\n',
  ]);
});

test('a sign-in is no name', () => {
  expect([committerName('session 12ab'), committerName('Ana'), committerName('A<n>\na'), committerName(null)]).toEqual([
    null,
    'Ana',
    'Ana',
    null,
  ]);
});

test('another person, another file and another time are another commit', () => {
  const last = { place: 'content/a/en.po', by: 'Ana', time: 1000 };
  const is = (next: Partial<typeof last>) => isOneCommit(last, { ...last, ...next });
  expect([
    is({}),
    is({ time: 300_999 }),
    is({ time: 301_000 }),
    is({ time: 999 }),
    is({ by: 'Ben' }),
    is({ place: 'x' }),
  ]).toEqual([true, true, false, false, false, false]);
});
