/**
 * A text in which control characters are written out, as `\u001b`: raw, they would steer the terminal that shows it. In
 * JSON this says the same as before.
 *
 * @param kept control characters that stay
 */
export function showControls(text: string, kept = ''): string {
  return text.replace(/\p{Cc}/gu, (sign) =>
    kept.includes(sign) ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
