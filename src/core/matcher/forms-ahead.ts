import type { Concept, Language } from '../model/concept.ts';
import type { Slices } from '../model/slices.ts';
import type { Verbs } from '../words/verbs.ts';
import { createFormsBuilder, type FormsBuilder } from './forms-builder.ts';
import { LARGE } from './index-group.ts';

/** Forms that are generated of the entries of each file while the next one is read. */
export interface FormsAhead {
  /**
   * Takes the entries of a file. Those of tools are left for the end, where they stand in every index; of two with one
   * id, the second.
   */
  take(concepts: readonly Concept[]): Slices<void>;
  /** What there is for the entries of a large file, or for all others: those of a group of an index. */
  of(file: string | null, language: Language): FormsBuilder | null;
}

export function createFormsAhead(verbs: Verbs): FormsAhead {
  const builders = { fr: new Map<string | null, FormsBuilder>(), en: new Map<string | null, FormsBuilder>() };
  const ids = new Set<string>();
  const builderOf = (file: string | null, language: Language): FormsBuilder => {
    const builder = builders[language].get(file) ?? createFormsBuilder(language, verbs);
    builders[language].set(file, builder);
    return builder;
  };
  const isNew = ({ id }: Concept): boolean => ids.size < ids.add(id).size;
  return {
    *take(concepts) {
      const own = concepts.filter((concept) => !concept.isExport && isNew(concept));
      const [first] = own;
      if (first === undefined) return;
      const file = own.length >= LARGE ? first.place.file : null;
      yield* builderOf(file, 'fr').add(own);
      yield* builderOf(file, 'en').add(own);
    },
    of: (file, language) => builders[language].get(file) ?? null,
  };
}
