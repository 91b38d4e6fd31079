import type { Concept, Language, PartOfSpeech, Term, TermStatus } from '../../core/model/concept.ts';
import type { Place } from '../../core/model/place.ts';
import type { Slices } from '../../core/model/slices.ts';
import { fold } from '../../core/text/characters.ts';
import { counted } from '../../core/text/counted.ts';
import { createSlugs, slugOf } from '../../core/text/slug.ts';
import { hasInnerCapitals } from '../../core/words/acronyms.ts';
import type { Remarks } from './remarks.ts';

/** A term as a tool’s file has it; null for what that does not say. */
export interface ToolTerm {
  readonly text: string;
  readonly status: TermStatus | null;
  readonly partOfSpeech: PartOfSpeech | null;
  readonly gender: Term['gender'];
  readonly place: Place;
}

type ToolTerms = Readonly<Record<Language, readonly ToolTerm[]>>;

/** What a tool’s file says of an entry besides its terms; '' for nothing. */
export interface AboutEntry {
  readonly definition: string;
  readonly domain: string;
  readonly place: Place;
  /** What the tool calls the entry. */
  readonly id?: string;
}

/** The entries of a tool’s file, in the making. */
export interface Termbase {
  /**
   * An entry of its own, or more terms of the one with that French term.
   *
   * @param entry what its rows are named by; '' for nothing
   */
  add(terms: ToolTerms, about: AboutEntry, entry?: string): void;
  /** More terms of an entry that was added under that name, in either language; false where there is none. */
  goOn(entry: string, terms: ToolTerms): boolean;
  /** Terms of the entry with that name, whatever they are. */
  addTo(entry: string, terms: ToolTerms, about: AboutEntry): void;
  /** An entry of its own, whatever others say. */
  addAlone(terms: ToolTerms, about: AboutEntry): void;
  /** Those that hold a term of both languages; of the others it is said how many they are. */
  concepts(): Slices<Concept[]>;
}

interface Draft {
  readonly terms: Record<Language, ToolTerm[]>;
  about: AboutEntry;
}

/** Entries made between two pauses. */
const SLICE = 200;
/** One empty list for all that a tool’s file cannot say. */
const NONE: readonly never[] = [];

export function createTermbase(remarks: Remarks): Termbase {
  const drafts: Draft[] = [];
  const byKey = new Map<string, Draft>();
  const byEntry = new Map<string, Draft>();
  const open = (terms: ToolTerms, about: AboutEntry): Draft => {
    const draft = { terms: { fr: [...terms.fr], en: [...terms.en] }, about };
    drafts.push(draft);
    return draft;
  };
  return {
    add(terms, about, entry = '') {
      const key = fold(terms.fr[0]?.text ?? '');
      const known = byKey.get(key);
      const draft = known ?? open(terms, about);
      byKey.set(key, draft);
      if (entry !== '') byEntry.set(entry, draft);
      if (known !== undefined) for (const term of terms.en) known.terms.en.push(term);
    },
    goOn(entry, terms) {
      const known = byEntry.get(entry);
      for (const language of ['fr', 'en'] as const)
        for (const term of terms[language]) known?.terms[language].push(term);
      return known !== undefined;
    },
    addTo(entry, terms, about) {
      const known = byKey.get(entry);
      if (known === undefined) {
        byKey.set(entry, open(terms, about));
        return;
      }
      for (const language of ['fr', 'en'] as const)
        for (const term of terms[language]) known.terms[language].push(term);
      const definition = known.about.definition || about.definition;
      known.about = { ...known.about, definition, domain: known.about.domain || about.domain };
    },
    addAlone: open,
    *concepts() {
      const freeId = createSlugs();
      const made: Concept[] = [];
      for (const [i, draft] of drafts.entries()) {
        const concept = conceptOf(draft, freeId);
        if (concept === null) remarkHalf(draft, remarks);
        else made.push(concept);
        if (i % SLICE === SLICE - 1) yield;
      }
      return made;
    },
  };
}

function remarkHalf({ terms, about }: Draft, remarks: Remarks): void {
  const lacking = terms.fr.length === 0 ? 'French' : 'English';
  const say = (count: number) =>
    `${counted(count, 'entry has', 'entries have')} no ${lacking} term that may be used, and ${count === 1 ? 'is' : 'are'} left out`;
  remarks.count(`entry ${lacking}`, () => ({ place: about.place, excerpt: '' }), say);
}

/** Its id is the slug of its English; where that is taken, with what else names it behind it, or a number. */
function conceptOf({ terms, about }: Draft, freeId: ReturnType<typeof createSlugs>): Concept | null {
  const [fr, en] = [termsOf(terms.fr, 'fr'), termsOf(terms.en, 'en')];
  const name = en.find(({ status }) => status === 'preferred') ?? en.find(({ status }) => status === 'admitted');
  if (fr.length === 0 || name === undefined) return null;
  const { definition, domain, place } = about;
  const other = about.id || slugOf(fr[0]?.text ?? '');
  const plain = slugOf(name.text) || slugOf(other) || 'term';
  return {
    id: freeId(plain, slugOf(`${plain} ${other}`)),
    fr,
    en,
    keep: false,
    definition: definition === '' ? null : definition,
    citation: null,
    domain: domain === '' ? null : domain,
    note: null,
    see: NONE,
    count: 'each',
    except: NONE,
    unless: NONE,
    examples: NONE,
    isExport: true,
    place,
  };
}

/**
 * Each term once, as each part of speech, though several columns or rows may name it: what is said of it somewhere
 * counts, and first what rules out.
 */
function eachOnce(terms: readonly ToolTerm[]): readonly ToolTerm[] {
  const byText = new Map<string, ToolTerm[]>();
  for (const term of terms) {
    const alike = byText.get(term.text) ?? [];
    const at = alike.findIndex(({ partOfSpeech }) => mayBeSame(partOfSpeech, term.partOfSpeech));
    const known = alike[at];
    if (known === undefined) alike.push(term);
    else alike[at] = { ...known, status: bothSaid(known.status, term.status) };
    byText.set(term.text, alike);
  }
  const found = new Set([...byText.values()].flat());
  return found.size === terms.length ? terms : [...found];
}

/** What says no part of speech may be either. */
function mayBeSame(one: ToolTerm['partOfSpeech'], other: ToolTerm['partOfSpeech']): boolean {
  return one === other || !one || !other;
}

function bothSaid(one: ToolTerm['status'], other: ToolTerm['status']): ToolTerm['status'] {
  const isRuledOut = other === 'deprecated' || other === 'superseded';
  return one === null || isRuledOut ? (other ?? one) : one;
}

/** A term without a status is preferred when none before it is, else admitted. */
function termsOf(named: readonly ToolTerm[], language: Language): Term[] {
  const terms = eachOnce(named);
  let hasPreferred = terms.some(({ status }) => status === 'preferred');
  return terms.map(({ text, status, partOfSpeech, gender, place }) => {
    const isFirst = status === null && !hasPreferred;
    if (isFirst) hasPreferred = true;
    return {
      text,
      language,
      status: status ?? (isFirst ? 'preferred' : 'admitted'),
      partOfSpeech: partOfSpeech ?? 'noun',
      gender,
      caseExact: hasInnerCapitals(text),
      plural: null,
      forms: NONE,
      why: null,
      place,
    };
  });
}
