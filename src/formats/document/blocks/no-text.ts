/** First bytes of files that are no text, as numbers between 0 and 255, and what such a file is. */
const KINDS: readonly (readonly [what: string, first: string])[] = [
  ...kinds('a packed file', 'PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08', '\x1f\x8b', '7z\xbc\xaf', '\xfd7zXZ', 'Rar!\x1a'),
  ...kinds('a packed file', ...Array.from('123456789', (level) => `BZh${level}1AY&SY`)),
  ...kinds('a document of an old Word or Excel', '\xd0\xcf\x11\xe0'),
  ...kinds('a formatted document (RTF)', '{\\rtf'),
  ...kinds('a PDF', '%PDF-1.', '%PDF-2.'),
  ...kinds('a picture', '\x89PNG', '\xff\xd8\xff'),
  ...kinds('a database', 'SQLite format 3\0'),
];

function kinds(what: string, ...firsts: readonly string[]): (readonly [string, string])[] {
  return firsts.map((first) => [what, first] as const);
}

/**
 * What a file is by its first bytes, where it is no text, or text in UTF-32, which nobody writes on purpose: “is a
 * packed file”, to go after its name. Null for what may be a text.
 */
export function noTextIn(bytes: Uint8Array): string | null {
  if (isUtf32(bytes)) return 'is UTF-32';
  const [what] = KINDS.find(([, first]) => Array.from(first).every((sign, i) => bytes[i] === sign.charCodeAt(0))) ?? [];
  return what === undefined ? null : `is ${what}`;
}

/** By its byte order mark, or as its first sign is one of ASCII. XML 1.0, appendix F. */
function isUtf32(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes.length % 4 !== 0) return false;
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  if (first === 0 && second === 0) return (third === 0xfe && fourth === 0xff) || (third === 0 && fourth > 0);
  return third === 0 && fourth === 0 && ((first === 0xff && second === 0xfe) || (first > 0 && second === 0));
}
