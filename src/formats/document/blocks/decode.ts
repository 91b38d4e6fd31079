import { grouped } from '../../../core/text/counted.ts';

/** A text with what is uncertain about its letters. */
export interface Decoded {
  /** No-break spaces are kept, signs that no text file holds are left out by whoever makes blocks of it. */
  readonly text: string;
  readonly warnings: readonly string[];
}

export interface Declared {
  /** The encoding that a server named; null where it named none. */
  readonly charset: string | null;
  /** Whether a `<meta>` may name it. */
  readonly isHtml: boolean;
}

/**
 * Bytes 0x80 to 0x9F of windows-1252 (WHATWG Encoding). The decoder of Node 20.18.3 to 20.20 takes them for control
 * characters, and they are what half of the old French pages write œ, ’ and € with.
 */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Bytes at the beginning of a page in which it may name its encoding. */
const MOST_BEFORE_META = 1024;

/**
 * Decodes a text of whatever encoding, to NFC: what its byte order mark says, else what the server says, else what the
 * page says, else UTF-8 where the bytes are that, else ISO-8859-15 where its signs alone make sense of them, else
 * windows-1252.
 */
export function decodeDocument(bytes: Uint8Array, declared: Declared): Decoded {
  const { text, warnings } = decodeAsWritten(bytes, declared);
  return { text: text.normalize('NFC'), warnings };
}

/** The same, with every letter as it is written: in one sign or in two. */
export function decodeAsWritten(bytes: Uint8Array, declared: Declared): Decoded {
  const { text, warnings } = decode(bytes, declared);
  return { text: text.replace(/^\ufeff/, ''), warnings };
}

/** The text of XML, which is UTF-8 where its first line says nothing else, whatever a `<meta>` says. */
export function decodeXml(bytes: Uint8Array): string {
  const charset = xmlCharset(headOf(bytes)) ?? 'utf-8';
  return decodeAsWritten(bytes, { charset, isHtml: false }).text;
}

function decode(bytes: Uint8Array, { charset, isHtml }: Declared): Decoded {
  const mark = markOf(bytes);
  if (mark !== null) return { text: new TextDecoder(mark).decode(bytes), warnings: [] };
  const named = labelOf(charset) ?? (isHtml ? labelOf(metaCharset(bytes)) : null);
  if (named === 'windows-1252') return { text: decodeWestern(bytes), warnings: [] };
  if (named !== null && named !== 'utf-8') return { text: new TextDecoder(named).decode(bytes), warnings: [] };
  return decodeUtf8(bytes) ?? guess(bytes);
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

/** The usual name of an encoding; null for one that nobody knows, or none. */
function labelOf(charset: string | null): string | null {
  try {
    return charset === null ? null : new TextDecoder(charset.trim()).encoding;
  } catch {
    return null;
  }
}

function headOf(bytes: Uint8Array): string {
  return decodeWestern(bytes.subarray(0, MOST_BEFORE_META));
}

function metaCharset(bytes: Uint8Array): string | null {
  const head = headOf(bytes);
  const [, named] = /<meta\b[^<>]*?\bcharset\s*=\s*(?:["']\s*)?([\w-]+)/i.exec(head) ?? [];
  return named === undefined ? xmlCharset(head) : inAscii(named);
}

function xmlCharset(head: string): string | null {
  const [, named] = /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w-]+)/i.exec(head) ?? [];
  return named === undefined ? null : inAscii(named);
}

/** What could be read as bytes of ASCII is not UTF-16, whatever it says (HTML, 13.2.3.2). */
function inAscii(named: string): string {
  return /^utf-?16/i.test(named) ? 'utf-8' : named;
}

function decodeUtf8(bytes: Uint8Array): Decoded | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isHalfEmpty(bytes) ? null : { text, warnings: [] };
  } catch {
    return null;
  }
}

/** Every second byte is zero in the UTF-16 of Western texts. */
function isHalfEmpty(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, MOST_BEFORE_META);
  return sample.filter((byte) => byte === 0).length > sample.length / 4;
}

function guess(bytes: Uint8Array): Decoded {
  if (isHalfEmpty(bytes)) {
    const label = bytes[0] === 0 ? 'utf-16be' : 'utf-16le';
    return { text: new TextDecoder(label).decode(bytes), warnings: [] };
  }
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  if (whole > broken)
    return {
      text,
      warnings: [`${broken === 1 ? 'One letter is' : `${grouped(broken)} letters are`} broken and shown as �.`],
    };
  const western = decodeWestern(bytes);
  const label = isLatin9(western) ? 'ISO-8859-15' : 'windows-1252';
  const doubt = `The text names no encoding and is not UTF-8; it was read as Western European (${label}).`;
  return {
    text: label === 'windows-1252' ? western : new TextDecoder(label).decode(bytes),
    warnings: [`${doubt} Look at its accents.`],
  };
}

/** What only windows-1252 has: the bytes 0x80 to 0x9F. */
const WESTERN_ALONE = /[€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
/**
 * € and œ of ISO-8859-15, as windows-1252 reads them: behind a number, within a word, before what French has behind œ.
 */
const EURO_OR_OE = /\d[ \u00a0]?¤|\p{L}[½¼]\p{L}|(?<!\d)[½¼](?:u[fv]|il|cu|d[iè]|s[ot]|no)/iu;
/**
 * A half behind a number or its unit, or before no letter, as no word of French ends with œ; a page may set a first
 * letter larger.
 */
const HALF = /\d(?:[cdkm]?[glm]|h|mn|t)?[½¼]|[½¼](?![\p{L}<])/iu;

/** Whether windows-1252 makes signs of the letters that ISO-8859-15 has in their places. */
function isLatin9(western: string): boolean {
  return !WESTERN_ALONE.test(western) && EURO_OR_OE.test(western) && !HALF.test(western);
}

function decodeWestern(bytes: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(bytes);
  return text.replaceAll(/[\x80-\x9f]/g, (sign) => WINDOWS_1252.charAt(sign.charCodeAt(0) - 0x80));
}
