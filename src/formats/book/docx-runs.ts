import type { Run } from '../../core/text/stretches.ts';
import { xmlAttribute, xmlText } from '../xml-text.ts';
import { shownText, type TermPiece } from './side-runs.ts';
import { soundAddress } from './sound-address.ts';

/** The languages of runs, as Word names them. */
const WORD_LANGUAGES = { fr: 'fr-FR', en: 'en-US', zxx: 'zxx' } as const;
export type RunLanguage = keyof typeof WORD_LANGUAGES;

/** Names the links of a document by what they lead to. */
export interface Links {
  /** The name of an address. */
  readonly nameOf: (address: string) => string;
  /** All that were named, as relationships of the document. */
  readonly relationships: () => string;
}

const HYPERLINK = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

export function createLinks(): Links {
  const names = new Map<string, string>();
  return {
    nameOf(address) {
      const name = names.get(address) ?? `link${names.size + 1}`;
      names.set(address, name);
      return name;
    },
    relationships: () =>
      [...names]
        .map(
          ([address, name]) =>
            `<Relationship Id="${name}" Type="${HYPERLINK}" Target="${xmlAttribute(address)}" TargetMode="External"/>\n`,
        )
        .join(''),
  };
}

/** How the runs of a text are written. */
export interface RunManner {
  readonly language: RunLanguage;
  readonly links: Links;
  /** Its lines are lines. */
  readonly isCode: boolean;
}

/** The pieces of a text as runs of Word. */
export function* piecesDocx(pieces: readonly TermPiece[], manner: RunManner): Generator<string> {
  for (const { mention, runs } of pieces) for (const run of runs) yield runDocx(run, mention !== null, manner);
}

function runDocx(run: Run, isTerm: boolean, manner: RunManner): string {
  const picture = run.picture === null ? '' : pictureDocx(run.picture, manner);
  if (run.text === '' && run.hidden === null) return picture;
  const address = soundAddress(run.href);
  const properties = [
    ...(address === null ? [] : ['<w:rStyle w:val="Hyperlink"/>']),
    ...(run.code && address === null ? ['<w:rStyle w:val="Code"/>'] : []),
    ...(run.strong ? ['<w:b/>'] : []),
    ...(run.emphasis ? ['<w:i/>'] : []),
    ...(run.deleted ? ['<w:strike/>'] : []),
    ...(isTerm ? ['<w:u w:val="dotted"/>'] : []),
    ...(run.note === null ? [] : ['<w:vertAlign w:val="superscript"/>']),
  ];
  const words = run.isBreak ? '<w:br/>' : wordsDocx(shownText(run), manner.isCode);
  return picture + linkDocx(runOf(words, properties, manner.language), address, manner.links);
}

function pictureDocx({ src, elsewhere }: NonNullable<Run['picture']>, { links }: RunManner): string {
  const address = soundAddress(elsewhere?.href ?? null);
  const words = elsewhere === null ? `[image${src === null ? '' : ` ${src}`}] ` : `[image at ${elsewhere.host}] `;
  return linkDocx(plainRun(words, 'en', ['<w:i/>']), address, links);
}

function linkDocx(run: string, address: string | null, { nameOf }: Links): string {
  return address === null ? run : `<w:hyperlink r:id="${nameOf(address)}">${run}</w:hyperlink>`;
}

/**
 * Words that are none of the article.
 *
 * @param properties in the order that Word wants
 */
export function plainRun(text: string, language: RunLanguage, properties: readonly string[] = []): string {
  return runOf(wordsDocx(text, false), properties, language);
}

function runOf(words: string, properties: readonly string[], language: RunLanguage): string {
  return `<w:r><w:rPr>${properties.join('')}<w:lang w:val="${WORD_LANGUAGES[language]}"/></w:rPr>${words}</w:r>`;
}

function wordsDocx(text: string, isCode: boolean): string {
  const lines = isCode ? text.split(/\r\n|\n|\r/) : [text.replaceAll(/[\r\n]+/g, ' ')];
  const written = lines.map((line) =>
    line
      .split('\t')
      .map((part) => (part === '' ? '' : `<w:t xml:space="preserve">${xmlText(part)}</w:t>`))
      .join('<w:tab/>'),
  );
  return written.join('<w:br/>');
}
