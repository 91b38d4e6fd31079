import type { Reply } from '../bounded-post.ts';

/** What a request may hold besides the model and its messages, and a server may refuse. */
export type Extra = 'temperature' | 'stream_options' | 'stream' | 'system';

/** How a server is spoken to: it begins with all that helps, and what the server refuses is left out from then on. */
export interface Manner {
  /** How the shape of the answer is asked for: by a schema, as some JSON, or by the words of the request alone. */
  readonly format: 'json_schema' | 'json_object' | 'plain';
  readonly without: readonly Extra[];
}

export const FIRST_MANNER: Manner = { format: 'json_schema', without: [] };

/** How each of them is called where it is refused; the longer name in front of the one that it holds. */
const REFUSED: readonly (readonly [extra: Extra, names: RegExp])[] = [
  ['temperature', /temperature/i],
  ['stream_options', /stream_options|include_usage/i],
  ['stream', /\bstream(?:ing|ed)?\b/i],
  ['system', /system.{0,20}(?:role|message|prompt|instruction)|role.{0,40}system|roles must alternate/i],
];
/** The same of a format for the answer. */
const FORMAT = /response_?format|json_?(?:schema|object|mode)|structured.?output|guided|grammar|requested parameters/i;

/** Statuses with which servers refuse a part of a request. */
const REFUSING: ReadonlySet<number> = new Set([400, 404, 415, 422, 500, 501]);

/** The manner without what a reply refuses; null where it names nothing that the request holds. */
export function mannerAfter(manner: Manner, { status, text }: Pick<Reply, 'status' | 'text'>): Manner | null {
  if (!REFUSING.has(status)) return null;
  const plain = plainerFormat(manner);
  if (plain !== null && FORMAT.test(text)) return plain;
  const extra = REFUSED.find(([one, names]) => !manner.without.includes(one) && names.test(text))?.[0];
  return extra === undefined ? null : without(manner, extra);
}

/** One step down the ladder; null on the last one. */
export function plainerFormat(manner: Manner): Manner | null {
  if (manner.format === 'plain') return null;
  return { ...manner, format: manner.format === 'json_schema' ? 'json_object' : 'plain' };
}

/** One step down for a server that does not say what it refuses: the format, then all the rest at once. */
export function plainer(manner: Manner): Manner | null {
  const extras = REFUSED.map(([extra]) => extra);
  return plainerFormat(manner) ?? (manner.without.length === extras.length ? null : { ...manner, without: extras });
}

function without(manner: Manner, extra: Extra): Manner {
  // Who takes no stream takes no options for it.
  const extras: readonly Extra[] = extra === 'stream' ? ['stream', 'stream_options'] : [extra];
  return { ...manner, without: [...new Set([...manner.without, ...extras])] };
}
