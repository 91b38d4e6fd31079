import { describe, expect, test } from 'vitest';
import { createGlossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import { createPacer } from '../../../src/files/thread/pacer.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { readPlainText } from '../../../src/formats/document/plain/plain-text.ts';
import type { Brought } from '../../../src/http/routes/brought.ts';
import { createPairing, type PairingPorts } from '../../../src/http/routes/paired-texts.ts';

const glossary = createGlossary([]);
const french = readPlainText('Les ponts\n\nUn pont est vieux.\n\nDeux ponts sont neufs.');
const english = {
  from: 'b.txt',
  file: 'b.txt',
  document: readPlainText('The bridges\n\nOne bridge is old.\n\nTwo are new.'),
};
const head = { title: 'Les ponts', site: '', url: '', date: '', slug: '' };
const draft = { head, ticked: new Set([0, 1]), wrong: {} };

/** A pairing, a text that it is asked for, and how many steps it did. */
function begin() {
  const pacer = createPacer();
  let steps = 0;
  const ports = {
    library: { current: () => ({ glossary }) },
    pacer: {
      ...pacer,
      finish: (work: Parameters<typeof pacer.finish>[0]) =>
        pacer.finish(
          (function* counted() {
            for (let step = work.next(); ; step = work.next()) {
              if (step.done === true) return step.value;
              steps += 1;
              yield;
            }
          })(),
        ),
    },
    readSource: async (text: string) => parseArticle(text, 'fr.md'),
  } as unknown as PairingPorts;
  const brought = { english, pairs: null } as unknown as Brought;
  const found = { name: 'a', brought, document: french };
  const said: string[] = [];
  const ask = (signal: AbortSignal, onProgress: (says: string) => void = (says) => said.push(says)) =>
    pairing.pair(found, draft, { english, signal, onProgress });
  const pairing = createPairing(ports);
  return { ask, brought, said, steps: () => steps };
}

describe('texts that are put beside each other', () => {
  test('are told of in tenths, up to the end', async () => {
    const { ask, brought, said } = begin();
    await ask(new AbortController().signal);
    const tenths = said.map((says) => Number(/(\d+)\u00a0% …$/.exec(says)?.[1]));
    expect([
      brought.pairs === null,
      tenths[0],
      tenths.every((one, i) => one >= (tenths[i - 1] ?? 0) && one < 100),
    ]).toEqual([false, 0, true]);
  });

  test('are left where nobody waits for them any more, and can be asked for again', async () => {
    const { ask, brought, steps } = begin();
    const waiting = new AbortController();
    await ask(waiting.signal, () => waiting.abort());
    const left = [steps() < 50, brought.pairs];
    await ask(new AbortController().signal);
    expect([...left, brought.pairs === null]).toEqual([true, null, false]);
  });

  test('are made for the other one, where one of two leaves', async () => {
    const { ask, brought } = begin();
    const waiting = new AbortController();
    await Promise.all([ask(waiting.signal, () => waiting.abort()), ask(new AbortController().signal)]);
    expect((await brought.pairs?.made)?.pairing.rows.length).toBe(3);
  });
});
