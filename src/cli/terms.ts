import type { Glossary } from '../core/checks/glossary/check-glossary.ts';
import { readSenses } from '../core/ledger/senses.ts';
import type { Reading } from '../core/matcher/index-part.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import { printableJson } from '../core/text/printable.ts';
import { formsOf } from '../core/words/forms.ts';
import { parseInlineMarks } from '../formats/article/inline-marks.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';

/**
 * `visavis terms`: the glossary hits of any French text, one JSON object a line; offsets are UTF-16 units into the
 * text.
 */
export function runTerms(text: string, { indexes }: Glossary, console: Console): ExitCode {
  for (const { 0: paragraph, index } of text.matchAll(PARAGRAPH)) {
    const rich = parseInlineMarks(paragraph);
    for (const { start, end, readings } of readSenses(rich, indexes.fr).terms) {
      const place = { start: index + start, end: index + end, text: paragraph.slice(start, end) };
      for (const reading of readings) console.out(printableJson({ ...place, ...hitOf(reading) }));
    }
  }
  return 0;
}

/** What stands between empty lines. */
const PARAGRAPH = /\S[\s\S]*?(?=\n(?![^\S\n]*\S)|$)/g;

function hitOf({ concept, term, kind }: Reading) {
  const { file, line } = concept.place;
  return { concept: concept.id, term: term.text, form: kind, file, line };
}

/** `visavis terms --forms`: every form of an entry, one JSON object a line. */
export function runForms(id: string, { concepts, byId, verbs }: Glossary, console: Console): ExitCode {
  const concept = byId.get(id);
  if (concept === undefined) {
    const near = nearestWord(
      id,
      concepts.map((one) => one.id),
    );
    throw new UsageError(`No entry has the id “${id}”.${near === null ? '' : ` Did you mean “${near}”?`}`);
  }
  for (const term of [...concept.fr, ...concept.en]) {
    for (const { text, kind } of formsOf(term, verbs)) {
      console.out(printableJson({ language: term.language, term: term.text, status: term.status, form: text, kind }));
    }
  }
  return 0;
}
