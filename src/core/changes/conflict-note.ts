import { escapedString } from '../text/escaped-string.ts';

/** An English that another side wrote, as it stands in a comment: `conflict: "A chip."` */
export function writeConflict(theirs: string): string {
  return `conflict: "${escapedString(theirs)}"`;
}
