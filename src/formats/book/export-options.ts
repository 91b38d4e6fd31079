/** A way to take something away, whatever makes it. */
export interface ExportFormat {
  /** What it is for, as a link says it. */
  readonly says: string;
  readonly extension: string;
  /** Another that people give such a file. */
  readonly otherExtension?: string;
  readonly mediaType: string;
  /** It can be read in a terminal. */
  readonly isText: boolean;
  /** What may be chosen. */
  readonly options: readonly ExportOption[];
  /** Further ways that a page offers, with what each is chosen by. */
  readonly variants: readonly { readonly says: string; readonly chosen: Partial<ExportOptions> }[];
}

/** What may be chosen: a yes, or one of several, of which the first is usual. */
interface Choice {
  readonly choices?: readonly [usual: string, ...others: string[]];
  /** What is so then. */
  readonly says: string;
}

/** Every option that a file may be made with: the command line, its help, addresses and formats read them here. */
export const EXPORT_OPTIONS = {
  layout: { choices: ['pairs', 'table'], says: 'the English under the French, or beside it' },
  hidden: { says: 'the English is there when it is asked for' },
  terms: { says: 'the terms of the glossary are marked' },
  drafts: { says: 'the drafts come along' },
  plain: { says: 'without marks' },
  prefill: { says: 'the French stands where an English is to come' },
  segments: { says: 'a sentence each, where they go one for one' },
} as const satisfies Readonly<Record<string, Choice>>;

type Options = typeof EXPORT_OPTIONS;
export type ExportOption = keyof Options;
/** How the pairs of a book stand on its pages. */
export type Layout = Options['layout']['choices'][number];

/** What is chosen. */
export type ExportOptions = {
  readonly [Name in ExportOption]: Options[Name] extends { readonly choices: readonly (infer One)[] } ? One : boolean;
};

export const EXPORT_OPTION_NAMES = Object.keys(EXPORT_OPTIONS) as readonly ExportOption[];

/** The values that an option has; none where it is a yes. */
export function choicesOf(option: ExportOption): readonly string[] {
  const { choices }: Choice = EXPORT_OPTIONS[option];
  return choices ?? [];
}

/** What is chosen, of what was said of each option: what is no value of it is the usual one. */
export function chosenOptions(said: (option: ExportOption) => unknown): ExportOptions {
  const chosen = EXPORT_OPTION_NAMES.map((option) => {
    const choices = choicesOf(option);
    const value = said(option);
    return [option, choices.length === 0 ? value === true : (choices.find((one) => one === value) ?? choices[0])];
  });
  return Object.fromEntries(chosen) as ExportOptions;
}

export const NO_OPTIONS = chosenOptions(() => undefined);
