import { UnreadableDocument } from './document.ts';

/** Formats that are texts; the others are archives. */
export type TextKind = 'text' | 'markdown' | 'html';

/** Bytes of a document at most. */
export const MOST_DOCUMENT_BYTES = 5 * 1024 * 1024;

/** Bytes at the beginning in which a format shows itself. */
const HEAD = 4096;

const PICTURE = 'is a picture; only text can be read';
const PACKED = 'is a packed archive; unpack it and add the document in it';
const SOUND = 'is a sound or a film; only text can be read';

/** Formats that are not read, by what stands in their first bytes and where; and what to do instead. */
const REFUSED: readonly (readonly [at: number, signs: readonly string[], instead: string])[] = [
  [0, ['%PDF-'], 'is a PDF, and a PDF holds no paragraphs; copy its text and paste it, or save it as Word (.docx)'],
  [0, ['{\\rtf'], 'is RTF; open it and save it as Word (.docx) or OpenDocument (.odt)'],
  [0, ['\xd0\xcf\x11\xe0'], 'is an old Word file (.doc), or has a password; save it as .docx, without a password'],
  [0, ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'], PICTURE],
  [8, ['WEBP'], PICTURE],
  [0, ['\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ'], PACKED],
  [0, ['ID3', 'OggS', 'fLaC'], SOUND],
  [4, ['ftyp'], SOUND],
  [8, ['WAVE'], SOUND],
  [60, ['BOOKMOBI'], 'is a Kindle book; save it as EPUB, without protection'],
];

/** Texts that hold a document wrapped in another format. */
const WRAPPED: readonly (readonly [opening: RegExp, instead: string])[] = [
  [/^(?:From|MIME-Version):?\s[\s\S]*\bmultipart\/related\b/, 'is a page archive (.mht); save the page as HTML'],
  [
    /^[A-Z][\w-]{1,40}: .*\r?\n(?:.+\r?\n){0,80}?MIME-Version: ?1/i,
    'is a mail as programs keep it (.eml); open it, copy its text and paste it',
  ],
  [
    /^\s*(?:<\?[^>]*>\s*)*<(?:office:document|pkg:package|w:wordDocument)\b/,
    'is a document as one XML file; save it as .odt or .docx',
  ],
];

/**
 * Tells by its content what a file is; its name and its media type only decide between plain text, Markdown and HTML
 * that does not begin as a page does.
 *
 * @param called the file, as sentences name it
 * @throws {UnreadableDocument} for what is no text
 */
export function kindOfDocument(
  bytes: Uint8Array,
  { name, called, type }: { readonly name: string; readonly called: string; readonly type: string | null },
): TextKind | 'zip' {
  const head = latin(bytes.subarray(0, HEAD));
  const instead = whyRefused(head);
  if (instead !== undefined) throw new UnreadableDocument(`${called} ${instead}.`);
  if (head.startsWith('PK')) return 'zip';
  return kindOfText(head.replaceAll('\0', ''), name, type);
}

function whyRefused(head: string): string | undefined {
  const [, , binary] = REFUSED.find(([at, signs]) => signs.some((sign) => head.startsWith(sign, at))) ?? [];
  return binary ?? WRAPPED.find(([opening]) => opening.test(head))?.[1];
}

/** A comment ends at its first `-->` and nowhere else, so that many of them are read in one way only. */
const WHOLE_PAGE = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body)\b/i;

function kindOfText(head: string, name: string, type: string | null): TextKind {
  const opening = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (WHOLE_PAGE.test(opening)) return 'html';
  const [, ending = ''] = /\.([a-z]+)$/i.exec(name) ?? [];
  const kind = ENDINGS.get(ending.toLowerCase()) ?? TYPES.get(type ?? '');
  if (kind !== undefined) return kind;
  if (/^\s*<(?:article|main|section|div|p|h[1-6]|meta|title|ul|ol|table|blockquote)\b[^>]*>/i.test(opening))
    return 'html';
  return /^(?:---[ \t]*\r?\n|\+\+\+[ \t]*\r?\n|#{1,6} )/.test(opening) ? 'markdown' : 'text';
}

const ENDINGS: ReadonlyMap<string, TextKind> = new Map([
  ['txt', 'text'],
  ['text', 'text'],
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['mdx', 'markdown'],
  ['html', 'html'],
  ['htm', 'html'],
  ['xhtml', 'html'],
]);

const TYPES: ReadonlyMap<string, TextKind> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'html'],
  ['text/markdown', 'markdown'],
  ['text/plain', 'text'],
]);

/** Bytes as characters of the same number. */
function latin(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
