import { StoreError, type StoreReason } from '../core/changes/ports/store-error.ts';

/** Why a request cannot be met. Thrown by handlers; only this file turns it into a status. */
export type UserErrorCode =
  | 'bad-request'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'method-not-allowed'
  | 'conflict'
  | 'unsupported'
  | 'invalid'
  | 'precondition-required'
  | 'too-large'
  | 'too-many';

/** What to do now, and those of its words that lead there; the last such, as what is named may be any word. */
export interface Lead {
  readonly says: string;
  readonly words: string;
  readonly href: string;
}

export class UserError extends Error {
  readonly code: UserErrorCode;
  /** What to do now; '' for nothing. */
  readonly advice: string;
  /** Null where the advice leads nowhere. */
  readonly lead: Lead | null;
  /** Further members of the problem details. */
  readonly details: object;

  constructor(code: UserErrorCode, message: string, advice: string | Lead = '', details: object = {}) {
    super(message);
    this.code = code;
    this.advice = typeof advice === 'string' ? advice : advice.says;
    this.lead = typeof advice === 'string' ? null : advice;
    this.details = details;
  }
}

const STATUS: Readonly<Record<UserErrorCode, number>> = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  unsupported: 415,
  invalid: 422,
  'precondition-required': 428,
  'too-large': 413,
  'too-many': 429,
};
const NOT_SAVED: Readonly<Record<StoreReason, number>> = {
  full: 507,
  forbidden: 403,
  changing: 409,
  unfit: 409,
  large: 413,
  invalid: 422,
  other: 500,
};
const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Not possible like this',
  413: 'Too large',
  415: 'Not understood',
  422: 'To be corrected',
  428: 'If-Match is missing',
  429: 'Too many tries',
  500: 'Internal error',
  503: 'Not now',
  507: 'Not saved',
};

/** The status that says why something was not saved. */
export function statusOf({ reason }: StoreError): number {
  return NOT_SAVED[reason];
}

/** What the readers of bodies find wrong, by their word for it: what it is, and what to do. */
const BODIES = new Map<unknown, readonly [message: string, advice: string]>([
  ['entity.parse.failed', ['The body is no JSON.', 'Check its quotation marks, commas and brackets.']],
  ['entity.too.large', ['What was sent is too long.', 'Shorten it, or send it in parts.']],
  ['parameters.too.many', ['This form has too many fields.', 'Send fewer of them at once.']],
  ['encoding.unsupported', ['A packed body is not read here.', 'Send it as it is, without Content-Encoding.']],
  ['charset.unsupported', ['The charset of this body is not read here.', 'Send it as UTF-8.']],
  ['request.size.invalid', ['The body is not as long as its Content-Length says.', 'Send it again.']],
  ['request.aborted', ['The body did not arrive whole.', 'Send it again.']],
]);

/** What an error is answered with. */
export interface Described {
  readonly status: number;
  /** “Not found” */
  readonly title: string;
  readonly message: string;
  readonly advice: string;
  readonly lead: Lead | null;
  /** Further members of the problem details. */
  readonly details: object;
}

/** Anything that is no {@link UserError} or StoreError, and no fault of the request, is an internal error. */
export function describeError(error: unknown): Described {
  const described = statusAndWords(error);
  return { title: TITLES[described.status] ?? 'Error', lead: null, details: {}, ...described };
}

function statusAndWords(error: unknown): Pick<Described, 'status' | 'message' | 'advice'> & Partial<Described> {
  if (error instanceof UserError) {
    const { code, message, advice, lead, details } = error;
    return { status: STATUS[code], message, advice, lead, details };
  }
  if (error instanceof StoreError)
    return { status: statusOf(error), message: error.message, advice: 'Nothing was saved.' };
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  const [message, advice] = (error instanceof Error && 'type' in error && BODIES.get(error.type)) || [];
  if (message !== undefined && advice !== undefined) return { status, message, advice };
  if (status === 400 && error instanceof URIError)
    return { status, message: 'This address cannot be read.', advice: 'Check it for stray % signs.' };
  if (status >= 400 && status < 500) return { status, message: 'This request cannot be answered.', advice: '' };
  return {
    status: 500,
    message: 'Internal error.',
    advice: 'It has been logged. Try again, or go back to the first page.',
  };
}
