import { DEGREE, GROUP, withoutNeedlessBrackets } from './formula-brackets.ts';
import { type HtmlElement, type HtmlNode, isElement, isText, nameOf, wordsOf } from './html-dom.ts';

/** Elements of MathML within one another that are written with signs; below them the words stand as they are. */
const MOST_DEPTH = 100;

/** A formula of MathML in one line, as it is typed: `x^2`, `(a+b)/c`, `∑_i^n`. */
export function mathLine(math: HtmlElement): string {
  return withoutNeedlessBrackets(lineOf(math, 0)).replaceAll(/\s+/g, ' ').trim();
}

function lineOf(element: HtmlElement, depth: number): string {
  if (depth > MOST_DEPTH) return wordsOf(element);
  const parts = [...element.childNodes].flatMap((child) => partOf(child, depth + 1));
  return SHAPES.get(nameOf(element))?.(parts) ?? parts.join('');
}

/**
 * Nothing where there is only space, which sets nothing apart in a formula, or where it is said again in another way.
 */
function partOf(node: HtmlNode, depth: number): string[] {
  if (isElement(node)) return /^annotation/.test(nameOf(node)) ? [] : [lineOf(node, depth)];
  return isText(node) && node.textContent.trim() !== '' ? [node.textContent] : [];
}

type Shape = (parts: readonly string[]) => string;

const group = (part = ''): string => `${GROUP.open}${part}${GROUP.close}`;
const below: Shape = ([base, low]) => `${base}_${group(low)}`;
const above: Shape = ([base, high]) => `${base}^${group(high)}`;
const belowAndAbove: Shape = ([base, low, high]) => `${base}_${group(low)}^${group(high)}`;

const SHAPES: ReadonlyMap<string, Shape> = new Map(
  Object.entries<Shape>({
    mfrac: ([over, under]) => `${group(over)}/${group(under)}`,
    msqrt: (parts) => `√${group(parts.join(''))}`,
    mroot: ([base, root]) => `√${DEGREE.open}${root}${DEGREE.close}${group(base)}`,
    ...{ msub: below, munder: below, msup: above, mover: above, msubsup: belowAndAbove, munderover: belowAndAbove },
    mfenced: (parts) => `(${parts.join(', ')})`,
    mtr: (parts) => parts.join(' '),
    mtable: (parts) => parts.join('; '),
  }),
);
