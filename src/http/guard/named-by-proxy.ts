import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { whyNoName } from '../../core/people/people.ts';

/** Where a proxy stands that says who somebody is. */
export interface ProxyNames {
  /** Of the header, in any letters. */
  readonly header: string;
  /** `10.0.0.5`, `10.0.0.0/8`, `fd00::/8`. */
  readonly proxies: readonly string[];
}

/** What of a request tells who it is from. */
export type Named = Pick<IncomingMessage, 'rawHeaders' | 'socket'>;

/** The name that a trusted proxy gives; null for none. */
export type NameByProxy = (request: Named) => string | null;

/** A header of anybody else counts for nothing, whatever X-Forwarded-For says; two headers of one name neither. */
export function createNameByProxy({ header, proxies }: ProxyNames): NameByProxy {
  const isTrusted = createTrust(proxies);
  return (request) => {
    const values = valuesOf(header.toLowerCase(), request);
    const [value = ''] = values;
    if (values.length !== 1 || !isTrusted(request.socket.remoteAddress ?? '')) return null;
    const name = Buffer.from(value, 'latin1').toString('utf8').trim().normalize('NFC');
    return whyNoName(name) === null ? name : null;
  };
}

/** Whether a machine is one of those that are trusted; none is by the words of another. */
export function createTrust(proxies: readonly string[]): (address: string) => boolean {
  const trusted = new BlockList();
  for (const proxy of proxies) addTo(trusted, proxy);
  return (address) => isListed(trusted, address);
}

/** Whether it is an address, or a network: an address and the length of what its machines have in common. */
export function isNetwork(written: string): boolean {
  const [address = '', length, ...more] = written.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0 || address.includes('%')) return false;
  return length === undefined || (/^\d{1,3}$/.test(length) && Number(length) <= (family === 4 ? 32 : 128));
}

function addTo(list: BlockList, written: string): void {
  const [address = '', length] = written.split('/');
  const family = familyOf(address);
  if (length === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(length), family);
}

/**
 * Of the machine at the other end of the line.
 *
 * @guard header-from-elsewhere → true
 */
function isListed(list: BlockList, remote: string): boolean {
  const address = remote.replace(/%.*/s, '');
  return isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

/** Node joins them where there are several. */
function valuesOf(header: string, { rawHeaders }: Named): string[] {
  return rawHeaders.filter((_, i) => i % 2 === 1 && rawHeaders[i - 1]?.toLowerCase() === header);
}
