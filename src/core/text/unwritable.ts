import { signName } from './hidden-characters.ts';

/**
 * The first sign that no text file of ours may hold, as `U+0000`; null where there is none. Control characters but the
 * tab and the line feed end a string in other tools, or are refused by them; half a surrogate pair is no character.
 */
export function findUnwritable(text: string): string | null {
  for (const [sign] of text.matchAll(SUSPECT)) if (!isHarmless(sign)) return signName(sign);
  return null;
}

/** The text without them: a line or page break of another kind becomes a space, the rest is left out. */
export function leaveOutUnwritable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(SUSPECT, (sign) => (isHarmless(sign) ? sign : BREAKS.includes(sign) ? ' ' : ''));
}

const SUSPECT = /[\p{Cc}\p{Cs}]/gu;
const BREAKS = '\r\v\f';

/** U+0080 to U+009F are what is left of another encoding: a person sees them, and every tool takes them. */
function isHarmless(sign: string): boolean {
  return sign === '\t' || sign === '\n' || (sign >= '\u0080' && sign <= '\u009f');
}
