import path from 'node:path';
import type { SourceUnit } from '../core/article.ts';
import { StoreError, type TranslationStore } from '../core/ports.ts';
import { parseArticle } from '../formats/article-md.ts';
import { parsePo } from '../formats/po.ts';
import { editCatalogue } from '../formats/po-edit.ts';
import { readSource } from './read-source.ts';
import { writeFileDurably } from './write-file.ts';

/**
 * Keeps translations in the catalogues under a root. The files are read anew for each save, so that what a person
 * wrote meanwhile stays; saves of one article wait for each other.
 */
export function createTranslationStore(root: string): TranslationStore {
  const queues = new Map<string, Promise<unknown>>();
  return {
    save(slug, edits) {
      const before = queues.get(slug) ?? Promise.resolve();
      const saved = before.then(
        () => saveNow(root, slug, edits),
        () => saveNow(root, slug, edits),
      );
      queues.set(slug, saved);
      return saved;
    },
  };
}

async function saveNow(
  root: string,
  slug: string,
  edits: Parameters<TranslationStore['save']>[1],
): Promise<readonly string[]> {
  const units = await readUnits(root, slug);
  const file = `content/${slug}/en.po`;
  const catalogue = await readSource(root, file);
  const isMissing = catalogue.text === null && catalogue.problem?.message.includes('ENOENT') === true;
  if (catalogue.text === null && !isMissing)
    throw new StoreError(`${file} ${catalogue.problem?.message ?? 'cannot be read'}.`);
  const [mistake] = catalogue.text === null ? [] : parsePo(catalogue.text, file).problems;
  if (mistake !== undefined)
    throw new StoreError(
      `${file}:${mistake.line} has a mistake (${mistake.message}); nothing is written before it is corrected.`,
    );
  const { text, refused } = editCatalogue(catalogue.text, units, edits);
  if (text !== catalogue.text) {
    try {
      await writeFileDurably(path.join(root, file), text);
    } catch (error) {
      throw new StoreError(`${file} cannot be written (${codeOf(error)}); what was there stays.`);
    }
  }
  return refused;
}

async function readUnits(root: string, slug: string): Promise<readonly SourceUnit[]> {
  for (const name of ['fr.md', 'fr.txt']) {
    const file = `content/${slug}/${name}`;
    const source = await readSource(root, file);
    if (source.text !== null) return parseArticle(source.text, file).units;
  }
  throw new StoreError(`content/${slug} has no French article that can be read.`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
}
