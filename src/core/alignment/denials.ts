/**
 * Whether a segment says that something is not so. What only may deny, as *unsupervised* and *except*, answers a denial
 * and is none that wants an answer.
 */
export type Denial = 'denies' | 'may deny' | 'none';

/** What denies, of French and English. *Non supervisé* names a kind; *sans doute* is probably; *No 12* counts. */
const DENIALS: readonly RegExp[] = [
  /(?<![\p{L}\p{M}])n(?:e\s|[’'])(?:(?!qu[e’'])[^.!?;:,]){1,30}?\splus(?![\p{L}\p{M}]|\squ[e’'])/iu,
  /(?<![\p{L}\p{M}])non(?![\p{L}\p{M}]|[\s-]+(?!pas|plus)\p{L})/iu,
  /(?<![\p{L}\p{M}])(?<!(?:à|que|si)\s)jamais(?![\p{L}\p{M}])/iu,
  /(?<![\p{L}\p{M}])sans(?![\p{L}\p{M}]|\s(?:doute|cesse)(?![\p{L}\p{M}]))/iu,
  /(?<![\p{L}\p{M}])(?:aucune?|rien|guère|ni|not|no(?![.°]? ?\d)|never|none|nothing|nobody|nor|neither|cannot|without|hardly)(?![\p{L}\p{M}])|n[’']t(?![\p{L}\p{M}])/iu,
];

/** *Pas* that is no step: none behind an article or the like, un petit pas. */
const PAS =
  /(?<!(?<![\p{L}\p{M}-])(?:[lcd]es?|une?|au|aux|du|chaque|[mts]on|[mts]es|leurs?|à|petits?|grands?|deux)\s)(?<![\p{L}\p{M}])pas(?![\p{L}\p{M}])/giu;
/** *Ne* in the same clause. Alone it denies little: *ne … que* is only. */
const NE_BEFORE = /(?<![\p{L}\p{M}])n(?:e\s|[’'])[^.!?;:]{0,60}$/iu;
/** UTF-16 units in which that is looked for, with the letter before it. */
const LONGEST_CLAUSE = 128;
/** Behind a step, without *ne*: pas à pas, pas de deux. */
const OF_STEP = /^\s(?:de|du|des|à)\s|^\sd[’']/iu;

function hasPas(text: string): boolean {
  for (const { index } of text.matchAll(PAS)) {
    if (!OF_STEP.test(text.slice(index + 'pas'.length))) return true;
    if (NE_BEFORE.test(text.slice(Math.max(0, index - LONGEST_CLAUSE), index))) return true;
  }
  return false;
}

/** What may deny, or says by another word what the other language denies. */
const MAY_DENY =
  /(?<![\p{L}\p{M}])(?:(?:ne|pas|non|sans|nulle?|peu|sauf|faute|few|rarely|scarcely|barely|except|unable|impossible|fail(?:s|ed)?|lacks?|free)(?![\p{L}\p{M}])|n[’']|non\p{L}|un(?!der|ti|it|iv|i[oq])\p{L}{3})|\p{L}(?:less|free)(?:ly|ness)?(?![\p{L}\p{M}])/iu;

/** Whether a segment of French or English denies something. */
export function denialOf(text: string): Denial {
  if (hasPas(text) || DENIALS.some((denial) => denial.test(text))) return 'denies';
  return MAY_DENY.test(text) ? 'may deny' : 'none';
}
