import { type FilesNow, type Frame, frameOf } from '../frame/frame.ts';

/** views/add.ejs: asks for a text. */
export interface AddPage extends Frame {
  readonly fields: readonly AskedField[];
  /** For the English that somebody has already. */
  readonly english: readonly AskedField[];
  /** Whether something is wrong with that, which is then shown. */
  readonly isEnglishOpen: boolean;
  /** Why nothing was taken, where no one field is to blame; null for none. */
  readonly wrong: string | null;
}

/** One of the ways in which a text is given. */
interface AskedField {
  readonly isText: boolean;
  readonly isFile: boolean;
  readonly isAddress: boolean;
  /** What stands in it; '' for a file, which a browser does not give back. */
  readonly value: string;
  /** What is wrong with it; null for nothing. */
  readonly wrong: string | null;
  /** The first that is wrong, where a page that tells of it begins. */
  readonly isFirstWrong: boolean;
}

/** The ways in which a text is given, by the names of their fields. */
export type Way = 'text' | 'file' | 'address' | EnglishWay;
export type EnglishWay = 'english_text' | 'english_file';

/** What was given, and what is wrong with it. */
export interface Given {
  readonly text: string;
  readonly address: string;
  readonly englishText: string;
  readonly wrong: { readonly way: Way | null; readonly says: string } | null;
}

export const NOTHING_GIVEN: Given = { text: '', address: '', englishText: '', wrong: null };

export function addPage({ text, address, englishText, wrong }: Given, files: FilesNow): AddPage {
  const field = (way: Way, value: string): AskedField => ({
    ...{ isText: way.endsWith('text'), isFile: way.endsWith('file'), isAddress: way === 'address', value },
    wrong: wrong?.way === way ? wrong.says : null,
    isFirstWrong: wrong?.way === way,
  });
  const english = [field('english_text', englishText), field('english_file', '')];
  return {
    ...frameOf(files, 'Add an article'),
    fields: [field('text', text), field('file', ''), field('address', address)],
    english,
    isEnglishOpen: englishText !== '' || english.some(({ wrong: said }) => said !== null),
    wrong: wrong !== null && wrong.way === null ? wrong.says : null,
  };
}
