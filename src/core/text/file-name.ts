/** The name of a file without the folders before it, as any system writes them. */
export function fileNameOf(path: string): string {
  return path.replace(/^.*[/\\]/s, '');
}
