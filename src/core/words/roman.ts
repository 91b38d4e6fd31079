const WORTH: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
/** In the order in which they are written, up to 39: centuries, kings, wars, chapters. */
const WELL_FORMED = /^X{0,3}(?:IX|IV|V?I{0,3})$/;

/** What Roman figures are worth, or null for other letters. */
export function romanValue(letters: string): number | null {
  if (letters === '' || !WELL_FORMED.test(letters)) return null;
  const digits = [...letters].map((letter) => WORTH[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}
