import fc from 'fast-check';

/** Any code point, surrogates among them. The one of fast-check makes a table of them all first, for two seconds. */
export const ANY_CHARACTER = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));
