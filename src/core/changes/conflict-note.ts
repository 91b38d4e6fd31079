import type { OtherText } from '../model/article.ts';
import { escapedString } from '../text/escaped-string.ts';

/** An English of another side, as it stands in a comment: `conflict: "A chip.", origin: person Béa 2026-11-26` */
export function writeConflict({ text, origin }: OtherText): string {
  return `conflict: "${escapedString(text)}"${origin === null ? '' : `, origin: ${origin}`}`;
}
