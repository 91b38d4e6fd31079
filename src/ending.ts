/**
 * What asks a program to end: a key, a system that shuts down, a terminal that is closed. Node ends at once at each,
 * also where `nohup` had them ignored.
 */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls at the first signal that asks to end; what comes after it is for whoever listens then.
 *
 * @returns what listens no more
 */
export function whenToldToEnd(act: () => void): () => void {
  const forget = () => {
    for (const signal of SIGNALS) process.off(signal, hear);
  };
  const hear = () => {
    forget();
    act();
  };
  for (const signal of SIGNALS) process.on(signal, hear);
  return forget;
}
