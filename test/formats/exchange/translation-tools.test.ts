import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { isTranslatable } from '../../../src/core/model/article.ts';
import { parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { writePo } from '../../../src/formats/exchange/article-po.ts';
import { readXliff } from '../../../src/formats/exchange/read-xliff.ts';
import { writeTmx } from '../../../src/formats/exchange/tmx.ts';
import { writeXliff12 } from '../../../src/formats/exchange/xliff12.ts';
import { writeXliff21 } from '../../../src/formats/exchange/xliff21.ts';
import { HOME } from '../../site.ts';
import { EVERY_KIND } from '../book/taken.ts';
import { articleOf } from './articles.ts';

const isThere = (program: string) =>
  (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
const OMEGAT = '/usr/share/omegat/OmegaT.jar';

const FOLDER = mkdtempSync(path.join(tmpdir(), 'visavis-'));
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

const content = (name: string) => readFileSync(path.join(HOME, 'content/deepseek-r2', name), 'utf8');
const SHIPPED = articleOf('deepseek-r2', content('fr.md'), content('en.po'));
const OPTIONS = { version: '1' };
const XLIFF = [...writeXliff12(SHIPPED, OPTIONS)].join('');
const file = (name: string, text: string) => {
  const place = path.join(FOLDER, name);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
  return place;
};

test.skipIf(!isThere('xliff2po'))('translate-toolkit reads the pairs that were written', { timeout: 120_000 }, () => {
  const po = path.join(FOLDER, 'a.po');
  execFileSync('xliff2po', ['--progress=none', '-i', file('a.xlf', XLIFF), '-o', po]);
  const found = parseCatalogue(readFileSync(po, 'utf8'), 'a.po').messages.map(({ id, text, flags }) => [
    ...[id.value, text.value, flags.includes('fuzzy')],
  ]);
  const wanted = SHIPPED.units
    .filter(isTranslatable)
    .map(({ source, target, state }) => [source.text, target?.text ?? '', state === 'translated']);
  expect(found.filter(([id]) => id !== '')).toEqual(wanted);
});

const HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n';

test.skipIf(!isThere('po2xliff'))(
  'what translate-toolkit makes of a catalogue is read as that',
  { timeout: 120_000 },
  () => {
    const xliff = path.join(FOLDER, 'b.xlf');
    const catalogue = `${HEADER}${[...writePo(EVERY_KIND)].join('')}`;
    execFileSync('po2xliff', ['--progress=none', '-i', file('b.po', catalogue), '-o', xliff]);
    const { units, remarks } = readXliff(readFileSync(xliff), 'b.xlf');
    const wanted = parseCatalogue(catalogue, 'b.po').messages.filter(({ id }) => id.value !== '');
    expect([units.map(({ source, target }) => [source, target ?? '']), remarks]).toEqual([
      wanted.map(({ id, text }) => [id.value, text.value]),
      [],
    ]);
  },
);

/** A project of OmegaT that does not cut texts into sentences. */
const PROJECT = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><source_dir_excludes/>
<target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir><glossary_dir>__DEFAULT__</glossary_dir>
<glossary_file>__DEFAULT__</glossary_file><dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>fr</source_lang>
<target_lang>en</target_lang><sentence_seg>false</sentence_seg><remove_tags>false</remove_tags></project></omegat>`;

const throughOmegaT = (texts: Readonly<Record<string, string>>) => {
  const project = path.dirname(file('project/omegat.project', PROJECT));
  for (const name of ['source', 'target', 'omegat', 'tm/auto', 'glossary', 'dictionary'])
    mkdirSync(path.join(project, name), { recursive: true });
  for (const [name, text] of Object.entries(texts)) file(`project/${name}`, text);
  const settings = `--config-dir=${path.join(FOLDER, 'settings')}`;
  execFileSync('java', ['-Djava.awt.headless=true', '-jar', OMEGAT, project, '--mode=console-translate', settings], {
    stdio: 'ignore',
  });
  return readXliff(readFileSync(path.join(project, 'target/a.xlf')), 'a.xlf');
};

test.skipIf(!existsSync(OMEGAT))('OmegaT gives back what it was given', { timeout: 240_000 }, () => {
  const said = (read: ReturnType<typeof readXliff>) => read.units.map(({ place: _, ...unit }) => unit);
  expect(said(throughOmegaT({ 'source/a.xlf': XLIFF }))).toEqual(said(readXliff(XLIFF, 'a.xlf')));
});

test.skipIf(!existsSync(OMEGAT))(
  'OmegaT fills every text from the memory that was written',
  { timeout: 240_000 },
  () => {
    const units = SHIPPED.units.map((unit) => ({ ...unit, target: null, state: 'initial' as const }));
    const empty = [...writeXliff12({ ...SHIPPED, units }, { ...OPTIONS, prefill: true })].join('');
    const memory = [...writeTmx(SHIPPED, OPTIONS)].join('');
    const { units: filled } = throughOmegaT({ 'source/a.xlf': empty, 'tm/auto/a.tmx': memory });
    expect(filled.map(({ target }) => target)).toEqual(SHIPPED.units.map(({ target }) => target?.text));
  },
);

/**
 * The schemas of OASIS, as Debian’s php-symfony-translation brings them; they import the one of xml:lang beside them.
 */
const SCHEMAS = '/usr/share/php/Symfony/Component/Translation/Resources/schemas';
const schema = (name: string) => {
  file('xml.xsd', readFileSync(path.join(SCHEMAS, 'xml.xsd'), 'utf8'));
  const text = readFileSync(path.join(SCHEMAS, name), 'utf8');
  return file(name, text.replaceAll(/(schemaLocation=")[^"]*\/xml\.xsd"/g, '$1xml.xsd"'));
};

describe.skipIf(!isThere('xmllint') || !existsSync(SCHEMAS))('the schema of OASIS has nothing against', () => {
  const faultsIn = (text: string, name: string) => {
    const words = ['--noout', '--nonet', '--schema', schema(name), '-'];
    const { status, stderr } = spawnSync('xmllint', words, { input: text, encoding: 'utf8' });
    return status === 0 ? [] : stderr.trim().split('\n');
  };
  const [ONE, TWO] = ['xliff-core-1.2-strict.xsd', 'xliff-core-2.0.xsd'];
  const ARTICLES = [SHIPPED, EVERY_KIND.checked.article];

  test.each([{}, { segments: true }])('XLIFF 2.1 with %o', (chosen) => {
    const written = ARTICLES.map((article) => [...writeXliff21(article, { ...OPTIONS, ...chosen })].join(''));
    expect(written.flatMap((text) => faultsIn(text, TWO))).toEqual([]);
  });

  test.each([{}, { prefill: true }])('XLIFF 1.2 with %o', (chosen) => {
    const written = ARTICLES.map((article) => [...writeXliff12(article, { ...OPTIONS, ...chosen })].join(''));
    expect(written.flatMap((text) => faultsIn(text, ONE))).toEqual([]);
  });

  test('what the standard does not know, it has', () => {
    const text = [...writeXliff21(SHIPPED, OPTIONS)].join('');
    expect(faultsIn(text.replace('state="final"', 'state="finished"'), TWO)).not.toEqual([]);
  });
});

/** Opens a catalogue in Poedit on a screen that nobody sees, saves it by key, and ends. */
const POEDIT = `poedit "$1" & for i in $(seq 60); do sleep 1
  w=$(xdotool search --onlyvisible --name Poedit | head -n 1)
  [ -n "$w" ] && xdotool windowfocus "$w" key ctrl+s && sleep 2 && grep -q "X-Generator: Poedit" "$1" && break
done; kill $!`;
const ON_SCREEN = ['poedit', 'xvfb-run', 'xdotool', 'dbus-run-session'];

test.skipIf(!ON_SCREEN.every(isThere))('Poedit saves every message as it found it', { timeout: 240_000 }, () => {
  const po = file('poedit/a.po', [...writePo(EVERY_KIND)].join(''));
  const before = parseCatalogue(readFileSync(po, 'utf8'), 'a.po').messages;
  const env = { ...process.env, HOME: path.dirname(po) };
  const words = ['--', 'xvfb-run', '-a', 'bash', '-c', POEDIT, 'poedit', po];
  spawnSync('dbus-run-session', words, { env, stdio: 'ignore', timeout: 200_000 });
  const after = readFileSync(po, 'utf8');
  const said = (messages: typeof before) =>
    messages
      .filter(({ id }) => id.value !== '')
      .map(({ id, text, context, flags, comments, extracted }) => [
        ...[id.value, text.value, context, flags, extracted],
        comments.map((comment) => comment.text),
      ]);
  expect([after.includes('X-Generator: Poedit'), said(parseCatalogue(after, 'a.po').messages)]).toEqual([
    true,
    said(before),
  ]);
});
