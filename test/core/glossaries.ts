import { createGlossary, type Glossary } from '../../src/core/checks/glossary/check-glossary.ts';
import { checkUnit } from '../../src/core/ledger/ledger.ts';
import type { Verdict } from '../../src/core/ledger/ledger-entry.ts';
import { findTerms } from '../../src/core/matcher/match.ts';
import type { Concept } from '../../src/core/model/concept.ts';
import { NO_VERBS, type Verbs } from '../../src/core/words/verbs.ts';
import { parseInlineMarks } from '../../src/formats/article/inline-marks.ts';
import { parseGlossaryYaml } from '../../src/formats/glossary/yaml.ts';

/** A glossary from YAML text; a mistake in it fails the test that asks. */
export function glossaryOf(yaml: string, verbs: Verbs = NO_VERBS): Glossary {
  return createGlossary(conceptsOf(yaml), verbs);
}

export function conceptsOf(yaml: string): readonly Concept[] {
  const { concepts, problems } = parseGlossaryYaml(yaml, 'glossary/test.yaml');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return concepts;
}

/** What is found in a French text: the words as written. */
export function found(text: string, { indexes }: Glossary): string[] {
  return findTerms(parseInlineMarks(text), indexes.fr).map(({ start, end }) => text.slice(start, end));
}

/** The ledger of a pair in a form that reads well: `jetons → tokens: preferred`. */
export function ledgerOf(source: string, target: string, { indexes }: Glossary): string[] {
  return checkUnit(parseInlineMarks(source), parseInlineMarks(target), indexes).entries.map(
    ({ source: at, rendering, verdict }) => {
      const words = rendering?.spans.map(({ start, end }) => target.slice(start, end)).join(' … ');
      return `${source.slice(at.start, at.end)} → ${words ?? '-'}: ${verdict}`;
    },
  );
}

export function verdictsOf(source: string, target: string, { indexes }: Glossary): Verdict[] {
  return checkUnit(parseInlineMarks(source), parseInlineMarks(target), indexes).entries.map(({ verdict }) => verdict);
}
