import { matchAt } from '../../core/words/reading-at.ts';

/** The formats that are imported, told by what a file holds: its name may say anything. */
export type ImportFormat = 'xliff' | 'tmx' | 'po' | 'tbx' | 'yaml' | 'table';

/** By the root element of XML. */
const ROOTS: Readonly<Record<string, ImportFormat>> = { xliff: 'xliff', tmx: 'tmx', martif: 'tbx', tbx: 'tbx' };
/** One of the things that may stand before the root element. */
const BEFORE_ROOT = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/iy;

/** What else a file of no known article may be; '' for most formats. */
export function mayBeTerms(format: ImportFormat): string {
  return format === 'po' ? 'A catalogue of terms is one for the glossary where it is named glossary.po.' : '';
}

/** What a text is, or one word for what it is instead: `mtf` for the root element of other XML, '' for none. */
export function importFormatOf(text: string): ImportFormat | { readonly other: string } {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('<')) return formatOfXml(start);
  // Notes for Anki, which are a table whose columns are a key and marked texts.
  if (/^#(?:separator|notetype|deck|html):/.test(start)) return { other: '' };
  const first = firstLine(start);
  if (/^(?:msgid|msgctxt|msgstr|domain)\s+"/.test(first)) return 'po';
  if (/^(?:---|\[\]|-\s+(?:\w+:|\{))/.test(first)) return 'yaml';
  if (/^(?:\[\s*)?\{\s*"/.test(first)) return { other: '' };
  return /[\t,;|]/.test(first) ? 'table' : { other: '' };
}

function formatOfXml(text: string): ImportFormat | { readonly other: string } {
  const [, name = ''] = matchAt(/<(?:[\w.-]+:)?([\w.-]+)/y, text, rootIn(text)) ?? [];
  return ROOTS[name.toLowerCase()] ?? { other: name };
}

/** Where the root element begins; there may be millions of things before it. */
function rootIn(text: string): number {
  for (let at = 0; ; ) {
    const length = matchAt(BEFORE_ROOT, text, at)?.[0].length ?? 0;
    if (length === 0) return at;
    at += length;
  }
}

/** The first line that says something: no comment of any of these formats. */
function firstLine(text: string): string {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
    const line = text.slice(at, end).trim();
    if (line !== '' && !line.startsWith('#')) return line;
    at = end + 1;
  }
  return '';
}
