import type { Glossary } from '../core/checks/check-glossary.ts';
import { findTerms } from '../core/matcher/match.ts';
import { nearestWord } from '../core/text/nearest-word.ts';
import { formsOf } from '../core/words/forms.ts';
import { type Console, type ExitCode, UsageError } from './command.ts';

/** `visavis terms`: the glossary hits of any French text, one JSON object a line; offsets are UTF-16 units into the text. */
export function runTerms(text: string, { indexes }: Glossary, console: Console): ExitCode {
  for (const { start, end, readings } of findTerms(text, indexes.fr)) {
    for (const { concept, term, kind } of readings) {
      const { file, line } = concept.place;
      const hit = {
        start,
        end,
        text: text.slice(start, end),
        concept: concept.id,
        term: term.text,
        form: kind,
        file,
        line,
      };
      console.out(`${JSON.stringify(hit)}\n`);
    }
  }
  return 0;
}

/** `visavis terms --forms`: every form of an entry, one JSON object a line. */
export function runForms(id: string, { byId, verbs }: Glossary, console: Console): ExitCode {
  const concept = byId.get(id);
  if (concept === undefined) {
    const near = nearestWord(id, [...byId.keys()]);
    throw new UsageError(`No entry has the id “${id}”.${near === null ? '' : ` Did you mean “${near}”?`}`);
  }
  for (const term of [...concept.fr, ...concept.en]) {
    for (const { text, kind } of formsOf(term, verbs)) {
      console.out(
        `${JSON.stringify({ language: term.language, term: term.text, status: term.status, form: text, kind })}\n`,
      );
    }
  }
  return 0;
}
