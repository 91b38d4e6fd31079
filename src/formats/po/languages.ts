/** The languages that the header of a catalogue names; null for one that it does not. */
export interface PoLanguages {
  readonly source: string | null;
  readonly target: string | null;
  /** Where the header begins. UTF-16 offset. */
  readonly offset: number;
}

/** The message without a text, which gettext keeps its header in. */
const HEADER = /(?:^|\n)msgid ""\r?\n(?:"[^\n]*\n)*msgstr (?:"[^\n]*(?:\n|$))+/;

/** The header of a catalogue, as it stands there; '' for none. */
export function headerOf(text: string): string {
  return HEADER.exec(text)?.[0] ?? '';
}

export function poLanguages(text: string): PoLanguages {
  const { 0: header = '', index: offset = 0 } = HEADER.exec(text) ?? {};
  const named = (pattern: RegExp) => pattern.exec(header)?.[1] ?? null;
  return {
    source: named(/"X-Source-Language: *([\w@-]+)/),
    target: named(/"Language: *([\w@-]+)/),
    offset,
  };
}
