import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readUserCommand } from '../../src/cli/user.ts';
import { parseUsers } from '../../src/formats/users.ts';
import { createPasswordCheck } from '../../src/http/guard/password.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { until } from '../site.ts';
import { PROGRAM, run, runBuilt } from './program.ts';

const PASSWORD = 'quatre mots tout simples é';

test.each([
  ['a translator where no role is named', ['Ana'], 'translator'],
  ['a reader', ['Ana', '--role', 'reader'], 'reader'],
  ['a reviewer, the role first', ['--role', 'reviewer', 'Ana'], 'reviewer'],
])('a line for %s, which the password opens', async (_what, args, role) => {
  const { code, out, err } = await run(['user', 'add', ...args], { input: `${PASSWORD}\n` });
  const { users, mistakes } = parseUsers(out, 'f');
  const [user] = users;
  const check = await createPasswordCheck(null, { find: () => user ?? null, all: () => users });
  expect([code, err, mistakes, user?.name, user?.role, out.includes('quatre'), out.split('\n').length]).toEqual([
    ...[0, '', [], 'Ana', role, false, 2],
  ]);
  expect([await check({ name: 'Ana', password: PASSWORD }), await check({ name: 'Ana', password: 'x' })]).toEqual([
    { user },
    null,
  ]);
});

test('spaces around a name are none of it, and é is one sign', () => {
  const { person } = readUserCommand({}, [' Rene\u0301 ']);
  expect(person).toBe('René');
});

test('two people with one password have two hashes', async () => {
  const made = [1, 2].map(() => run(['user', 'add', 'Ana'], { input: PASSWORD }));
  const [one, two] = await Promise.all(made);
  expect(one?.out).not.toBe(two?.out);
});

test.each([
  [
    'a short password',
    ['add', 'Ana'],
    'fifteen signs .',
    'The password of Ana is too short: write at least 16 characters.',
  ],
  ['no password', ['add', 'Ana'], '', 'The password of Ana is too short: write at least 16 characters.'],
  [
    'no name',
    ['add'],
    PASSWORD,
    'Name one person, in quotation marks where there is a space: visavis user add "Ana Lima".',
  ],
  [
    'two names',
    ['add', 'Ana', 'Lima'],
    PASSWORD,
    'Name one person, in quotation marks where there is a space: visavis user add "Ana Lima".',
  ],
  [
    'a name with a colon',
    ['add', 'a:b'],
    PASSWORD,
    '“a:b” is no name: write a name of letters and digits, joined by one space or one of . @ _ - + ’.',
  ],
  [
    'an unknown role',
    ['add', 'Ana', '--role', 'boss'],
    PASSWORD,
    '“boss” is no role; write --role reader, translator or reviewer.',
  ],
  ['nothing to do', [], PASSWORD, 'There is one command for people: visavis user add NAME.'],
  ['something else to do', ['remove', 'Ana'], PASSWORD, 'There is one command for people: visavis user add NAME.'],
])('%s is told, and no line is printed', async (_what, args, input, says) => {
  expect(await run(['user', ...args], { input: `${input}\n` })).toEqual({
    code: 2,
    out: '',
    err: `visavis: ${says}\n`,
  });
});

describe.runIf(IS_SLOW_SET && existsSync('/usr/bin/script'))('on a terminal', () => {
  const typed = 'quatre mots tout simples\r';
  test.each([
    ['Ctrl-D', ['\x04'], 2, 'visavis: Nothing was typed to the end; ask again.'],
    ['Ctrl-D at the second question', [typed, '\x04'], 2, 'visavis: Nothing was typed to the end; ask again.'],
    ['Ctrl-C', ['\x03'], 130, ''],
    ['another one', [typed, `x${typed}`], 2, 'visavis: The second password is another one; ask again.'],
    ['near-miss: the same', [typed, typed], 0, ':translator'],
  ])('%s', async (_what, pieces, code, says) => {
    const child = spawn('script', ['-qec', `'${process.execPath}' '${PROGRAM}' user add Ana`, '/dev/null']);
    let said = '';
    child.stdout.on('data', (text: Buffer) => {
      said += text.toString();
    });
    for (const [i, piece] of pieces.entries()) {
      await until(() => said.includes(['Password of Ana: ', 'Once more: '][i] as string));
      child.stdin.write(piece);
    }
    const ended = await new Promise((resolve) => child.on('exit', resolve));
    expect([ended, said.trim().split('\n').at(-1)?.endsWith(says), said.includes('quatre')]).toEqual([
      code,
      true,
      false,
    ]);
  });
});

test.runIf(IS_SLOW_SET)(
  'the built program reads the password from standard input, and needs no folder of texts',
  async () => {
    const { code, out, err } = await runBuilt(['user', 'add', 'Ana Lima'], { root: '/', input: `${PASSWORD}\n` });
    expect([code, err, out.startsWith('Ana Lima:scrypt$15$8$1$')]).toEqual([0, '', true]);
  },
);
