import { EngineError } from '../core/changes/ports/engine.ts';

/** How long an answer is waited for after somebody cancelled, as it may be paid for already. Milliseconds. */
const PATIENCE = 10_000;
/** Time between two looks. Milliseconds. */
const LOOK = 100;

/**
 * An engine’s answer, or an end to waiting for it some time after the run was cancelled.
 *
 * @throws {EngineError} when it was given up
 */
export function waitFor<T>(answer: Promise<T>, isCancelled: () => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    let left = PATIENCE;
    const look = setInterval(() => {
      if (isCancelled()) left -= LOOK;
      if (left > 0) return;
      clearInterval(look);
      reject(new EngineError('Cancelled before the engine answered; what had arrived is saved.', 'stop'));
    }, LOOK);
    answer.then(resolve, reject).finally(() => clearInterval(look));
  });
}
