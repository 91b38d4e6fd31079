import type { TargetEdit } from '../../core/changes/ports/translation-store.ts';
import { nextWanting, type Want } from '../../core/checks/article/wants.ts';
import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import type { Unit } from '../../core/model/article.ts';
import { readerFor } from '../../formats/article/inline-marks.ts';
import { unitAddress, unitStepAddress, withSaved } from '../addresses.ts';
import type { Sent } from './requests.ts';
import { leadsOn } from './unit-steps.ts';

/** A paragraph whose form was sent. */
interface Done {
  readonly slug: string;
  readonly unit: Unit;
  /** The kind of paragraph through which somebody works. */
  readonly way: Want;
  readonly sent: Sent;
  /** Null where there was nothing to save. */
  readonly save: number | null;
}

/** Where a save leads: to the paragraph where it is read, or on to the next that wants the same. */
export function afterSave(units: readonly CheckedUnit[], { slug, unit, way, sent, save }: Done): string {
  const next = leadsOn(sent) ? nextWanting(units, unit.id, way) : null;
  const address = next === null ? unitAddress(slug, unit.id) : unitStepAddress(slug, next, way);
  return save === null ? address : withSaved(address, save);
}

/** A unit as an edit left it in its file. */
export function unitAfter(unit: Unit, { target, state }: TargetEdit): Unit {
  return { ...unit, target: readerFor(unit.source)(target), state };
}
