import type { Versions } from '../../core/model/versions.ts';

/** A stretch of a file that is about one thing, with the comments and blank lines above it. */
export interface Block {
  /** What it is about. No two blocks of a file have the same. */
  readonly key: string;
  readonly text: string;
}

/** A file as its blocks, and what stands before the first and behind the last. */
export interface BlockFile {
  readonly head: string;
  readonly blocks: readonly Block[];
  readonly tail: string;
}

/** One block that both sides have and changed; `base` is null where both added it. */
export type MergeBlock = (versions: {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}) => string;

/**
 * Puts the changes of two sides over one base together, block by block. A block that one side changed is taken from
 * that side, also where the other deleted it: an edit goes before a deletion. What both changed is for `merge`. The
 * order is ours; a block that only they have stands behind the one that it follows there.
 */
export function mergeBlocks({ base, ours, theirs }: Versions<BlockFile>, merge: MergeBlock): BlockFile {
  const [was, there] = [textsOf(base), textsOf(theirs)];
  const here = textsOf(ours);
  const kept = ours.blocks.flatMap((block): Block[] => {
    const text = settled(was.get(block.key), block.text, there.get(block.key), merge);
    return text === null ? [] : [{ key: block.key, text }];
  });
  const added = new Map<string, Block[]>();
  let behind = '';
  for (const block of theirs.blocks) {
    const before = was.get(block.key);
    if (here.has(block.key)) behind = block.key;
    else if (before === undefined || !isSame(before, block.text))
      added.set(behind, [...(added.get(behind) ?? []), block]);
  }
  const places = new Set(kept.map(({ key }) => key));
  const lost = [...added].filter(([key]) => key !== '' && !places.has(key)).flatMap(([, blocks]) => blocks);
  return {
    head: chosen(base.head, ours.head, theirs.head),
    blocks: [...(added.get('') ?? []), ...kept.flatMap((block) => [block, ...(added.get(block.key) ?? [])]), ...lost],
    tail: chosen(base.tail, ours.tail, theirs.tail),
  };
}

/** What becomes of a block of ours; null where it goes. */
function settled(base: string | undefined, ours: string, theirs: string | undefined, merge: MergeBlock): string | null {
  if (theirs === undefined) return base !== undefined && isSame(base, ours) ? null : ours;
  if (isSame(ours, theirs) || (base !== undefined && isSame(base, theirs))) return ours;
  if (base !== undefined && isSame(base, ours)) return theirs;
  return merge({ base: base ?? null, ours, theirs });
}

function textsOf({ blocks }: BlockFile): ReadonlyMap<string, string> {
  return new Map(blocks.map(({ key, text }) => [key, text]));
}

/** Line ends and the space around are no change. */
function isSame(one: string, other: string): boolean {
  return one === other || plain(one) === plain(other);
}

function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}

/** Ours, where both changed it. */
function chosen(base: string, ours: string, theirs: string): string {
  return isSame(base, ours) && !isSame(base, theirs) ? theirs : ours;
}
