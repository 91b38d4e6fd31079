import type { EntryRule } from './entry-rule.ts';

/** Asked of entries that people write here; the tables of other tools come as they are. */
export const noDefinition: EntryRule = {
  rule: 'no-definition',
  find({ definition, id, isExport = false, place }) {
    if (definition !== null || isExport) return [];
    return [{ place, message: `“${id}” has no definition; write one plain sentence` }];
  },
};
