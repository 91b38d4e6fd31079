import { describe, expect, test } from 'vitest';
import { conceptAddress, conceptIn, glossaryAddress, withSaved } from '../../src/http/addresses.ts';
import { localAddress, readingAddress } from '../../src/http/sent-addresses.ts';

describe('a page that follows a save', () => {
  test.each([
    ['/articles/essai#p2', '/articles/essai?saved=7#p2'],
    ['/glossary/token', '/glossary/token?saved=7'],
    ['/glossary', '/glossary?saved=7'],
    ['/glossary?field=law', '/glossary?field=law&saved=7'],
  ])('%s', (address, expected) => {
    expect(withSaved(address, 7)).toBe(expected);
  });
});

describe('a page of the glossary has one address', () => {
  test.each([
    [{}, '/glossary'],
    [{ page: 1, q: '', field: '' }, '/glossary'],
    [{ page: 2, field: 'law' }, '/glossary?field=law&page=2'],
    [{ letter: 'a', q: 'a b&c=é"', status: 'note' }, '/glossary?q=a+b%26c%3D%C3%A9%22&status=note&letter=a'],
    [{ article: 'essai', page: 12 }, '/glossary?article=essai&page=12'],
  ])('%j', (view, address) => {
    expect(glossaryAddress(view)).toBe(address);
  });
});

describe('the concept of an address', () => {
  test.each([
    [conceptAddress('token'), 'token'],
    ['/glossary', null],
    ['/articles/essai#p2', null],
    ['/glossaryx/token', null],
  ])('%s', (address, id) => {
    expect(conceptIn(address)).toBe(id);
  });
});

describe('back to where somebody read', () => {
  test.each(['/articles/essai', '/articles/deepseek-r2#p12'])('%s', (address) => {
    expect(readingAddress(address)).toBe(address);
  });

  test.each([
    '//evil.example/articles/essai',
    'https://evil.example/articles/essai',
    '/articles/essai#p',
    '/articles/essai?next=//evil.example',
    '/articles/../glossary',
    '/articles/Essai',
    '/articles/essai#p2\n',
    '/glossary/token',
    '',
    undefined,
    ['/articles/essai'],
  ])('but not %j', (address) => {
    expect(readingAddress(address)).toBe('');
  });
});

test('an address of another server leads to the first page', () => {
  expect(['//evil.example', '/\\evil.example', 'javascript:alert(1)', '/changes'].map(localAddress)).toEqual([
    '/',
    '/',
    '/',
    '/changes',
  ]);
});
