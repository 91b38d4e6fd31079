import { isSent, type Plan } from '../core/changes/plan.ts';
import type { Engine } from '../core/changes/ports/engine.ts';
import type { Cost, MonthlyCost } from '../core/changes/ports/spending.ts';
import { describeTokens, estimateTokens, type TokenPrice } from '../core/changes/token-price.ts';
import { counted } from '../core/text/counted.ts';

/** Paragraphs that go into one request, about. */
const OF_REQUEST = 6;

/** What a run is about to cost at an engine; null where it says so itself in characters, or bills nothing. */
export function describePrice({ units, characters }: Plan, engine: Engine, price: TokenPrice | null): string | null {
  if (engine.abilities.price !== 'tokens' || units.length === 0) return null;
  const requests = Math.ceil(units.filter(isSent).length / OF_REQUEST);
  const about = describeTokens(estimateTokens(characters, requests), price);
  return `${engine.name} bills tokens: about ${about}${price === null ? '; set CHAT_PRICE to know it' : ''}.`;
}

/** “412 characters billed”, or tokens and what they cost. */
export function describeCost({ characters, tokens }: Cost, price: TokenPrice | null): string {
  const billed = `${counted(characters, 'character')} billed`;
  if (tokens === null) return billed;
  return characters === 0 ? describeTokens(tokens, price) : `${billed}, ${describeTokens(tokens, price)}`;
}

/** What an engine cost this month, as far as this folder knows; null for nothing. */
export function describeMonth(months: readonly MonthlyCost[], engine: Engine, date: string): string | null {
  const found = months.find((one) => one.engine === engine.name && one.month === date.slice(0, 7));
  if (found === undefined) return null;
  const tokens = found.tokens === null ? 0 : found.tokens.prompt + found.tokens.completion;
  const parts = [
    ...(found.characters > 0 ? [counted(found.characters, 'character')] : []),
    ...(tokens > 0 ? [counted(tokens, 'token')] : []),
  ];
  return parts.length === 0 ? null : `This month ${engine.name} was sent ${parts.join(' and ')} from here.`;
}

/**
 * That the limit of a run would stop this one before it begins; null where it would not.
 *
 * @param engine null where none is set up
 */
export function whyOverLimit({ characters }: Plan, engine: Engine | null, most: number | null): string | null {
  if (most === null || characters <= most || engine?.abilities.price === 'free') return null;
  return `VISAVIS_MOST_CHARACTERS allows ${counted(most, 'character')} a run, so nothing of this would be sent to an engine that bills.`;
}
