import { describe, expect, test } from 'vitest';
import { describeTokens, readTokenPrice } from '../../../src/core/changes/token-price.ts';

describe('a price of tokens', () => {
  test.each([
    ['0.25/2 USD', { prompt: 0.25, completion: 2, currency: 'USD' }],
    ['0.25 2', { prompt: 0.25, completion: 2, currency: '' }],
    ['0.25, 2 €', { prompt: 0.25, completion: 2, currency: '€' }],
    ['3', { prompt: 3, completion: 3, currency: '' }],
    ['0/0', { prompt: 0, completion: 0, currency: '' }],
  ])('%s', (written, price) => {
    expect(readTokenPrice(written)).toEqual(price);
  });

  test.each(['', 'cheap', '-1/2', '1/2/3', '1e3', '0,25/2x', 'NaN', '1/2 dollars'])('“%s” is none', (written) => {
    expect(readTokenPrice(written)).toBeNull();
  });
});

describe('what tokens cost', () => {
  const TOKENS = { prompt: 10_000, completion: 2_000 };
  test.each([
    [null, '10,000 tokens sent and 2,000 received, cost unknown'],
    [{ prompt: 0.25, completion: 2, currency: 'USD' }, '10,000 tokens sent and 2,000 received, cost 0.0065 USD'],
    [{ prompt: 1, completion: 1, currency: '' }, '10,000 tokens sent and 2,000 received, cost 0.0120'],
  ])('at %o', (price, said) => {
    expect(describeTokens(TOKENS, price)).toBe(said);
  });
});
