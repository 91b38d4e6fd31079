import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Where a request comes from, as far as limits go. */
export interface Client {
  /** Of the machine that asks: behind a trusted proxy the one that the proxy names. */
  readonly address: string;
  /** Address of the trusted proxy that it came through; the same where that names nobody. Null for none. */
  readonly proxy: string | null;
}

/** What of a request tells where it comes from. */
export type Arriving = Pick<IncomingMessage, 'headers' | 'socket'>;

export type ClientOf = (request: Arriving) => Client;

/** @param isTrusted whether the machine at an address may say whom it asks for */
export function createClientOf(isTrusted: (address: string) => boolean): ClientOf {
  return ({ headers, socket: { remoteAddress: peer = '' } }) => {
    if (!mayName(peer, isTrusted)) return { address: peer, proxy: null };
    const written = headers['x-forwarded-for'] ?? '';
    const addresses = (typeof written === 'string' ? written : written.join(',')).split(',').map(addressIn);
    return { address: lastOf(addresses, isTrusted) ?? peer, proxy: peer };
  };
}

/** @guard forwarded-from-elsewhere → true */
function mayName(peer: string, isTrusted: (address: string) => boolean): boolean {
  return isTrusted(peer);
}

/**
 * Each proxy writes whom it was asked by behind what it was sent, which may say anything: the last address counts that
 * is not one of them. What stands before a word that is no address is not believed.
 *
 * @guard forwarded-by-client → addresses[0] ?? null
 */
function lastOf(addresses: readonly (string | null)[], isTrusted: (address: string) => boolean): string | null {
  return addresses.findLast((address) => address === null || !isTrusted(address)) ?? null;
}

/** `203.0.113.9`, `203.0.113.9:4711`, `2001:db8::1`, `[2001:db8::1]:4711`; null for what is none. */
function addressIn(written: string): string | null {
  const said = written.trim();
  const [, within, before] = /^(?:\[([^\]]*)\](?::\d+)?|([\d.]+):\d+)$/.exec(said) ?? [];
  const address = within ?? before ?? said;
  return isIP(address) === 0 ? null : address;
}
