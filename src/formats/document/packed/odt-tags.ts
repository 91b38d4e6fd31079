import type { OdtStyle } from './odt-styles.ts';

/** What an element of HTML is written with. */
export type Tags = readonly [open: string, close: string];

/** Styles by which a paragraph is more than that, with their tags; the names are the same in every language. */
const BLOCKS: readonly (readonly [names: RegExp, open: string, close: string])[] = [
  [/^Title$/, '<h1>', '</h1>'],
  [/^Subtitle$/, '<h2>', '</h2>'],
  [/^(?:Quotations|Quote|Block_20_Text|Intense_20_Quote)$/, '<blockquote><p>', '</p></blockquote>'],
  [/^Preformatted_20_Text$/, '<pre>', '</pre>'],
];

/** A paragraph, or what its style makes of it. */
export function paragraphTags({ line }: OdtStyle): Tags {
  const found = BLOCKS.find(([names]) => line.some((name) => names.test(name)));
  return found === undefined ? ['<p>', '</p>'] : [found[1], found[2]];
}

/** @param written its level as the file has it */
export function headingTags(written: number): Tags {
  const level = Math.min(Math.max(written || 1, 1), 6);
  return [`<h${level}>`, `</h${level}>`];
}

/** A stretch of text with its marks. */
export function spanTags({ bold, italic }: OdtStyle): Tags {
  return [`${bold ? '<b>' : ''}${italic ? '<i>' : ''}`, `${italic ? '</i>' : ''}${bold ? '</b>' : ''}`];
}

/** What a cell covers holds nothing; it is left out, and stands in for itself again by these. */
export function cellTags(name: 'th' | 'td', given: Readonly<Record<string, string>>): Tags {
  const spans = [
    ['colspan', given['table:number-columns-spanned']],
    ['rowspan', given['table:number-rows-spanned']],
  ].flatMap(([attribute, count = '1']) => (/^[2-9]$|^\d{2,3}$/.test(count) ? [` ${attribute}="${count}"`] : []));
  return [`<${name}${spans.join('')}>`, `</${name}>`];
}
