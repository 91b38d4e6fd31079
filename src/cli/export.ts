import type { ArticleFiles } from '../core/changes/ports/article-files.ts';
import type { Snapshot } from '../core/changes/ports/library.ts';
import type { Pacer } from '../core/model/slices.ts';
import type { ExportFormat, ExportOption, ExportOptions } from '../formats/book/export-options.ts';
import { takeArticle } from '../formats/book/take-article.ts';
import {
  ARTICLE_EXPORTS,
  ARTICLE_FORMATS,
  type ArticleExport,
  isArticleFormat,
} from '../formats/exchange/article-exports.ts';
import {
  GLOSSARY_EXPORTS,
  GLOSSARY_FORMATS,
  type GlossaryExport,
  isGlossaryFormat,
} from '../formats/exchange/glossary-exports.ts';
import { articleNamed } from './chosen-articles.ts';
import { type Console, type ExitCode, type Output, UsageError } from './command.ts';

export interface ExportCommand {
  readonly name: 'export';
  /** Slug of an article, or `glossary`. */
  readonly what: string;
  readonly format: string;
  /** Where it goes; null for standard output. */
  readonly file: string | null;
  readonly options: ExportOptions;
  /** Those that were asked for. */
  readonly asked: readonly ExportOption[];
}

/** What the command needs besides its words. */
export interface ExportPorts {
  readonly snapshot: Snapshot;
  readonly files: ArticleFiles;
  /** Of this program. */
  readonly version: string;
  readonly pacer: Pacer;
  readonly output: Output;
  /**
   * Writes a file durably. One that is there is replaced where its name ends as that of such a file.
   *
   * @throws {StoreError}
   */
  readonly save: (file: string, pieces: AsyncIterable<Uint8Array>, endings: readonly string[]) => Promise<void>;
}

/** A file as it is made. */
interface Made extends Pick<ExportFormat, 'extension' | 'otherExtension' | 'isText'> {
  readonly pieces: Iterable<string | Uint8Array>;
}

/**
 * `visavis export`: an article or the glossary as a file of a format, to a file or to standard output.
 *
 * @throws {UsageError} @throws {StoreError}
 */
export async function runExport(command: ExportCommand, ports: ExportPorts, console: Console): Promise<ExitCode> {
  const { pacer, output, save } = ports;
  const unchecked = ports.snapshot.articles.get(command.what)?.unchecked ?? null;
  if (unchecked !== null) console.err(`${command.what} ${unchecked}. What is written tells nothing of its terms.\n`);
  const { extension, otherExtension = extension, isText, pieces } = await makeFile(command, ports);
  const { file } = command;
  if (file === null) {
    if (!isText && output.isTerminal)
      throw new UsageError(
        `“${command.format}” is no text; name a file for it, such as -o ${command.what}${extension}.`,
      );
    for await (const piece of pacer.each(pieces)) await output.write(piece);
    return 0;
  }
  // A name that was good for the first time is good for the second.
  await save(file, bytesOf(pacer.each(pieces)), [extension, otherExtension, `.${command.format}`]);
  console.err(`${file} is written.\n`);
  return 0;
}

async function* bytesOf(pieces: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield typeof piece === 'string' ? encoder.encode(piece) : piece;
}

async function makeFile(command: ExportCommand, { snapshot, files, version }: ExportPorts): Promise<Made> {
  const { what, format, options } = command;
  if (what === 'glossary' && isGlossaryFormat(format)) {
    const { options: heeded, write, ...named }: GlossaryExport = GLOSSARY_EXPORTS[format];
    refuseOptions(command, heeded);
    return { ...named, pieces: write(snapshot.glossary.concepts) };
  }
  if (what === 'glossary' && !snapshot.articles.has(what))
    throw unknownFormat('The glossary', format, GLOSSARY_FORMATS);
  const checked = articleNamed(snapshot, what);
  if (!isArticleFormat(format)) throw unknownFormat('An article', format, ARTICLE_FORMATS);
  const { options: heeded, write, ...named }: ArticleExport = ARTICLE_EXPORTS[format];
  refuseOptions(command, heeded);
  return { ...named, pieces: write(await takeArticle(checked, { files, version }), options) };
}

function unknownFormat(what: string, format: string, formats: readonly string[]): UsageError {
  return new UsageError(`${what} is not written as “${format}”; write --format and one of ${formats.join(', ')}.`);
}

/** @throws {UsageError} for one that the format does not heed */
function refuseOptions({ format, asked }: ExportCommand, heeded: readonly ExportOption[]): void {
  const odd = asked.find((option) => !heeded.includes(option));
  if (odd !== undefined) throw new UsageError(`“--format ${format}” has no --${odd}.`);
}
