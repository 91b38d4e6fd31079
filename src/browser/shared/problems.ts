/** Shows what the files have wrong as a newer page does: the banner comes and goes with the problems. */
export function replaceProblems(fresh: Document): void {
  const [old, next] = [document.querySelector('.problems'), fresh.querySelector('.problems')];
  if (old?.outerHTML === next?.outerHTML) return;
  old?.remove();
  if (next !== null) document.querySelector('.masthead')?.after(next);
}
