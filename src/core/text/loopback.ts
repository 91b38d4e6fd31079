/**
 * Whether a host name or address is this machine’s own: what `HOST`, an address in a setting or a socket calls it. A
 * name that only begins with 127 is not (`127.0.0.1.example.org`).
 */
export function isLoopback(host: string): boolean {
  if (host === 'localhost' || host === '::1' || host === '[::1]') return true;
  return /^(::ffff:)?127(\.\d{1,3}){1,3}$/i.test(host);
}
