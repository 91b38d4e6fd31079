import type { Nodes } from 'mdast';

const LINES: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:[àa] lire|lire|[àa] voir|voir|[àa] [ée]couter|[ée]couter)(?: aussi| [ée]galement)?\s*[:>|→-]/iu,
    'leads to another article',
  ],
  [/^(?:[àa] )?(?:lire|voir|[ée]couter|d[ée]couvrir)(?: aussi| [ée]galement)\b/iu, 'leads to another article'],
  [/^lire (?:la suite|plus|l[’']article)/iu, 'leads to another article'],
  [/^(?:publicit[ée]|annonce|contenu sponsoris[ée])\s*[:.]?$/iu, 'an advertisement'],
  [/^(?:abonnez-vous|s[’']abonner|je m[’']abonne|d[ée]j[àa] abonn[ée])/iu, 'asks for a subscription'],
  [/^(?:article |contenu )?r[ée]serv[ée] (?:aux|à nos) abonn[ée]s/iu, 'asks for a subscription'],
];
const LONGEST = 200;

/** Why a line may be no part of an article, by its words; null for no reason. */
export function lineDoubt(node: Nodes): string | null {
  const words = plainText(node);
  if (words.length > LONGEST) return null;
  return LINES.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}

/** The words of a block without its marks. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if (!('children' in node)) return node.type === 'break' ? ' ' : '';
  const between = /^(?:root|list|listItem|blockquote|table|tableRow)$/.test(node.type) ? ' ' : '';
  return (node.children as Nodes[]).map(plainText).join(between);
}
