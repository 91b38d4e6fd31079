import type { Span } from '../../core/model/rich-text.ts';
import { stretchesBetween } from './stretches-between.ts';
import { isPictureName } from './wikilinks.ts';

/** What generators of sites, and tools for notes, put between two signs: Hugo, Jekyll, templates, Obsidian. */
const PAIRS = [
  ['{{', '}}'],
  ['{%', '%}'],
  ['![[', ']]'],
] as const;
/** Signs of a whole line, or of its end: `:::note`, `{: .class}`, `[!NOTE]`, `## Title {#anchor}`. */
const LINES =
  /^:{3,}(?:[ \t]*[a-z][\w-]*)?(?:[ \t]*\{[^}\n]{0,300}\})?|^\{:[^}\n]{0,300}\}(?=[ \t]*$)|^\[![A-Za-z]{1,30}\][+-]?|[ \t]\{(?!\.[A-Z]{2,20}\})[#.][^}\n]{1,300}\}(?=[ \t]*$)/gm;
const TELLTALE = /\{[{%:#.]|:::|!\[\[|^\[!/;

/**
 * The stretches of a text that are meant for another program, which makes something of them: `{{< figure >}}`,
 * `{% include %}`, `:::note`. They are shown as they are, and are no words. Not in code. Linear.
 */
export function findShortcodes(text: string): Span[] {
  if (!TELLTALE.test(text)) return [];
  const lines = [...text.matchAll(LINES)].map(({ 0: sign, index }) => ({ start: index, end: index + sign.length }));
  const pairs = PAIRS.flatMap(([open, close]) => [
    ...stretchesBetween(text, open, close, (inner) => open === '![[' && isPictureName(inner)),
  ]);
  return [...lines, ...pairs].sort((a, b) => a.start - b.start);
}

/** A line that imports or exports something. */
const MODULE =
  /^(?:import[ \t](?:[\w*{}, \t]{1,300}[ \t]from[ \t]*)?(?:'[^'\n]*'|"[^"\n]*");?|export[ \t](?:const|let|default|function)\b.*)$/;

/** Whether a block is lines of a program, as MDX has them: `import Chart from './chart.js'`. */
export function isModule(text: string): boolean {
  return /^(?:import|export)[ \t]/.test(text) && text.split('\n').every((line) => MODULE.test(line.trim()));
}
