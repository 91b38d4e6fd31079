import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

let site: Site;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot(SMALL);
  ({ remove } = made);
  site = await start(made.root);
});
afterAll(async () => {
  await site.close();
  await remove();
});

const JSON_TYPE = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x' };
const PACKED = { 'content-encoding': 'gzip' };
const LATIN = { 'content-type': 'application/json; charset=iso-8859-7' };
const PARAGRAPH = 'articles/essai/units/p2';
const FIELDS = 'a=1&'.repeat(3001);
const LONG = JSON.stringify({ target: 'x'.repeat(300_000), state: 'draft' });
const UNIT = 'api/articles/essai/units/p2';
const CONCEPTS = 'api/glossary/concepts';

async function answerTo(address: string, init: RequestInit): Promise<{ status: number; text: string }> {
  const answer = await fetch(site.url + address, { redirect: 'manual', ...init });
  return { status: answer.status, text: await answer.text() };
}

/** The words of a page in one line; a link parts no words. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<\/?a\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('a script is told what it did wrong, and what to do', () => {
  test.each<[string, string, string, HeadersInit, string, number, string]>([
    ['no JSON', 'PUT', UNIT, JSON_TYPE, '{', 400, 'Bad request: The body is no JSON.'],
    ['too long a text', 'PUT', UNIT, JSON_TYPE, LONG, 413, 'Too large: What was sent is too long.'],
    [
      'a packed text',
      'PUT',
      UNIT,
      { ...JSON_TYPE, ...PACKED },
      '{}',
      415,
      'Not understood: A packed body is not read here.',
    ],
    [
      'a text in another charset',
      'PUT',
      UNIT,
      LATIN,
      '{}',
      415,
      'Not understood: The charset of this body is not read here.',
    ],
    [
      'a list',
      'PUT',
      UNIT,
      { ...JSON_TYPE, 'if-match': '"x"' },
      '[]',
      400,
      'Bad request: write target and state, and nothing else',
    ],
    [
      'no version',
      'PUT',
      UNIT,
      JSON_TYPE,
      '{"target":"x","state":"draft"}',
      428,
      'If-Match is missing: Name the version you edit in If-Match; GET gives it as ETag.',
    ],
    [
      'a state that there is not',
      'PUT',
      UNIT,
      { ...JSON_TYPE, 'if-match': '"x"' },
      '{"target":"x","state":"done"}',
      400,
      'Bad request: state: write draft or reviewed',
    ],
    [
      'no target',
      'PUT',
      UNIT,
      { ...JSON_TYPE, 'if-match': '"x"' },
      '{"state":"draft"}',
      400,
      'Bad request: target: write the English, or an empty text',
    ],
    [
      'too much',
      'PUT',
      UNIT,
      { ...JSON_TYPE, 'if-match': '"x"' },
      JSON.stringify({ target: 'x'.repeat(100_001), state: 'draft' }),
      400,
      'Bad request: target: write less than 100,000 characters',
    ],
    ['no paragraph', 'GET', 'api/articles/essai/units/p99', {}, '', 404, 'Not found: There is no such paragraph.'],
    ['no article', 'GET', 'api/articles/esai/units/p2', {}, '', 404, 'Not found: There is no such article.'],
    ['no entry', 'GET', `${CONCEPTS}/nothing`, {}, '', 404, 'Not found: There is no such entry in the glossary.'],
    [
      'whichever version there is',
      'PUT',
      UNIT,
      { ...JSON_TYPE, 'if-match': ' * ' },
      '{"target":"x","state":"draft"}',
      428,
      'If-Match is missing: Name the version you edit in If-Match; GET gives it as ETag.',
    ],
    [
      'an id that is taken',
      'POST',
      CONCEPTS,
      JSON_TYPE,
      '{"fr":"jeton","en":"token"}',
      409,
      'Not possible like this: “token” is the id of the entry at glossary/ai.yaml:1.',
    ],
    [
      'no engine',
      'POST',
      'api/articles/essai/units/p2/drafts',
      JSON_TYPE,
      '{}',
      400,
      'Bad request: No engine is set up.',
    ],
    [
      'no engine of that name',
      'POST',
      'api/articles/essai/translate',
      FORM,
      'engine=x',
      400,
      'Bad request: No such engine is set up.',
    ],
    [
      'another type',
      'PUT',
      UNIT,
      { 'content-type': 'text/plain' },
      '{}',
      415,
      'Not understood: Send application/json.',
    ],
    [
      'another method',
      'DELETE',
      UNIT,
      {},
      '',
      405,
      'Method not allowed: This address answers GET and HEAD and PUT only.',
    ],
  ])('%s', async (_what, method, address, headers, body, status, says) => {
    const answer = await answerTo(address, { method, headers, ...(body === '' ? {} : { body }) });
    const { title, detail, ...more } = JSON.parse(answer.text);
    expect([answer.status, `${title}: ${detail}`, more]).toEqual([status, says, { type: 'about:blank', status }]);
  });
});

describe('a person is told what went wrong, and what to do', () => {
  test.each<[string, string, string, HeadersInit, string, number, string]>([
    [
      'no versions',
      'GET',
      'changes/versions?file=content/essai/en.po',
      {},
      '',
      404,
      'No earlier versions of this file are kept. A file has some from its second save on.',
    ],
    [
      'no change',
      'POST',
      'undo',
      FORM,
      'save=99',
      404,
      'There is no such change, or not any more, so nothing was undone. The page of changes lists those that are kept.',
    ],
    ['no other copy', 'POST', 'changes/exchange', FORM, '', 404, 'There is no other copy to send anything to.'],
    [
      'a file that is not kept',
      'GET',
      'import/abcdefabcdefabcdefabcdef',
      {},
      '',
      404,
      'This file is not kept here, or not any more. What is not saved is kept for half an hour. Give the file again.',
    ],
    [
      'a text that is not kept',
      'GET',
      'add/abcdefabcdefabcdefabcdef',
      {},
      '',
      404,
      'This text is not kept here, or not any more. What is not saved is kept for half an hour. Give the text again.',
    ],
    [
      'a form that is too long',
      'POST',
      PARAGRAPH,
      FORM,
      LONG,
      413,
      'What was sent is too long. Shorten it, or send it',
    ],
    ['a form of too many fields', 'POST', PARAGRAPH, FORM, FIELDS, 413, 'This form has too many fields. Send fewer of'],
    [
      'a form that is packed',
      'POST',
      'import',
      { ...FORM, 'content-encoding': 'gzip' },
      'text=a',
      415,
      'Send the form as it is, not packed.',
    ],
    ['no form', 'POST', 'import', { 'content-type': 'text/plain' }, 'a', 415, 'Send a form.'],
    [
      'a form without an end',
      'POST',
      'import',
      MULTIPART,
      '--x\r\n',
      400,
      'This form cannot be read. Use the page itself.',
    ],
    [
      'a form without a boundary',
      'POST',
      'import',
      { 'content-type': 'multipart/form-data' },
      'a',
      400,
      'This form cannot be read. Use the page itself.',
    ],
    ['an empty form', 'POST', 'import', FORM, 'text=', 422, 'Choose a file, or paste what it holds.'],
    [
      'a text of no format',
      'POST',
      'import',
      FORM,
      'text=bonjour',
      422,
      '“pasted text” is none of the formats that are imported',
    ],
    [
      'no paragraph',
      'GET',
      'articles/essai/units/p99',
      {},
      '',
      404,
      'There is no such paragraph. Its number may have changed; look in the article.',
    ],
    ['an article like another', 'GET', 'articles/esai', {}, '', 404, 'There is no such article. Did you mean “essai”?'],
    [
      'an article like none',
      'GET',
      'articles/zzzzzzzz',
      {},
      '',
      404,
      'There is no such article. Look for it among all articles.',
    ],
  ])('%s', async (_what, method, address, headers, body, status, says) => {
    const answer = await answerTo(address, { method, headers, ...(method === 'GET' ? {} : { body }) });
    expect([answer.status, wordsOf(answer.text)]).toEqual([status, expect.stringContaining(says)]);
  });
});

test.each([
  ['articles/esai', 'Did you mean “<a href="/articles/essai">essai</a>”?'],
  ['articles/esai/remove', 'Did you mean “<a href="/articles/essai">essai</a>”?'],
  ['articles/zzzzzzzz', 'Look for it among <a href="/articles">all articles</a>.'],
  ['articles/essai/units/p99', 'Its number may have changed; <a href="/articles/essai">look in the article</a>.'],
  ['glossary/chip-set', '<a href="/glossary?q=chip+set">Search the glossary</a> for the term.'],
  ['glossary/%22%3E%3Cb%3E', '<a href="/glossary?q=%22%3E%3Cb%3E">Search the glossary</a> for the term.'],
])('what /%s was most likely meant for is linked', async (address, advice) => {
  expect((await answerTo(address, {})).text).toContain(`<p>${advice}</p>`);
});
