import { openingOf } from '../blocks/visible-text.ts';

const PARAGRAPH = /<w:p(?=[\s>])/;
const LIST = /<w:numId\s+w:val="([1-9]\d*)"/;
const NUMBERED = /<w:numId\s+w:val="[1-9]/;
const TEXT = /<w:t(?:\s[^<>]*)?>([^<]*)/g;
const ABSTRACT = /<w:abstractNum\s/;
const MOST_OPENING = 40;

/**
 * Lists whose numbers go on behind other text: the reader of Word documents begins each of them with 1.
 *
 * @returns a sentence that names their first items; none where there is no such list
 */
export function listsThatGoOn(document: string, numbering: string): string[] {
  const bullets = bulletLists(numbering);
  const seen = new Set<string>();
  const found: string[] = [];
  let isBehindText = false;
  for (const paragraph of document.split(PARAGRAPH).slice(1)) {
    const [, list = ''] = LIST.exec(paragraph) ?? [];
    if (list !== '' && !bullets.has(list) && isBehindText && seen.has(list)) found.push(textOf(paragraph));
    seen.add(list);
    isBehindText = !NUMBERED.test(paragraph);
  }
  if (found.length === 0) return [];
  const named = found.map((text) => `“${openingOf(text, MOST_OPENING)}”`).join(', ');
  return [`The numbers of a list go on in Word behind other text, and begin with 1 again here, at ${named}.`];
}

function textOf(paragraph: string): string {
  return [...paragraph.matchAll(TEXT)].map(([, text = '']) => text).join('');
}

/** Those whose first level has no numbers, by the ids that paragraphs name them by. */
function bulletLists(numbering: string): ReadonlySet<string> {
  const definitions = numbering.split(ABSTRACT).slice(1);
  const bullets = new Set(
    definitions
      .filter((one) => /<w:numFmt\s+w:val="([^"]*)"/.exec(one)?.[1] === 'bullet')
      .map((one) => /^[^<>]*w:abstractNumId="(\d+)"/.exec(one)?.[1]),
  );
  const uses = numbering.matchAll(/<w:num\s[^<>]*w:numId="(\d+)"[^<>]*>\s*<w:abstractNumId\s+w:val="(\d+)"/g);
  return new Set([...uses].flatMap(([, list = '', definition = '']) => (bullets.has(definition) ? [list] : [])));
}
