import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    browserWs: string;
  }
}

const HOME = fileURLToPath(new URL('../..', import.meta.url));
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Browser {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Starts one browser for all tests: the packaged Chromium, or the one that CHROMIUM_PATH names. */
export default async function setup(project: TestProject) {
  const own = process.env['CHROMIUM_PATH'];
  const { executablePath, env } = own ? { executablePath: own, env: {} } : await packagedBrowser();
  const server = await chromium.launchServer({ executablePath, env: { ...process.env, ...env }, args: FLAGS });
  project.provide('browserWs', server.wsEndpoint());
  return () => server.close();
}

/** Unpacks the browser once, with its libraries and its font, into a folder of its own version. */
async function packagedBrowser(): Promise<Browser> {
  const manifest = await readFile(path.join(HOME, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = path.join(HOME, 'node_modules/.cache/chromium');
  const folder = path.join(cache, version);
  if (!existsSync(folder)) await unpackInto(folder, cache);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: path.join(folder, 'al2023/lib'), FONTCONFIG_FILE: path.join(folder, 'fonts.conf') },
  };
}

async function unpackInto(folder: string, cache: string): Promise<void> {
  await mkdir(cache, { recursive: true });
  const part = await mkdtemp(path.join(cache, 'part-'));
  const unpack = "import('@sparticuz/chromium').then((chromium) => chromium.default.executablePath())";
  // The second variable makes the package unpack its libraries and its font as well.
  const env = { ...process.env, TMPDIR: part, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  await promisify(execFile)(process.execPath, ['-e', unpack], { env, cwd: HOME });
  await writeFile(path.join(part, 'fonts.conf'), fontConfiguration(folder));
  // Another run may have been first.
  await rename(part, folder).catch(() => rm(part, { recursive: true }));
}

function fontConfiguration(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}
