import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileEditor } from '../../src/files/saving/file-editor.ts';
import { createTranslationStore } from '../../src/files/saving/translations.ts';
import { joinCatalogue, parseCatalogue } from '../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../src/formats/article/markdown.ts';
import { makeRoot } from '../site.ts';

const articleOf = (...paragraphs: readonly string[]) => `---\ntitle: Essai\n---\n\n${paragraphs.join('\n\n')}\n`;
let root: string;
let remove: () => Promise<void>;
beforeEach(async () => {
  ({ root, remove } = await makeRoot({ 'content/essai/fr.md': articleOf('Un.', 'Deux.', 'Trois.') }));
});
afterEach(() => remove());

/** An engine was asked for p3, “Deux.”; by the time it answers, the article reads otherwise. */
async function saveInto(...paragraphs: readonly string[]) {
  const french = articleOf(...paragraphs);
  await writeFile(path.join(root, 'content/essai/fr.md'), french);
  const edit = {
    ...{ unit: 'p3', source: 'Deux.', target: 'Two.', state: 'translated' as const },
    ...{ comments: [], previous: null, expected: '' },
  };
  const store = createTranslationStore(createFileEditor(root, Date.now));
  const { refused } = await store.save('essai', [edit]);
  const text = await readFile(path.join(root, 'content/essai/en.po'), 'utf8').catch(() => '');
  const { units } = joinCatalogue(parseArticle(french, 'fr.md').units, parseCatalogue(text, 'en.po'));
  const english = units.flatMap(({ source, target }) => (target === null ? [] : [`${source.text} = ${target.text}`]));
  return { refused, english };
}

test.each([
  ['nothing changed', ['Un.', 'Deux.', 'Trois.']],
  ['a paragraph was put in before', ['Zéro.', 'Un.', 'Deux.', 'Trois.']],
  ['the paragraph before was taken out', ['Deux.', 'Trois.']],
  ['two changed places', ['Un.', 'Trois.', 'Deux.']],
  ['the paragraph stands twice by now, and still where it stood', ['Un.', 'Deux.', 'Deux.']],
])('an answer goes to its own French: %s', async (_what, paragraphs) => {
  expect(await saveInto(...paragraphs)).toEqual({ refused: [], english: ['Deux. = Two.'] });
});

test.each([
  ['the French was edited', ['Un.', 'Deux et demi.', 'Trois.']],
  ['the paragraph was taken out', ['Un.', 'Trois.']],
  ['it stands twice elsewhere, and nobody knows which it was', ['Deux.', 'Un.', 'Trois.', 'Deux.']],
  ['everything is gone', []],
])('an answer whose French is no more is refused: %s', async (_what, paragraphs) => {
  expect(await saveInto(...paragraphs)).toEqual({ refused: ['p3'], english: [] });
});
