import { StoreError } from '../core/changes/store-error.ts';
import type { TranslationStore } from '../core/changes/translation-store.ts';
import type { SourceUnit } from '../core/model/article.ts';
import { parseArticle } from '../formats/article/markdown.ts';
import { parsePo } from '../formats/article/po.ts';
import { editCatalogue } from '../formats/article/po-edit.ts';
import type { FileEditor } from './file-editor.ts';
import { readSource } from './read-source.ts';

/**
 * Keeps translations in the catalogues under a root. The files are read anew for each save, so that what a person
 * wrote meanwhile stays; saves of one article wait for each other.
 */
export function createTranslationStore(root: string, editor: FileEditor): TranslationStore {
  return {
    async save(slug, edits) {
      const file = `content/${slug}/en.po`;
      const [first] = edits;
      const what =
        edits.length === 1 ? `paragraph ${first?.unit.slice(1)} of ${slug}` : `${edits.length} paragraphs of ${slug}`;
      const where = `/articles/${slug}#${first?.unit ?? ''}`;
      const { result, save } = await editor.edit(file, { what, where }, async (text) => {
        const units = await readUnits(root, slug);
        refuseBroken(text ?? '', file);
        const edited = editCatalogue(text, units, edits);
        return { text: edited.text, result: edited.refused };
      });
      return { refused: result, save };
    },
  };
}

function refuseBroken(text: string, file: string): void {
  const [mistake] = parsePo(text, file).problems;
  if (mistake === undefined) return;
  throw new StoreError(
    `${file}:${mistake.line} has a mistake (${mistake.message}); nothing is written before it is corrected.`,
    'unfit',
  );
}

async function readUnits(root: string, slug: string): Promise<readonly SourceUnit[]> {
  for (const name of ['fr.md', 'fr.txt']) {
    const file = `content/${slug}/${name}`;
    const source = await readSource(root, file);
    if (source.text !== null) return parseArticle(source.text, file).units;
  }
  throw new StoreError(`content/${slug} has no French article that can be read.`);
}
