/** How a form comes from the term it belongs to. */
export const FORM_KINDS = [
  'as written',
  'plural',
  'feminine',
  'feminine plural',
  'masculine plural',
  'conjugated',
  'inclusive',
  'spelling',
  'listed',
] as const;
export type FormKind = (typeof FORM_KINDS)[number];

/** An inflected or spelled variant of a term. */
export interface Form {
  readonly text: string;
  readonly kind: FormKind;
}

const SENTENCES: Readonly<Record<FormKind, string>> = {
  'as written': '',
  plural: 'plural of',
  feminine: 'feminine of',
  'feminine plural': 'feminine plural of',
  'masculine plural': 'masculine plural of',
  conjugated: 'form of the verb',
  inclusive: 'inclusive form of',
  spelling: 'spelling of',
  listed: 'form of',
};

/** “plural of jeton”; the term alone when the form is the term as written. */
export function describeForm(kind: FormKind, term: string): string {
  const relation = SENTENCES[kind];
  return relation === '' ? term : `${relation} ${term}`;
}

/** Collects forms, each spelling once, the first kind kept. */
export class FormSet {
  readonly #kinds = new Map<string, FormKind>();

  add(text: string, kind: FormKind): void {
    if (text !== '' && !this.#kinds.has(text)) this.#kinds.set(text, kind);
  }

  /** In the order added. */
  list(): Form[] {
    return [...this.#kinds].map(([text, kind]) => ({ text, kind }));
  }
}
