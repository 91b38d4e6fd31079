import { type RequestHandler, Router } from 'express';
import { UserError } from '../errors.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** What the addresses of a resource answer: by address, then by method, what a request goes through in turn. */
export type RouteTable = Readonly<Record<string, Readonly<Partial<Record<Method, readonly RequestHandler[]>>>>>;

/** The routes of a table. Whatever else is sent to one of its addresses is answered with 405 and what may be sent. */
export function routerOf(table: RouteTable): Router {
  const router = Router({ caseSensitive: true });
  for (const [address, methods] of Object.entries(table)) {
    const route = router.route(address);
    if (methods.GET) route.get(...methods.GET);
    if (methods.POST) route.post(...methods.POST);
    if (methods.PUT) route.put(...methods.PUT);
    if (methods.DELETE) route.delete(...methods.DELETE);
    route.all(allowOnly(Object.keys(methods).flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))));
  }
  return router;
}

function allowOnly(methods: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', methods.join(', '));
    throw new UserError('method-not-allowed', `This address answers ${methods.join(' and ')} only.`);
  };
}
