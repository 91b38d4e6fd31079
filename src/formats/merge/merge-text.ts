import { type FilePart, HEAD, joinParts, type PartReader, TAIL } from '../../core/changes/ports/file-parts.ts';
import { type IsRenamed, type JoinBodies, type JoinEdges, mergeParts } from '../../core/changes/undo/merge-parts.ts';
import { finish } from '../../core/model/slices.ts';
import type { Versions } from '../../core/model/versions.ts';
import { lineBreakOf } from '../line-break.ts';

/** How the files of one kind are merged. */
interface Merging {
  readonly reader: PartReader;
  readonly join: JoinBodies;
  readonly joinEdges?: JoinEdges;
  readonly isRenamed?: IsRenamed;
  /** What stands between two parts at least: it begins with a line break. */
  readonly separator: string;
}

/** Merges three texts by their parts; null where that cannot be. Lines end as ours do. */
export function mergeText(versions: Versions<string>, { reader, separator, ...merging }: Merging): string | null {
  const newline = lineBreakOf(versions.ours);
  const parts = (text: string) => finish(reader.split(text.replaceAll('\r\n', '\n')));
  const { base, ours, theirs } = versions;
  const merged = mergeParts({ base: parts(base), ours: parts(ours), theirs: parts(theirs) }, merging);
  return merged === null ? null : joinParts(parted(merged, separator)).replaceAll('\n', newline);
}

/** A part that came to stand behind another begins a line. */
function parted(parts: readonly FilePart[], separator: string): FilePart[] {
  return parts.map((part, i) => {
    const before = parts[i - 1];
    const isBetween = before !== undefined && before.key !== HEAD && part.key !== TAIL;
    return isBetween && !part.gap.includes('\n') ? { ...part, gap: separator + part.gap } : part;
  });
}
