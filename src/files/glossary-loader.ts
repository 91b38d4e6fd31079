import { type Glossary, glossarySlices } from '../core/checks/check-glossary.ts';
import type { Problem } from '../core/checks/problem.ts';
import type { Concept } from '../core/model/concept.ts';
import type { Pacer } from '../core/model/slices.ts';
import type { Verbs } from '../core/words/verbs.ts';
import type { GlossaryFile } from '../formats/glossary/yaml.ts';
import { excerptsFrom } from './excerpt.ts';
import { createGoodVersions } from './good-versions.ts';
import type { ParsedFiles } from './parsed-files.ts';
import type { SourceFile } from './read-source.ts';

/** Makes the glossary of its files: the very same object as long as no entry changes, whatever else the files say. */
export interface GlossaryLoader {
  /** @param problems gets what is wrong with the files, and with their entries together */
  load(files: readonly SourceFile[], problems: Problem[]): Promise<LoadedGlossary>;
}

export interface LoadedGlossary {
  readonly glossary: Glossary;
  /** No file had a problem, so that the glossary is what their texts say. */
  readonly isSound: boolean;
}

export function createGlossaryLoader(verbs: Verbs, parsed: ParsedFiles, pacer: Pacer): GlossaryLoader {
  const versions = createGoodVersions<GlossaryFile>({ concepts: [], problems: [] }, parsed.glossary);
  let last: Glossary | null = null;
  return {
    async load(files, problems) {
      versions.keepOnly(files);
      const read: GlossaryFile[] = [];
      const told = problems.length;
      for (const file of files) read.push(await versions.read(file, problems));
      const isSound = problems.length === told;
      const concepts: Concept[] = [];
      for (const file of read) for (const concept of file.concepts) concepts.push(concept);
      const sealed = last === null ? await parsed.readForms(read) : null;
      const glossary = await pacer.finish(glossarySlices(concepts, { verbs, before: last, sealed }));
      if (last === null && sealed === null) await parsed.keepForms(read, glossary);
      last = glossary;
      const withExcerpt = excerptsFrom(files);
      for (const problem of glossary.problems) problems.push(withExcerpt(problem));
      return { glossary, isSound };
    },
  };
}
