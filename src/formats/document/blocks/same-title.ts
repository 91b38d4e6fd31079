import { readingKey } from '../../../core/text/same-reading.ts';

/** Whether two titles are one to a reader; capitals alone make no other. Without marks. */
export function saysSameTitle(one: string, other: string): boolean {
  return readingKey(one).toLowerCase() === readingKey(other).toLowerCase();
}
