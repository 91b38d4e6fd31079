/** Where something stands in a file: 1-based line, 1-based column in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** `glossary/ai.yaml:12:5`, to which an editor can jump. */
export function exactPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** `glossary/ai.yaml:12` */
export function formatPlace({ file, line }: Pick<Place, 'file' | 'line'>): string {
  return `${file}:${line}`;
}
