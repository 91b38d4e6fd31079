import type { Request, Response } from 'express';
import { expect, test } from 'vitest';
import { createGate } from '../../../src/http/guard/gate.ts';

/** A gate that everybody comes through, and the cookies that it gave. */
function openGate() {
  const gate = createGate(
    { check: async () => ({ user: null }), hasPassword: true, users: null, nameByProxy: null },
    () => 0,
    { publicOrigin: null, clientOf: () => ({ address: '127.0.0.1', proxy: null }) },
  );
  const cookies: string[] = [];
  const response = { cookie: (name: string, token: string) => cookies.push(`${name}=${token}`), clearCookie() {} };
  return { gate, cookies, response: response as unknown as Response };
}
const asking = (cookie = '') => ({ headers: { host: 'a.example', cookie }, socket: {} }) as unknown as Request;

test('somebody without a name is told apart by eight signs, which open nothing', () => {
  const { gate, cookies, response } = openGate();
  for (let i = 0; i < 2; i += 1) gate.signIn(asking(), response, { user: null });
  const names = cookies.map((cookie) => gate.actingOf(asking(cookie)).by ?? '');
  expect([
    names.filter((name) => !/^session [\w-]{8}$/.test(name)),
    new Set(names).size,
    cookies.filter((cookie, i) => cookie.includes((names[i] ?? '').slice('session '.length))),
  ]).toEqual([[], 2, []]);
});

test('a session ends where its browser signs in anew, or out', () => {
  const { gate, cookies, response } = openGate();
  const opens = () => cookies.map((cookie) => gate.isSignedIn(asking(cookie)));
  for (let i = 0; i < 2; i += 1) gate.signIn(asking(), response, { user: null });
  gate.signIn(asking(cookies[0]), response, { user: null });
  const anew = opens();
  gate.signOut(asking(cookies[1]), response);
  expect([anew, opens()]).toEqual([
    [false, true, true],
    [false, false, true],
  ]);
});
