import { z } from 'zod';
import { PARTS_OF_SPEECH, TERM_STATUSES } from '../../core/model/concept.ts';
import { SLUG } from '../../core/text/slug.ts';

/** The shape of a glossary file, as people write it; design section 4. Meaning is given in glossary-yaml.ts. */

const Text = z.string({ error: 'write a text' }).trim().min(1, { error: 'write a text, or delete the line' });

const listed = (words: readonly string[], what: string) => ({
  error: ({ input }: { input?: unknown }) => `“${String(input)}” is not a ${what}; write ${words.join(', ')}`,
});

const WrittenTerm = z.strictObject({
  term: Text.meta({ description: 'The word or words.' }),
  pos: z.enum(PARTS_OF_SPEECH, listed(PARTS_OF_SPEECH, 'part of speech')).optional().meta({
    description: 'Part of speech, which decides the forms; noun when not given.',
  }),
  gender: z.enum(['m', 'f'], listed(['m', 'f'], 'gender')).optional(),
  status: z.enum(TERM_STATUSES, listed(TERM_STATUSES, 'status')).optional(),
  case: z
    .enum(['exact', 'any'], listed(['exact', 'any'], 'case rule'))
    .optional()
    .meta({
      description: 'exact: matches only with these capitals. Acronyms do so by themselves.',
    }),
  forms: z.array(Text).optional().meta({ description: 'Forms that the rules cannot make.' }),
});

const RuledOut = z.strictObject({
  term: Text,
  why: Text.optional().meta({ description: 'Why it is wrong here: “that is puce”.' }),
  pos: z.enum(PARTS_OF_SPEECH, listed(PARTS_OF_SPEECH, 'part of speech')).optional(),
  case: z.enum(['exact', 'any'], listed(['exact', 'any'], 'case rule')).optional(),
});

const oneOrMore = <T extends z.ZodType>(shape: T, advice: string) =>
  z.union([shape, z.array(shape).min(1, { error: advice })], { error: advice });

const terms = oneOrMore(z.union([Text, WrittenTerm]), 'write a term, or a list of terms with the preferred one first');

export const WrittenConcept = z.strictObject({
  id: z
    .string()
    .regex(SLUG, { error: 'write small letters and digits, joined by hyphens, 100 at most' })
    .optional()
    .meta({ description: 'Default: made from the preferred English term.' }),
  fr: terms.optional().meta({ description: 'French terms, the preferred one first.' }),
  en: terms.optional().meta({ description: 'English terms, the preferred one first.' }),
  keep: z.union([Text, WrittenTerm], { error: 'write the name that stays as it is' }).optional(),
  not: oneOrMore(z.union([Text, RuledOut]), 'write a rendering to rule out, or a list of them').optional(),
  definition: Text.optional(),
  source: Text.optional().meta({ description: 'Where the term pair comes from.' }),
  domain: Text.optional(),
  note: Text.optional(),
  see: oneOrMore(Text, 'write an id, or a list of ids').optional(),
  count: z
    .enum(['each', 'unit'], listed(['each', 'unit'], 'way to count'))
    .optional()
    .meta({
      description: 'each occurrence wants its rendering (default), or one in the paragraph is enough.',
    }),
  except: oneOrMore(Text, 'write a phrase, or a list of phrases').optional(),
  examples: z
    .array(Text)
    .optional()
    .meta({ description: '“French => English” must agree; “French => -” must not match.' }),
});
export type WrittenConcept = z.infer<typeof WrittenConcept>;
export type WrittenTerm = z.infer<typeof WrittenTerm>;

export const CONCEPT_KEYS = Object.keys(WrittenConcept.shape);
export const TERM_KEYS = [...new Set([...Object.keys(WrittenTerm.shape), ...Object.keys(RuledOut.shape)])];

/** JSON Schema for editors; draft 7 is what YAML language servers know. */
export function glossaryJsonSchema(): unknown {
  return z.toJSONSchema(z.array(WrittenConcept), { target: 'draft-7', io: 'input' });
}
