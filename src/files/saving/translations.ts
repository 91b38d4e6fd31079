import path from 'node:path';
import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { TargetEdit, TranslationStore } from '../../core/changes/ports/translation-store.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import type { Slices } from '../../core/model/slices.ts';
import { counted } from '../../core/text/counted.ts';
import { findUnwritable } from '../../core/text/unwritable.ts';
import { catalogueOf } from '../../formats/article/catalogue-name.ts';
import { placeEdits } from '../../formats/article/placed-edits.ts';
import { catalogueEditSlices } from '../../formats/article/po-edit.ts';
import { proofSlices } from '../../formats/article/po-proof.ts';
import { SOURCES } from '../../formats/article/source-names.ts';
import { type PoFile, poSlices } from '../../formats/po/po.ts';
import { sayNotWritten } from '../disk/not-saved.ts';
import { readSource } from '../disk/read-source.ts';
import { wantWritable } from '../disk/want-writable.ts';
import { sayUnfinished } from '../thread/unfinished.ts';
import type { Edited, FileEditor } from './file-editor.ts';

/**
 * Keeps translations in the catalogues under a root. The files are read anew for each save, so that what a person
 * wrote meanwhile stays; saves of one article wait for each other.
 */
export function createTranslationStore(editor: FileEditor): TranslationStore {
  const { root, readers } = editor;
  const { pacer } = readers;
  return {
    async rehearse(slug) {
      const file = catalogueOf(slug);
      await editor.edit(file, { what: `the translation of ${slug}`, where: `/articles/${slug}` }, async (text) => {
        refuseBroken(await pacer.finish(poSlices(text ?? '', file)), file);
        await readUnits(editor, slug);
        await wantWritable(path.join(root, file)).catch((error: unknown) => {
          throw sayNotWritten(error, file);
        });
        return { text: null, result: null };
      });
    },
    async save(slug, edits) {
      const file = catalogueOf(slug);
      for (const edit of edits) refuseUnwritable(edit);
      const [first] = edits;
      const what =
        edits.length === 1
          ? `paragraph ${first?.unit.slice(1)} of ${slug}`
          : `${counted(edits.length, 'paragraph')} of ${slug}`;
      const where = `/articles/${slug}#${first?.unit ?? ''}`;
      const { result, save } = await editor.edit(file, { what, where }, async (text) => {
        const units = await readUnits(editor, slug);
        return pacer.finish(writtenInto({ file, text, units, edits }));
      });
      return { refused: result, save };
    },
  };
}

interface Writing {
  readonly file: string;
  readonly text: string | null;
  readonly units: readonly SourceUnit[];
  readonly edits: readonly TargetEdit[];
}

/** The new text of a catalogue, read again before it is given out; with the units whose target had changed. */
function* writtenInto({ file, text, units, edits }: Writing): Slices<Edited<readonly string[]>> {
  refuseBroken(yield* poSlices(text ?? '', file), file);
  const { placed, ids, lost } = placeEdits(units, edits);
  const edited = yield* catalogueEditSlices(text, units, placed);
  yield;
  const written = placed.filter(({ unit }) => !edited.refused.includes(unit));
  const refused = [...ids].filter(([, now]) => edited.refused.includes(now)).map(([unit]) => unit);
  if (yield* proofSlices({ before: text ?? '', after: edited.text, units, edits: written }))
    return { text: edited.text, result: [...lost, ...refused] };
  throw new StoreError(
    `${file} would not read back as it was meant, so nothing was saved. Write this one into the file by hand.`,
    'unfit',
  );
}

/**
 * Signs at which other tools end, or refuse, a catalogue.
 *
 * @guard control-characters
 */
function refuseUnwritable({ unit, target, comments, notes = [], previous }: TargetEdit): void {
  const sign = findUnwritable([target, ...comments, ...notes, previous ?? ''].join('\n'));
  if (sign === null) return;
  throw new StoreError(`The text of ${unit} holds ${sign}, which no catalogue can hold; leave it out.`, 'invalid');
}

function refuseBroken({ problems: [mistake] }: PoFile, file: string): void {
  if (mistake === undefined) return;
  throw new StoreError(
    `${file}:${mistake.line} has a mistake (${mistake.message}); nothing is written before it is corrected.`,
    'unfit',
  );
}

/** Reads the French anew for each save; it is parsed again only where it changed since it was last read. */
async function readUnits({ root, readers }: FileEditor, slug: string): Promise<readonly SourceUnit[]> {
  for (const name of SOURCES) {
    const file = `content/${slug}/${name}`;
    const { text } = await readSource(root, file);
    if (text !== null) return (await readers.parsed.article(text, file).catch(sayUnfinished(file))).units;
  }
  throw new StoreError(`content/${slug} has no French article that can be read.`);
}
