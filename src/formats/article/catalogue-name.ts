/** Whether a file is a gettext catalogue, by its name. */
export function isCatalogue(file: string): boolean {
  return file.toLowerCase().endsWith('.po');
}

/** The file that holds the English of an article, from the root on. */
export function catalogueOf(slug: string): string {
  return `content/${slug}/en.po`;
}
