import { decoded } from '../../../core/text/decoded.ts';
import { localName } from '../../xml-text.ts';
import { UnreadableDocument } from '../blocks/document.ts';
import { type Archive, textInArchive } from './unzip.ts';
import { readXml } from './xml.ts';

/** What a book in EPUB says of itself. */
export interface EpubPackage {
  readonly title: string | null;
  /** ISO 8601 date. */
  readonly date: string | null;
  /** In the order of reading, each once: EPUB 3.3 lets no `itemref` name an item twice. */
  readonly parts: readonly EpubPart[];
  /** What no reader comes to by turning pages: `linear="no"`, and pages that the order of reading does not name. */
  readonly beside: readonly EpubPart[];
  /** How many parts the order of reading names that are not among its items. */
  readonly unlisted: number;
}

/** A part of a book, which is no picture and not its navigation. */
export interface EpubPart {
  /** Its name in the archive. */
  readonly file: string;
  /** Its media type where it is no page, so that it is not read here; null for a page. */
  readonly foreign: string | null;
}

/** Ways to make fonts useless outside the book; its text is not encrypted by them. */
const OF_FONTS = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

/** @throws {UnreadableDocument} for a book with copy protection, or none at all */
export function readEpubPackage(archive: Archive, called: string): EpubPackage {
  refuseProtected(archive, called);
  const file = packageFile(textInArchive(archive, 'META-INF/container.xml'));
  if (file === null || !archive.names.includes(file))
    throw new UnreadableDocument(`${called} is no EPUB that can be read: it does not say where its text is.`);
  const { title, date, items, spine } = readOpf(textInArchive(archive, file));
  const inOrder = (isLinear: boolean) =>
    spine.filter((one) => one.isLinear === isLinear).flatMap(({ id }) => shownFor(id, items) ?? []);
  const pages = [...items.values()].filter(isPage);
  const parts = partsOf(inOrder(true), file);
  const told = new Set(parts.map((part) => part.file));
  const beside = partsOf([...inOrder(false), ...pages], file).filter((part) => !told.has(part.file));
  const unlisted = new Set(spine.flatMap(({ id }) => (items.has(id) ? [] : id))).size;
  return { title, date, parts, beside, unlisted };
}

function partsOf(items: readonly Item[], packageFile: string): EpubPart[] {
  const parts = items
    .filter(({ type, properties }) => !/\bnav\b/.test(properties) && !/^image\/(?!svg)/.test(type))
    .map((item) => ({ file: resolveInBook(packageFile, item.href), foreign: isPage(item) ? null : item.type }));
  return [...new Map(parts.map((part) => [part.file, part])).values()];
}

function isPage({ type, href }: Item): boolean {
  return type.includes('html') || (type === '' && /\.x?html?$/i.test(href));
}

/** An item, or the page that stands for it where it is none: the end of its chain of fallbacks (EPUB 3.3, 5.5.1). */
function shownFor(id: string, items: ReadonlyMap<string, Item>): Item | undefined {
  const seen = new Set<string>();
  for (let at = id; !seen.has(at); at = items.get(at)?.fallback ?? '') {
    const item = items.get(at);
    if (item !== undefined && isPage(item)) return item;
    seen.add(at);
  }
  return items.get(id);
}

/** @guard copy-protection */
function refuseProtected(archive: Archive, called: string): void {
  let isProtected = archive.names.includes('META-INF/rights.xml');
  readXml(textInArchive(archive, 'META-INF/encryption.xml'), {
    open(name, given) {
      if (localName(name) !== 'EncryptionMethod') return;
      if (!OF_FONTS.includes(given['Algorithm'] ?? '')) isProtected = true;
    },
  });
  if (isProtected)
    throw new UnreadableDocument(`${called} has copy protection (DRM); only books without it can be read.`);
}

function packageFile(container: string): string | null {
  let file: string | null = null;
  readXml(container, {
    open(name, given) {
      if (localName(name) === 'rootfile') file ??= given['full-path'] ?? null;
    },
  });
  return file;
}

interface Item {
  readonly href: string;
  readonly type: string;
  readonly properties: string;
  readonly fallback: string;
}

/** An item of the order of reading. */
interface Itemref {
  readonly id: string;
  readonly isLinear: boolean;
}

function readOpf(opf: string) {
  const items = new Map<string, Item>();
  const spine: Itemref[] = [];
  const said: { title: string; date: string } = { title: '', date: '' };
  let inside: keyof typeof said | null = null;
  readXml(opf, {
    open(name, given) {
      const local = localName(name);
      if (local === 'item')
        items.set(given['id'] ?? '', {
          href: given['href'] ?? '',
          type: given['media-type'] ?? '',
          properties: given['properties'] ?? '',
          fallback: given['fallback'] ?? '',
        });
      if (local === 'itemref') spine.push({ id: given['idref'] ?? '', isLinear: given['linear'] !== 'no' });
      inside = (local === 'title' || local === 'date') && said[local] === '' ? local : null;
    },
    close() {
      inside = null;
    },
    text(text) {
      if (inside !== null) said[inside] += text;
    },
  });
  const [day = null] = /^\d{4}-\d\d-\d\d/.exec(said.date.trim()) ?? [];
  return { items, spine, title: said.title.trim() === '' ? null : said.title.trim(), date: day };
}

/** An address in the file that holds it, as a name in the archive. */
export function resolveInBook(from: string, href: string): string {
  const path = href.replace(/#.*/s, '');
  const parts = from.split('/').slice(0, -1);
  for (const part of decoded(path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
