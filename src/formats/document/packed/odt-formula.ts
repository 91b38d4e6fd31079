import { escapeHtml, readXml } from './xml.ts';

/**
 * Elements of MathML that a formula is made of; what is said of it in another language of formulas stands beside them.
 */
const MATH = /^(?:math:)?(math|semantics|m[a-z]+)$/;

/** A formula, a part of a document by itself, as MathML of a page; '' where that part is something else. */
export function odtFormula(part: string): string {
  const pieces: string[] = [];
  const isMath: boolean[] = [];
  const isSound = readXml(part, {
    open(name) {
      const [, tag] = MATH.exec(name) ?? [];
      isMath.push(tag !== undefined && isMath.at(-1) !== false);
      if (isMath.at(-1)) pieces.push(`<${tag}>`);
    },
    close(name) {
      if (isMath.pop()) pieces.push(`</${MATH.exec(name)?.[1]}>`);
    },
    text(text) {
      if (isMath.at(-1)) pieces.push(escapeHtml(text.trim()));
    },
  });
  const formula = pieces.join('');
  return isSound && formula.startsWith('<math>') ? formula : '';
}
