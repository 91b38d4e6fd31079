/** `error` stops a clean check, `warning` too; `info` is only said. */
export type Severity = 'error' | 'warning' | 'info';

/** What a rule looks at: the texts of an article, the entries of the glossary, or files that must be read first. */
export type Scope = 'text' | 'glossary' | 'file';

/**
 * How a person accepts what a rule finds, with a reason: a waiver that names the rule, or the entry whose term is
 * meant; or why nobody can.
 */
export type Waivable = 'by rule' | 'by entry' | `no: ${string}`;

/** One rule of the check; what it says of itself stands in `rule-sentences.ts`. */
export interface Rule {
  readonly severity: Severity;
  /** Of what is left out while everything else goes on; only where a rule knows both. */
  readonly milder?: Severity;
  readonly scope: Scope;
  readonly waivable: Waivable;
}

/** Whether it asks for something; the rest are remarks, for whoever asks for all. */
export function isGrave({ severity }: { readonly severity: Severity }): boolean {
  return severity !== 'info';
}
