import { SaxesParser } from 'saxes';
import type { StoredPicture } from '../../core/changes/ports/picture-store.ts';

/** An image as it lies in a book. */
export interface BookPicture {
  /** `images/1.png` */
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The kinds that every reader of books shows, by what their bytes begin with, in hexadecimal digits. */
const SIGNS: Readonly<Record<string, { readonly ending: string; readonly begins: RegExp }>> = {
  'image/png': { ending: 'png', begins: /^89504e470d0a1a0a/ },
  'image/jpeg': { ending: 'jpg', begins: /^ffd8ff/ },
  'image/gif': { ending: 'gif', begins: /^47494638/ },
  'image/webp': { ending: 'webp', begins: /^52494646.{8}57454250/ },
};

/**
 * Images that a book may hold, by their names. Another kind, or bytes that are of none, is left out: a reader could not
 * show it.
 */
export function bookPictures(pictures: ReadonlyMap<string, StoredPicture>): ReadonlyMap<string, BookPicture> {
  const kept = new Map<string, BookPicture>();
  for (const [name, { type, bytes }] of pictures) {
    const ending = endingOf(type, bytes);
    if (ending !== null) kept.set(name, { path: `images/${kept.size + 1}.${ending}`, type, bytes });
  }
  return kept;
}

function endingOf(type: string, bytes: Uint8Array): string | null {
  if (type === 'image/svg+xml') return isPlainSvg(bytes) ? 'svg' : null;
  const { ending, begins } = SIGNS[type] ?? {};
  const first = [...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return ending !== undefined && begins?.test(first) ? ending : null;
}

/** Longer drawings are left out. Bytes. */
const MOST_SVG = 1024 * 1024;
const SHAPES = new Set(
  'svg g defs symbol title desc path rect circle ellipse line polyline polygon text tspan linearGradient radialGradient stop clipPath mask pattern marker'.split(
    ' ',
  ),
);

/** A drawing that runs nothing, asks for nothing and is sound XML. */
function isPlainSvg(bytes: Uint8Array): boolean {
  if (bytes.length > MOST_SVG) return false;
  try {
    const parser = new SaxesParser({ xmlns: true });
    let isPlain = true;
    parser.on('doctype', () => {
      isPlain = false;
    });
    parser.on('opentag', ({ local, uri, attributes }) => {
      const isShape = uri === 'http://www.w3.org/2000/svg' && SHAPES.has(local);
      const isQuiet = Object.values(attributes).every(({ name, value }) => isQuietAttribute(name, value));
      isPlain &&= isShape && isQuiet;
    });
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
    return isPlain;
  } catch {
    return false;
  }
}

function isQuietAttribute(name: string, value: string): boolean {
  return !/^on|href|^style$/i.test(name) && !/url\((?!#)/i.test(value);
}
