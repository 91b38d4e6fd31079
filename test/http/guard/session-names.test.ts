import type { Request, Response } from 'express';
import { expect, test } from 'vitest';
import { createGate } from '../../../src/http/guard/gate.ts';

test('somebody without a name is told apart by eight signs, which open nothing', () => {
  const gate = createGate(
    { check: async () => ({ user: null }), hasPassword: true, users: null, nameByProxy: null },
    () => 0,
    { publicOrigin: null, clientOf: () => ({ address: '127.0.0.1', proxy: null }) },
  );
  const cookies: string[] = [];
  const response = { cookie: (name: string, token: string) => cookies.push(`${name}=${token}`) };
  const asking = (cookie = '') => ({ headers: { host: 'a.example', cookie }, socket: {} }) as unknown as Request;
  for (let i = 0; i < 2; i += 1) gate.signIn(asking(), response as unknown as Response, { user: null });
  const names = cookies.map((cookie) => gate.actingOf(asking(cookie)).by ?? '');
  expect([
    names.filter((name) => !/^session [\w-]{8}$/.test(name)),
    new Set(names).size,
    cookies.filter((cookie, i) => cookie.includes((names[i] ?? '').slice('session '.length))),
  ]).toEqual([[], 2, []]);
});
