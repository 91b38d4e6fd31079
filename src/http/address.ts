import { articleAddress } from './addresses.ts';

/**
 * An address in its one spelling: signs that need no `%` are written as they are (RFC 3986, 6.2.2.2), and no slash ends
 * the path. All other signs stay, as they can mean something else.
 */
export function plainAddress(address: string): string {
  if (!/%|\/(?:$|\?)/.test(address)) return address;
  const end = address.indexOf('?');
  const path = end < 0 ? address : address.slice(0, end);
  const plain = path.replaceAll(/%[\da-f]{2}/gi, (written) => {
    const sign = String.fromCharCode(Number.parseInt(written.slice(1), 16));
    return /[\w.~-]/.test(sign) ? sign : written;
  });
  let length = plain.length;
  while (length > 1 && plain[length - 1] === '/') length -= 1;
  return plain.slice(0, length) + (end < 0 ? '' : address.slice(end));
}

/** What an address asks for: at `/` the article while there is only one, with whatever stands behind its `?`. */
export function addressMeant(address: string, slugs: Iterable<string>): string {
  const [only, another] = slugs;
  const isAlone = only !== undefined && another === undefined;
  return isAlone && /^\/(?:\?|$)/.test(address) ? articleAddress(only) + address.slice(1) : address;
}
