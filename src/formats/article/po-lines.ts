import { escapedString } from '../../core/text/escaped-string.ts';

/** Columns of a line, as the gettext tools write them. */
const COLUMNS = 77;

/** `msgstr "…"` on one line where it fits; else `msgstr ""` and lines cut behind spaces. */
export function stringLines(keyword: string, value: string): string[] {
  const text = escapedString(value);
  if (keyword.length + 3 + text.length <= COLUMNS + 2 && !value.includes('\n')) return [`${keyword} "${text}"`];
  const lines: string[] = [];
  for (const row of value.split(/(?<=\n)/)) {
    let line = '';
    for (const word of escapedString(row).split(/(?<= )/)) {
      if (line !== '' && line.length + word.length > COLUMNS) {
        lines.push(`"${line}"`);
        line = '';
      }
      line += word;
    }
    if (line !== '') lines.push(`"${line}"`);
  }
  return [`${keyword} ""`, ...lines];
}

/** With its quotation marks. */
export function quotedString(value: string): string {
  return `"${escapedString(value)}"`;
}

/** The line of the flags of a message; none where it has none. */
export function flagLines(flags: readonly string[], isDraft: boolean): string[] {
  const others = flags.filter((flag) => flag !== 'fuzzy' && flag !== '');
  const all = isDraft ? ['fuzzy', ...others] : others;
  return all.length === 0 ? [] : [`#, ${all.join(', ')}`];
}
