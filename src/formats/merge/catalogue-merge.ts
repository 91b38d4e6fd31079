import { writeConflict } from '../../core/changes/conflict-note.ts';
import { HEAD } from '../../core/changes/ports/file-parts.ts';
import type { BothChanged } from '../../core/changes/undo/merge-parts.ts';
import { withNewLines } from '../../core/changes/undo/merge-remarks.ts';
import type { Versions } from '../../core/model/versions.ts';
import { PO_PARTS, withBoth, withoutEnglish, withRemark } from '../article/po-parts.ts';
import { parsePo } from '../po/po.ts';
import { mergeHeads } from './head-merge.ts';
import { mergeText } from './merge-text.ts';

/**
 * Puts two versions of a catalogue together, message by message: whoever edits different paragraphs has no conflict.
 * Two texts of one paragraph are merged where they changed different words, and are a draft then, since nobody has read
 * both. Else ours stays, as a draft, and theirs stands beside it in a comment `# conflict: "…"`, which the check finds.
 *
 * @returns null where one of the three cannot be read
 */
export function mergeCatalogues(versions: Versions<string>): string | null {
  const isSound = (text: string) => parsePo(text, 'en.po').problems.length === 0;
  if (![versions.base, versions.ours, versions.theirs].every(isSound)) return null;
  return mergeText(versions, { reader: PO_PARTS, join: joinMessages, joinEdges, separator: '\n\n' });
}

/** The head by its fields; behind the last message there are remarks alone. */
function joinEdges({ base, ours, theirs }: BothChanged, edge: string): string | null {
  return edge === HEAD ? mergeHeads({ base, ours, theirs }) : withNewLines({ base: base ?? '', ours, theirs });
}

function joinMessages(both: BothChanged): string {
  const { base, ours, theirs } = both;
  return PO_PARTS.merge(base ?? withoutEnglish(ours), theirs, ours) ?? withBoth(both) ?? besides(both);
}

/** One that is kept as obsolete, or written in another way than usual. */
function besides({ ours, theirs }: BothChanged): string {
  const remark = writeConflict({ text: textIn(theirs), origin: null });
  return textIn(ours) === textIn(theirs) || ours.includes(`# ${remark}`) ? ours : withRemark(ours, remark);
}

function textIn(body: string): string {
  return parsePo(body, 'en.po').messages[0]?.text.value ?? '';
}
