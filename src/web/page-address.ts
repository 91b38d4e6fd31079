import { PageError } from '../core/changes/ports/page-fetcher.ts';

/** Ports of other services than web servers lie below; above, anybody may have a web server. */
const FIRST_FREE_PORT = 1024;
const LONGEST = 4000;

/**
 * An address as a person types it, or as a server names it in a redirect; `https://` may be left out.
 *
 * @param from against which it is read, for a redirect
 * @throws {PageError} where no page can be fetched from it
 */
export function readPageAddress(written: string, from?: URL): URL {
  const typed = written.trim();
  const full = from !== undefined || /^[a-z][a-z\d+.-]*:(?!\d)/i.test(typed) ? typed : `https://${typed}`;
  if (typed === '' || typed.length > LONGEST || !URL.canParse(full, from?.href))
    throw new PageError(noAddress(typed, from));
  const url = new URL(full, from);
  refuseOtherThanPages(url);
  refuseNames(url);
  refusePorts(url);
  url.hash = '';
  return url;
}

/** What a server sends is not shown. */
function noAddress(typed: string, from: URL | undefined): string {
  if (from !== undefined) return `${from.host} leads to something that is no address; look where your browser ends.`;
  if (typed === '') return 'Write the address of a page, one that starts with https://.';
  const shown = typed.length > 80 ? `${typed.slice(0, 80)}…` : typed;
  return `“${shown}” is no address of a page; write one that starts with https://.`;
}

/** @guard scheme-of-page */
function refuseOtherThanPages({ protocol }: URL): void {
  if (/^https?:$/.test(protocol)) return;
  throw new PageError(`An address that starts with “${protocol}” is no web page; write one that starts with https://.`);
}

/**
 * What stands before an @ is a secret, or looks like another host.
 *
 * @guard name-in-address
 */
function refuseNames({ username, password }: URL): void {
  if (username === '' && password === '') return;
  throw new PageError('The address holds a user name; leave out what stands before the @.');
}

/** @guard port-of-page */
function refusePorts({ port }: URL): void {
  if (port === '' || port === '80' || port === '443' || Number(port) >= FIRST_FREE_PORT) return;
  throw new PageError(`Port ${port} is none of a web server; leave “:${port}” out of the address.`);
}
