import { PageError } from '../core/changes/ports/page-fetcher.ts';

const SAVE_IT = 'open it in your browser, save it and add the file';

const STATUSES: Readonly<Record<number, string>> = {
  401: `wants a password (401); ${SAVE_IT}`,
  402: `wants to be paid (402); ${SAVE_IT}`,
  403: `does not give it to programs (403); ${SAVE_IT}`,
  404: 'has no such page (404); look at the address in your browser',
  410: 'has it no longer (410)',
  429: 'was asked too often (429); try again in some minutes',
  451: 'may not show it, for legal reasons (451)',
};

/** A server that answered something else than a page. */
export function statusError(host: string, status: number): PageError {
  if (status >= 500) return new PageError(`${host} has a fault of its own (${status}); try again later.`);
  return new PageError(`${host} ${STATUSES[status] ?? `gave no page (${status}); ${SAVE_IT}`}.`);
}

const CODES: Readonly<Record<string, string>> = {
  ENOTFOUND: 'There is no server “%”; look for a slip in the address.',
  EAI_AGAIN: 'The name “%” cannot be looked up now; is this machine online?',
  ECONNREFUSED: '% takes no connection; try again later.',
  ECONNRESET: '% hung up; try again later.',
  EPIPE: '% hung up; try again later.',
  ETIMEDOUT: '% does not answer; try again later.',
  EHOSTUNREACH: '% cannot be reached from here.',
  ENETUNREACH: '% cannot be reached from here; is this machine online?',
  CERT_HAS_EXPIRED: `The certificate of % has expired; ${SAVE_IT}.`,
  ERR_TLS_CERT_ALTNAME_INVALID: `The certificate of % is one of another host; ${SAVE_IT}.`,
  DEPTH_ZERO_SELF_SIGNED_CERT: `The certificate of % is signed by itself alone; ${SAVE_IT}.`,
  SELF_SIGNED_CERT_IN_CHAIN: `The certificate of % is signed by nobody known; ${SAVE_IT}.`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `The certificate of % is signed by nobody known; ${SAVE_IT}.`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `The certificate of % is signed by nobody known; ${SAVE_IT}.`,
  EPROTO: '% does not speak https as it should; try the address with http://.',
  HPE_HEADER_OVERFLOW: '% sends more headers than a page needs.',
  Z_DATA_ERROR: '% sends a page that cannot be unpacked.',
  Z_BUF_ERROR: '% sent only a part of the page; try again.',
  ERR_STREAM_PREMATURE_CLOSE: '% sent only a part of the page; try again.',
};

/** What a failure of the network says to a person; never what the server sent. */
export function failureOf(error: unknown, host: string): PageError {
  if (error instanceof PageError) return error;
  const code = codeOf(error);
  const sentence = CODES[code] ?? otherSentence(code);
  return new PageError(
    sentence.replace('%', () => host),
    { cause: error },
  );
}

function otherSentence(code: string): string {
  if (code.startsWith('HPE_')) return '% does not answer as a web server does.';
  if (/CERT|TLS|SSL/.test(code)) return `The certificate of % is not valid; ${SAVE_IT}.`;
  if (code.startsWith('ERR__ERROR_') || code.startsWith('Z_')) return '% sends a page that cannot be unpacked.';
  return 'No page came from %; try again later.';
}

/** Of the error, or of one of several tries. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
