import type { Verdict } from '../../core/ledger/ledger-entry.ts';
import type { UnitKind, UnitState } from '../../core/model/article.ts';
import type { EntryForm } from './entry-page.ts';
import type { Frame } from './frame.ts';

/** A stretch of text under the same inline marks. */
export interface Run {
  readonly text: string;
  readonly emphasis: boolean;
  readonly strong: boolean;
  readonly code: boolean;
  /** Must not break at a line end: “10 000”, “70 %”, a straight quote and its padding. */
  readonly keep: boolean;
  /** Name of a sign that nobody sees, U+202E, to be shown in its place. */
  readonly hidden: string | null;
  /** Leads out of the page: http or https only. */
  readonly href: string | null;
}

/** A term where it stands in the text. Source and target of one pair share the key. */
export interface MentionView {
  /** `p7-3`: the third term of the source of unit p7. */
  readonly key: string;
  readonly concept: string;
  /** A name, the same on both sides: marked more quietly. */
  readonly keep: boolean;
  readonly verdict: Verdict;
  /** The explanation: “jetons: plural of jeton; rendered by tokens, preferred”. */
  readonly why: string;
  readonly href: string;
}

/** A term, or the text between two terms. */
export interface Piece {
  readonly mention: MentionView | null;
  readonly runs: readonly Run[];
}

/** A sentence; sentences of the two sides with the same pair number say the same thing. */
export interface SegmentView {
  readonly pair: number;
  readonly pieces: readonly Piece[];
}

export interface UnitView {
  readonly id: string;
  /** 1 for the title, as in the id. */
  readonly number: number;
  readonly kind: UnitKind;
  readonly level: number;
  readonly source: readonly SegmentView[];
  /** Null while there is no translation. */
  readonly target: readonly SegmentView[] | null;
  readonly state: UnitState;
  readonly origin: string | null;
  /** A save names it. */
  readonly version: string;
  readonly notes: readonly string[];
  /** Reviewed, but the glossary changed since: what, one sentence each. */
  readonly stale: readonly string[];
  /** What does not hold in this unit, one sentence each; empty when all is well. */
  readonly findings: readonly string[];
  /** What does not hold and was accepted by a person, with the reason, one line each. */
  readonly accepted: readonly string[];
}

/** One concept of the panel: what the card of a term shows, and where the term stands in this article. */
export interface ConceptRow {
  readonly id: string;
  readonly href: string;
  /** Preferred first. */
  readonly fr: readonly string[];
  readonly en: readonly string[];
  /** Renderings the entry rules out. */
  readonly not: readonly string[];
  readonly keep: boolean;
  readonly definition: string | null;
  readonly note: string | null;
  /** `glossary/ai.yaml:12` */
  readonly place: string;
  /** The worst verdict among the occurrences. */
  readonly verdict: Verdict;
  readonly occurrences: readonly {
    readonly unit: string;
    readonly key: string;
    readonly text: string;
    readonly verdict: Verdict;
  }[];
}

/** views/article.ejs */
export interface ArticlePage extends Frame {
  readonly slug: string;
  readonly site: string | null;
  readonly url: string | null;
  readonly date: string | null;
  /** “61 terms: 58 preferred, 3 admitted” */
  readonly summary: string;
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly units: readonly UnitView[];
  readonly concepts: readonly ConceptRow[];
  /** Paragraphs that have no English. */
  readonly untranslated: number;
}

/** views/articles.ejs */
export interface ArticlesPage extends Frame {
  readonly articles: readonly {
    readonly slug: string;
    readonly title: string;
    /** The English headline. */
    readonly target: string | null;
    readonly date: string | null;
    readonly site: string | null;
    readonly summary: string;
  }[];
}

/** views/glossary.ejs; the search works without script (`?q=`). */
export interface GlossaryPage extends Frame {
  readonly query: string;
  readonly total: number;
  readonly files: readonly string[];
  readonly concepts: readonly {
    readonly id: string;
    readonly href: string;
    readonly fr: readonly string[];
    readonly en: readonly string[];
    readonly definition: string | null;
    readonly domain: string | null;
    readonly place: string;
    /** Occurrences in all articles. */
    readonly occurrences: number;
  }[];
  /** What the articles have and the glossary may lack; only without a query. */
  readonly gaps: readonly {
    readonly text: string;
    readonly count: number;
    readonly places: readonly { readonly href: string; readonly unit: string }[];
  }[];
}

/** One line of a concordance: the words around a term on both sides. */
export interface Concordance {
  readonly href: string;
  readonly article: string;
  readonly unit: string;
  readonly verdict: Verdict;
  readonly source: { readonly before: string; readonly term: string; readonly after: string };
  readonly target: { readonly before: string; readonly term: string; readonly after: string } | null;
  readonly why: string;
}

/** views/concept.ejs */
export interface ConceptPage extends Frame {
  readonly concept: {
    readonly id: string;
    readonly keep: boolean;
    readonly definition: string | null;
    readonly citation: string | null;
    readonly domain: string | null;
    readonly note: string | null;
    readonly count: 'each' | 'unit';
    readonly place: string;
    readonly see: readonly { readonly id: string; readonly href: string; readonly label: string }[];
    readonly except: readonly string[];
    readonly examples: readonly { readonly source: string; readonly target: string | null }[];
    /** French first, then English; in the order of the entry. */
    readonly terms: readonly {
      readonly language: 'fr' | 'en';
      readonly text: string;
      readonly status: string;
      readonly partOfSpeech: string;
      readonly gender: string | null;
      readonly why: string | null;
      /** Every form that is recognised, as written first: `{text: 'jetons', of: 'plural'}`. */
      readonly forms: readonly { readonly text: string; readonly label: string }[];
    }[];
  };
  readonly concordance: readonly Concordance[];
  readonly form: EntryForm;
  /** Why its file is not changed here; null where it is. */
  readonly notEditable: string | null;
}

/** views/translate.ejs: what a run would cost, and the run. */
export interface TranslatePage extends Frame {
  readonly slug: string;
  /** The French title. */
  readonly article: string;
  readonly engines: readonly { readonly name: string; readonly chosen: boolean; readonly note: string }[];
  /** Null when no engine is set up. */
  readonly plan: {
    /** To be sent. */
    readonly units: number;
    /** Taken from translations of the same French. */
    readonly reused: number;
    readonly characters: number;
    readonly entries: number;
    /** Drafts whose terms changed, among all of them. */
    readonly changed: number;
  } | null;
  readonly job: {
    readonly engine: string;
    readonly total: number;
    readonly done: number;
    readonly billed: number;
    readonly notices: readonly string[];
    readonly state: 'running' | 'ended' | 'stopped';
    readonly rows: readonly {
      readonly unit: string;
      readonly target: string;
      readonly terms: number;
      /** Missing or ruled out. */
      readonly wrong: number;
      /** `chips → tokens` */
      readonly repairs: readonly string[];
      readonly refused: boolean;
    }[];
  } | null;
}

/** views/error.ejs */
export interface ErrorPage extends Frame {
  readonly status: number;
  readonly message: string;
  /** What to do now. */
  readonly advice: string;
}
