import { StoreError } from '../../core/changes/ports/store-error.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { isCatalogue } from '../../formats/article/catalogue-name.ts';
import { kindOf } from '../../formats/glossary/kinds.ts';
import { poSlices } from '../../formats/po/po.ts';
import type { ParsedFiles } from '../kept/parsed-files.ts';
import { sayUnfinished } from '../thread/unfinished.ts';
import { type ChangedFile, refuseTakenIds } from './taken-ids.ts';

/** What texts are read with. */
interface ProofReaders {
  readonly root: string;
  readonly pacer: Pacer;
  readonly parsed: ParsedFiles;
}

/**
 * Reads a text as it will be read at the next start.
 *
 * @throws {StoreError} where it has a mistake, or gives an entry the id of another
 */
export async function refuseUnproven(changed: ChangedFile, readers: ProofReaders): Promise<void> {
  await refuseMistakes(changed.after, changed.file, readers);
  await refuseTakenIds(changed, readers).catch(sayUnfinished(changed.file));
}

/** @guard undo-proof */
async function refuseMistakes(text: string, file: string, { pacer, parsed }: ProofReaders): Promise<void> {
  const problems = isCatalogue(file)
    ? (await pacer.finish(poSlices(text, file))).problems
    : kindOf(file) === null || !file.startsWith('glossary/')
      ? []
      : (await parsed.glossary(text, file).catch(sayUnfinished(file))).problems;
  const mistake = problems.find(({ severity }) => severity === 'error');
  if (mistake === undefined) return;
  throw new StoreError(
    `${file} would have a mistake in line ${mistake.line} (${mistake.message}), so it stays as it is. Look at the file first.`,
    'unfit',
  );
}
