import { SaxesParser } from 'saxes';
import type { Place } from '../../core/model/place.ts';
import { finish, type Slices } from '../../core/model/slices.ts';
import { cutShort } from '../../core/text/cut-short.ts';
import { linesSlices } from '../../core/text/line-and-column.ts';
import { problemAt } from '../problem-at.ts';
import { createRemarks, type Remarks } from './remarks.ts';
import { createTbxReader, Refused, type TbxEntry, type TbxTerm } from './tbx-reader.ts';
import { type Said, worse } from './tbx-status.ts';
import { unknownStatus } from './term-status.ts';
import { createTermbase, type ToolTerm } from './termbase.ts';
import type { GlossaryFile } from './yaml.ts';

/** Of what a parser says of a fault, as it may quote a name. UTF-16 units. */
const MOST_REASON = 120;
/** Characters read, and entries taken, between two pauses. */
const SLICE = 20_000;
const ENTRY_SLICE = 200;

/** Reads TBX at once; see {@link glossaryTbxSlices}. */
export function parseGlossaryTbx(text: string, file: string): GlossaryFile {
  return finish(glossaryTbxSlices(text, file));
}

/**
 * Reads TBX, version 2 (martif) and 3 (DCA and DCT), in any dialect, TBX-Min too. Nothing outside the file is ever
 * opened: a document type with declarations of its own is refused, and so is nesting deeper than 100 levels.
 */
export function* glossaryTbxSlices(text: string, file: string): Slices<GlossaryFile> {
  const lines = yield* linesSlices(text, file);
  const { entries: read, refused } = yield* entrySlices(text);
  const remarks = createRemarks();
  const entries = createTermbase(remarks);
  const placeOf = (offset: number) => lines.place(Math.min(offset, text.length));
  const known = (terms: readonly TbxTerm[], status: Said) =>
    terms.flatMap((term) => {
      const place = placeOf(term.offset);
      return knownTerm({ ...term, ...worse(status, term) }, { place, excerpt: lines.line(place.line) }, remarks) ?? [];
    });
  for (const [i, { id, offset, definition, domain, terms, status, staysAsItIs }] of read.entries()) {
    const english = staysAsItIs && terms.en.length === 0 ? terms.fr : terms.en;
    entries.addAlone(
      { fr: known(terms.fr, status), en: known(english, status) },
      { id, definition, domain, place: placeOf(offset) },
    );
    if (i % ENTRY_SLICE === 0) yield;
  }
  const concepts = yield* entries.concepts();
  const problems = refused === null ? [] : [problemAt(lines, refused.offset, 'tbx', refused.message)];
  return { concepts, problems: [...problems, ...remarks.all] };
}

/** What a file gives up to its end, or to where it is refused. */
function* entrySlices(
  text: string,
): Slices<{ entries: TbxEntry[]; refused: { offset: number; message: string } | null }> {
  const entries: TbxEntry[] = [];
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false });
  const reader = createTbxReader(entries, () => parser.position);
  parser.on('error', (error) => {
    const what = error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '');
    throw new Refused(`this is no well-formed XML (${cutShort(what, MOST_REASON)}); export it again`);
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
    return { entries, refused: null };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { entries, refused: { offset: Math.min(parser.position, text.length), message: error.message } };
  }
}

/** Null for a term whose status is not known here: it is never taken for accepted. */
function knownTerm(
  { status, said, offset: _, ...term }: TbxTerm,
  at: { readonly place: Place; readonly excerpt: string },
  remarks: Remarks,
): ToolTerm | null {
  if (status !== 'unknown') return { ...term, status, place: at.place };
  remarks.count(
    `status ${said}`,
    () => at,
    (count) => unknownStatus(said, count),
  );
  return null;
}
