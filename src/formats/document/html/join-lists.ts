import type { BlockContent, DefinitionContent, List } from 'mdast';

type FlowNode = BlockContent | DefinitionContent;

/** A block, and why it may be no part of the article. */
export interface FlowBlock {
  readonly node: FlowNode;
  readonly doubt: string | null;
}

/** Two lists with nothing between them are one, as they would be read. */
export function joinLists(blocks: readonly FlowBlock[]): FlowBlock[] {
  const out: FlowBlock[] = [];
  for (const block of blocks) {
    const [last, next] = [out.at(-1)?.node, block.node];
    const goesOn = last?.type === 'list' && next.type === 'list' && continues(last, next);
    if (!goesOn || out.at(-1)?.doubt !== block.doubt) out.push(block);
    else for (const item of next.children) last.children.push(item);
  }
  return out;
}

function continues(last: List, next: List): boolean {
  if (last.ordered !== next.ordered) return false;
  return !next.ordered || next.start === (last.start ?? 1) + last.children.length;
}

/** The same for what an item holds. */
export function joinNodes(before: FlowNode[], behind: readonly FlowNode[]): FlowNode[] {
  const blocks = [...before.slice(-1), ...behind].map((node) => ({ node, doubt: null }));
  return [...before.slice(0, -1), ...joinLists(blocks).map(({ node }) => node)];
}
