import { type FrontMatter, parseFrontMatter } from '../../article/front-matter.ts';
import { soundHead } from '../../article/sound-head.ts';
import { findFrenchDate } from '../blocks/french-date.ts';

/** The head of a file: what it says, and as it is to stand in the article. */
export interface FileHead extends Pick<FrontMatter, 'citation' | 'bodyStart'> {
  /** With the lines around it; '' for none. */
  readonly head: string;
  readonly warnings: readonly string[];
}

/**
 * Reads the head of a file, and mends what of it cannot be read.
 *
 * @param called the file, as sentences name it
 */
export function readHead(text: string, called: string): FileHead {
  const { citation, bodyStart, problems } = parseFrontMatter(text, called);
  const written = text.slice(0, bodyStart).replace(/^\ufeff/, '');
  if (written === '')
    return {
      ...{ citation, bodyStart, head: '' },
      warnings: problems.map(({ line, message }) => `Front matter, line ${line}: ${message}.`),
    };
  const { head, warnings } = soundHead(written, findFrenchDate);
  return { citation: parseFrontMatter(head, called).citation, bodyStart, head, warnings };
}
