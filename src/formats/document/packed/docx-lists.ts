import { fewNamed } from '../../../core/text/few-named.ts';
import { openingOf } from '../blocks/visible-text.ts';
import { readXml } from './xml.ts';

const PARAGRAPH = /<w:p(?=[\s>])/;
const LIST = /<w:numId\s+w:val="([1-9]\d*)"/;
const NUMBERED = /<w:numId\s+w:val="[1-9]/;
const TEXT = /<w:t(?:\s[^<>]*)?>([^<]*)/g;
const MOST_OPENING = 40;
const MOST_NAMED = 3;

/**
 * Lists whose numbers go on behind other text: the reader of Word documents begins each of them with 1.
 *
 * @returns a sentence that names the first items of some; none where there is no such list
 */
export function listsThatGoOn(document: string, numbering: string): string[] {
  const bullets = bulletLists(numbering);
  const seen = new Set<string>();
  const found: string[] = [];
  let isBehindText = false;
  for (const paragraph of document.split(PARAGRAPH).slice(1)) {
    const [, list = ''] = LIST.exec(paragraph) ?? [];
    if (list !== '' && !bullets.has(list) && isBehindText && seen.has(list)) found.push(paragraph);
    seen.add(list);
    isBehindText = !NUMBERED.test(paragraph);
  }
  if (found.length === 0) return [];
  const where = fewNamed(found, MOST_NAMED, (item) => `“${openingOf(textOf(item), MOST_OPENING)}”`);
  return [`The numbers of a list go on in Word behind other text, and begin with 1 again here, at ${where}.`];
}

function textOf(paragraph: string): string {
  const written = [...paragraph.matchAll(TEXT)].map(([, text = '']) => text).join('');
  const texts: string[] = [];
  readXml(`<w:t>${written}</w:t>`, { text: (text) => texts.push(text) });
  return texts.join('');
}

/** Those whose first level has no numbers, by the ids that paragraphs name them by. */
function bulletLists(numbering: string): ReadonlySet<string> {
  /** Definition → what its first level has. */
  const formats = new Map<string, string>();
  /** List → its definition. */
  const uses = new Map<string, string>();
  let definition = '';
  let list = '';
  readXml(numbering, {
    open(name, attributes) {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') definition = attributes['w:abstractNumId'] ?? '';
      else if (name === 'w:num') list = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') uses.set(list, value);
      else if (name === 'w:numFmt' && !formats.has(definition)) formats.set(definition, value);
    },
  });
  const bullets = [...uses].filter(([, defined]) => formats.get(defined) === 'bullet');
  return new Set(bullets.map(([id]) => id));
}
