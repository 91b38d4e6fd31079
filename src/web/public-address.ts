import { BlockList, isIP } from 'node:net';

/** Networks that are not the public internet (IANA special-purpose registries), and multicast. */
const PRIVATE_V4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];
/**
 * All that was ever given out; what leads elsewhere (fc00::/7, fe80::/10, ::ffff:0:0/96, 64:ff9b::/96) is not in it.
 */
const GIVEN_OUT_V6 = ['2000::/3'];
/** Of it: what wraps other addresses (Teredo, 6to4), and what stands in books. */
const PRIVATE_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

// A list for each family, as a list that holds ::ffff:0:0/96 says yes to every address of IPv4.
const privateV4 = listOf(PRIVATE_V4, 'ipv4');
const givenOutV6 = listOf(GIVEN_OUT_V6, 'ipv6');
const privateV6 = listOf(PRIVATE_V6, 'ipv6');

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', prefix = ''] = network.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * Whether an IP address belongs to the public internet. What is no address, or names a network card (`fe80::1%eth0`),
 * does not.
 *
 * @guard public-address → true
 */
export function isPublic(address: string): boolean {
  if (address.includes('%')) return false;
  const family = isIP(address);
  if (family === 4) return !privateV4.check(address, 'ipv4');
  return family === 6 && givenOutV6.check(address, 'ipv6') && !privateV6.check(address, 'ipv6');
}
