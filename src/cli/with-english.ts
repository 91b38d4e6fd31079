import { expectedSteps, type KnownWords } from '../core/alignment/article-pairs.ts';
import { doubtfulRows, type PairRow } from '../core/alignment/pair-rows.ts';
import { joined } from '../core/changes/imports/aligned-edits.ts';
import type { SourceUnit } from '../core/model/article.ts';
import { type Pacer, toldSlices } from '../core/model/slices.ts';
import { fileNameOf } from '../core/text/file-name.ts';
import { alignedCatalogueSlices } from '../formats/article/aligned-catalogue.ts';
import type { ArticleSource } from '../formats/article/markdown.ts';
import { UnreadableDocument } from '../formats/document/blocks/document.ts';
import { type DocumentReader, isBook } from '../formats/document/blocks/document-reader.ts';
import { writeEnglish } from '../formats/document/blocks/english-text.ts';
import { openingOf } from '../formats/document/blocks/visible-text.ts';
import { type Console, UsageError } from './command.ts';

/** `--with FILE`: the English that somebody has. */
export interface WithEnglish {
  readonly file: string;
  /** Score from which on a pair is approved; null for none. */
  readonly approve: number | null;
}

/** What aligning needs. */
export interface EnglishPorts {
  readonly readBytes: (file: string) => Promise<Uint8Array>;
  readonly documents: DocumentReader;
  readonly texts: { readArticle(text: string, file: string): Promise<ArticleSource> };
  readonly pacer: Pacer;
  readonly known: () => Promise<KnownWords>;
  /** ISO 8601. */
  readonly today: () => string;
}

/** An article with its English beside it. */
export interface AlignedEnglish {
  readonly rows: readonly PairRow[];
  /** Text of `en.po`. */
  readonly catalogue: string;
  readonly french: readonly SourceUnit[];
  readonly english: readonly SourceUnit[];
}

/**
 * Aligns an English document with the units of an article.
 *
 * @throws {UnreadableDocument} @throws {UsageError} for a book of several chapters
 */
export async function alignEnglish(
  french: readonly SourceUnit[],
  { file, approve }: WithEnglish,
  ports: EnglishPorts & { readonly console: Console },
): Promise<AlignedEnglish> {
  const name = fileNameOf(file);
  const reading = await ports.documents.read(await ports.readBytes(file), name, { chapter: null });
  if (isBook(reading))
    throw new UsageError(`“${name}” holds several chapters; name a file with the one that you have.`);
  const { source, hasTitle } = writeEnglish(reading);
  const { units } = await ports.texts.readArticle(source, 'fr.md');
  const english = hasTitle ? units : units.slice(1);
  if (english.length === 0) throw new UnreadableDocument(`“${name}” holds no text.`);
  const texts = { french, english, file: name, date: ports.today(), approve };
  const work = alignedCatalogueSlices(texts, await ports.known());
  const tell = tellTenths(expectedSteps(french.length, english.length), ports.console);
  const isLong = french.length + english.length >= LONG;
  return { ...(await ports.pacer.finish(isLong ? toldSlices(work, tell) : work)), french, english };
}

/** Paragraphs from which on it takes so long that one wants to know how far it is. */
const LONG = 600;

/** A line for each tenth of the work. */
function tellTenths(steps: number, console: Console): (step: number) => void {
  let told = 0;
  return (step) => {
    const tenths = Math.min(9, Math.floor((10 * step) / steps));
    if (tenths <= told) return;
    told = tenths;
    console.err(`Putting the English beside it: ${10 * tenths} % …\n`);
  };
}

const MOST_OPENING = 60;

/**
 * Lists the pairs that somebody should look at: weak ones first, then French without English, and English without
 * French.
 *
 * @returns how many there are
 */
export function tellDoubtful({ rows, french, english }: AlignedEnglish, console: Console): number {
  const sources = new Map(french.map(({ id, source }) => [id, source.text]));
  const doubtful = doubtfulRows(rows).flatMap((at) => rows[at] ?? []);
  for (const row of doubtful) console.err(`${doubtOf(row, sources.get(row.unit ?? '') ?? '', english)}\n`);
  return doubtful.length;
}

function doubtOf(
  { unit, english: pieces, score, doubts, kind, isSaidBefore }: PairRow,
  source: string,
  english: readonly SourceUnit[],
) {
  const quoted = (text: string) => `“${openingOf(text, MOST_OPENING)}”`;
  const target = quoted(joined(pieces, english, 'paragraph'));
  if (kind === 'extra') return `English only, left out: ${target}`;
  const reasons = [(score ?? 0).toFixed(2), ...doubts].join('; ');
  if (kind === 'weak') return `${unit} weak (${reasons}): ${quoted(source)} = ${target}`;
  const why = isSaidBefore ? 'its English is part of the paragraph before' : 'no English';
  return `${unit} empty (${why}): ${quoted(source)}`;
}
