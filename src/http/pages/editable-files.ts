/** Where entries go while there is no glossary. */
export const FIRST_FILE = 'glossary/terms.yaml';

/** Whether the entries of a file can be changed here. */
export function isEditable(file: string): boolean {
  return /\.(ya?ml|csv|tsv)$/.test(file);
}

/** Why the entries of a file are not changed here. */
export function notEditable(file: string): string {
  return `${file} is the export of another tool, and its next export would undo a change made here.`;
}
