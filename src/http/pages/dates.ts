/** “March 7, 2025” for `2025-03-07`. */
export function writtenDate(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}

/** “09:41”, where the server stands. `time` in milliseconds since 1970. */
export function clockTime(time: number): string {
  return new Date(time).toTimeString().slice(0, 5);
}

/** “March 7, 2025”, where the server stands. `time` in milliseconds since 1970. */
export function dayOf(time: number): string {
  return new Date(time).toLocaleDateString('en-US', { dateStyle: 'long' });
}
