import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RequestHandler } from 'express';

/** A file that is sent as it is. */
interface Asset {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

/** A folder whose files are served under an address. */
export interface AssetFolder {
  readonly address: string;
  readonly folder: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Reads all files of the folders once, at start; no later request reaches the disk, so no address can leave them. */
export function readAssets(folders: readonly AssetFolder[]): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const { address, folder } of folders) {
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const type = TYPES[path.extname(name)];
      if (type === undefined) continue;
      const body = readFileSync(path.join(folder, name));
      const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`;
      assets.set(`${address}/${name}`, { type, body, etag });
    }
  }
  return assets;
}

/** Answers the addresses of the assets; `next` for any other. */
export function serveAssets(assets: ReadonlyMap<string, Asset>): RequestHandler {
  return (request, response, next) => {
    const asset = assets.get(request.path);
    if (asset === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return next();
    response.set({ 'Content-Type': asset.type, ETag: asset.etag, 'Cache-Control': 'no-cache' });
    response.send(asset.body);
  };
}
