import { isIP } from 'node:net';

/**
 * What one customer of a network has: an IPv4 address, or the first half of an IPv6 one, as whoever has one of those
 * has all 2⁶⁴ of them.
 *
 * @guard one-network → address
 */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  const { hostname } = new URL(`http://[${address.replace(/%.*/s, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = (part: string) => part.split(':').filter((group) => group !== '');
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array<string>(missing).fill('0'), ...groups(tail ?? '')];
  const mapped = all.slice(0, 6).join(':') === '0:0:0:0:0:ffff';
  return mapped ? ipv4Of(all[6] ?? '', all[7] ?? '') : `${all.slice(0, 4).join(':')}::/64`;
}

/**
 * The networks that one of `networkOf` lies in, the widest first, and itself: what a provider is given and what it
 * hands on to one customer, /32 and /48 of IPv6 (RIPE-738), /16 and /24 of IPv4. By what their addresses begin with.
 *
 * @guard one-block → [network]
 */
export function widerNetworksOf(network: string): readonly string[] {
  const mark = network.includes(':') ? ':' : '.';
  const parts = network.split(mark).map((part) => part && part + mark);
  return [parts.slice(0, 2).join(''), parts.slice(0, 3).join(''), network];
}

function ipv4Of(...groups: readonly string[]): string {
  return groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]).join('.');
}
