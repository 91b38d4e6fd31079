import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFileEditor } from '../../../src/files/saving/file-editor.ts';
import { createTranslationStore } from '../../../src/files/saving/translations.ts';
import type { Site } from '../../../src/serve.ts';
import { AFTERNOON_FILES, SEEDS, shuffled, textsUnder } from '../../afternoon.ts';
import { makeRoot, start } from '../../site.ts';

// An afternoon of two people: 28 saves of all kinds, taken back in an order that nobody chose.

let root: string;
let remove: () => Promise<void>;
let site: Site;
beforeEach(async () => {
  ({ root, remove } = await makeRoot(AFTERNOON_FILES));
  site = await start(root);
});
afterEach(async () => {
  await site.close();
  await remove();
});

const at = (address: string) => site.url + address.replace(/^\//, '');
const post = (address: string, fields: Record<string, string> = {}) =>
  fetch(at(address), { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
const savedIn = (answer: Response) => Number(/saved=(\d+)/.exec(answer.headers.get('location') ?? '')?.[1] ?? 0);

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
  const { save } = await createTranslationStore(createFileEditor(root, Date.now)).save('suite', edits);
  return save ?? 0;
}

/**
 * Undoes a save as a person does: where the page of the difference comes, they take it back; what later saves wrote
 * over stays until those are undone.
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

test.each(SEEDS)('28 of 28 are undone in any order, over a restart, to the byte (seed %i)', async (seed) => {
  const before = await textsUnder(root);
  const saves = await work();
  const seen = [];
  for (const [i, save] of shuffled(saves, seed).entries()) {
    seen.push([save, await undo(save)]);
    if (i !== 13) continue;
    await site.close();
    site = await start(root);
  }
  expect(seen.filter(([, how]) => how !== 'at once' && how !== 'looked')).toEqual([]);
  expect(await textsUnder(root)).toEqual(before);
});
