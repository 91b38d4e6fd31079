import { describe, expect, test } from 'vitest';
import { type SignIn, signInPage } from '../../../src/http/pages/sign-in-page.ts';

const FILES = { revision: '1', problems: [], articles: new Map() };
const STRANGER: SignIn = {
  ...{ next: '/', isSignedIn: false, failure: null, person: null, name: '' },
  asks: { name: false, password: true },
};

describe('what a stranger is asked for', () => {
  test.each([
    [{ name: false, password: true }, 'give the password of this server.', false, false],
    [{ name: true, password: false }, 'give your name and your password.', true, true],
    [
      { name: true, password: true },
      'give your name and your password, or the password of this server without a name.',
      true,
      false,
    ],
  ])('%j', (asks, says, asksName, needsName) => {
    const page = signInPage({ ...STRANGER, asks }, FILES);
    expect([page.says, page.asksName, page.needsName]).toEqual([
      `Reading is open to all; to change anything, ${says}`,
      asksName,
      needsName,
    ]);
  });
});

describe('who is signed in is told who one is, what one may do and where one goes on', () => {
  test.each([
    [null, '/', ['You are signed in', 'What you change is saved in the files.', 'Go to the articles']],
    [null, '/changes', ['You are signed in', 'What you change is saved in the files.', 'Go on to where you were']],
    ['reader', '/changes', ['You are signed in as Ana', 'You may read.', 'Go to the articles']],
    [
      'translator',
      '/changes',
      [
        'You are signed in as Ana',
        'You may write; what you save is a draft until a reviewer approves it.',
        'Go on to where you were',
      ],
    ],
    ['reviewer', '/', ['You are signed in as Ana', 'What you change is saved in the files.', 'Go to the articles']],
  ] as const)('%s, back to %s', (role, next, expected) => {
    const person = role === null ? null : { name: 'Ana', role };
    const page = signInPage({ ...STRANGER, next, person, isSignedIn: true }, FILES);
    expect([page.heading, page.says, page.goOn]).toEqual(expected);
  });
});
