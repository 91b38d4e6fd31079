/**
 * The text of an XML file: what its byte order mark says, else what its first line says, else UTF-8 (XML 1.0,
 * appendix F). Null where the bytes are not what they are said to be.
 */
export function xmlLetters(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.startsWith('\ufeff') ? text.slice(1) : text;
  } catch {
    return null;
  }
}

/** Bytes in which an XML file says its encoding. */
const MOST_HEAD = 200;

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, MOST_HEAD));
  const [, named = 'utf-8'] = /^\s*(?:\xef\xbb\xbf)?<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(head) ?? [];
  // What could be read as bytes of ASCII is not UTF-16, whatever it says.
  return /^(?:utf-?16|ucs-?2|iso-10646)/i.test(named) ? 'utf-8' : named;
}
