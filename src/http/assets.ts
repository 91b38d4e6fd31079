import { readdirSync, readFileSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import path from 'node:path';
import type { RequestHandler } from 'express';
import { once } from '../core/model/once.ts';
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

/** Gives the answer that a file is, made when somebody asks for the first time. */
type Asset = () => Answer;

/** Reads all files of the folders once, at start; no later request reaches the disk, so no address can leave them. */
export function readAssets(folders: readonly AssetFolder[]): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const { address, folder, names } of folders) {
    for (const name of names ?? readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = TYPES[path.extname(name)];
      if (type === undefined) continue;
      const file = path.join(folder, name);
      const body = name.endsWith('.css') ? readStyle(file) : readFileSync(file);
      assets.set(
        `${address}/${name}`,
        once(() => makeAnswer(type, body, keepingOf(name))),
      );
    }
  }
  return assets;
}

/** A script that is another one under another name, and a map of it. */
const HASHED = /-[\w-]{8}\.js(?:\.map)?$/;

/**
 * How long a browser keeps a file without asking. A face that it must ask for comes too late for the first look, each
 * time anew, wherever a question takes longer than that waits: 100 ms.
 */
function keepingOf(name: string): OutgoingHttpHeaders {
  if (HASHED.test(name)) return { 'cache-control': 'public, max-age=31536000, immutable' };
  return name.endsWith('.woff2') ? { 'cache-control': 'public, max-age=2592000' } : {};
}

/** `@import "../print.css" print;`: alone in its line, as our style sheets have it. */
const IMPORT = /^@import "([^"]+)"(?: (print))?;\n/gm;

/** A style sheet with those that it imports in their places, so that a page waits for one file alone. */
function readStyle(file: string): Buffer {
  const read = (name: string): string =>
    readFileSync(name, 'utf8').replaceAll(IMPORT, (_, other: string, medium: string | undefined) => {
      const style = read(path.join(path.dirname(name), other));
      return medium === undefined ? style : `@media ${medium} {\n${style}}\n`;
    });
  return Buffer.from(read(file));
}

/** Answers the addresses of the assets; `next` for any other. */
export function serveAssets(assets: ReadonlyMap<string, Asset>): RequestHandler {
  return (request, response, next) => {
    const asset = assets.get(request.path);
    if (asset === undefined || !isReading(request)) return next();
    sendAnswer(asset(), request, response);
  };
}
