/** Whether a file is a gettext catalogue, by its name. */
export function isCatalogue(file: string): boolean {
  return file.toLowerCase().endsWith('.po');
}
