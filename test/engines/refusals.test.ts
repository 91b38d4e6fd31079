import { describe, expect, test } from 'vitest';
import { readMessage } from '../../src/engines/chat/message.ts';
import { chatRefusal } from '../../src/engines/chat/refusals.ts';
import { refusalFor, sentenceOf } from '../../src/engines/server-sentence.ts';

const reply = (status: number, text = '', retryAfter: number | null = null) => ({ status, text, retryAfter });
const said = (error: { readonly message: string; readonly reach: string; readonly isUnbilled: boolean } | null) =>
  error && `${error.message} (${error.reach}${error.isUnbilled ? ', unbilled' : ''})`;

describe('what a server says no with', () => {
  const SAVED = 'what had arrived is saved';
  test.each([
    [199, '', 'It answered with 199. (batch, unbilled)'],
    [200, '', null],
    [299, '', null],
    [300, '', 'It wants to send us elsewhere (300), which is not followed; write the final address. (setup, unbilled)'],
    [399, '', 'It wants to send us elsewhere (399), which is not followed; write the final address. (setup, unbilled)'],
    [400, 'Bad.', 'It answered with 400: “Bad.”. (batch, unbilled)'],
    [401, 'No.', `It refuses the key (401: “No.”); ${SAVED}. Check it. (setup, unbilled)`],
    [403, '', `It refuses the key (403); ${SAVED}. Check it. (setup, unbilled)`],
    [402, '', `It wants to be paid first (402); ${SAVED}. (stop, unbilled)`],
    [404, '', `It has nothing at this address (404); ${SAVED}. Check the address. (setup, unbilled)`],
    [405, '', `It has nothing at this address (405); ${SAVED}. Check the address. (setup, unbilled)`],
    [413, '', 'It found the paragraph too long (413). (size, unbilled)'],
    [414, '', 'It found the paragraph too long (414). (size, unbilled)'],
    [429, '', `It has too much to do just now (429); ${SAVED}. Try again in a minute. (stop, unbilled)`],
    [503, '', `It has too much to do just now (503); ${SAVED}. Try again in a minute. (stop, unbilled)`],
    [529, '', `It has too much to do just now (529); ${SAVED}. Try again in a minute. (stop, unbilled)`],
    [500, '', 'It answered with 500. (batch, unbilled)'],
    [502, '', 'It answered with 502. (stop)'],
    [504, 'Late.', 'It answered with 504: “Late.”. (stop)'],
  ])('%i %s', (status, text, sentence) => {
    expect(said(refusalFor('It', reply(status, text), null))).toBe(sentence);
  });

  test.each([
    [1, 'in 1 second'],
    [1001, 'in 2 seconds'],
    [119_000, 'in 119 seconds'],
    [120_000, 'in 2 minutes'],
    [121_000, 'in 3 minutes'],
    [7_199_000, 'in 120 minutes'],
    [7_201_000, 'in 3 hours'],
    [172_799_000, 'in 48 hours'],
    [172_800_000, 'in 2 days'],
    [365 * 86_400_000, 'in 365 days'],
    [365 * 86_400_000 + 1, 'in a year at the earliest'],
    [1e40, 'in a year at the earliest'],
  ])('when it asks for %i milliseconds: try again %s', (wait, when) => {
    expect(refusalFor('It', reply(503, '', wait), null)?.message).toContain(`Try again ${when}.`);
  });
});

describe('the sentence of a server', () => {
  test.each<readonly [string, string, string | null]>([
    ['words as they are', 'No room.', 'No room.'],
    ['several lines', ' No\n\troom.\u0000 ', 'No room.'],
    ['a page', '<html>no</html>', null],
    ['nothing', ' ', null],
    ['a message', '{"message":"No."}', 'No.'],
    ['the best of several', '{"title":"Worse","detail":"Better","message":"Best"}', 'Best'],
    ['one behind an empty one', '{"message":"","error":"No."}', 'No.'],
    ['an error in an error', '{"error":{"code":7,"message":"No."}}', 'No.'],
    ['the first of a list', '{"errors":[{"reason":"No."},{"reason":"Never."}]}', 'No.'],
    ...['detail', 'details', 'msg', 'reason', 'title', 'description'].map(
      (place) => [`a ${place}`, `{"${place}":"No."}`, 'No.'] as const,
    ),
    ['four levels down', '{"error":{"error":{"error":{"error":"No."}}}}', 'No.'],
    ['five levels down', `{"error":{"error":{"error":{"error":{"error":"No."}}}}}`, 'No.'],
    ['too far down', `{"error":{"error":{"error":{"error":{"error":{"error":"No."}}}}}}`, null],
    ['too far down in lists', '[[[[[["No."]]]]]]', null],
    ['other keys alone', '{"status":"No."}', null],
    ['300 signs', 'x'.repeat(300), 'x'.repeat(300)],
    ['more of them', 'x'.repeat(301), 'x'.repeat(300)],
    ['a key', 'The key k/1 is wrong, k%2F1 too.', 'The key … is wrong, … too.'],
  ])('%s', (_what, text, sentence) => {
    expect(sentenceOf({ text }, 'k/1')).toBe(sentence);
  });
});

describe('what a chat server says no with', () => {
  test.each([
    [200, 'model not found', null],
    [299, '', null],
    [300, '', 'The chat server wants to send us elsewhere (300)'],
    [
      400,
      'maximum context reached',
      'The chat server finds the paragraph too long (400: “maximum context reached”). (size',
    ],
    [500, 'The prompt is too big', 'The chat server finds the paragraph too long (500'],
    [401, 'too long', 'The chat server refuses the key (401'],
    [403, 'too long', 'The chat server refuses the key (403'],
    [429, 'too many tokens', 'The chat server has too much to do just now (429'],
    [404, 'no model m', 'The chat server does not take the model “m” (404: “no model m”); check CHAT_MODEL. (setup'],
    [400, 'unknown model', 'The chat server does not take the model “m” (400'],
    [400, 'The model refuses', 'The chat server answered with 400: “The model refuses”.'],
    [
      429,
      'insufficient_quota',
      'The chat server wants to be paid first (429: “insufficient_quota”); what had arrived is saved. (stop, unbilled)',
    ],
    [404, '', 'The chat server has no chat at this address (404); check CHAT_URL, which often ends in /v1. (setup'],
    [404, 'gone', 'The chat server has no chat at this address (404: “gone”); check CHAT_URL'],
  ])('%i %s', (status, text, sentence) => {
    const told = said(chatRefusal(reply(status, text), 'm', null));
    expect(sentence === null ? told : told?.slice(0, sentence.length)).toBe(sentence);
  });
});

describe('a message of a chat server', () => {
  const read = (event: unknown) => readMessage(typeof event === 'string' ? event : JSON.stringify(event));
  test.each([
    ['reasoning_content', { choices: [{ message: { content: 'A', reasoning_content: 'Hm' } }] }],
    ['reasoning', { choices: [{ message: { content: 'A', reasoning: 'Hm' } }] }],
    ['thinking', { message: { content: 'A', thinking: 'Hm' } }],
  ])('has its thoughts in %s', (_where, event) => {
    expect([read(event)?.content, read(event)?.thoughts]).toEqual(['A', 'Hm']);
  });

  test.each([
    ['finish_reason', { choices: [{ finish_reason: 'length' }] }],
    ['stop_reason', { stop_reason: 'length' }],
    ['done_reason', { done_reason: 'length' }],
  ])('says why it ends in %s', (_where, event) => {
    expect(read(event)?.finish).toBe('length');
  });

  test.each([
    [
      { prompt_tokens: 7, completion_tokens: 9 },
      { prompt: 7, completion: 9 },
    ],
    [
      { input_tokens: 7, output_tokens: 9 },
      { prompt: 7, completion: 9 },
    ],
    [{ prompt_tokens: 7 }, { prompt: 7, completion: 0 }],
    [{ completion_tokens: 9 }, { prompt: 0, completion: 9 }],
    [
      { prompt_tokens: 0, completion_tokens: 0 },
      { prompt: 0, completion: 0 },
    ],
    [{ prompt_tokens: -1, completion_tokens: 'x' }, null],
    [{}, null],
  ])('took %j', (usage, counts) => {
    expect(read({ choices: [], usage })?.usage).toEqual(counts);
  });

  test.each([
    [{ code: 399 }, 500],
    [{ code: 400 }, 400],
    [{ status: 599 }, 599],
    [{ code: 600 }, 500],
    [{ code: 'x' }, 500],
  ])('that is an error %j has the status %i', (error, status) => {
    expect(read({ error })?.error?.status).toBe(status);
  });

  test('is read out of lines, whatever other lines stand between', () => {
    expect(read('hello\ndata: {"response":"A "}\n\nid: 7\r\ndata:{"response":"token."}\n')?.content).toBe('A token.');
  });

  test('may have its content handed to a function', () => {
    const call = { function: { name: 'x', arguments: '{"1":"A"}' } };
    expect(read({ choices: [{ message: { content: null, tool_calls: [call] } }] })?.content).toBe('{"1":"A"}');
  });

  test('is the first of several choices', () => {
    const choices = [
      { index: 1, message: { content: 'B' } },
      { index: 0, message: { content: 'A' } },
    ];
    expect(read({ choices })?.content).toBe('A');
  });
});
