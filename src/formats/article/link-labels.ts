import type { Options } from 'mdast-util-from-markdown';
import type { LinkTarget } from '../../core/model/rich-text.ts';

type Extension = NonNullable<Options['extensions']>[number];

/** What may be a label in a text: between two brackets, without others in it. */
const LABELS = /\[((?:\\.|[^\][\\]){1,999})\]/gs;

/** A label in the one spelling in which two are compared (CommonMark 0.31, matches). */
export function plainLabel(label: string): string {
  // Both, as some letters have no partner one way.
  return label
    .replaceAll(/[\t\n\r ]+/g, ' ')
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** The definitions that the links of a text could name. */
export function linksIn(text: string, definitions: ReadonlyMap<string, string>): LinkTarget[] {
  if (definitions.size === 0) return [];
  const labels = new Set([...text.matchAll(LABELS)].map(([, label = '']) => plainLabel(label)));
  return [...labels].flatMap((label) => {
    const address = definitions.get(label);
    return address === undefined ? [] : [{ label, address }];
  });
}

/** Tells the parser of definitions that stand outside of the text it is given. */
export function knowing(links: readonly LinkTarget[]): Extension {
  return {
    flow: {
      null: [
        {
          tokenize(_effects, _ok, nok) {
            const { defined } = this.parser;
            for (const { label } of links) if (!defined.includes(label)) defined.push(label);
            return nok;
          },
        },
      ],
    },
  };
}
