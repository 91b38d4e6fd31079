import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeError } from '../../../src/http/errors.ts';
import { routerOf } from '../../../src/http/routes/table.ts';

const say =
  (word: string): RequestHandler =>
  (_request, response) => {
    response.send(word);
  };
const pass: RequestHandler = (_request, response, next) => {
  response.set('x-passed', 'yes');
  next();
};
const tell: ErrorRequestHandler = (error: unknown, _request, response, _next) => {
  const { status, message } = describeError(error);
  response.status(status).send(message);
};

let server: Server;
let url: string;
beforeAll(async () => {
  const table = routerOf({
    '/read': { GET: [say('read')] },
    '/things/:id': { GET: [pass, say('one')], PUT: [say('put')], DELETE: [say('gone')] },
    '/send': { POST: [pass, say('sent')] },
  });
  server = express().use(table).use(tell).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = (method: string, address: string) => fetch(url + address, { method });

describe('a method of the table goes through its handlers', () => {
  test.each([
    ['GET', '/read', 'read', null],
    ['GET', '/things/7', 'one', 'yes'],
    ['PUT', '/things/7', 'put', null],
    ['DELETE', '/things/7', 'gone', null],
    ['POST', '/send', 'sent', 'yes'],
  ])('%s %s', async (method, address, word, passed) => {
    const answer = await ask(method, address);
    expect([await answer.text(), answer.headers.get('x-passed')]).toEqual([word, passed]);
  });
});

test('HEAD is a GET without its text', async () => {
  const answer = await ask('HEAD', '/things/7');
  expect([answer.status, answer.headers.get('x-passed')]).toEqual([200, 'yes']);
});

describe('any other method is told what there is', () => {
  test.each([
    ['POST', '/read', 'GET, HEAD', 'This address answers GET and HEAD only.'],
    ['PATCH', '/things/7', 'GET, HEAD, PUT, DELETE', 'This address answers GET and HEAD and PUT and DELETE only.'],
    ['OPTIONS', '/things/7', 'GET, HEAD, PUT, DELETE', 'This address answers GET and HEAD and PUT and DELETE only.'],
    ['GET', '/send', 'POST', 'This address answers POST only.'],
  ])('%s %s', async (method, address, allow, sentence) => {
    const answer = await ask(method, address);
    expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([405, allow, sentence]);
  });
});

test.each(['/Read', '/things', '/things/7/8'])('%s is another address', async (address) => {
  expect((await ask('GET', address)).status).toBe(404);
});
