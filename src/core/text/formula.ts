/** What programs for tables take for the start of a formula, and carry out. OWASP, CSV injection. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/;

/** Whether a program for tables would carry it out. */
export function isFormula(cell: string): boolean {
  return FORMULA.test(cell);
}

/** A cell that stays text in programs for tables: an apostrophe before it keeps it from being carried out. */
export function guarded(cell: string): string {
  return isFormula(cell) ? `'${cell}` : cell;
}

/** A cell without the apostrophe that guards it, which is none of its words. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1, 2)) ? cell.slice(1) : cell;
}
