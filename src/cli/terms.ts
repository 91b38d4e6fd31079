import type { Glossary } from '../core/glossary.ts';
import { findTerms } from '../core/match.ts';
import type { Console, ExitCode } from './command.ts';

/** `visavis terms`: the glossary hits of any French text, one JSON object a line; offsets are UTF-16 units into the text. */
export function runTerms(text: string, { indexes }: Glossary, console: Console): ExitCode {
  for (const { start, end, readings } of findTerms(text, indexes.fr)) {
    for (const { concept, term, form } of readings) {
      const { file, line } = concept.place;
      const hit = {
        start,
        end,
        text: text.slice(start, end),
        concept: concept.id,
        term: term.text,
        form: form.kind,
        file,
        line,
      };
      console.out(`${JSON.stringify(hit)}\n`);
    }
  }
  return 0;
}
