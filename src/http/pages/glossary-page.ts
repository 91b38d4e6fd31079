import type { Snapshot } from '../../core/changes/library.ts';
import { candidateSlices } from '../../core/checks/candidate-terms.ts';
import { formatPlace } from '../../core/ledger/explain.ts';
import type { Concept, Term } from '../../core/model/concept.ts';
import { mapSlices, type Slices } from '../../core/model/slices.ts';
import { bare } from '../../core/text/characters.ts';
import { conceptAddress, unitAddress } from '../addresses.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Occurrences } from './occurrences.ts';
import { type Listed, listed, pilcrow } from './wording.ts';

/** views/glossary.ejs; the search works without script (`?q=`). */
export interface GlossaryPage extends Frame {
  readonly query: string;
  /** “7 found”; '' while nobody searches. */
  readonly found: string;
  readonly total: number;
  readonly files: readonly Listed<{ readonly name: string }>[];
  readonly concepts: readonly {
    readonly href: string;
    readonly french: string;
    /** Null where it is the same as the French. */
    readonly english: string | null;
    readonly definition: string | null;
    readonly domain: string | null;
    readonly place: string;
    /** “once in the articles” */
    readonly count: string;
    /** All that the search of the page finds it by, in small letters. */
    readonly search: string;
  }[];
  /** What the articles have and the glossary may lack; only without a query. */
  readonly candidates: readonly {
    readonly text: string;
    readonly places: readonly { readonly href: string; readonly label: string }[];
  }[];
}

/** Proposals of each article on the glossary page. */
const MOST_CANDIDATES = 12;

/** The glossary, or what of it a search finds: in terms, definitions and subject fields, accents and case aside. */
export function* glossaryPage(
  snapshot: Snapshot,
  occurrencesIn: (snapshot: Snapshot) => Slices<Occurrences>,
  query: string,
): Slices<GlossaryPage> {
  const occurrences = yield* occurrencesIn(snapshot);
  const wanted = bare(query).trim();
  const { concepts } = snapshot.glossary;
  const found: Concept[] = [];
  for (const concept of concepts) {
    if (wanted === '' || bare(searchText(concept)).includes(wanted)) found.push(concept);
    yield;
  }
  return {
    ...frameOf(snapshot, 'Glossary'),
    query,
    found: query === '' ? '' : `${found.length} found`,
    total: concepts.length,
    files: listed(snapshot.glossaryFiles.map((name) => ({ name }))),
    concepts: yield* mapSlices(found, (concept) => conceptItem(concept, occurrences.get(concept)?.length ?? 0)),
    candidates: wanted === '' ? yield* candidatesIn(snapshot) : [],
  };
}

function conceptItem(concept: Concept, count: number): GlossaryPage['concepts'][number] {
  const { id, definition, domain } = concept;
  const french = textsOf(concept.fr);
  const english = textsOf(concept.en.filter(({ status }) => status !== 'deprecated'));
  return {
    href: conceptAddress(id),
    french: french[0] ?? '',
    english: english[0] === french[0] ? null : (english[0] ?? ''),
    ...{ definition, domain },
    place: formatPlace(concept.place),
    count: countOf(count),
    search: [id, ...french, ...english, definition, domain].join(' ').toLowerCase(),
  };
}

function countOf(count: number): string {
  if (count === 0) return 'in no article';
  return count === 1 ? 'once in the articles' : `${count} times in the articles`;
}

function* candidatesIn({ articles, glossary }: Snapshot): Slices<GlossaryPage['candidates']> {
  const candidates: GlossaryPage['candidates'][number][] = [];
  for (const [slug, { units }] of articles) {
    for (const { text, units: where } of (yield* candidateSlices(units, glossary)).slice(0, MOST_CANDIDATES))
      candidates.push({ text, places: where.map((unit) => ({ href: unitAddress(slug, unit), label: pilcrow(unit) })) });
  }
  return candidates;
}

function searchText({ id, fr, en, definition, domain }: Concept): string {
  return [id, ...textsOf(fr), ...textsOf(en), definition, domain].join('\n');
}

function textsOf(terms: readonly Term[]): string[] {
  return terms.map(({ text }) => text);
}
