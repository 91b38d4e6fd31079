import { counted, grouped } from '../text/counted.ts';
import type { Cost } from './ports/spending.ts';

/** What a million tokens cost. */
export interface TokenPrice {
  /** Those that are sent. */
  readonly prompt: number;
  /** Those that come back. */
  readonly completion: number;
  /** `USD`; '' where nobody says. */
  readonly currency: string;
}

/** Of a text whose gaps are one space each. */
const PRICE = /^(\d+(?:\.\d+)?)(?:(?: ?[/,;] ?| )(\d+(?:\.\d+)?))? ?([A-Z]{3}|[$€£])?$/;

/** Reads `0.25/2 USD`; one number is for both. Null for anything else. */
export function readTokenPrice(written: string): TokenPrice | null {
  const [, prompt, completion = prompt, currency = ''] = PRICE.exec(written.trim().replaceAll(/\s+/g, ' ')) ?? [];
  if (prompt === undefined) return null;
  return { prompt: Number(prompt), completion: Number(completion), currency };
}

/** “0.0123 USD”, or that nobody knows. */
export function describeTokens(tokens: NonNullable<Cost['tokens']>, price: TokenPrice | null): string {
  const sent = `${counted(tokens.prompt, 'token')} sent and ${grouped(tokens.completion)} received`;
  return `${sent}, ${describePrice(tokens, price)}`;
}

function describePrice({ prompt, completion }: NonNullable<Cost['tokens']>, price: TokenPrice | null): string {
  if (price === null) return 'cost unknown';
  const sum = (prompt * price.prompt + completion * price.completion) / 1e6;
  return `cost ${sum.toFixed(4)}${price.currency === '' ? '' : ` ${price.currency}`}`;
}

/** Characters of French, or of English, to a token, about; few, so that it costs less than was said. */
const CHARACTERS_OF_TOKEN = 3;
/** Tokens of the rules, the terms and the context that go along with ten paragraphs, about. */
const TOKENS_ALONG = 900;

/** What a run may take, before anything is sent. */
export function estimateTokens(characters: number, requests: number): NonNullable<Cost['tokens']> {
  const own = Math.ceil(characters / CHARACTERS_OF_TOKEN);
  return { prompt: own + TOKENS_ALONG * requests, completion: own };
}
