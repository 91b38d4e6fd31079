import type { Nodes } from 'mdast';
import { ABOUT_ARTICLE, ABOVE_TEXT, lineDoubt, plainText } from './line-doubt.ts';
import type { TreeBlock } from './write-blocks.ts';

const LEADS_ON =
  /^(?:sur le m[êe]me (?:sujet|th[èe]me)|(?:nos |les |autres )?articles? (?:similaires?|li[ée]s?|connexes?|recommand[ée]s?|associ[ée]s?|r[ée]cents?)|[àa] lire\b|lire (?:aussi|[ée]galement)|voir (?:aussi|[ée]galement)|[àa] d[ée]couvrir|d[ée]couvrez (?:aussi|[ée]galement)|(?:cela|[çc]a) (?:peut|pourrait|devrait) vous|vous aimerez|ces articles|(?:les )?(?:plus|\+) (?:lus|populaires|partag[ée]s)|(?:nos |les )?derni[èe]re?s (?:articles|actualit[ée]s|nouvelles|infos)|newsletter|la r[ée]daction vous|partage[rz]|suivez|dans la m[êe]me|navigation|(?:mots|tags)|[ée]tiquettes|cat[ée]gories?|liens externes|pour aller plus loin)(?!\p{L})/iu;
const COMMENTS =
  /^(?:(?:\d+ )?(?:commentaires?|r[ée]actions?|r[ée]ponses? [àa])(?![\p{L}])|(?:laisser|laissez|ajouter|[ée]crire|poster) un (?:commentaire|avis)|vos r[ée]actions|r[ée]agir)/iu;
/** What journals put below an article, to its end. */
const ABOUT = /^(?:pour citer (?:cet|ce)|citer (?:cet|ce)|r[ée]f[ée]rence (?:papier|[ée]lectronique))(?!\p{L})/iu;
export const MOST_OF_HEADING = 80;
/**
 * Said of what a box with such a heading holds, which ends where the box does, and of all below a heading without one.
 */
export const LEADS_TO_OTHERS = 'leads to other articles';
const MANY_ITEMS = 3;
const MOSTLY = 0.75;
const SHORT = 200;

/** Blocks of a page with what is doubtful about each: by its words, its links, and the heading above it. */
export function judgeBlocks(blocks: readonly TreeBlock[]): TreeBlock[] {
  let part: { depth: number; reason: string; isRest: boolean } | null = null;
  const judged = blocks.map(({ node, doubt }, i) => {
    const words = plainText(node);
    // Notes belong to the text, whatever stands before them.
    if (blocks[i + 1]?.node.type === 'footnoteDefinition' && node.type === 'heading') part = null;
    if (node.type === 'heading') {
      const reason = reasonOfPart(words, lineDoubt(node));
      const endsPart: boolean = part !== null && node.depth <= part.depth && !part.isRest;
      if (doubt === LEADS_TO_OTHERS) return { node, doubt };
      if (reason !== null) part = { depth: node.depth, reason, isRest: COMMENTS.test(words) || ABOUT.test(words) };
      else if (endsPart) part = null;
    } else if (part !== null && !part.isRest && isOrdinary(node, words)) part = null;
    const links = doubtOfLinks(node, words);
    // Pages put what leads to another article where their pictures stand.
    const own = (doubt === 'a caption' ? links : null) ?? doubt ?? lineDoubt(node) ?? links;
    return { node, doubt: node.type === 'footnoteDefinition' ? doubt : (own ?? part?.reason ?? null) };
  });
  return judged.map((block, i) => withDoubtBelow(block, judged[i + 1]));
}

/** Said of what leads to the parts of a text. */
export const CONTENTS = 'a table of contents';
/** Lines that go with what stands right below them: “Sommaire” may stand above a summary, too. */
const ABOVE_DOUBT: readonly (readonly [line: RegExp, doubts: RegExp])[] = [
  [
    /^(?:(?:au )?sommaire|sur cette page|table des mati[èe]res|dans (?:cet article|cette page)|contenu de la page) ?:?$/iu,
    /^(?:links alone|a list of links|a table of contents)$/,
  ],
  [/^(?:abstract|summary|keywords|key words)\s?:?$/i, /^in another language$/],
];

function withDoubtBelow(block: TreeBlock, below: TreeBlock | undefined): TreeBlock {
  const { node, doubt } = block;
  if (doubt !== null || below?.doubt == null || !/^(?:heading|paragraph)$/.test(node.type)) return block;
  const words = plainText(node).trim();
  const goesWith = ABOVE_DOUBT.some(([line, doubts]) => line.test(words) && doubts.test(below.doubt ?? ''));
  return goesWith ? { node, doubt: below.doubt === 'in another language' ? below.doubt : CONTENTS } : block;
}

/** Whether a heading stands above comments, or what leads to other articles. */
export function leadsAway(heading: string): boolean {
  return heading.length <= MOST_OF_HEADING && (COMMENTS.test(heading) || LEADS_ON.test(heading));
}

function reasonOfPart(words: string, lineReason: string | null): string | null {
  if (words.length > MOST_OF_HEADING) return null;
  if (ABOUT.test(words)) return ABOUT_ARTICLE;
  if (COMMENTS.test(words)) return 'comments of readers';
  if (LEADS_ON.test(words)) return LEADS_TO_OTHERS;
  return lineReason === ABOVE_TEXT || lineReason === ABOUT_ARTICLE ? null : lineReason;
}

/** A paragraph of the article itself, though a box with a heading stands above it. */
function isOrdinary(node: Nodes, words: string): boolean {
  return node.type === 'paragraph' && words.length > SHORT && linkedText(node) < words.length / 2;
}

function doubtOfLinks(node: Nodes, words: string): string | null {
  const linked = linkedText(node);
  if (linked === 0 || words.length === 0) return null;
  const share = linked / words.replaceAll(/\s/g, '').length;
  if (node.type === 'list')
    return node.children.length >= MANY_ITEMS && share > MOSTLY ? 'a list of links' : shareDoubt(share);
  if (node.type === 'table') return null;
  return shareDoubt(share);
}

function shareDoubt(share: number): string | null {
  return share > 0.95 ? 'links alone' : null;
}

/** Signs within links, spaces not counted. */
function linkedText(node: Nodes): number {
  if (node.type === 'link') return plainText(node).replaceAll(/\s/g, '').length;
  if (!('children' in node)) return 0;
  return (node.children as Nodes[]).reduce((sum, child) => sum + linkedText(child), 0);
}
