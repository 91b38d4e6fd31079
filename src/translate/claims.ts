import { EngineError } from '../core/changes/ports/engine.ts';
import type { Claim, Spending } from '../core/changes/ports/spending.ts';
import { fingerprint } from '../core/text/fingerprint.ts';
import { waitUnless } from '../wait-unless.ts';

/** Time between two looks whether another run is over. Milliseconds. */
const PAUSE = 200;

/** The name under which the translation of an article is claimed: one run at a time. */
export function articleName(slug: string): string {
  return `article ${slug}`;
}

/** The name under which the glossary that an engine keeps is brought up to date. */
export function glossaryName(engine: string): string {
  return `glossary ${engine}`;
}

/** The name under which a text is claimed for an engine. */
export function textName(label: string, source: string): string {
  return fingerprint([label, source]);
}

/** Claims some things, as soon as no other run has any of them. */
export async function claimInTurn(
  spending: Spending,
  names: readonly string[],
  isCancelled: () => boolean,
): Promise<Claim> {
  for (;;) {
    const claim = await spending.claim(names);
    if (claim !== null) return claim;
    if (!(await waitUnless(isCancelled, PAUSE)))
      throw new EngineError('Cancelled while another run had the same text; what had arrived is saved.', 'stop', true);
  }
}
