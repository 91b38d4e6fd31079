import { EngineError } from '../core/changes/ports/engine.ts';
import { waitUnless } from '../wait-unless.ts';
import { type Posting, post, type Reply } from './bounded-post.ts';

/** How long a server that has no time is waited for. Milliseconds. */
export interface Patience {
  /** Between two looks where the server does not say; it doubles each time. */
  readonly step: number;
  /** In all, while it is busy. */
  readonly busy: number;
  /** In all, while it loads its model. */
  readonly loading: number;
}

export const PATIENCE: Patience = { step: 1000, busy: 90_000, loading: 300_000 };

/** Attempts where the server does not say when to come back. */
const MOST_ATTEMPTS = 4;
/** Longest time between two looks at a server that loads, in steps. */
const MOST_STEPS = 5;

/**
 * As `post`, but a server that is busy or still loads its model is asked again: when it says, or after longer and
 * longer whiles, within a limit. What it answered last is what it answered.
 */
export async function postPatiently(posting: Posting, patience: Patience = PATIENCE): Promise<Reply> {
  let waited = 0;
  for (let attempt = 1; ; attempt += 1) {
    const reply = await post(posting);
    const wait = waitAfter(reply, attempt, patience);
    const most = isLoading(reply) ? patience.loading : patience.busy;
    if (wait === null || waited + wait > most) return reply;
    waited += wait;
    await pause(wait, posting.isCancelled);
  }
}

/** Null where waiting does not help. Milliseconds. */
function waitAfter(reply: Reply, attempt: number, { step }: Patience): number | null {
  if (!isBusy(reply)) return null;
  // At once is no time to find some.
  if (reply.retryAfter !== null) return Math.max(step, reply.retryAfter);
  if (isLoading(reply)) return step * Math.min(attempt, MOST_STEPS);
  return attempt < MOST_ATTEMPTS ? step * 2 ** (attempt - 1) : null;
}

/** Behind a gateway that gave up a model may have worked, and be paid for: that is not sent again. */
function isBusy(reply: Reply): boolean {
  const { status, retryAfter } = reply;
  if (status === 502) return retryAfter !== null;
  return status === 503 || status === 529 || (status === 429 && !isOutOfMoney(reply));
}

/** An account without money says 429 too, and gets none by waiting. */
export function isOutOfMoney({ status, text }: Pick<Reply, 'status' | 'text'>): boolean {
  return status === 429 && MONEY.test(text);
}

/** Whole words, also of names such as `insufficient_quota`; a load balancer is something else. */
const MONEY = /(?<![a-z])(?:insufficient[_ ](?:quota|balance)|billing|credits?)(?![a-z])/i;

function isLoading({ status, text }: Reply): boolean {
  return status === 503 && /loading|warming|starting/i.test(text);
}

async function pause(wait: number, isCancelled: () => boolean = () => false): Promise<void> {
  if (await waitUnless(isCancelled, wait)) return;
  throw new EngineError('Cancelled; what had arrived is saved.', 'stop', true);
}
