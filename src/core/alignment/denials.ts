/**
 * Whether a segment says that something is not so. What only may deny, as *unsupervised* and *except*, answers a denial
 * and is none that wants an answer.
 */
export type Denial = 'denies' | 'may deny' | 'none';

/**
 * What denies, of French and English. A lone *ne* denies little: *ne … que* is only. *Pas* behind an article, and
 * before *de* without *ne*, is a step; *non supervisé* names a kind; *sans doute* is probably; *No 12* counts.
 */
const DENIALS: readonly RegExp[] = [
  /(?<![\p{L}\p{M}])n(?:e\s|[’'])[^.!?;:]{0,60}?(?<!(?<![\p{L}\p{M}-])(?:[lcd]es?|une?|au|aux|du|chaque|[mts]on|[mts]es|leurs?|à|petits?|grands?|deux)\s)(?<![\p{L}\p{M}])pas(?![\p{L}\p{M}])/iu,
  /(?<!(?<![\p{L}\p{M}-])(?:[lcd]es?|une?|au|aux|du|chaque|[mts]on|[mts]es|leurs?|à|petits?|grands?|deux)\s)(?<![\p{L}\p{M}])pas(?![\p{L}\p{M}]|\s(?:de|du|des|à)\s|\sd[’'])/iu,
  /(?<![\p{L}\p{M}])n(?:e\s|[’'])(?:(?!qu[e’'])[^.!?;:,]){1,30}?\splus(?![\p{L}\p{M}]|\squ[e’'])/iu,
  /(?<![\p{L}\p{M}])non(?![\p{L}\p{M}]|[\s-]+(?!pas|plus)\p{L})/iu,
  /(?<![\p{L}\p{M}])(?<!(?:à|que|si)\s)jamais(?![\p{L}\p{M}])/iu,
  /(?<![\p{L}\p{M}])sans(?![\p{L}\p{M}]|\s(?:doute|cesse)(?![\p{L}\p{M}]))/iu,
  /(?<![\p{L}\p{M}])(?:aucune?|rien|guère|ni|not|no(?![.°]? ?\d)|never|none|nothing|nobody|nor|neither|cannot|without|hardly)(?![\p{L}\p{M}])|n[’']t(?![\p{L}\p{M}])/iu,
];

/** What may deny, or says by another word what the other language denies. */
const MAY_DENY =
  /(?<![\p{L}\p{M}])(?:(?:ne|pas|non|sans|nulle?|peu|sauf|faute|few|rarely|scarcely|barely|except|unable|impossible|fail(?:s|ed)?|lacks?|free)(?![\p{L}\p{M}])|n[’']|non\p{L}|un(?!der|ti|it|iv|i[oq])\p{L}{3})|\p{L}(?:less|free)(?:ly|ness)?(?![\p{L}\p{M}])/iu;

/** Whether a segment of French or English denies something. */
export function denialOf(text: string): Denial {
  if (DENIALS.some((denial) => denial.test(text))) return 'denies';
  return MAY_DENY.test(text) ? 'may deny' : 'none';
}
