import type { Snapshot } from '../../core/changes/library.ts';
import { explain } from '../../core/checks/check-article.ts';
import type { CheckedUnit } from '../../core/checks/checked-article.ts';
import { findVocabularyGaps } from '../../core/checks/missing-entries.ts';
import { formatPlace } from '../../core/ledger/explain.ts';
import type { LedgerEntry } from '../../core/ledger/ledger-entry.ts';
import { type Concept, preferredTerm, type Term } from '../../core/model/concept.ts';
import { fold } from '../../core/text/characters.ts';
import { formsOf } from '../../core/words/forms.ts';
import type { Verbs } from '../../core/words/verbs.ts';
import { isEditable, notEditable } from '../../formats/glossary/kinds.ts';
import { conceptAddress } from './article-page.ts';
import type { EntryForm } from './entry-page.ts';
import type { ConceptPage, Concordance, GlossaryPage } from './pages.ts';

/** Characters of context on each side of a term in the concordance. */
const CONTEXT = 60;
/** Proposals of each article on the glossary page. */
const MOST_GAPS = 12;

/** How often each concept stands in all articles, and where; made once for a snapshot. */
export type Occurrences = ReadonlyMap<Concept, readonly Concordance[]>;

export function findOccurrences({ articles }: Snapshot): Occurrences {
  const found = new Map<Concept, Concordance[]>();
  for (const [slug, { units }] of articles) {
    for (const checked of units) {
      for (const entry of checked.entries) {
        const { concept } = entry.reading;
        const list = found.get(concept);
        const line = concordanceLine(slug, checked, entry);
        if (list === undefined) found.set(concept, [line]);
        else list.push(line);
      }
    }
  }
  return found;
}

function concordanceLine(slug: string, { unit }: CheckedUnit, entry: LedgerEntry): Concordance {
  const spans = entry.rendering?.spans ?? [];
  const [first, last] = [spans[0], spans.at(-1)];
  return {
    href: `/articles/${slug}#${unit.id}`,
    article: slug,
    unit: unit.id,
    verdict: entry.verdict,
    source: inContext(unit.source.text, entry.source.start, entry.source.end),
    target: first && last && unit.target ? inContext(unit.target.text, first.start, last.end) : null,
    why: explain(unit, entry),
  };
}

/** A term with the words around it, cut at spaces. */
function inContext(text: string, start: number, end: number): Concordance['source'] {
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return {
    before: start > CONTEXT ? `…${before.replace(/^\S*/, '')}` : before,
    term: text.slice(start, end),
    after: end + CONTEXT < text.length ? `${after.replace(/\S*$/, '')}…` : after,
  };
}

/** The glossary, or what of it a search finds: in terms, definitions and subject fields, accents and case aside. */
export function glossaryPage(snapshot: Snapshot, occurrences: Occurrences, query: string): GlossaryPage {
  const wanted = bare(query);
  const found = snapshot.glossary.concepts.filter(
    (concept) => wanted === '' || bare(searchText(concept)).includes(wanted),
  );
  return {
    title: 'Glossary',
    revision: snapshot.revision,
    problems: snapshot.problems,
    query,
    total: snapshot.glossary.concepts.length,
    files: snapshot.glossaryFiles,
    concepts: found.map((concept) => ({
      id: concept.id,
      href: conceptAddress(concept.id),
      fr: textsOf(concept.fr),
      en: textsOf(concept.en.filter(({ status }) => status !== 'deprecated')),
      definition: concept.definition,
      domain: concept.domain,
      place: formatPlace(concept.place),
      occurrences: occurrences.get(concept)?.length ?? 0,
    })),
    gaps: wanted === '' ? gapsIn(snapshot) : [],
  };
}

function gapsIn({ articles, glossary }: Snapshot): GlossaryPage['gaps'] {
  return [...articles].flatMap(([slug, { units }]) =>
    findVocabularyGaps(units, glossary.concepts)
      .slice(0, MOST_GAPS)
      .map(({ text, count, units: where }) => ({
        text,
        count,
        places: where.map((unit) => ({ href: `/articles/${slug}#${unit}`, unit })),
      })),
  );
}

function bare(text: string): string {
  return fold(text).normalize('NFD').replaceAll(/\p{M}/gu, '').trim();
}

function searchText({ id, fr, en, definition, domain }: Concept): string {
  return [id, ...textsOf(fr), ...textsOf(en), definition, domain].join('\n');
}

function textsOf(terms: readonly Term[]): string[] {
  return terms.map(({ text }) => text);
}

export function conceptPage(
  concept: Concept,
  snapshot: Snapshot,
  occurrences: Occurrences,
  form: EntryForm,
): ConceptPage {
  const { id, keep, definition, citation, domain, note, count, except, examples } = concept;
  const named = [...new Set([preferredTerm(concept, 'fr')?.text, preferredTerm(concept, 'en')?.text])];
  return {
    title: named.join(' · '),
    revision: snapshot.revision,
    problems: snapshot.problems,
    concept: {
      ...{ id, keep, definition, citation, domain, note, count, except, examples },
      place: formatPlace(concept.place),
      see: concept.see.flatMap((other) => referenceTo(other, snapshot)),
      terms: [...concept.fr, ...concept.en].map((term) => termView(term, snapshot.glossary.verbs)),
    },
    concordance: occurrences.get(concept) ?? [],
    form,
    notEditable: isEditable(concept.place.file) ? null : notEditable(concept.place.file),
  };
}

function referenceTo(id: string, { glossary }: Snapshot): { id: string; href: string; label: string }[] {
  const concept = glossary.byId.get(id);
  if (concept === undefined) return [];
  return [{ id, href: conceptAddress(id), label: preferredTerm(concept, 'en')?.text ?? id }];
}

function termView(term: Term, verbs: Verbs): ConceptPage['concept']['terms'][number] {
  const { language, text, status, partOfSpeech, gender, why } = term;
  const forms = formsOf(term, verbs).map((form) => ({ text: form.text, label: form.kind }));
  return { language, text, status, partOfSpeech, gender, why, forms };
}
