import type { Code } from 'mdast';
import { classWords, type HtmlElement, isElement, isText, nameOf } from './html-dom.ts';

const LANGUAGE = /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s?([\w+#-]+)/;

/** Lines of a program as they stand; null where there are none, or only the numbers that a page sets beside them. */
export function codeOf(element: HtmlElement): Code | null {
  const value = textOf(element).replaceAll(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd();
  const lines = value.split('\n').map((line) => line.trim());
  if (value === '' || (lines.length > 1 && lines.every((line) => /^\d+$/.test(line)))) return null;
  const named = [element.querySelector('code'), element].map((one) => one?.getAttribute('class') ?? '');
  const [, lang] = LANGUAGE.exec(named.join(' ')) ?? [];
  return { type: 'code', lang: lang ?? null, value };
}

/** Some pages end each line of a program with a break. */
function textOf(element: HtmlElement): string {
  const texts: string[] = [];
  for (const child of element.childNodes) {
    if (isText(child)) texts.push(child.textContent);
    else if (isElement(child)) texts.push(nameOf(child) === 'br' ? '\n' : textOf(child));
  }
  return texts.join('');
}

/** Words by which a page calls what shows lines of a program. */
const OF_CODE = /^(?:code|codehilite|highlight|highlighttable|hljs|blob|crayon|gist|linenos|syntaxhighlighter)$/;

/**
 * Lines of a program that stand in the rows of a table, each behind its number; null for any other table: one whose
 * numbers say something else, or that does not say that it shows a program.
 */
export function codeInRows(rows: readonly HtmlElement[]): Code | null {
  const lines = rows.map((row) => [...row.childNodes].filter(isElement));
  const first = Number(lines[0]?.[0]?.textContent.trim());
  const isLine = ([number, line, ...others]: readonly HtmlElement[], at: number) =>
    number !== undefined &&
    line !== undefined &&
    others.length === 0 &&
    isNumber(number.textContent.trim(), first + at) &&
    isOfCode(line);
  if (lines.length < 2 || !lines.every(isLine)) return null;
  const value = lines
    .map(([, line]) =>
      line === undefined
        ? ''
        : textOf(line)
            .replace(/^[\r\n]+/, '')
            .trimEnd(),
    )
    .join('\n');
  return value.trim() === '' ? null : { type: 'code', lang: null, value };
}

/** Some pages draw the numbers, and write none. */
function isNumber(text: string, expected: number): boolean {
  return text === '' || text === String(expected);
}

function isOfCode(line: HtmlElement): boolean {
  const [child, ...others] = [...line.childNodes].filter(isElement);
  if (others.length === 0 && child !== undefined && /^(?:code|pre)$/.test(nameOf(child))) return true;
  return classWords(line).some((word) => OF_CODE.test(word));
}
