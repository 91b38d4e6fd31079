import { hostname, networkInterfaces } from 'node:os';

/** What the server answers to: this machine’s own names, and those it was told to listen on. */
export function hostNames(host: string): string[] {
  const local = ['localhost', '127.0.0.1', '::1'];
  if (!isEveryAddress(host)) return [...local, host.toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
  return [...local, hostname().toLowerCase(), ...addresses];
}

/** The host of the server’s address, as this machine itself reaches it. */
export function urlHost(host: string): string {
  if (isEveryAddress(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

/** The address as other machines reach it, where it listens to them: by the name of this one. */
export function reachableAt(host: string, url: string): string {
  const address = new URL(url);
  if (isEveryAddress(host)) address.hostname = hostname().toLowerCase();
  return address.href;
}

function isEveryAddress(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}
