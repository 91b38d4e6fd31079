import { readRemark } from './remark-status.ts';
import {
  isAnswer,
  readAllowed,
  readEvent,
  readForbidden,
  readMarks,
  readPreferred,
  readProgress,
  readRuling,
  readStatus,
  type SaidStatus,
  worseStatus,
} from './term-status.ts';

/** A status, and its name as it stands there. */
export interface Said {
  readonly status: SaidStatus;
  readonly said: string;
}

export const NOTHING_SAID: Said = { status: null, said: '' };

/** Types that tools give a status of a term, with any prefix: `x-forbidden`, `usage`. */
const STATUS_TYPE =
  /(?:^|[^a-z])(?:(?:administrative|usage|term|approval|registration|authori[sz]ation)?status|normativeauthori[sz]ation|authori[sz]ation|languageplanningqualifier|usage|acceptability)$/;
/** Where the work on a term stands. */
const PROGRESS_TYPE = /(?:process(?:ing)?|workflow|elementworking)[-_ ]?status$/;
/** What has happened to it. */
const EVENT_TYPE = /^(?:transactiontype|terminologymanagementtransactions)$/;
const FORBIDDEN_TYPE = /forbidden|prohibited|donotuse/;
/** What is answered with yes or no: whether a term may be used. */
const ALLOWED_TYPE = /^(?:x-?)?(?:is)?(?:approved|allowed|permitted|validated|accepted)$/i;
/** Sentences that hold the term, or that others wrote. */
const QUOTING_TYPE = /context|example|sample|sentence|source|explanation|quotation/;
/** What is said of a ruling: by whom, when, why. */
const ABOUT_RULING = /[-_ ]?(?:by|par|on|date|since|reason)$/i;
/** The same: whether it is the preferred one. */
const PREFERRED_TYPE = /^(?:x-?)?(?:is)?[-_]?preferred$/i;

/**
 * What an element or an attribute says of a status, whatever its type is: a word that rules out does so everywhere. The
 * values are those of ISO 12620 and ISO 30042; `processStatus` and `transactionType` say whether a term is finished or
 * withdrawn, and nothing of whether it is preferred.
 */
export function statusSaid(type: string, said: string): Said {
  const status = readOf(type, said);
  if (status !== 'unknown') return { status, said };
  return { status, said: said.trim() === '' ? type : isAnswer(said) ? `${type}: ${said}` : said };
}

function readOf(type: string, said: string): SaidStatus {
  const name = type.toLowerCase();
  if (EVENT_TYPE.test(name)) return readEvent(said);
  if (PROGRESS_TYPE.test(name)) return readProgress(said);
  const isEmpty = said.trim() === '';
  if (rulesOut(isEmpty ? type : type.replace(ABOUT_RULING, ''))) return isEmpty ? 'unknown' : readForbidden(said);
  if (ALLOWED_TYPE.test(type)) return readAllowed(said);
  if (isPreferredType(type)) return readPreferred(said);
  if (STATUS_TYPE.test(name)) return readStatus(said);
  return worseStatus(QUOTING_TYPE.test(name) ? readRuling(said) : readRemark(said), readMarks(said));
}

/** Whether a type is one that says whether a term may be used. */
export function isRulingType(type: string): boolean {
  return STATUS_TYPE.test(type.toLowerCase()) || rulesOut(type) || ALLOWED_TYPE.test(type) || isPreferredType(type);
}

/** Whether a type says how a term stands, though not whether it may be used. */
export function isOfProgress(type: string): boolean {
  return PROGRESS_TYPE.test(type.toLowerCase()) || EVENT_TYPE.test(type.toLowerCase());
}

export function isPreferredType(type: string): boolean {
  return PREFERRED_TYPE.test(type);
}

/** Whether the type itself rules out what it is set to: `forbidden`, `x-deprecated`. */
function rulesOut(type: string): boolean {
  const words = type.replace(/^(?:x|is)[-_]?/i, '').replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
  return FORBIDDEN_TYPE.test(type.toLowerCase()) || readRuling(words) !== null;
}

/** Of two things said of one term, the one that counts. */
export function worse(one: Said, other: Said): Said {
  const { status, said } = worseStatus(one.status, other.status) === one.status ? one : other;
  return { status, said };
}
