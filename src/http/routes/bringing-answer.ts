import type { Request, Response } from 'express';
import type { Way } from '../pages/adding/add-page.ts';
import { leadTo } from './sending.ts';

/** How somebody hears what became of a text that was brought. */
export interface BringingAnswer {
  /** Says how far it is, to whoever can hear it. */
  progress(says: string): void;
  lead(address: string): void;
  /** @param way the field that is to blame */
  refuse(way: Way | 'blocks' | null, says: string, status: number): void | Promise<void>;
}

/** The type of an answer that comes line by line, each line an object in JSON. */
const LINES = 'application/x-ndjson';

/** By pages; or line by line for a script that asks so, which hears how far it is. */
export function answerTo(
  request: Request,
  response: Response,
  showAgain: (way: Way | null, says: string, status: number) => void | Promise<void>,
): BringingAnswer {
  if (request.headers.accept !== LINES)
    return { progress: () => {}, lead: (address) => leadTo(response, address), refuse: showAgain };
  let last = '';
  const tell = (told: object) => {
    if (!response.headersSent) response.writeHead(200, { 'Content-Type': LINES, 'Cache-Control': 'no-store' });
    response.write(`${JSON.stringify(told)}\n`);
  };
  return {
    progress(says) {
      if (says !== last) tell({ says });
      last = says;
    },
    lead(address) {
      tell({ says: 'The page is here …', address });
      response.end();
    },
    refuse(way, wrong) {
      tell({ wrong, way });
      response.end();
    },
  };
}
