import type { Concept } from '../../core/model/concept.ts';
import { lineBreakOf } from '../line-break.ts';
import { readEntry } from './entry.ts';
import { plainEntry } from './plain-entry.ts';
import { parseGlossaryYaml } from './yaml.ts';
import { behindMark, type EditedGlossary, saysJust, type WrittenIn, withoutDefaultId } from './yaml-edit.ts';
import { entryText } from './yaml-entry-edit.ts';
import { endOfList, placeEntries } from './yaml-place.ts';

/**
 * Puts entries behind those of a YAML glossary, whose every byte stays. The new text is read again before it is given
 * out: it says what was asked for, and nothing else changed.
 */
export function appendToGlossaryYaml(text: string, entries: readonly Concept[], where: WrittenIn): EditedGlossary {
  return behindMark(text, (bare) => appended(bare, entries, where));
}

function appended(text: string, entries: readonly Concept[], { file, known }: WrittenIn): EditedGlossary {
  const { concepts, problems } = parseGlossaryYaml(text, file, known);
  const [mistake] = problems;
  if (mistake !== undefined)
    return { refused: `${file}:${mistake.line} has a mistake (${mistake.message}); correct it in the file first.` };
  if (placeEntries(text, concepts) === null)
    return { refused: `${file} is not written as a list of entries with dashes; give the new one another name.` };
  for (const entry of entries) {
    const [wrong] = readEntry(plainEntry(entry), () => entry.place).problems;
    if (wrong !== undefined) return { refused: `“${entry.id}” cannot be written: ${wrong.message}.` };
  }
  const written = entries.map((entry) => entryText(withoutDefaultId(plainEntry(entry)))).join('\n\n');
  const start = text.slice(0, endOfList(text, concepts));
  const newline = lineBreakOf(text);
  const behind = `${start === '' ? '' : '\n\n'}${written}\n`.replaceAll('\n', newline);
  const edited = start + behind;
  return saysJust(edited, [...concepts, ...entries], { file, known })
    ? { text: edited }
    : { refused: `These entries cannot be written behind those of ${file}; give the new one another name.` };
}
