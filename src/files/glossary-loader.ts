import { isDeepStrictEqual } from 'node:util';
import { type Glossary, glossarySlices } from '../core/checks/check-glossary.ts';
import type { Problem } from '../core/checks/problem.ts';
import type { Concept } from '../core/model/concept.ts';
import type { Slices } from '../core/model/slices.ts';
import type { Verbs } from '../core/words/verbs.ts';
import { readGlossarySlices } from '../formats/glossary/kinds.ts';
import type { GlossaryFile } from '../formats/glossary/yaml.ts';
import { excerptsFrom } from './excerpt.ts';
import { createGoodVersions } from './good-versions.ts';
import type { SourceFile } from './read-source.ts';

/** Makes the glossary of its files: the very same object as long as no entry changes, whatever else the files say. */
export interface GlossaryLoader {
  /** @param problems gets what is wrong with the files, and with their entries together */
  load(files: readonly SourceFile[], problems: Problem[]): Slices<Glossary>;
}

export function createGlossaryLoader(verbs: Verbs): GlossaryLoader {
  const versions = createGoodVersions<GlossaryFile>({ concepts: [], problems: [] }, parseGlossary);
  let last: Glossary | null = null;
  return {
    *load(files, problems) {
      versions.keepOnly(files);
      const concepts: Concept[] = [];
      for (const file of files) {
        for (const concept of (yield* versions.read(file, problems)).concepts) concepts.push(concept);
        yield;
      }
      const glossary = yield* glossarySlices(concepts, verbs, last);
      last = glossary;
      const withExcerpt = excerptsFrom(files);
      for (const problem of glossary.problems) problems.push(withExcerpt(problem));
      return glossary;
    },
  };
}

/** Entries compared between two pauses. */
const SLICE = 500;

/**
 * Reads a file of the glossary.
 *
 * @param before what the file gave last: an entry that says the same at the same place is the same object again
 */
function* parseGlossary(text: string, file: string, before: GlossaryFile | undefined): Slices<GlossaryFile> {
  const parsed = yield* readGlossarySlices(text, file);
  if (before === undefined) return parsed;
  return { ...parsed, concepts: yield* sameWhereEqual(parsed.concepts, before.concepts) };
}

function* sameWhereEqual(concepts: readonly Concept[], before: readonly Concept[]): Slices<readonly Concept[]> {
  const byLine = new Map(before.map((concept) => [concept.place.line, concept]));
  const found: Concept[] = [];
  for (const [i, concept] of concepts.entries()) {
    const known = byLine.get(concept.place.line);
    found.push(known !== undefined && isDeepStrictEqual(known, concept) ? known : concept);
    if (i % SLICE === 0) yield;
  }
  return found;
}
