import type { Save } from '../../../core/changes/ports/history.ts';
import type { Snapshot } from '../../../core/changes/ports/library.ts';
import { slugIn } from '../../../core/changes/undo/article-lives.ts';
import { UNTITLED } from '../../../core/model/article.ts';
import { type Language, preferredTerm } from '../../../core/model/concept.ts';
import { inEnglish, inFrench, type ToldPiece, tellApart, tellWith } from '../../../core/text/told-words.ts';
import { withHeldSpaces } from '../../../core/text/unbreakable.ts';
import { conceptIn } from '../../addresses.ts';
import { shortened, shownTitle } from './wording.ts';

/** What has names. */
export type Named = Pick<Snapshot, 'articles' | 'glossary'>;

/** UTF-16 units of a title in a sentence. */
const LONGEST_NAME = 80;

/** “Essai / Trial”; null where an article is gone or has no title. */
function articleTold(slug: string, files: Pick<Named, 'articles'>): ToldPiece[] | null {
  const title = titleOf(slug, files);
  if (title === null) return null;
  return pairTold(inShort(title), inShort(files.articles.get(slug)?.summary.target ?? ''));
}

/** In French; null where an article is gone or has no title. */
function titleOf(slug: string, { articles }: Pick<Named, 'articles'>): string | null {
  const title = articles.get(slug)?.article.citation.title ?? UNTITLED;
  return title === UNTITLED ? null : title;
}

/** An article in a sentence: “Essai / Trial”, or its slug where it is gone or has no title. */
export function articleName(slug: string, files: Pick<Named, 'articles'>): ToldPiece[] {
  return articleTold(slug, files) ?? [inEnglish(slug)];
}

/**
 * The article that a file is of: “Essai / Trial”; null for a file of none, and of one that has no name but its slug.
 */
export function articleOfFile(file: string, files: Pick<Named, 'articles'>): ToldPiece[] | null {
  const slug = slugIn(file);
  return slug === undefined ? null : articleTold(slug, files);
}

/** An entry in a sentence: “jeton / token”, or its id where it is gone. */
export function entryName(id: string, { glossary }: Pick<Named, 'glossary'>): ToldPiece[] {
  const concept = glossary.byId.get(id);
  if (concept === undefined) return [inEnglish(id)];
  // Signs of a term are no marks: __init__, R&amp;D.
  const told = (language: Language) => shortened(preferredTerm(concept, language)?.text ?? '', LONGEST_NAME);
  return pairTold(told('fr') || id, told('en'));
}

/** What a save was of, its article and its entry by their names. */
export function saveName(
  save: Pick<Save, 'what' | 'file' | 'where' | 'move' | 'isInPlace'>,
  files: Named,
): ToldPiece[] {
  const { what, file, where, move } = save;
  if (move !== undefined) return moveTold(what, move.title);
  const id = conceptIn(where);
  if (id !== null) return endingWith(what, id, entryName(id, files));
  const article = save.isInPlace ? articleOfFile(file, files) : null;
  if (article === null) return [inEnglish(what)];
  if (what.endsWith(` ${file}`)) return endingWith(what, file, [inEnglish('the translation of '), ...article]);
  return endingWith(what, slugIn(file) ?? '', article);
}

/** What a save was of, with the name at its end told in other words; as it is where it has the name of another. */
function endingWith(what: string, name: string, told: readonly ToldPiece[]): ToldPiece[] {
  return what.endsWith(` ${name}`) ? tellWith(what, name, told) : [inEnglish(what)];
}

/** A sentence about an article that came or went: it has its French title between quotation marks. */
export function moveTold(sentence: string, title: string): ToldPiece[] {
  return tellWith(sentence, `“${title}”`, quoted([inFrench(shownTitle(title))]));
}

/** A sentence that is given the names of articles: “Essai”, or the slug of one that is gone or has no title. */
export function namingArticles(
  files: Pick<Named, 'articles'>,
  sentenceWith: (nameOf: (slug: string) => string) => string,
): ToldPiece[] {
  const titles: string[] = [];
  const sentence = sentenceWith((slug) => {
    const title = titleOf(slug, files);
    if (title === null) return slug;
    const shown = withHeldSpaces(inShort(title));
    titles.push(shown);
    return `“${shown}”`;
  });
  return tellApart(sentence, titles.join('\n'), '');
}

function pairTold(french: string, english: string): ToldPiece[] {
  const source = inFrench(withHeldSpaces(french));
  const isBoth = english !== '' && english !== french;
  return quoted(isBoth ? [source, inEnglish(` / ${english}`)] : [source]);
}

function inShort(title: string): string {
  return shownTitle(title, LONGEST_NAME);
}

function quoted(pieces: readonly ToldPiece[]): ToldPiece[] {
  return [inEnglish('“'), ...pieces, inEnglish('”')];
}
