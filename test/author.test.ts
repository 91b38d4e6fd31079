import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAuthor } from '../src/author.ts';

const ANA = { by: 'Ana', person: { name: 'Ana', role: 'reviewer' } } as const;
const BEN = { by: 'Ben', person: { name: 'Ben', role: 'translator' } } as const;

test('who does something is known in all that it waits for, and nowhere else', async () => {
  const author = createAuthor();
  const known = async () => {
    await pause(5);
    return author.current();
  };
  const asked: Promise<string | null>[] = [];
  for (const one of [ANA, BEN]) author.as(one, () => asked.push(known()));
  asked.push(known());
  expect([await Promise.all(asked), author.person()]).toEqual([['Ana', 'Ben', null], null]);
});

test('nobody is remembered once it has ended', async () => {
  const author = createAuthor();
  let asked: Promise<unknown> = Promise.resolve();
  author.as(ANA, () => {
    asked = pause(5).then(() => [author.current(), author.person()]);
  });
  author.end();
  expect(await asked).toEqual([null, null]);
});
