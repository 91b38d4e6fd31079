/** Time after a change until what was found in the articles is kept for the next start. Milliseconds. */
const KEPT_AFTER = 20_000;

/** When what is found is kept for the next start. */
export interface Keeping {
  /** A while from now, once for all who say so until then. */
  later(): void;
  /** Now, for the last time; what is being kept already is waited for. */
  end(): Promise<void>;
}

/** @param keep keeps what is not kept yet, and tells of what goes wrong itself */
export function createKeeping(keep: () => Promise<void>, after = KEPT_AFTER): Keeping {
  let timer: NodeJS.Timeout | undefined;
  let kept = Promise.resolve();
  const keepInTurn = () => {
    kept = kept.then(keep);
    return kept;
  };
  return {
    later() {
      timer ??= setTimeout(() => {
        timer = undefined;
        keepInTurn();
      }, after).unref();
    },
    end() {
      clearTimeout(timer);
      return keepInTurn();
    },
  };
}
