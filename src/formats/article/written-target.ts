import { z } from 'zod';
import type { WrittenTarget } from '../../core/changes/unit-edit.ts';

const Written = z.strictObject(
  {
    target: z
      .string({ error: 'target: write the English, or an empty text' })
      .max(100_000, { error: 'target: write less than 100,000 characters' })
      .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim()),
    state: z.enum(['draft', 'reviewed'], { error: 'state: write draft or reviewed' }),
  },
  { error: 'write target and state, and nothing else' },
);

/** What a person wrote for a unit, from JSON or a form; a sentence where it is none. Line ends become LF. */
export function readWrittenTarget(value: unknown): WrittenTarget | string {
  const read = Written.safeParse(value);
  return read.success ? read.data : read.error.issues.map(({ message }) => message).join('; ');
}
