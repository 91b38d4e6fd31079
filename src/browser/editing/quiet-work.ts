import { finish, type Slices } from '../../core/model/slices.ts';
import { whenAtRest } from '../shared/at-rest.ts';

/** Work that goes on in pieces while the browser has nothing else to do. */
export interface QuietWork<T> {
  readonly done: Promise<T>;
  /** Does at once what is left of it, for somebody who waits. */
  finish(): T;
}

/** How long a turn of the work goes on: a quarter of what is between two pictures. Milliseconds. */
const TURN = 4;

export function createQuietWork<T>(work: Slices<T>): QuietWork<T> {
  let made: { readonly value: T } | null = null;
  let tell: (value: T) => void = () => {};
  let fail: (error: unknown) => void = () => {};
  const done = new Promise<T>((resolve, reject) => {
    tell = resolve;
    fail = reject;
  });
  const end = (value: T) => {
    made = { value };
    tell(value);
    return value;
  };
  const goOnUntil = (time: number) => {
    do {
      const step = work.next();
      if (step.done) end(step.value);
    } while (made === null && performance.now() < time);
    return made !== null;
  };
  const goOn = () => {
    if (made !== null) return;
    try {
      if (goOnUntil(performance.now() + TURN)) return;
    } catch (error) {
      return fail(error);
    }
    whenAtRest(goOn);
  };
  whenAtRest(goOn);
  return { done, finish: () => (made === null ? end(finish(work)) : made.value) };
}
