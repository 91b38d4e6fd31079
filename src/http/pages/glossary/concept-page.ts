import type { Snapshot } from '../../../core/changes/ports/library.ts';
import type { WayToCount } from '../../../core/model/concept.ts';
import { type Concept, type Language, preferredTerm, type Term } from '../../../core/model/concept.ts';
import { formatPlace } from '../../../core/model/place.ts';
import type { Slices } from '../../../core/model/slices.ts';
import { counted } from '../../../core/text/counted.ts';
import { formsOf } from '../../../core/words/forms.ts';
import type { Verbs } from '../../../core/words/verbs.ts';
import { isEditable, notEditable } from '../../../formats/glossary/kinds.ts';
import { changesAddress, conceptAddress, glossaryAddress } from '../../addresses.ts';
import { type DatedLine, dated } from '../frame/dates.ts';
import { checkingOf, type Frame, frameOf } from '../frame/frame.ts';
import { type OnPaper, onPaper } from '../frame/on-paper.ts';
import type { PageWays } from '../frame/page-ways.ts';
import { joined, type Listed, listed } from '../frame/wording.ts';
import { countFound, type FoundGroup, foundPage } from '../search/found-paragraphs.ts';
import type { SearchResults } from '../search/search-results.ts';
import { type EntryForm, entryForm } from './entry-form.ts';
import { fieldOf } from './glossary-fields.ts';
import type { WrittenEntry } from './written-entry.ts';

/** views/concept.ejs */
export interface ConceptPage extends Frame {
  /** What it is called: the French, and the English where that is another word. */
  readonly names: readonly Listed<{ readonly language: Language; readonly text: string }>[];
  readonly definition: string | null;
  readonly citation: DatedLine | null;
  /** Its subject field; null where it names none. */
  readonly field: { readonly href: string; readonly name: string } | null;
  readonly note: string | null;
  readonly place: string;
  /** What is asked of a translation: “each occurrence wants its rendering”. */
  readonly demand: string;
  readonly see: readonly Listed<{ readonly href: string; readonly label: string }>[];
  readonly except: readonly Listed<{ readonly text: string }>[];
  readonly examples: readonly { readonly source: string; readonly target: string | null }[];
  readonly sides: readonly {
    readonly language: Language;
    readonly name: string;
    readonly terms: readonly TermView[];
    /** Terms that are shown when they are asked for: “and 48 more terms”; null for none. */
    readonly further: { readonly says: string; readonly terms: readonly TermView[] } | null;
  }[];
  /** Where any of its forms stands: “12 paragraphs in 3 articles”; '' for nowhere. */
  readonly found: string;
  /** “12 articles are still being checked.”; '' once all are. */
  readonly checking: string;
  readonly groups: readonly FoundGroup[];
  readonly pages: PageWays | null;
  readonly paper: OnPaper;
  readonly form: EntryForm;
  /** Whether somebody is at work on the form, or has to be told something there. */
  readonly isOpen: boolean;
  /** Why its file is not changed here; null where it is. */
  readonly notEditable: string | null;
  /** All versions of the entry. */
  readonly versionsAt: string;
}

interface TermView {
  readonly text: string;
  readonly status: string;
  /** “noun, m” */
  readonly grammar: string;
  readonly why: string | null;
  /** Every form that is recognized; null where it is the term alone. */
  readonly forms: {
    readonly count: number;
    /** As written first; the label says “plural”, '' for what is as written. */
    readonly listed: readonly Listed<{ readonly text: string; readonly label: string }>[];
  } | null;
}

export function* conceptPage(
  concept: Concept,
  snapshot: Snapshot,
  { results, page }: { readonly results: SearchResults; readonly page: number },
  written: WrittenEntry,
): Slices<ConceptPage> {
  const { definition, citation, domain, note, except, examples } = concept;
  const names = namesOf(concept);
  const found = yield* foundPage(results, page, (other) => conceptAddress(concept.id, other));
  const view = (term: Term) => termView(term, snapshot.glossary.verbs);
  return {
    ...frameOf(snapshot, names.map(({ text }) => text).join(' · ')),
    names: listed(names, ' / '),
    ...{ definition, note },
    citation: citation === null ? null : dated(citation),
    field: domain === null ? null : wayToField(domain),
    examples: examples.map(({ source, target }) => ({ source, target })),
    except: listed(except.map((text) => ({ text }))),
    demand: demandOf(concept),
    place: formatPlace(concept.place),
    see: listed(concept.see.flatMap((other) => referenceTo(other, snapshot))),
    sides: [
      { language: 'fr', name: 'French', ...fewTerms(concept.fr.map(view)) },
      { language: 'en', name: 'English', ...fewTerms(concept.en.map(view)) },
    ],
    found: results.found.length === 0 ? '' : countFound(results),
    checking: checkingOf(snapshot),
    ...found,
    paper: onPaper([], found.pages, conceptAddress(concept.id, page)),
    form: entryForm(written),
    isOpen: isOpen(written),
    versionsAt: changesAddress({ entry: concept.id }),
    notEditable: isEditable(concept.place.file) ? null : notEditable(concept.place.file),
  };
}

/** Terms of a language that are shown at once. */
const MOST_TERMS = 12;

/** The first terms, and the rest under how many they are; one alone is shown too. */
function fewTerms(terms: readonly TermView[]): Pick<ConceptPage['sides'][number], 'terms' | 'further'> {
  if (terms.length <= MOST_TERMS + 1) return { terms, further: null };
  const further = terms.slice(MOST_TERMS);
  return {
    terms: terms.slice(0, MOST_TERMS),
    further: { says: `and ${counted(further.length, 'more term')}`, terms: further },
  };
}

function wayToField(domain: string): ConceptPage['field'] {
  const { key, name } = fieldOf(domain);
  return { href: glossaryAddress({ field: key }), name };
}

function namesOf(concept: Concept): { language: Language; text: string }[] {
  const [french, english] = [preferredTerm(concept, 'fr')?.text ?? '', preferredTerm(concept, 'en')?.text ?? ''];
  const name = { language: 'fr', text: french } as const;
  return english === french ? [name] : [name, { language: 'en', text: english }];
}

/** What an entry asks of the English, by its way to count. */
const DEMANDS: Readonly<Record<WayToCount, string>> = {
  each: 'each occurrence wants its rendering',
  unit: 'one rendering in a paragraph is enough',
  free: 'a general word: English may render it freely',
};

function demandOf({ keep, count }: Concept): string {
  return keep ? 'the same in both languages' : DEMANDS[count];
}

function isOpen({ failure, conflicts, impact, errors, isSent }: WrittenEntry): boolean {
  return isSent || failure !== null || conflicts !== null || impact !== null || Object.keys(errors).length > 0;
}

function referenceTo(id: string, { glossary }: Snapshot): { href: string; label: string }[] {
  const concept = glossary.byId.get(id);
  if (concept === undefined) return [];
  return [{ href: conceptAddress(id), label: preferredTerm(concept, 'en')?.text ?? id }];
}

function termView(term: Term, verbs: Verbs): TermView {
  const { text, status, partOfSpeech, gender, why } = term;
  const forms = formsOf(term, verbs).map((form) => ({
    text: form.text,
    label: form.kind === 'as written' ? '' : form.kind,
  }));
  return {
    ...{ text, status, why },
    grammar: joined([partOfSpeech === 'properNoun' ? 'name' : partOfSpeech, gender], ', '),
    forms: forms.length > 1 ? { count: forms.length, listed: listed(forms) } : null,
  };
}
