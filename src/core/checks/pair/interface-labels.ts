import type { RichText, Span } from '../../model/rich-text.ts';
import { writtenSpan } from '../../text/reading.ts';

/**
 * What a button, a menu or a key is told by before its label: cliquez sur le bouton Fermer, les menus Fichier et Vue.
 */
const BEFORE_LABEL =
  /(?<!\p{L})(?:cliqu(?:e[rsz]?|ons|ant)|menus?|boutons?|onglets?|cases?|fenêtres?|touches?|rubriques?|commandes?)(?:[\s\u00a0]+(?:sur|de|du|des|le|la|les|\p{Lu}\S*[\s\u00a0]+(?:et|ou|puis))(?![\p{L}’'])|[\s\u00a0]+[ld][’'])*[\s\u00a0\ufffc]*$/iu;
/** How far before a label what tells it stands at most. UTF-16 units. */
const LONGEST_LEAD = 60;
/** Words of the longest label that a mark sets apart. */
const LONGEST_LABEL = 3;

/**
 * Whether a word of a text is the label of an interface, which is translated: behind a button, a menu or a click, or in
 * a short mark by itself.
 *
 * @param word its place in the words
 */
export function isInterfaceLabel(source: RichText, word: Span): boolean {
  const lead = source.words.slice(Math.max(0, word.start - LONGEST_LEAD), word.start);
  if (BEFORE_LABEL.test(lead)) return true;
  const { start, end } = writtenSpan(source, word);
  return source.marks.some(
    (mark) =>
      mark.kind !== 'link' &&
      mark.start <= start &&
      end <= mark.end &&
      source.text.slice(mark.start, mark.end).trim().split(/\s+/).length <= LONGEST_LABEL,
  );
}
