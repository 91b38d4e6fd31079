/** “March 7, 2025” for `2025-03-07`. */
export function writtenDate(iso: string): string {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
}

/** “09:41”, where the server stands. `time` in milliseconds since 1970. */
export function clockTime(time: number): string {
  return new Date(time).toTimeString().slice(0, 5);
}

/** “09:41:07”, where the server stands: for what a minute does not tell apart. */
export function exactTime(time: number): string {
  return new Date(time).toTimeString().slice(0, 8);
}

/** “March 7, 2025”, where the server stands. `time` in milliseconds since 1970. */
export function dayOf(time: number): string {
  return new Date(time).toLocaleDateString('en-US', { dateStyle: 'long' });
}

/** views/partials/dated.ejs: a line in pieces, of which its dates are some; it breaks in none of them. */
export type DatedLine = readonly { readonly text: string; readonly isDate: boolean }[];

/** Finds the dates of a line that are written as files and remarks have them: `2025-03-07`. */
export function dated(line: string): DatedLine {
  return line
    .split(/(?<![\w-])(\d{4}-\d{2}-\d{2})(?![\w-])/)
    .map((text, i) => ({ text, isDate: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
