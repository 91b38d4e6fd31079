/** What a person wrote, as the end of a sentence: with a full stop, where it has no end of its own. */
export function stopped(written: string): string {
  return /[.!?…]["”’»)]?$/.test(written) ? written : `${written}.`;
}
