import type { Problem } from '../../core/checks/problem.ts';
import type { Concept } from '../../core/model/concept.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { quotedShort } from '../../core/text/cut-short.ts';
import { decodeAsWritten } from '../document/blocks/decode.ts';
import type { Patience } from '../document/blocks/document-reader.ts';
import { noTextIn } from '../document/blocks/no-text.ts';
import { type BilingualFile, UnreadableBilingual } from '../exchange/bilingual.ts';
import { poFileSlices } from '../exchange/read-po.ts';
import { tmxSlices } from '../exchange/read-tmx.ts';
import { xliffSlices } from '../exchange/read-xliff.ts';
import { glossaryCsvSlices } from '../glossary/csv.ts';
import { saysGlossary } from '../glossary/po-glossary.ts';
import { glossaryPoSlices } from '../glossary/po-terms.ts';
import { glossaryTbxSlices } from '../glossary/tbx.ts';
import { type GlossaryFile, parseGlossaryYaml } from '../glossary/yaml.ts';
import { type ImportFormat, importFormatOf } from './import-format.ts';
import { UnreadableImport } from './unreadable.ts';

/** A file of another tool, read: translations of an article, or entries of a glossary. Plain data. */
export type ImportedFile =
  | { readonly kind: 'translation'; readonly format: ImportFormat; readonly file: BilingualFile }
  | {
      readonly kind: 'glossary';
      readonly format: ImportFormat;
      readonly concepts: readonly Concept[];
      /** What could not be read of it. */
      readonly problems: readonly Problem[];
      /** Its rows name no entries. */
      readonly isOfPairs: boolean;
    };

const MEGABYTE = 1024 * 1024;
/** Larger files are refused: of a translation, and of entries that people wrote. Bytes. */
const MOST_BYTES = 5 * MEGABYTE;
/** Termbases are larger by nature, and read row by row or tag by tag. Bytes. */
export const MOST_TERMBASE_BYTES = 50 * MEGABYTE;
const STREAMED: ReadonlySet<ImportFormat> = new Set(['tbx', 'table']);

/** What to do with a file that is no text. */
const CURES: Readonly<Record<string, string>> = {
  'is a packed file': 'unpack it, or export XLIFF, TMX, PO, TBX or CSV',
  'is UTF-32': 'save it as UTF-8',
};

const TEXTS_OF_PO = translation('po', poFileSlices);
const TERMS_OF_PO = glossary('po', glossaryPoSlices);

/** How each format is read. A further one is a line here, and one where formats are told apart. */
const READERS: Readonly<Record<ImportFormat, (text: string, file: string) => Slices<ImportedFile>>> = {
  xliff: translation('xliff', xliffSlices),
  tmx: translation('tmx', tmxSlices),
  po: (text, file) => (saysGlossary(text, file) ? TERMS_OF_PO : TEXTS_OF_PO)(text, file),
  tbx: glossary('tbx', glossaryTbxSlices),
  // biome-ignore lint/correctness/useYield: YAML is read in one piece
  yaml: glossary('yaml', function* (text, file) {
    return parseGlossaryYaml(text, file);
  }),
  table: glossary('table', (text, file) => glossaryCsvSlices(text, withTableName(text, file))),
};

function translation(format: ImportFormat, read: (text: string, file: string) => Slices<BilingualFile>) {
  return function* (text: string, file: string): Slices<ImportedFile> {
    try {
      return { kind: 'translation', format, file: yield* read(text, file) };
    } catch (error) {
      if (!(error instanceof UnreadableBilingual)) throw error;
      throw new UnreadableImport(`cannot be read: ${error.message} (line ${error.place.line})`);
    }
  };
}

function glossary(format: ImportFormat, read: (text: string, file: string) => Slices<GlossaryFile>) {
  return function* (text: string, file: string): Slices<ImportedFile> {
    const { concepts, problems, isOfPairs = false } = yield* read(text, file);
    const mistake = problems.find(({ severity }) => severity === 'error');
    if (concepts.length === 0 && mistake !== undefined)
      throw new UnreadableImport(`cannot be read: ${mistake.message} (line ${mistake.line})`);
    return { kind: 'glossary', format, concepts, problems, isOfPairs };
  };
}

/**
 * Reads a file of another tool, whatever its name says.
 *
 * @param file its name, for places
 * @throws {UnreadableImport} going on from the name of the file
 */
export function* readImportSlices(bytes: Uint8Array, file: string): Slices<ImportedFile> {
  if (bytes.length > MOST_TERMBASE_BYTES)
    throw new UnreadableImport('has more than 50 MB; export it in parts, or put it into glossary/ as it is');
  const noText = noTextIn(bytes);
  if (noText !== null) throw new UnreadableImport(`${noText}; ${CURES[noText] ?? 'export XLIFF, TMX, PO, TBX or CSV'}`);
  const { text } = decodeAsWritten(bytes, { charset: poCharset(bytes), isHtml: isMarkup(bytes) });
  if (text.trim() === '') throw new UnreadableImport('is empty');
  if (text.includes('\0')) throw new UnreadableImport('holds a NUL character; save it as UTF-8 text');
  const format = importFormatOf(text);
  if (typeof format === 'string' && bytes.length > MOST_BYTES && !STREAMED.has(format)) throw tooLarge(format);
  if (typeof format === 'string') return yield* READERS[format](text, file);
  const what =
    format.other === ''
      ? 'is none of the formats that are imported'
      : `is XML of another kind, ${quotedShort(format.other)}`;
  throw new UnreadableImport(`${what}; give XLIFF, TMX or PO for a translation, TBX, CSV or YAML for a glossary`);
}

function tooLarge(format: ImportFormat): UnreadableImport {
  const what = format === 'yaml' ? 'entries in YAML' : 'a translation';
  return new UnreadableImport(`has more than 5 MB, which is the most that is read of ${what}; export it in parts`);
}

/** What a catalogue says of its own encoding. */
function poCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 5000));
  return /"Content-Type: text\/plain; charset=([\w-]+)\\n"/i.exec(head)?.[1] ?? null;
}

/** The reader of tables tells commas from tabs by the name. */
function withTableName(text: string, file: string): string {
  if (/\.(?:csv|tsv|tab|txt|utf8)$/i.test(file)) return file;
  return `${file}${text.split('\n', 1)[0]?.includes('\t') ? '.tsv' : '.csv'}`;
}

/** Whether it begins with a tag, which may name its encoding. */
function isMarkup(bytes: Uint8Array): boolean {
  return /^\s*</.test(new TextDecoder('latin1').decode(bytes.subarray(0, 100)).replaceAll('\0', ''));
}

/**
 * What the reading of a file gave, as plain data that another thread can send: its long lists stand side by side, so
 * that they are sent in pieces.
 */
export interface ImportOutcome {
  /** What was read, without its lists; null where it was refused. */
  readonly read: ImportedFile | null;
  readonly concepts: readonly Concept[];
  readonly problems: readonly Problem[];
  readonly units: BilingualFile['units'];
  readonly remarks: BilingualFile['remarks'];
  /** Why it is not read; '' where it was. */
  readonly refusal: string;
}

const NOTHING = { read: null, concepts: [], problems: [], units: [], remarks: [], refusal: '' } as const;

export function importOutcomeOf(bytes: Uint8Array, file: string): ImportOutcome {
  try {
    const read = finish(readImportSlices(bytes, file));
    if (read.kind === 'translation') {
      const { units, remarks } = read.file;
      return { ...NOTHING, read: { ...read, file: { ...read.file, units: [], remarks: [] } }, units, remarks };
    }
    const { concepts, problems } = read;
    return { ...NOTHING, read: { ...read, concepts: [], problems: [] }, concepts, problems };
  } catch (error) {
    if (!(error instanceof UnreadableImport)) throw error;
    return { ...NOTHING, refusal: error.message };
  }
}

/**
 * The file that an outcome is of.
 *
 * @throws {UnreadableImport}
 */
export function importedBy({ read, refusal, concepts, problems, units, remarks }: ImportOutcome): ImportedFile {
  if (read === null) throw new UnreadableImport(refusal);
  if (read.kind === 'translation') return { ...read, file: { ...read.file, units, remarks } };
  return { ...read, concepts, problems };
}

/** Reads files of other tools, so that whoever waits for one keeps nobody else waiting. */
export interface ImportReader {
  /**
   * @param file its name
   * @throws {UnreadableImport} going on from the name of the file
   */
  read(bytes: Uint8Array, file: string, patience?: Patience): Promise<ImportedFile>;
}
