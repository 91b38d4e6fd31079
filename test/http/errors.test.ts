import { describe, expect, test } from 'vitest';
import { StoreError, type StoreReason } from '../../src/core/changes/ports/store-error.ts';
import { describeError, statusOf, UserError, type UserErrorCode } from '../../src/http/errors.ts';

test.each<[StoreReason, number, string]>([
  ['full', 507, 'Not saved'],
  ['forbidden', 403, 'Not allowed'],
  ['changing', 409, 'Not possible like this'],
  ['unfit', 409, 'Not possible like this'],
  ['large', 413, 'Too large'],
  ['invalid', 422, 'To be corrected'],
  ['other', 500, 'Internal error'],
])('what cannot be saved since “%s” is answered with %i', (reason, status, title) => {
  const error = new StoreError('Ink is out.', reason);
  const described = { status, title, message: 'Ink is out.', advice: 'Nothing was saved.', lead: null, details: {} };
  expect([statusOf(error), describeError(error)]).toEqual([status, described]);
});

test.each<[UserErrorCode, number, string]>([
  ['bad-request', 400, 'Bad request'],
  ['unauthorized', 401, 'Sign in first'],
  ['forbidden', 403, 'Not allowed'],
  ['not-found', 404, 'Not found'],
  ['method-not-allowed', 405, 'Method not allowed'],
  ['conflict', 409, 'Not possible like this'],
  ['too-large', 413, 'Too large'],
  ['unsupported', 415, 'Not understood'],
  ['invalid', 422, 'To be corrected'],
  ['precondition-required', 428, 'If-Match is missing'],
  ['too-many', 429, 'Too many tries'],
])('a request that is “%s” is answered with %i', (code, status, title) => {
  const described = describeError(new UserError(code, 'No.', 'Try this.', { current: 7 }));
  expect(described).toEqual({
    status,
    title,
    message: 'No.',
    advice: 'Try this.',
    lead: null,
    details: { current: 7 },
  });
});

describe('what Express finds wrong with a request is said in words of ours', () => {
  const failed = (status: number, type: string) => Object.assign(new Error('internals'), { status, type });
  test.each([
    [
      'a body that is no JSON',
      failed(400, 'entity.parse.failed'),
      400,
      'The body is no JSON. Check its quotation marks',
    ],
    [
      'a stray % sign',
      Object.assign(new URIError('internals'), { status: 400 }),
      400,
      'This address cannot be read. Check it for stray % signs.',
    ],
    ['a body that is too long', failed(413, 'entity.too.large'), 413, 'What was sent is too long. Shorten it'],
    ['too many fields', failed(413, 'parameters.too.many'), 413, 'This form has too many fields. Send fewer'],
    ['a packed body', failed(415, 'encoding.unsupported'), 415, 'A packed body is not read here. Send it'],
    ['a foreign charset', failed(415, 'charset.unsupported'), 415, 'The charset of this body is not read here. Send'],
    ['a wrong length', failed(400, 'request.size.invalid'), 400, 'The body is not as long as its Content-Length'],
    ['a body that was cut', failed(400, 'request.aborted'), 400, 'The body did not arrive whole. Send it again.'],
    ['a type that nobody knows', failed(400, 'x'), 400, 'This request cannot be answered.'],
    ['a type that is the name of something else', failed(400, 'constructor'), 400, 'This request cannot be answered.'],
    ['a fault of ours with such a type', failed(500, 'stream.encoding.set'), 500, 'Internal error.'],
    ['anything else of it', failed(418, 'x'), 418, 'This request cannot be answered.'],
    ['the last of its kind', failed(499, 'x'), 499, 'This request cannot be answered.'],
    ['a fault of the program', failed(502, 'x'), 500, 'Internal error. It has been logged.'],
    ['an error without a status', new Error('internals'), 500, 'Internal error. It has been logged.'],
    ['what is no error', 'internals', 500, 'Internal error. It has been logged.'],
  ])('%s', (_what, error, status, says) => {
    const { message, advice, ...described } = describeError(error);
    expect([described.status, `${message} ${advice}`.startsWith(says)]).toEqual([status, true]);
  });
});
