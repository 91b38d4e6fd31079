import { json, type Request, type RequestHandler, text, urlencoded } from 'express';
import { isRecord } from '../../core/model/record.ts';
import { UserError } from '../errors.ts';

/** The largest text that is sent: an entry, or a paragraph. */
const MOST_BODY = '256kb';
/** Fields of a form: some hundred terms with all their parts. */
const MOST_FIELDS = 3000;
/** A form with a few short fields. */
const SMALL_BODY = '10kb';

/**
 * Another content type could come from a form of any site.
 *
 * @guard content-type → next()
 */
const wantJson: RequestHandler = (request, _response, next) => {
  if (request.is('application/json') !== false) return next();
  throw new UserError('unsupported', 'Send application/json.');
};

/**
 * A packed body is refused: it may unpack to anything.
 *
 * @guard packed-bodies → true
 */
const UNPACKS = false;

/** Reads the JSON that a script sends, and nothing else. */
export const jsonBody = (): RequestHandler[] => [wantJson, json({ limit: MOST_BODY, inflate: UNPACKS })];

/** Reads a form. */
export const formBody = (): RequestHandler =>
  urlencoded({ extended: false, limit: MOST_BODY, parameterLimit: MOST_FIELDS, inflate: UNPACKS });

/** Ticks of a form, and what stands beside them. */
const MOST_TICKS = 5100;

/**
 * Reads a form with a tick for each block of a text. Not by the reader of other forms: for fields of one name it copies
 * all before each, and thousands of ticks kept everybody waiting.
 */
export const parcelFormBody = (): RequestHandler => {
  const read = text({ type: 'application/x-www-form-urlencoded', limit: MOST_BODY, inflate: UNPACKS });
  return (request, response, next) =>
    read(request, response, (error?: unknown) => {
      if (error !== undefined) return next(error);
      const fields = typeof request.body === 'string' ? fieldsIn(new URLSearchParams(request.body)) : {};
      if (fields === null)
        return next(new UserError('too-large', 'This form has more fields than an article has blocks.'));
      request.body = fields;
      return next();
    });
};

/** Null for more than any page of ours sends. */
function fieldsIn(sent: URLSearchParams): Sent | null {
  if (sent.size > MOST_TICKS) return null;
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of sent) {
    const before = fields.get(name);
    if (Array.isArray(before)) before.push(value);
    else fields.set(name, before === undefined ? value : [before, value]);
  }
  return Object.fromEntries(fields);
}

/** Reads a form that asks for little. */
export const smallFormBody = (): RequestHandler => urlencoded({ extended: false, limit: SMALL_BODY, inflate: UNPACKS });

/** Reads JSON that asks for little, where a form may stand as well. */
export const smallJsonBody = (): RequestHandler => json({ limit: SMALL_BODY, inflate: UNPACKS });

/** The fields of a form, or the members of an object; none where nothing was sent. */
export function sentBy({ body }: Request): Sent {
  return typeof body === 'object' && body !== null ? (body as Sent) : {};
}

export type Sent = Readonly<Record<string, unknown>>;

/** A part of the address: `:slug`. */
export function partOf({ params }: Request, name: string): string {
  return String(params[name]);
}

/** A field as it was written, with one kind of line break; '' for none. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
}

/** @throws {UserError} for anything but one JSON object */
export function objectOf(value: unknown): Sent {
  if (isRecord(value)) return value;
  throw new UserError('bad-request', 'Send one JSON object.');
}

/**
 * @throws {UserError} when no version is named: none, or whichever there is; a weak one matches nothing (RFC 9110
 *   13.1.1)
 */
export function versionIn({ headers }: Request): string {
  const header = headers['if-match'];
  if (header === undefined || header.trim() === '*')
    throw new UserError('precondition-required', 'Name the version you edit in If-Match; GET gives it as ETag.');
  return /^"([^"]*)"$/.exec(header.trim())?.[1] ?? '';
}
