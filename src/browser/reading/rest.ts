/** Waits until a pointer rests on something. */
export interface Rest {
  /** It moved over something. */
  move(over: HTMLElement, at: MouseEvent): void;
  /** It presses there, and so wants something else for as long as it stays. */
  press(over: HTMLElement, at: MouseEvent): void;
  /** It left. */
  leave(): void;
}

/** A hand that is not quite still rests too. CSS pixels. */
const STILL = 6;

/**
 * @param wait milliseconds without a move before it counts
 * @param act called once for each stay
 */
export function createRest(wait: number, act: (over: HTMLElement) => void): Rest {
  let waiting = 0;
  let last: { over: HTMLElement; x: number; y: number } | null = null;
  const stop = () => {
    clearTimeout(waiting);
    waiting = 0;
  };
  return {
    move(over, { clientX: x, clientY: y }) {
      const stays = last?.over === over;
      if (last !== null && stays && Math.hypot(x - last.x, y - last.y) < STILL) return;
      if (stays && waiting === 0) return;
      last = { over, x, y };
      clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        waiting = 0;
        act(over);
      }, wait);
    },
    press(over, { clientX: x, clientY: y }) {
      stop();
      last = { over, x, y };
    },
    leave() {
      stop();
      last = null;
    },
  };
}
