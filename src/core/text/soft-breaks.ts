const BREAK = /([ \t]*)(\\?)\r?\n[ \t]*/g;

/**
 * A text with its lines joined where they were only wrapped: to a reader such a break is a space. One that is meant, two
 * spaces or a backslash in front of it, stays.
 */
export function joinSoftBreaks(text: string): string {
  return text.replace(BREAK, (written, spaces: string, backslash: string) =>
    backslash !== '' || spaces.length > 1 ? written : ' ',
  );
}
