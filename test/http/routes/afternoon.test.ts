import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileEditor } from '../../../src/files/file-editor.ts';
import { createTranslationStore } from '../../../src/files/translations.ts';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, start } from '../../site.ts';

// An afternoon of two people: 28 saves of all kinds, taken back in an order that nobody chose.

const FRENCH = ['Trois jetons.', 'Une puce.', 'Le réseau apprend.', 'La couche suit.', 'Le modèle répond.', 'Fin.'];
const ENGLISH = ['Three chips.', 'A chip.', 'The network learns from many texts.', 'The layer follows.', '', 'End.'];
const FILES = {
  'glossary/ai.yaml':
    '# ours\n- fr: jeton\n  en: token\n  not: [chip]\n\n# of hardware\n- fr: puce\n  en: chip\n\n\n- fr: modèle\n  en: model # as they say\n',
  'glossary/more.csv': 'fr,en,definition\nréseau,network,\ncouche,layer,\n',
  'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${FRENCH.join('\n\n')}\n`,
  'content/essai/en.po': [['Essai', 'Trial'], ...FRENCH.map((text, i) => [text, ENGLISH[i] ?? ''])]
    .map(
      ([id, text], i) =>
        `${i % 2 === 0 ? '# origin: person 2025-01-01\n' : '#, fuzzy\n'}msgid "${id}"\nmsgstr "${text}"\n`,
    )
    .join('\n'),
  'content/neuf/fr.md': '---\ntitle: Neuf\n---\n\nTrois jetons.\n\nUne puce.\n',
  'content/suite/fr.md': '---\ntitle: Suite\n---\n\nUn réseau.\n\nUne couche.\n',
  'content/vieux/fr.md': '---\ntitle: Vieux\n---\n\nUne puce.\n',
  'content/vieux/en.po': 'msgid "Vieux"\nmsgstr "Old"\n\nmsgid "Une puce."\nmsgstr "A chip."\n',
};

let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(FILES));
  site = await start(root);
});
afterEach(async () => {
  await site.close();
  await remove();
});

const read = (file: string) => readFile(path.join(root, file), 'utf8');
const at = (address: string) => site.url + address.replace(/^\//, '');
const post = (address: string, fields: Record<string, string> = {}) =>
  fetch(at(address), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const savedIn = (answer: Response) => Number(/saved=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? 0);

/** Every file of both folders, as it is. */
async function all(): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const folder of ['glossary', 'content'])
    for (const name of (await readdir(path.join(root, folder), { recursive: true })).sort()) {
      const text = await read(`${folder}/${name}`).catch(() => null);
      if (text !== null) texts[`${folder}/${name}`] = text;
    }
  return texts;
}

async function unit(id: string, fields: Record<string, string>, slug = 'essai'): Promise<number> {
  const answer = await fetch(at(`api/articles/${slug}/units/${id}`));
  const { target, state } = (await answer.json()) as { target: string; state: string };
  const version = (answer.headers.get('etag') ?? '').replaceAll('"', '');
  const now = { version, base: target, target, state: state === 'reviewed' ? 'reviewed' : 'draft' };
  return savedIn(await post(`articles/${slug}/units/${id}`, { ...now, ...fields }));
}

async function entry(id: string, change: Record<string, unknown> | null): Promise<number> {
  const answer = await fetch(at(`api/glossary/concepts/${id}`));
  const { file: _, line: __, ...before } = (await answer.json()) as Record<string, unknown>;
  const headers = { 'If-Match': answer.headers.get('etag') ?? '', 'Content-Type': 'application/json' };
  const method = change === null ? 'DELETE' : 'PUT';
  const body = change === null ? {} : { body: JSON.stringify({ ...before, ...change }) };
  const sent = await fetch(at(`api/glossary/concepts/${id}`), { method, headers, ...body });
  expect([id, sent.ok]).toEqual([id, true]);
  return newest();
}

async function newEntry(fields: object, file = 'glossary/ai.yaml'): Promise<number> {
  const answer = await fetch(at('api/glossary/concepts'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...fields, file }),
  });
  expect([answer.status, await answer.text()]).toEqual([201, expect.anything()]);
  return newest();
}

/** Number of the last save, as the page of changes has it. */
async function newest(): Promise<number> {
  return Number(/name="number" value="(\d+)"/.exec(await (await fetch(at('changes'))).text())?.[1] ?? 0);
}

/** 28 saves. */
async function work(): Promise<number[]> {
  const saves = [
    await unit('p2', { target: 'Three tokens.' }),
    await unit('p3', { do: 'save', state: 'reviewed' }),
    await unit('p4', { target: 'The network learns from very many texts.' }),
    await unit('p4', { target: 'The neural network learns from very many texts.' }),
    await unit('p4', { state: 'reviewed' }),
    await unit('p5', { target: 'The layer follows it.' }),
    await unit('p6', { target: 'The model answers.' }),
    await unit('p7', { target: 'The end.', state: 'reviewed' }),
    await unit('p1', { target: 'An essay', state: 'reviewed' }),
    await unit('p2', { target: 'Three chips here.' }),
    await unit('p2', { do: 'waive:token', 'reason:token': 'as they wrote it' }),
    await entry('token', { definition: 'What is read.' }),
    await entry('token', { note: 'Not of metal.' }),
    await entry('chip', { domain: 'hardware' }),
    await newEntry({ fr: 'poids', en: 'weight' }),
    await newEntry({ fr: 'biais', en: 'bias' }),
    await entry('model', { definition: 'What answers.' }),
    await entry('chip', null),
    await entry('network', { definition: 'Of layers.' }),
    await entry('layer', { en: ['layer', 'stratum'] }),
    await newEntry({ fr: 'nœud', en: 'node' }, 'glossary/more.csv'),
    await entry('network', null),
    await unit('p2', { target: 'Three tokens.' }, 'neuf'),
    await unit('p3', { target: 'A chip.', state: 'reviewed' }, 'neuf'),
    await unit('p1', { target: 'New' }, 'neuf'),
    await unit('p2', { target: 'One chip.' }, 'vieux'),
    savedIn(await post('articles/vieux/remove')),
    await run(),
  ];
  expect(new Set(saves).size).toBe(28);
  return saves;
}

/** All paragraphs of an article at once, by another process: a run of the command line. */
async function run(): Promise<number> {
  const source = (text: string, i: number) => ({ unit: `p${i + 1}`, source: text });
  const edits = ['Suite', 'Un réseau.', 'Une couche.'].map((text, i) => ({
    ...{ ...source(text, i), target: `${i} in English`, state: 'translated' as const },
    ...{ comments: ['origin: engine'], previous: null, expected: '' },
  }));
  const { save } = await createTranslationStore(root, createFileEditor(root, Date.now)).save('suite', edits);
  return save ?? 0;
}

/**
 * Undoes a save as a person does: where the page of the difference comes, they take it back; what later saves wrote over
 * stays until those are undone.
 */
async function undo(number: number): Promise<'at once' | 'looked' | string> {
  const answer = await post('undo', { number: String(number) });
  const where = answer.headers.get('location') ?? (await answer.text());
  if (!where.startsWith('/changes/')) return savedIn(answer) > 0 ? 'at once' : where;
  const html = await (await fetch(at(where))).text();
  const does = html.includes('Its words were written over since') ? 'keep' : 'back';
  const fields = Object.fromEntries(
    [...html.matchAll(/name="version:(\d+)" value="([^"]*)"/g)].flatMap(([, index, version = '']) => [
      [`version:${index}`, version],
      [`do:${index}`, does],
    ]),
  );
  const chosen = await post('undo', { number: String(number), ...fields });
  return savedIn(chosen) > 0 ? 'looked' : await chosen.text();
}

/** A random order that is the same each time. */
/** The slow set tries more. */
const SEEDS = Array.from({ length: Number(process.env['AFTERNOONS'] ?? 1) }, (_, i) => i + 1);

function shuffled<T>(list: readonly T[], seed: number): T[] {
  const left = [...list];
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return list.map(() => left.splice(Math.floor(next() * left.length), 1)[0] as T);
}

test.each(SEEDS)('28 of 28 are undone in any order, over a restart, to the byte (seed %i)', async (seed) => {
  const before = await all();
  const saves = await work();
  const seen = [];
  for (const [i, save] of shuffled(saves, seed).entries()) {
    seen.push([save, await undo(save)]);
    if (i !== 13) continue;
    await site.close();
    site = await start(root);
  }
  expect(seen.filter(([, how]) => how !== 'at once' && how !== 'looked')).toEqual([]);
  expect(await all()).toEqual(before);
});
