import { type FilesNow, type Frame, frameOf } from './frame.ts';

/** views/add.ejs: asks for a text. */
export interface AddPage extends Frame {
  readonly fields: readonly AskedField[];
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
export type Way = 'text' | 'file' | 'address';

/** What was given, and what is wrong with it. */
export interface Given {
  readonly text: string;
  readonly address: string;
  readonly wrong: { readonly way: Way | null; readonly says: string } | null;
}

export const NOTHING_GIVEN: Given = { text: '', address: '', wrong: null };

export function addPage({ text, address, wrong }: Given, files: FilesNow): AddPage {
  const field = (way: Way, value: string): AskedField => ({
    ...{ isText: way === 'text', isFile: way === 'file', isAddress: way === 'address', value },
    wrong: wrong?.way === way ? wrong.says : null,
    isFirstWrong: wrong?.way === way,
  });
  return {
    ...frameOf(files, 'Add an article'),
    fields: [field('text', text), field('file', ''), field('address', address)],
    wrong: wrong !== null && wrong.way === null ? wrong.says : null,
  };
}
