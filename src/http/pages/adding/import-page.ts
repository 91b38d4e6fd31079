import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { IMPORT } from '../../addresses.ts';
import { type Frame, frameOf } from '../frame/frame.ts';
import { shownTitle } from '../frame/wording.ts';

/** views/import.ejs: asks for a file of another tool. */
export interface ImportPage extends Frame {
  readonly action: string;
  readonly file: ImportField;
  readonly text: ImportField;
  /** Null where there is no article. */
  readonly articles: readonly ArticleOption[] | null;
  /** Why nothing was taken, where no field is to blame; null for none. */
  readonly wrong: string | null;
}

/** One of the ways in which a file is given. */
interface ImportField {
  /** What stands in it; '' for a file, which a browser does not give back. */
  readonly value: string;
  /** What is wrong with it; null for nothing. */
  readonly wrong: string | null;
}

export interface ArticleOption {
  readonly slug: string;
  readonly title: string;
  readonly isChosen: boolean;
}

/** The ways in which a file is given, by the names of their fields. */
export type ImportWay = 'file' | 'text';

/** What was given, and what is wrong with it. */
export interface GivenImport {
  readonly text: string;
  /** Slug of the article; '' for the one that the file is of. */
  readonly article: string;
  readonly wrong: { readonly way: ImportWay | null; readonly says: string } | null;
}

/** UTF-16 units of a title in a list. */
const LONGEST_TITLE = 100;

export function importPage({ text, article, wrong }: GivenImport, files: Snapshot): ImportPage {
  const wrongWith = (way: ImportWay) => (wrong?.way === way ? wrong.says : null);
  const articles = articleOptions(files, article);
  return {
    ...frameOf(files, 'Import a translation or terms'),
    action: IMPORT,
    file: { value: '', wrong: wrongWith('file') },
    text: { value: text, wrong: wrongWith('text') },
    articles: articles.length === 0 ? null : articles,
    wrong: wrong !== null && wrong.way === null ? wrong.says : null,
  };
}

export function articleOptions({ articles }: Pick<Snapshot, 'articles'>, chosen: string): ArticleOption[] {
  return [...articles.values()].map(({ article: { slug, citation } }) => {
    return { slug, title: shownTitle(citation.title, LONGEST_TITLE), isChosen: slug === chosen };
  });
}
