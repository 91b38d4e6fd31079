/** Time before a line that the server refused is asked for again. Milliseconds. */
const PATIENCE = 10_000;

/**
 * Hears what the server tells, each time with the state of now first, so that a page that was away catches up. A hidden
 * page lets go of its line, since a browser has few.
 *
 * @param listeners by the name of the event; each gets what was told
 */
export function followServer(listeners: Readonly<Record<string, (told: unknown) => void>>): void {
  let line: EventSource | null = null;
  let waiting = 0;
  const hangUp = () => {
    clearTimeout(waiting);
    line?.close();
    line = null;
  };
  const call = () => {
    hangUp();
    const mine = new EventSource('/events');
    line = mine;
    for (const [name, hear] of Object.entries(listeners))
      mine.addEventListener(name, ({ data }) => hear(JSON.parse(data)));
    mine.addEventListener('error', () => {
      // A line that broke is mended by the browser; one that was refused is not.
      if (mine.readyState === EventSource.CLOSED && line === mine) waiting = window.setTimeout(call, PATIENCE);
    });
  };
  const follow = () => {
    if (document.visibilityState === 'hidden') hangUp();
    else if (line === null) call();
  };
  document.addEventListener('visibilitychange', follow);
  follow();
}

/**
 * Makes of a piece of work one that is never under way twice: what is asked for meanwhile is done once, afterwards.
 * Work that fails is given up; the next event asks again.
 */
export function oneAtATime(work: () => Promise<void>): () => void {
  let isAsked = false;
  let isBusy = false;
  const go = async () => {
    isBusy = true;
    while (isAsked) {
      isAsked = false;
      await work().catch(() => {});
    }
    isBusy = false;
  };
  return () => {
    isAsked = true;
    if (!isBusy) void go();
  };
}
