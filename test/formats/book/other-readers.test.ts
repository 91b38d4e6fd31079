import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeDocx } from '../../../src/formats/book/docx.ts';
import { writeEpub } from '../../../src/formats/book/epub.ts';
import { plainText } from '../../../src/formats/book/titles.ts';
import { EVERY_KIND, optionsOf } from './taken.ts';

const isThere = (program: string) =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
const FOLDER = mkdtempSync(path.join(tmpdir(), 'visavis-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const inFolder = (name: string) => path.join(FOLDER, name);
const word = () => {
  writeFileSync(inFolder('essai.docx'), Buffer.concat([...writeDocx(EVERY_KIND, optionsOf())]));
  return inFolder('essai.docx');
};

const plain = (text: string) => text.normalize('NFC').toLowerCase();

/** Words of the article that a text does not hold, in whatever letters: pandoc shouts what is strong. */
function missing(text: string): string[] {
  const wordsIn = (said: string) => plain(said).match(/\p{L}+|\p{N}+/gu) ?? [];
  const words = new Set(wordsIn(text));
  const wanted = EVERY_KIND.checked.units
    .filter(({ unit }) => unit.isHidden !== true)
    .flatMap((unit) => [...wordsIn(plainText(unit, 'fr')), ...wordsIn(plainText(unit, 'en'))]);
  return wanted.filter((one) => !words.has(one));
}

test.skipIf(!isThere('soffice'))('LibreOffice reads every word of the Word table', { timeout: 240_000 }, () => {
  const settings = `-env:UserInstallation=file://${inFolder('settings')}`;
  const options = [
    '--headless',
    '--norestore',
    settings,
    '--convert-to',
    'txt:Text (encoded):UTF8',
    '--outdir',
    FOLDER,
  ];
  execFileSync('soffice', [...options, word()], { stdio: 'ignore' });
  expect(missing(readFileSync(inFolder('essai.txt'), 'utf8'))).toEqual([]);
});

test.skipIf(!isThere('pandoc'))('pandoc reads every word of the Word table', { timeout: 240_000 }, () => {
  const text = execFileSync('pandoc', [word(), '-t', 'plain', '--wrap=none'], { encoding: 'utf8' });
  expect(missing(text)).toEqual([]);
});

/** Debian’s is a program that a Java begins. */
const EPUBCHECK = '/usr/bin/epubcheck';

test.skipIf(!existsSync(EPUBCHECK) || !isThere('java'))(
  'epubcheck of the W3C has nothing against the book',
  { timeout: 480_000 },
  () => {
    for (const chosen of [{ hidden: true }, { layout: 'table', terms: true }] as const) {
      writeFileSync(inFolder('essai.epub'), Buffer.concat([...writeEpub(EVERY_KIND, optionsOf(chosen))]));
      const { status, stdout, stderr } = spawnSync('java', ['-jar', EPUBCHECK, inFolder('essai.epub')], {
        encoding: 'utf8',
      });
      expect([status, `${stdout}${stderr}`.match(/^(?:ERROR|FATAL|WARNING).*/gm)]).toEqual([0, null]);
    }
  },
);
