import type { PlacedEdit, TargetEdit } from '../../core/changes/ports/translation-store.ts';
import type { SourceUnit } from '../../core/model/article.ts';
import { addToGroup } from '../../core/model/groups.ts';

/** Edits by the ids of now, and those that belong to no paragraph any more. */
export interface PlacedEdits {
  readonly placed: readonly PlacedEdit[];
  /** Id of the unit of now, by that of the edit. */
  readonly ids: ReadonlyMap<string, string>;
  /** Ids of the edits that belong nowhere. */
  readonly lost: readonly string[];
}

/**
 * Brings each edit to the paragraph that it was made for: ids are numbers, and another paragraph has that number where
 * one was put in before, or taken out, while an engine was at work or a person was writing.
 *
 * @param units the article as it stands now
 * @guard edit-of-another → { placed: edits, ids: new Map(edits.map(({ unit }) => [unit, unit])), lost: [] }
 */
export function placeEdits(units: readonly SourceUnit[], edits: readonly TargetEdit[]): PlacedEdits {
  const byId = new Map(units.map((unit) => [unit.id, unit.source.text]));
  const byText = new Map<string, string[]>();
  for (const { id, source } of units) {
    addToGroup(byText, source.text, id);
  }
  const placed: PlacedEdit[] = [];
  const ids = new Map<string, string>();
  const lost: string[] = [];
  for (const { source, ...edit } of edits) {
    const [moved, ...twins] = byText.get(source) ?? [];
    const stays = byId.get(edit.unit) === source;
    if (!stays && (moved === undefined || twins.length > 0)) {
      lost.push(edit.unit);
      continue;
    }
    const unit = stays ? edit.unit : (moved ?? edit.unit);
    ids.set(edit.unit, unit);
    placed.push({ ...edit, unit });
  }
  return { placed, ids, lost };
}
