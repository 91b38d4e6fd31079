import type { Code } from 'mdast';
import type { HtmlElement } from './html-dom.ts';

const LANGUAGE = /(?:^|\s)(?:language|lang|highlight-source|brush:)-?\s?([\w+#-]+)/;

/** Lines of a program as they stand; null where there are none, or only the numbers that a page sets beside them. */
export function codeOf(element: HtmlElement): Code | null {
  const value = element.textContent.replaceAll(/\r\n?/g, '\n').replace(/^\n/, '').trimEnd();
  const lines = value.split('\n').map((line) => line.trim());
  if (value === '' || (lines.length > 1 && lines.every((line) => /^\d+$/.test(line)))) return null;
  const named = element.querySelector('code') ?? element;
  const [, lang] = LANGUAGE.exec(named.getAttribute('class') ?? '') ?? [];
  return { type: 'code', lang: lang ?? null, value };
}
