/**
 * Whether a host name or address is this machine’s own: what `HOST`, an address in a setting or a socket calls it. A
 * name that only begins with 127 is not (`127.0.0.1.example.org`).
 */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (name === 'localhost' || name === '::1' || name === '0:0:0:0:0:0:0:1') return true;
  return /^(?:::ffff:)?127(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){1,3}$|^::ffff:7f[\da-f]{2}:[\da-f]{1,4}$/.test(name);
}
