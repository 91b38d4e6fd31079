import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';
import { type Answer, isReading, makeAnswer, sendAnswer } from './answer.ts';

/** A folder whose files are served under an address. */
export interface AssetFolder {
  readonly address: string;
  readonly folder: string;
  /** Of its files; all of them unless said. */
  readonly names?: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Reads all files of the folders once, at start; no later request reaches the disk, so no address can leave them. */
export function readAssets(folders: readonly AssetFolder[]): ReadonlyMap<string, Answer> {
  const assets = new Map<string, Answer>();
  for (const { address, folder, names } of folders) {
    for (const name of names ?? readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = TYPES[path.extname(name)];
      if (type === undefined) continue;
      assets.set(`${address}/${name}`, makeAnswer(type, readFileSync(path.join(folder, name))));
    }
  }
  return assets;
}

/** Answers the addresses of the assets; `next` for any other. */
export function serveAssets(assets: ReadonlyMap<string, Answer>): RequestHandler {
  return (request, response, next) => {
    const asset = assets.get(request.path);
    if (asset === undefined || !isReading(request)) return next();
    sendAnswer(asset, request, response);
  };
}
