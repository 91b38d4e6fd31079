const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A text as gettext writes it between quotation marks, on one line. */
export function escapedString(value: string): string {
  return value.replace(/[\\"\n\r\t]/g, (sign) => ESCAPES[sign] ?? sign);
}
