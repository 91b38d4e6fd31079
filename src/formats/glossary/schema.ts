import { z } from 'zod';
import { type Concept, PARTS_OF_SPEECH, TERM_STATUSES, WAYS_TO_COUNT } from '../../core/model/concept.ts';
import { quotedShort } from '../../core/text/cut-short.ts';
import { SLUG } from '../../core/text/slug.ts';

/** The shape of a glossary file, as people write it. Meaning is given in entry.ts. */

const Text = z.string({ error: 'write a text' }).trim().min(1, { error: 'write a text, or delete the line' });

const listed = (words: readonly string[], what: string) => ({
  error: ({ input }: { input?: unknown }) =>
    `${typeof input === 'object' ? 'this' : quotedShort(String(input))} is not a ${what}; write ${words.join(', ')}`,
});

const plural = z
  .enum(['none'], listed(['none'], 'plural; list one that no rule makes under “forms”'))
  .optional()
  .meta({ description: 'none: an English word that has none, such as software.' });

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
  plural,
  forms: z
    .array(Text, { error: 'write a list, “[form, form]”' })
    .optional()
    .meta({ description: 'Forms that the rules cannot make.' }),
});

const RuledOut = z.strictObject({
  term: Text,
  why: Text.optional().meta({ description: 'Why it is wrong here: “that is puce”.' }),
  pos: z.enum(PARTS_OF_SPEECH, listed(PARTS_OF_SPEECH, 'part of speech')).optional(),
  case: z.enum(['exact', 'any'], listed(['exact', 'any'], 'case rule')).optional(),
  plural,
});

const oneOrMore = <T extends z.ZodType>(shape: T, advice: string) =>
  z.union([shape, z.array(shape).min(1, { error: advice })], { error: advice });

const terms = oneOrMore(
  z.union([Text, WrittenTerm], { error: 'write a term' }),
  'write a term, or a list of terms with the preferred one first',
);

const SOURCE = Text.optional().meta({ description: 'Where the term pair comes from.' });
const IDS = oneOrMore(Text, 'write an id, or a list of ids').optional();
const COUNT = z.enum(WAYS_TO_COUNT, listed(WAYS_TO_COUNT, 'way to count')).optional().meta({
  description:
    'each occurrence wants its rendering (default), or one in the paragraph is enough (unit), or English renders it freely: where none of its renderings stands, that is a remark (free).',
});

/** What a form knows of a key: the label of its field, its height in lines, and the language of what stands in it. */
export interface KeyField {
  readonly label: string;
  readonly rows: number;
  readonly lang: 'fr' | 'en' | null;
}

interface KeyRow extends KeyField {
  readonly shape: z.ZodType;
  /** One text; a list of texts; or neither, and then entry.ts and plain-entry.ts say what it means. */
  readonly holds: 'text' | 'list' | 'other';
  /** The property of a concept that holds it. */
  readonly property: keyof Concept;
  /** What parts a list in one field of a form; null for what is no list. */
  readonly separator: RegExp | null;
}

const SAYS = { shape: Text.optional(), holds: 'text', separator: null, rows: 1, lang: null } as const;
const LISTS = { holds: 'list', separator: /\r?\n/, rows: 2 } as const;
const phrases = (description: string) =>
  oneOrMore(Text, 'write a phrase, or a list of phrases').optional().meta({ description });

/**
 * Every key of an entry besides its id and its terms, in the order in which they are written. Reading, writing, the
 * form and the JSON Schema follow from it: a further text or list is one line here and one property of `Concept`.
 */
export const ENTRY_KEYS = {
  definition: { ...SAYS, property: 'definition', label: 'Definition', rows: 2 },
  source: { ...SAYS, property: 'citation', label: 'Where the pair comes from', shape: SOURCE },
  domain: { ...SAYS, property: 'domain', label: 'Subject field' },
  note: { ...SAYS, property: 'note', label: 'Note', rows: 2 },
  see: { ...LISTS, property: 'see', label: 'See also: ids', rows: 1, lang: null, separator: /[\s,;]+/, shape: IDS },
  count: { ...SAYS, holds: 'other', property: 'count', label: 'Wanted', shape: COUNT },
  except: {
    ...LISTS,
    property: 'except',
    label: 'French phrases in which it is not this term, one a line',
    lang: 'fr',
    shape: phrases('French phrases in which it is not this term.'),
  },
  unless: {
    ...LISTS,
    property: 'unless',
    label: 'English words that show another sense, one a line',
    lang: 'en',
    shape: phrases('English words that show that another sense was meant, where no rendering stands.'),
  },
  examples: {
    ...{ holds: 'other', property: 'examples', rows: 3, lang: null, separator: /\r?\n/ },
    label: 'Examples: French => English, or => - for what is not this term; one a line',
    shape: z
      .array(Text, { error: 'write a list, “[French => English]”' })
      .optional()
      .meta({ description: '“French => English” must agree; “French => -” must not match.' }),
  },
} as const satisfies Record<string, KeyRow>;

type Keys = typeof ENTRY_KEYS;
export type EntryKey = keyof Keys;
export const ENTRY_KEY_NAMES = Object.keys(ENTRY_KEYS) as readonly EntryKey[];
type KeysThatHold<What extends KeyRow['holds']> = {
  [K in EntryKey]: Keys[K]['holds'] extends What ? K : never;
}[EntryKey];
/** Keys of one text, and of a list of texts. */
export type TextKey = KeysThatHold<'text'>;
export type ListKey = KeysThatHold<'list'>;
type PropertyOf<K extends EntryKey> = Keys[K]['property'];
/** What the texts and lists of an entry are in its concept. */
export type Said = { readonly [K in TextKey as PropertyOf<K>]: string | null } & {
  readonly [K in ListKey as PropertyOf<K>]: readonly string[];
};

const SHAPES = Object.fromEntries(Object.entries(ENTRY_KEYS).map(([key, { shape }]) => [key, shape])) as {
  [K in EntryKey]: Keys[K]['shape'];
};

const ID = { error: 'write small letters and digits, joined by hyphens, 100 at most' };
export const WrittenConcept = z.strictObject(
  {
    id: z.string(ID).regex(SLUG, ID).optional().meta({ description: 'Default: made from the preferred English term.' }),
    fr: terms.optional().meta({ description: 'French terms, the preferred one first.' }),
    en: terms.optional().meta({ description: 'English terms, the preferred one first.' }),
    keep: z.union([Text, WrittenTerm], { error: 'write the name that stays as it is' }).optional(),
    not: oneOrMore(
      z.union([Text, RuledOut], { error: 'write a rendering to rule out' }),
      'write a rendering to rule out, or a list of them',
    ).optional(),
    ...SHAPES,
  },
  { error: 'write an entry: “fr: …”, and “en: …” on the next line' },
);
export type WrittenConcept = z.infer<typeof WrittenConcept>;
export type WrittenTerm = z.infer<typeof WrittenTerm>;

export const CONCEPT_KEYS = Object.keys(WrittenConcept.shape);
export const TERM_KEYS = [...new Set([...Object.keys(WrittenTerm.shape), ...Object.keys(RuledOut.shape)])];

/** JSON Schema for editors; draft 7 is what YAML language servers know. */
export function glossaryJsonSchema(): unknown {
  return z.toJSONSchema(z.array(WrittenConcept), { target: 'draft-7', io: 'input' });
}
