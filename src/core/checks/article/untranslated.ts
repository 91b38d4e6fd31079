import type { Unit } from '../../model/article.ts';
import { NOTHING } from '../../text/reading.ts';
import { createFindings, type Finding } from '../finding.ts';

/** A paragraph that has no English at all. */
export function untranslated(unit: Unit): Finding {
  const message = `${unit.id} has no translation; write its msgstr`;
  const fault = { message, said: 'it has no English yet', source: null, target: null };
  // It names its paragraph itself.
  return { ...createFindings(unit, NOTHING)('untranslated', fault), message };
}
