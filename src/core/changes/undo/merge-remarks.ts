import type { Versions } from '../../model/versions.ts';

/**
 * Lines of theirs that are new, put behind those of ours, which end with a line break then; empty ones do not count.
 */
export function withNewLines(versions: Versions<string>): string {
  const lines = newLines(versions);
  const { ours } = versions;
  if (lines.length === 0) return ours;
  const before = ours === '' || ours.endsWith('\n') ? ours : `${ours}\n`;
  return `${before}${lines.join('\n')}\n`;
}

/** The lines that theirs has, and neither the base nor ours. */
export function newLines({ base, ours, theirs }: Versions<string>): readonly string[] {
  const known = new Set([...base.split('\n'), ...ours.split('\n')].map((line) => line.trim()));
  return theirs.split('\n').filter((line) => line.trim() !== '' && !known.has(line.trim()));
}
