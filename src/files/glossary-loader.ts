import { type Glossary, glossarySlices } from '../core/checks/check-glossary.ts';
import type { Problem } from '../core/checks/problem.ts';
import { createFormsAhead } from '../core/matcher/forms-ahead.ts';
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
      const told = problems.length;
      const forms = last === null ? parsed.formsOf(files) : null;
      const sealed = (await forms?.read()) ?? null;
      const ahead = forms !== null && sealed === null ? createFormsAhead(verbs) : null;
      const concepts: Concept[] = [];
      // Each is asked for at once: forms are generated while the text thread reads the next.
      for (const reading of files.map((file) => versions.read(file, problems))) {
        const { concepts: its } = await reading;
        if (ahead !== null) await pacer.finish(ahead.take(its));
        for (const concept of its) concepts.push(concept);
      }
      const isSound = problems.length === told;
      const glossary = await pacer.finish(glossarySlices(concepts, { verbs, before: last, sealed, ahead }));
      // Told of the first alone, where its entries had to be looked at: those that were kept were of no use, or not there.
      if (forms !== null && glossary.lint !== null) forms.note(glossary);
      last = glossary;
      const withExcerpt = excerptsFrom(files);
      for (const problem of glossary.problems) problems.push(withExcerpt(problem));
      return { glossary, isSound };
    },
  };
}
