import type { TermStatus } from '../../core/model/concept.ts';
import { bare } from '../../core/text/characters.ts';
import { grouped } from '../../core/text/counted.ts';
import { quotedShort } from '../../core/text/cut-short.ts';

/**
 * What termbases call the statuses: ISO 30042 administrativeStatus (TBX-Basic) and termStatus (TBX-Min), ISO 12620
 * normativeAuthorization, Weblate, memoQ, MateCat, TermWeb, IATE, and plain French and English words.
 */
const WORDS: Readonly<Record<TermStatus, string>> = {
  preferred:
    'preferred preferredterm preflabel recommended recommendedterm standardized standardizedterm legal legalterm regulated regulatedterm approved validated valid verified confirmed official ok prefere privilegie recommande conseille normalise officiel valide verifie confirme approuve bevorzugt vorzugsbenennung preferido preferito voorkeursterm',
  admitted:
    'admitted admittedterm accepted acceptedterm acceptable allowed permitted tolerated alternative synonym altlabel admis accepte autorise tolere synonyme zugelassen zugelassenebenennung erlaubt admitido permitido ammesso toegestaan',
  deprecated:
    'deprecated deprecatedterm forbidden forbiddenterm prohibited rejected notrecommended notrecommendedterm notallowed notapproved unapproved banned avoid donotuse wrong interdit proscrit refuse rejete deconseille nonrecommande aeviter fautif impropre aproscrire nepasutiliser nepasemployer dontuse neveruse blacklisted disallowed discouraged unacceptable inadmissible incorrect erroneous invalid illegal refused abusif errone inacceptable noncorrect nonadmis nonaccepte nonautorise verboten verbotenebenennung abgelehnt prohibido desaconsejado proibido desaconselhado vietato sconsigliato verboden afgekeurd nottobeused notused anepasutiliser anepasemployer ban bannir abannir banni forbid prohibit proscrire interdire disallow deprecate deconseiller discourage reject rejet rejeter blacklist blocklist blocklisted denylist unusable inutilisable eviter evitez neplusutiliser neplusemployer nutilisezpas nutilisezplus nemployezpas neplusdire nepasdire nedoitpasetreutilise nedoitplusetreutilise nedoitpasetreemploye avoided shouldnotbeused mustnotbeused maynotbeused shouldbeavoided mustbeavoided nolongerallowed nolongerpermitted nolongeraccepted nolongerrecommended bad mauvais vermeiden zuvermeiden verbot gesperrt unzulassig nichtverwenden nichtbenutzen nichtempfohlen nichterlaubt nichtzulassig noutilizar nousar evitar daevitare evitare nonusare nonutilizzare naousar naoutilizar blocked bloque nietgebruiken vermijden tevermijden',
  superseded:
    'superseded supersededterm obsolete obsoleteterm outdated outdatedterm obsoleteterm archaic archaicterm archived archiveelement retired withdrawn discontinued disused replaced remplace perime desuet vieilli caduc retire veraltet obsoleto verouderd nolongerused nolongerinuse notusedanymore outofuse outofdate abandoned abandonne inusite plusutilise plusemploye nesutiliseplus nesemploieplus neseditplus nestplusutilise nestplusemploye vx',
};
const STATUSES: ReadonlyMap<string, TermStatus> = new Map(
  Object.entries(WORDS).flatMap(([status, words]) =>
    words.split(' ').map((word) => [word, status as TermStatus] as const),
  ),
);
/** UTF-16 units. */
const START = 3;
/** Short words that names of statuses begin with. */
const RULING_WORDS = new Set(['a', 'do', 'ne', 'n', 'no', 'te', 'vx', 'da', 'zu']);
/** How names of statuses that rule out begin. */
const RULING_STARTS: ReadonlySet<string> = new Set(
  [...STATUSES].flatMap(([key, status]) =>
    status === 'deprecated' || status === 'superseded' ? [key.slice(0, START)] : [],
  ),
);

/** Whether a ruling may begin with this word, as `bare` gives it: asked of every sentence of every remark. */
export function mayRule(word: string): boolean {
  return RULING_STARTS.has(word.slice(0, START)) || (word.length < START && RULING_WORDS.has(word));
}

/**
 * Words beside a status that say no more than that it is one of a term: “this term is deprecated”, « terme à éviter ».
 */
export const STATUS_PADDING: ReadonlySet<string> = new Set(
  'a an the this that is are was be been has it to term terms word words name form usage expression translation rendering synonym le la les l un une ce cet cette est sont ete terme termes mot mots nom forme emploi traduction synonyme strictly strongly absolutely totally completely altogether always everywhere please now here strictement formellement absolument fortement totalement toujours partout desormais maintenant ici der die das dieser diese dieses ist wort begriff benennung'.split(
    ' ',
  ),
);
/** Words of a field that only rules out or does not: memoQ, MateCat. */
const YES = new Set(['yes', 'y', 'true', '1', 'x', 'oui', 'o', 'vrai', 'ja', 'si', 'sim', 's', 'checked']);
const NO = new Set(['no', 'n', 'false', '0', 'non', 'faux', 'nein', 'nao', 'unchecked']);
/** Words for nothing. */
const NOTHING = new Set([
  'none',
  'unspecified',
  'na',
  'nd',
  'null',
  'nil',
  'aucun',
  'aucune',
  'notapplicable',
  'sansobjet',
]);
/** Words that say that a term may be used, and not how it stands beside others: ISO 12620 processStatus, workflows. */
const IN_USE = new Set(
  'finalized finalised finished final complete completed done processed consolidatedelement reviewed published released translated traduit active current inuse standard termine acheve relu publie actif enusage envigueur'.split(
    ' ',
  ),
);
/** An event that takes a term out of use: ISO 12620 transactionType. */
const TAKEN_OUT = new Set(['withdrawal', 'deprecation', 'retrait']);
/** Signs that tick a box. */
const TICK = /^[✓✔☑✅●•×✕✖xX]$/u;
const STAYING = new Set(['readonly', 'untranslatable', 'donottranslate', 'dnt', 'nontranslatable']);
/** A dash, or another sign that says that a cell is empty on purpose. */
const DASH = /^[-–—_./\s]*$/;

/** What a field of a termbase says of a term: its status, nothing, or something that is not known here. */
export type SaidStatus = TermStatus | null | 'unknown';

/**
 * Reads the name of a status; '' says nothing. Unknown is never accepted: who rules a term out may say it in any words.
 */
export function readStatus(said: string): SaidStatus {
  if (DASH.test(said.trim())) return null;
  const key = keyOf(said);
  return (
    statusNamed(key) ?? statusNamed(withoutPadding(said)) ?? (NOTHING.has(key) || IN_USE.has(key) ? null : 'unknown')
  );
}

/** French and German say it in the gender and the number of what they speak of: « interdites », „verbotene“. */
function statusNamed(key: string): TermStatus | undefined {
  const plain = key.replace(/admnsts$/, '');
  return (
    STATUSES.get(plain) ?? (plain.length > SHORTEST_ENDED ? STATUSES.get(plain.replace(/e?s$|e$/, '')) : undefined)
  );
}

/** UTF-16 units of a word that may have an ending. */
const SHORTEST_ENDED = 5;

function withoutPadding(said: string): string {
  const words = bare(said).split(/[^a-z0-9]+/);
  return words.filter((word) => !STATUS_PADDING.has(word)).join('');
}

/** Reads a field that says where the work on a term stands: one that nobody has finished is not accepted. */
export function readProgress(said: string): SaidStatus {
  const status = saysNo(said) ? null : readStatus(said);
  return status === 'preferred' || status === 'admitted' ? null : status;
}

/** Reads a field that says whether a term is more than a proposal: a no leaves open whether it may be used. */
export function readSettled(said: string): SaidStatus {
  if (saysNo(said)) return 'unknown';
  return YES.has(keyOf(said)) || TICK.test(said.trim()) ? null : readProgress(said);
}

/** Reads the name of an event in the life of a term. */
export function readEvent(said: string): SaidStatus {
  return TAKEN_OUT.has(keyOf(said)) ? 'superseded' : readRuling(said);
}

/** Reads a field that is named “forbidden”. */
export function readForbidden(said: string): SaidStatus {
  const key = keyOf(said);
  if (NO.has(key)) return null;
  return YES.has(key) || TICK.test(said.trim()) ? 'deprecated' : readStatus(said);
}

/** Reads a field that is named “allowed”: what it says no to is ruled out. */
export function readAllowed(said: string): SaidStatus {
  const key = keyOf(said);
  if (NO.has(key)) return 'deprecated';
  return YES.has(key) || TICK.test(said.trim()) ? null : readStatus(said);
}

/** Whether a field says no. */
export function saysNo(said: string): boolean {
  return NO.has(keyOf(said));
}

/** Whether a field says no more than yes or no. */
export function isAnswer(said: string): boolean {
  return saysNo(said) || YES.has(keyOf(said));
}

/** Reads a field that is named “preferred”: a no leaves open whether the term may be used. */
export function readPreferred(said: string): SaidStatus {
  if (saysNo(said)) return 'unknown';
  return YES.has(keyOf(said)) || TICK.test(said.trim()) ? 'preferred' : readStatus(said);
}

/** Reads a field that names what replaces a term. */
export function readReplaced(said: string): SaidStatus {
  const key = keyOf(said);
  return DASH.test(said.trim()) || NO.has(key) || NOTHING.has(key) ? null : 'superseded';
}

/** Whether marks say that a term stays as it is in every language: Weblate’s `read-only`. */
export function staysAsItIs(marks: string): boolean {
  return marks.split(/[;,]/).some((mark) => STAYING.has(keyOf(mark)));
}

/**
 * Reads a list of marks, as memoQ’s Term_Info, Weblate’s flags and TERMIUM’s `AVOID, SEE OBS, NOUN` are: only what
 * rules out is looked for; prose is none.
 */
export function readMarks(said: string): SaidStatus {
  const marks = said.split(/[;,]/).map((mark) => mark.trim());
  if (marks.some((mark) => mark.split(' ').length > MOST_WORDS_OF_MARK)) return null;
  return marks.map(readRuling).reduce(worseStatus, null);
}

/** Words of one mark. */
const MOST_WORDS_OF_MARK = 3;

/** Reads a cell or an element that may say anything: a word that rules out, and stands alone, does so everywhere. */
export function readRuling(said: string): Extract<TermStatus, 'deprecated' | 'superseded'> | null {
  if (said === '' || said.length > LONGEST_STATUS) return null;
  const status = readStatus(said);
  return status === 'deprecated' || status === 'superseded' ? status : null;
}

/** UTF-16 units. */
const LONGEST_STATUS = 60;

const BY_BADNESS: readonly SaidStatus[] = [null, 'preferred', 'admitted', 'unknown', 'superseded', 'deprecated'];

/** Of two things said of one term, the one that rules it out counts, and the unknown before what accepts. */
export function worseStatus(one: SaidStatus, other: SaidStatus): SaidStatus {
  return BY_BADNESS.indexOf(other) > BY_BADNESS.indexOf(one) ? other : one;
}

/** What is said of terms whose status is not known here. */
export function unknownStatus(said: string, count: number): string {
  const terms = count === 1 ? 'the term that has it is' : `the ${grouped(count)} terms that have it are`;
  return `${quotedShort(said)} is no status that is known here, so ${terms} left out; write preferred, admitted, deprecated or superseded`;
}

function keyOf(said: string): string {
  return bare(said).replaceAll(/[^a-z0-9]/g, '');
}
