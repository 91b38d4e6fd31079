import type { PhrasingContent, Text } from 'mdast';

type Mark = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' | 'link' }>;

/**
 * Marks as CommonMark can write them: white space and line breaks outside, none empty, none twice, neighbours joined.
 */
export function tidyPhrasing(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return trimEnds(partedWords(collapseSpace(withoutBrackets(joined(lifted(nodes, new Set()))))));
}

/** Brackets that a page sets around the number of a note, which has its own. */
function withoutBrackets(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const isBetween = (i: number) => {
    const [before, note, behind] = [nodes[i - 1], nodes[i], nodes[i + 1]];
    return note?.type === 'footnoteReference' && lastSign(before) === '[' && firstSign(behind) === ']';
  };
  return nodes.map((node, i) => {
    if (node.type !== 'text') return node;
    return text(node.value.slice(isBetween(i - 1) ? 1 : 0, isBetween(i + 1) ? -1 : undefined));
  });
}

function isMark(node: PhrasingContent | undefined): node is Mark {
  return node !== undefined && /^(?:strong|emphasis|delete|link)$/.test(node.type);
}

/** What may not stand at the edge of a mark goes before or behind it. */
function lifted(nodes: readonly PhrasingContent[], around: ReadonlySet<string>): PhrasingContent[] {
  return nodes.flatMap((node) => {
    if (!isMark(node)) return [cleaned(node)];
    if (around.has(node.type)) return lifted(node.children, around);
    const children = joined(lifted(node.children, new Set([...around, node.type])));
    const before: PhrasingContent[] = [];
    const behind: PhrasingContent[] = [];
    takeEdge(children, before, true);
    takeEdge(children, behind, false);
    return children.length === 0 ? [...before, ...behind] : [...before, { ...node, children } as Mark, ...behind];
  });
}

/** Signs that nobody sees, and that part words for whoever looks for them. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]|^\u200d+$|(?![\t\n\f\r])\p{Cc}/gu;

function cleaned(node: PhrasingContent): PhrasingContent {
  if (node.type !== 'text') return node;
  return text(
    node.value
      .replaceAll(UNSEEN, '')
      .replaceAll(/[ \t\r\n\f\v]+/g, ' ')
      .normalize('NFC'),
  );
}

function takeEdge(children: PhrasingContent[], taken: PhrasingContent[], isStart: boolean): void {
  const put = (node: PhrasingContent) => (isStart ? taken.push(node) : taken.unshift(node));
  for (;;) {
    const node = isStart ? children[0] : children.at(-1);
    if (node === undefined || (node.type !== 'break' && node.type !== 'text')) return;
    const size = node.type === 'text' ? spaceAt(node.value, isStart) : 0;
    if (node.type === 'text' && size === 0 && node.value !== '') return;
    if (isStart) children.shift();
    else children.pop();
    if (node.type !== 'text') put(node);
    else {
      const cut = isStart ? size : node.value.length - size;
      const [before, behind] = [node.value.slice(0, cut), node.value.slice(cut)];
      put(text(isStart ? before : behind));
      const rest = isStart ? behind : before;
      if (rest === '') continue;
      if (isStart) children.unshift(text(rest));
      else children.push(text(rest));
      return;
    }
  }
}

/** How many signs of white space stand at one end, no-break spaces among them. */
function spaceAt(value: string, isStart: boolean): number {
  let size = 0;
  while (size < value.length && value.charAt(isStart ? size : value.length - 1 - size).trim() === '') size += 1;
  return size;
}

function isEmptyText(node: PhrasingContent): boolean {
  return node.type === 'text' && node.value === '';
}

/** Neighbours of one kind are one. */
function joined(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  /** Marks made of several, with all that they hold. */
  const grown = new Map<PhrasingContent, PhrasingContent[]>();
  for (const node of nodes) {
    const last = out.at(-1);
    if (isEmptyText(node)) continue;
    if (last?.type === 'text' && node.type === 'text') out[out.length - 1] = text(last.value + node.value);
    else if (isMark(last) && isMark(node) && isSameMark(last, node)) {
      const held = grown.get(last) ?? [...last.children];
      for (const child of node.children) held.push(child);
      grown.set(last, held);
    } else out.push(node);
  }
  return out.map((node) => {
    const held = grown.get(node);
    return held === undefined ? node : ({ ...node, children: joined(held) } as Mark);
  });
}

function text(value: string): Text {
  return { type: 'text', value };
}

function isSameMark(one: Mark, other: Mark): boolean {
  return one.type === other.type && (one.type !== 'link' || (other.type === 'link' && one.url === other.url));
}

/** White space that breaks is one space, and none beside a line break; two breaks in a row are one. */
function collapseSpace(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    if (node.type === 'break') {
      if (last?.type === 'text')
        out[out.length - 1] = text(last.value.slice(0, last.value.endsWith(' ') ? -1 : undefined));
      if (last !== undefined && last.type !== 'break') out.push(node);
    } else if (node.type === 'text') {
      const value = node.value.replaceAll(/[ \t\r\n\f\v]+/g, ' ').replace(last?.type === 'break' ? /^ / : '', '');
      out.push(text(value));
    } else if (isMark(node)) out.push({ ...node, children: collapseSpace(node.children) } as Mark);
    else out.push(node);
  }
  return joined(out);
}

const PUNCTUATION = /[\p{P}\p{S}]/u;
const WORD = /[^\s\p{P}\p{S}]/u;

/**
 * A mark whose edge is a sign, beside a letter without a space, is no mark in CommonMark (`mot*(x)*`): its signs go
 * outside, as the words are what counts.
 */
function partedWords(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out = nodes.flatMap((node, i) => {
    if (!isMark(node) || node.type === 'link') return [isMark(node) ? within(node) : node];
    const inner = { ...node, children: partedWords(node.children) } as Mark;
    const before = lastSign(nodes[i - 1]);
    const behind = firstSign(nodes[i + 1]);
    return looseMark(inner, WORD.test(before), WORD.test(behind));
  });
  return joined(out);
}

function within(node: Mark): Mark {
  return { ...node, children: partedWords(node.children) } as Mark;
}

function looseMark(mark: Mark, isAfterWord: boolean, isBeforeWord: boolean): PhrasingContent[] {
  const first = mark.children[0];
  const last = mark.children.at(-1);
  const opens = isAfterWord && startsWithSign(first);
  const closes = isBeforeWord && endsWithSign(last);
  if (!opens && !closes) return [mark];
  if ((opens && first?.type !== 'text') || (closes && last?.type !== 'text')) return [...mark.children];
  if (!WORD.test(mark.children.map((node) => (node.type === 'text' ? node.value : 'a')).join('')))
    return [...mark.children];
  const before = opens && first?.type === 'text' ? signsAt([...first.value]).join('') : '';
  const behind =
    closes && last?.type === 'text'
      ? signsAt([...last.value].reverse())
          .reverse()
          .join('')
      : '';
  const rest = lifted([{ ...mark, children: cutEnds(mark.children, before.length, behind.length) } as Mark], new Set());
  return [text(before), ...rest, text(behind)];
}

/** The signs and spaces that stand before the first letter or digit. */
function signsAt(characters: readonly string[]): string[] {
  const length = characters.findIndex((character) => WORD.test(character));
  return characters.slice(0, length < 0 ? characters.length : length);
}

function cutEnds(nodes: readonly PhrasingContent[], start: number, end: number): PhrasingContent[] {
  return nodes.map((node, i) => {
    if (node.type !== 'text') return node;
    const from = i === 0 ? start : 0;
    const to = i === nodes.length - 1 ? node.value.length - end : node.value.length;
    return { ...node, value: node.value.slice(from, Math.max(from, to)) };
  });
}

/** How a node begins as it is written: a mark with its sign, a link with a bracket. */
function startsWithSign(node: PhrasingContent | undefined): boolean {
  return node !== undefined && (node.type !== 'text' || PUNCTUATION.test([...node.value.slice(0, 2)][0] ?? ''));
}

function endsWithSign(node: PhrasingContent | undefined): boolean {
  return node !== undefined && (node.type !== 'text' || PUNCTUATION.test(lastSign(node)));
}

function lastSign(node: PhrasingContent | undefined): string {
  return node?.type === 'text' ? ([...node.value.slice(-2)].at(-1) ?? '') : '';
}

function firstSign(node: PhrasingContent | undefined): string {
  return node?.type === 'text' ? ([...node.value.slice(0, 2)][0] ?? '') : '';
}

/** No white space, no-break spaces among it, and no line break at either end of a block. */
function trimEnds(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const children = [...nodes];
  takeEdge(children, [], true);
  takeEdge(children, [], false);
  return children;
}
