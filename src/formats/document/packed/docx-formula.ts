import { DEGREE, GROUP, withoutNeedlessBrackets } from '../html/formula-brackets.ts';

/** Ends of what stands in rows, until it is known what follows. */
const ROWS = { cell: '\ue002', row: '\ue003', end: '\ue004' };
const LAST_ROW = /\ue002?\ue003?\ue004/g;
const ROW = /\ue002?\ue003/g;
/** A tag, or what stands between two. */
const TAG = /<(\/?)m:(\w+)((?:[\s/][^<>]*)?)>|([^<>]+)/g;
const VALUE = /m:val="([^"]*)"/;

/** Elements, some by what they stand in, with the signs that stand before and behind what they hold. */
const SIGNS: ReadonlyMap<string, readonly [open: string, close: string]> = new Map([
  ['num', [GROUP.open, GROUP.close]],
  ['den', [`/${GROUP.open}`, GROUP.close]],
  ['sup', [`^${GROUP.open}`, GROUP.close]],
  ['sub', [`_${GROUP.open}`, GROUP.close]],
  ['lim', [`_${GROUP.open}`, GROUP.close]],
  ['rad', ['√', '']],
  ['rad deg', [DEGREE.open, DEGREE.close]],
  ['rad e', [GROUP.open, GROUP.close]],
  ['nary e', [' ', '']],
  ['fName', ['', ' ']],
  ['m', ['', ROWS.end]],
  ['mr', ['', ROWS.row]],
  ['mr e', ['', ROWS.cell]],
  ['eqArr', ['', ROWS.end]],
  ['eqArr e', ['', ROWS.row]],
]);

/** The brackets around what is under way, or the sign of a sum. */
interface Shape {
  readonly name: string;
  open: string;
  close: string;
  parts: number;
}

/**
 * A formula of Word in one line, as it is typed: `x^2`, `(a+b)/c`, `∑_i^n`. As XML still, its references as they are.
 *
 * @param xml what stands within `m:oMath`
 */
export function formulaLine(xml: string): string {
  const pieces: string[] = [];
  const shapes: Shape[] = [];
  const around: string[] = [];
  let isText = false;
  for (const { 1: end, 2: name = '', 3: given = '', 4: text } of xml.matchAll(TAG)) {
    if (text !== undefined) {
      if (isText) pieces.push(text);
      continue;
    }
    const isClosed = given.endsWith('/');
    isText = name === 't' && end === '' && !isClosed;
    if (end === '') {
      pieces.push(openPart({ name, value: VALUE.exec(given)?.[1], parent: around.at(-1) }, shapes));
      around.push(name);
    }
    if (end !== '' || isClosed) {
      around.pop();
      pieces.push(closePart(name, around.at(-1), shapes));
    }
  }
  return withoutNeedlessBrackets(inRows(pieces.join('')));
}

/** With the ends of cells and rows as signs, where something follows them. */
function inRows(line: string): string {
  return line.replaceAll(LAST_ROW, '').replaceAll(ROW, '; ').replaceAll(ROWS.cell, ' ');
}

interface Part {
  readonly name: string;
  readonly value: string | undefined;
  readonly parent: string | undefined;
}

function openPart({ name, value, parent }: Part, shapes: Shape[]): string {
  const shape = shapes.at(-1);
  if (name === 'd') shapes.push({ name, open: '(', close: ')', parts: 0 });
  else if (name === 'nary') shapes.push({ name, open: '∫', close: '', parts: 0 });
  else if (value !== undefined && shape !== undefined) setSign(shape, name, value);
  else if (name === 'e' && parent === 'd' && shape !== undefined) {
    shape.parts += 1;
    return shape.parts === 1 ? shape.open : ', ';
  }
  return signsOf(name, parent)?.[0] ?? '';
}

function signsOf(name: string, parent: string | undefined) {
  return SIGNS.get(`${parent} ${name}`) ?? SIGNS.get(name);
}

function setSign(shape: Shape, name: string, value: string): void {
  if (name === 'begChr' || (name === 'chr' && shape.name === 'nary')) shape.open = value;
  if (name === 'endChr') shape.close = value;
}

function closePart(name: string, parent: string | undefined, shapes: Shape[]): string {
  if (name === 'naryPr') return shapes.at(-1)?.open ?? '';
  if (name === 'd' || name === 'nary') return shapes.pop()?.close ?? '';
  return signsOf(name, parent)?.[1] ?? '';
}
