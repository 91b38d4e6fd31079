import { describe, expect, test } from 'vitest';
import { failureOf, statusError } from '../../src/web/page-sentences.ts';
import { nameOfPage, typeOfPage } from '../../src/web/page-type.ts';

const SAVE_IT = 'open it in your browser, save it and add the file';

test.each([
  [401, `wants a password (401); ${SAVE_IT}`],
  [402, `wants to be paid (402); ${SAVE_IT}`],
  [403, `does not give it to programs (403); ${SAVE_IT}`],
  [404, 'has no such page (404); look at the address in your browser'],
  [410, 'has it no longer (410)'],
  [429, 'was asked too often (429); try again in some minutes'],
  [451, 'may not show it, for legal reasons (451)'],
  [418, `gave no page (418); ${SAVE_IT}`],
  [499, `gave no page (499); ${SAVE_IT}`],
  [500, 'has a fault of its own (500); try again later'],
  [503, 'has a fault of its own (503); try again later'],
])('a server that answers %i', (status, says) => {
  expect(statusError('a.fr', status).message).toBe(`a.fr ${says}.`);
});

describe('a connection that fails is told by its reason', () => {
  const failed = (code: string) => Object.assign(new Error('internals'), { code });
  test.each([
    ['ENOTFOUND', 'There is no server “a.fr”; look for a slip in the address.'],
    ['EAI_AGAIN', 'The name “a.fr” cannot be looked up now; is this machine online?'],
    ['ECONNREFUSED', 'a.fr takes no connection; try again later.'],
    ['ECONNRESET', 'a.fr hung up; try again later.'],
    ['EPIPE', 'a.fr hung up; try again later.'],
    ['ETIMEDOUT', 'a.fr does not answer; try again later.'],
    ['EHOSTUNREACH', 'a.fr cannot be reached from here.'],
    ['ENETUNREACH', 'a.fr cannot be reached from here; is this machine online?'],
    ['CERT_HAS_EXPIRED', `The certificate of a.fr has expired; ${SAVE_IT}.`],
    ['ERR_TLS_CERT_ALTNAME_INVALID', `The certificate of a.fr is one of another host; ${SAVE_IT}.`],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', `The certificate of a.fr is signed by itself alone; ${SAVE_IT}.`],
    ['SELF_SIGNED_CERT_IN_CHAIN', `The certificate of a.fr is signed by nobody known; ${SAVE_IT}.`],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', `The certificate of a.fr is signed by nobody known; ${SAVE_IT}.`],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', `The certificate of a.fr is signed by nobody known; ${SAVE_IT}.`],
    ['CERT_REVOKED', `The certificate of a.fr is not valid; ${SAVE_IT}.`],
    ['ERR_SSL_WRONG_VERSION_NUMBER', `The certificate of a.fr is not valid; ${SAVE_IT}.`],
    ['EPROTO', 'a.fr does not speak https as it should; try the address with http://.'],
    ['HPE_HEADER_OVERFLOW', 'a.fr sends more headers than a page needs.'],
    ['HPE_INVALID_CONSTANT', 'a.fr does not answer as a web server does.'],
    ['Z_DATA_ERROR', 'a.fr sends a page that cannot be unpacked.'],
    ['Z_MEM_ERROR', 'a.fr sends a page that cannot be unpacked.'],
    ['ERR__ERROR_FORMAT_PADDING_1', 'a.fr sends a page that cannot be unpacked.'],
    ['Z_BUF_ERROR', 'a.fr sent only a part of the page; try again.'],
    ['ERR_STREAM_PREMATURE_CLOSE', 'a.fr sent only a part of the page; try again.'],
    ['EOTHER', 'No page came from a.fr; try again later.'],
  ])('%s', (code, says) => {
    expect(failureOf(failed(code), 'a.fr').message).toBe(says);
  });

  test('of several tries the first is told', () => {
    const all = new AggregateError([failed('ECONNREFUSED'), failed('ETIMEDOUT')]);
    expect(failureOf(all, 'a.fr').message).toBe('a.fr takes no connection; try again later.');
  });

  test('what is no error is told too', () => {
    expect(failureOf('internals', 'a.fr').message).toBe('No page came from a.fr; try again later.');
  });
});

describe('a type that can be read', () => {
  const at = (path: string) => new URL(`https://a.fr${path}`);
  test.each([
    ['text/x-markdown', '/'],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', '/'],
    ['application/vnd.oasis.opendocument.text', '/'],
    ['application/epub+zip', '/'],
    ['binary/octet-stream', '/pont.docx'],
    ['application/zip', '/pont.odt'],
    ['application/octet-stream', '/pont.HTM'],
  ])('%s of %s', (type, path) => {
    expect(typeOfPage(type, at(path))).toEqual({ type, charset: null });
  });

  test.each([
    ['binary/octet-stream', '/pont.exe', 'binary/octet-stream'],
    ['application/zip', '/', 'application/zip'],
    ['image/png; a=b', '/', 'image/png'],
    [`x/${'y'.repeat(80)}`, '/', `x/${'y'.repeat(58)}`],
  ])('not %s of %s', (type, path, named) => {
    expect(() => typeOfPage(type, at(path))).toThrow(`a.fr sends no text but “${named}”; give the address of a page.`);
  });

  test.each([
    ['text/html; charset=utf-8', 'utf-8'],
    [' TEXT/html ;charset=utf-8', 'utf-8'],
    ["text/html; a=b; charset = 'x-mac'", 'x-mac'],
    ['text/html; xcharset=utf-8', null],
    [`text/html; charset=${'a'.repeat(41)}`, 'a'.repeat(40)],
  ])('%s has the encoding %s', (type, charset) => {
    expect(typeOfPage(type, at('/')).charset).toBe(charset);
  });

  test.each([
    [`/${'a'.repeat(100)}.md`, `${'a'.repeat(100)}.md`],
    [`/${'a'.repeat(101)}.md`, ''],
    ['/a.html', ''],
    ['/%ff.md', ''],
  ])('the file of %s is called “%s”', (path, name) => {
    expect(nameOfPage(at(path))).toBe(name);
  });
});
