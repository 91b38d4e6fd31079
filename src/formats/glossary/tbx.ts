import { SaxesParser } from 'saxes';
import type { Problem } from '../../core/checks/problem.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { createLines } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { createRemarks } from './remarks.ts';
import { createTbxReader, Refused, type TbxEntry } from './tbx-reader.ts';
import { unknownStatus } from './term-status.ts';
import { createTermbase, type ToolTerm } from './termbase.ts';
import type { GlossaryFile } from './yaml.ts';

/** Characters read, and entries taken, between two pauses. */
const SLICE = 50_000;
const ENTRY_SLICE = 500;

/** Reads TBX at once; see {@link glossaryTbxSlices}. */
export function parseGlossaryTbx(text: string, file: string): GlossaryFile {
  return finish(glossaryTbxSlices(text, file));
}

/**
 * Reads TBX, version 2 (martif) and 3 (DCA and DCT), in any dialect, TBX-Min too. Nothing outside the file is ever
 * opened: a document type with declarations of its own is refused, and so is nesting deeper than 100 levels.
 */
export function* glossaryTbxSlices(text: string, file: string): Slices<GlossaryFile> {
  const lines = createLines(text, file);
  const problems: Problem[] = [];
  const read: TbxEntry[] = [];
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const reader = createTbxReader(read, () => parser.position);
  parser.on('error', (error) => {
    throw new Refused(error.message.replace(/^.*?\d+:\d+:\s*/, ''));
  });
  parser.on('doctype', (doctype) => {
    if (doctype.includes('[')) throw new Refused('a DOCTYPE with declarations is not read; delete them');
  });
  parser.on('opentag', reader.open);
  parser.on('text', reader.text);
  parser.on('cdata', reader.text);
  parser.on('closetag', reader.close);
  try {
    for (let at = 0; at < text.length; at += SLICE) {
      parser.write(text.slice(at, at + SLICE));
      yield;
    }
    parser.close();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    problems.push(problemAt(lines, Math.min(parser.position, text.length), 'tbx', error.message));
  }
  const remarks = createRemarks();
  const entries = createTermbase(remarks);
  const placeOf = (offset: number) => lines.place(Math.min(offset, text.length));
  for (const [i, { id, offset, definition, domain, terms }] of read.entries()) {
    const known = (list: TbxEntry['terms']['fr']): ToolTerm[] =>
      list.flatMap(({ status, said, offset: at, ...term }) => {
        const place = placeOf(at);
        if (status !== 'unknown') return [{ ...term, status, place }];
        const excerpt = lines.line(place.line);
        remarks.count(
          `status ${said}`,
          () => ({ place, excerpt }),
          (count) => unknownStatus(said, count),
        );
        return [];
      });
    entries.addAlone({ fr: known(terms.fr), en: known(terms.en) }, { id, definition, domain, place: placeOf(offset) });
    if (i % ENTRY_SLICE === 0) yield;
  }
  const concepts = yield* entries.concepts();
  return { concepts, problems: [...problems, ...remarks.all] };
}
