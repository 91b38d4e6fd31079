import { glossarySlices, untestedSlices } from '../../core/checks/glossary/check-glossary.ts';
import type { Problem } from '../../core/checks/problem.ts';
import { createFormsAhead } from '../../core/matcher/forms-ahead.ts';
import { isWhole } from '../../core/matcher/term-index.ts';
import type { Concept } from '../../core/model/concept.ts';
import { sameItems } from '../../core/model/same-items.ts';
import type { Pacer } from '../../core/model/slices.ts';
import type { Verbs } from '../../core/words/verbs.ts';
import type { GlossaryFile } from '../../formats/glossary/yaml.ts';
import { excerptsFrom } from '../disk/excerpt.ts';
import type { SourceFile } from '../disk/read-source.ts';
import type { EarlierEntries, ParsedFiles } from '../kept/parsed-files.ts';
import { createTesting, type Testing, tested } from './glossary-testing.ts';
import { createGoodVersions } from './good-versions.ts';

/**
 * Makes the glossary of its files: the very same object as long as no entry changes, whatever else the files say. After
 * a change of many entries they are left to be tested.
 */
export interface GlossaryLoader {
  /** @param problems gets what is wrong with the files, and with their entries together */
  load(files: readonly SourceFile[], problems: Problem[]): Promise<LoadedGlossary>;
}

export interface LoadedGlossary {
  readonly testing: Testing;
  /** No file had a problem, so that the glossary is what their texts say. */
  readonly isSound: boolean;
}

export interface GlossaryPorts {
  readonly verbs: Verbs;
  readonly parsed: ParsedFiles;
  readonly pacer: Pacer;
  /** So many entries are tested before a change of them is in use; more are tested behind it. */
  readonly fewEntries: number;
}

export function createGlossaryLoader({ verbs, parsed, pacer, fewEntries }: GlossaryPorts): GlossaryLoader {
  const versions = createGoodVersions<GlossaryFile>({ concepts: [], problems: [] }, parsed.glossary);
  let last: Testing | null = null;
  const changed = async (concepts: readonly Concept[], before: Testing): Promise<Testing> => {
    if (sameItems(concepts, before.glossary.written)) return before;
    const entries = await pacer.finish(untestedSlices(concepts, { verbs, before: before.glossary }));
    const testing = createTesting(entries, before.tested(), pacer);
    if (concepts.length <= fewEntries) await testing.finish();
    return testing;
  };
  /** That of a start whose files are others than those of the one whose forms were kept: what changed since is made and tested. */
  const goneOn = async (concepts: readonly Concept[], earlier: EarlierEntries): Promise<Testing> => {
    const before = await pacer.finish(glossarySlices(earlier.concepts, { verbs, sealed: earlier.forms }));
    const testing = await changed(concepts, tested(before));
    await testing.finish();
    return tested(testing.tested());
  };
  return {
    async load(files, problems) {
      versions.keepOnly(files);
      const told = problems.length;
      const forms = last === null ? parsed.formsOf(files) : null;
      const sealed = (await forms?.read()) ?? null;
      const isUnknown = forms !== null && sealed === null;
      const earlier = isUnknown ? await parsed.earlier(files) : null;
      const ahead = isUnknown && earlier === null ? createFormsAhead(verbs) : null;
      const concepts: Concept[] = [];
      // Each is asked for at once: forms are generated while the text thread reads the next.
      for (const reading of files.map((file) => versions.read(file, problems))) {
        const { concepts: its } = await reading;
        if (ahead !== null) await pacer.finish(ahead.take(its));
        for (const concept of its) concepts.push(concept);
      }
      const isSound = problems.length === told;
      const testing =
        last !== null
          ? await changed(concepts, last)
          : earlier !== null
            ? await goneOn(concepts, earlier)
            : tested(await pacer.finish(glossarySlices(concepts, { verbs, sealed, ahead })));
      // Told of the first alone, where its entries had to be looked at: those that were kept were of no use, or not
      // there.
      if (forms !== null && testing.glossary.lint !== null && isWhole(testing.glossary.indexes))
        forms.note(testing.glossary, isSound);
      last = testing;
      const withExcerpt = excerptsFrom(files);
      for (const problem of testing.glossary.problems) problems.push(withExcerpt(problem));
      return { testing, isSound };
    },
  };
}
