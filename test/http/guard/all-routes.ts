import { Router } from 'express';
import { vi } from 'vitest';

interface Opened {
  readonly methods: Readonly<Record<string, boolean>>;
}

/**
 * Every method and address that a server has, as its tables of routes name them: `PUT /api/articles/:slug/units/:unit`.
 *
 * @param open starts the server
 */
export async function routesOf(open: () => Promise<unknown>): Promise<readonly string[]> {
  const spy = vi.spyOn(Router.prototype as { route(address: string): Opened }, 'route');
  await open();
  const opened = spy.mock.calls.map(([address], i) => ({ address, route: spy.mock.results[i]?.value as Opened }));
  spy.mockRestore();
  return opened.flatMap(({ address, route }) =>
    Object.keys(route.methods)
      .filter((method) => method !== '_all')
      .map((method) => `${method.toUpperCase()} ${address}`),
  );
}
