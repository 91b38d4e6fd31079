import { expect, test } from 'vitest';
import { type EngineBatch, EngineError } from '../../src/core/changes/ports/engine.ts';
import type { Claim, Spending } from '../../src/core/changes/ports/spending.ts';
import { StoreError } from '../../src/core/changes/ports/store-error.ts';
import { IS_SLOW_SET } from '../rounds.ts';
import { FRENCH, run } from './stub-run.ts';

/** Of the title and both paragraphs. */
const CHARACTERS = ['Essai', ...FRENCH].join('').length;

const billed = (texts: readonly string[], { texts: asked }: EngineBatch) => ({ texts, billed: asked.join('').length });

const english = (batch: EngineBatch) => {
  const texts = batch.texts.map((text) => `EN ${text}`);
  return billed(texts, batch);
};

/** A ledger of spending whose claims are changed. */
const withClaims =
  (change: (claim: Claim) => Partial<Claim>) =>
  (ledger: Spending): Spending => ({
    ...ledger,
    async claim(names) {
      const claim = await ledger.claim(names);
      return claim === null ? null : { ...claim, ...change(claim) };
    },
  });
const full = async () => {
  throw new StoreError('The disk is full.', 'full');
};
/** Notes each claim that is given back. */
const noting = (notes: string[]) =>
  withClaims(({ end }) => ({
    async end() {
      notes.push('given back');
      await end();
    },
  }));
const NATIVE = { abilities: { glossary: 'native' } } as const;

test('an answer with too few texts is asked for one by one', async () => {
  const { saved, sent } = await run((batch) => billed(batch.texts.length > 1 ? ['All.'] : ['One.'], batch));
  expect([saved, sent]).toEqual([['One.', 'One.', 'One.'], 2 * CHARACTERS]);
});

test.each([
  ['one text too few', (batch: EngineBatch) => billed(batch.texts.length > 1 ? ['All.'] : ['One.'], batch)],
  [
    'an empty text',
    (batch: EngineBatch) =>
      billed(
        batch.texts.map(() => ' '),
        batch,
      ),
  ],
  ['a bill of its own', (batch: EngineBatch) => ({ texts: [], billed: batch.texts.length * 1000 })],
  ['no bill', () => ({ texts: [], billed: 0 })],
])('but never past the limit of the run: %s', async (_what, answer) => {
  const { said, saved, sent } = await run(answer, { most: CHARACTERS });
  expect([said.includes(`pass the ${CHARACTERS} that VISAVIS_MOST_CHARACTERS allows`), saved, sent]).toEqual([
    true,
    [],
    CHARACTERS,
  ]);
});

test('a limit that leaves room for some of them stops at the others', async () => {
  const answer = (batch: EngineBatch) => billed(batch.texts.length > 1 ? [] : ['One.'], batch);
  const { saved, sent } = await run(answer, { most: CHARACTERS + 5 });
  expect([saved, sent]).toEqual([['One.'], CHARACTERS + 5]);
});

test('what answers of no use cost is said', async () => {
  const { said } = await run((batch) => billed([], batch));
  expect(said).toBe(
    `${['p1', 'p2', 'p3'].map((unit) => `${unit} was not translated: stub gave back something else than a translation.`).join(' ')} stub billed ${2 * CHARACTERS} characters for answers of no use.`,
  );
});

/** Refuses a request that holds a text with a word, as a server that does not say which text it was. */
const refusing = (word: string, reach: 'size' | 'batch') => (batch: EngineBatch) => {
  if (batch.texts.some((text) => text.includes(word))) throw new EngineError(`The word “${word}” is refused.`, reach);
  return { texts: batch.texts.map((text) => `EN ${text}`), billed: 0 };
};

test.each([
  ['in the middle', 'jeton', ['EN Essai', 'EN Une puce chauffe.'], 'p2'],
  ['first', 'Essai', ['EN Le jeton coûte.', 'EN Une puce chauffe.'], 'p1'],
  ['last', 'puce', ['EN Essai', 'EN Le jeton coûte.'], 'p3'],
])('one paragraph that is refused does not keep the others from coming: %s', async (_where, word, others, unit) => {
  const { said, saved } = await run(refusing(word, 'batch'));
  expect([saved, said]).toEqual([others, `${unit} was not translated: The word “${word}” is refused.`]);
});

test('a paragraph that an engine refuses by itself is not asked for again', async () => {
  const { said, saved, sent } = await run(({ texts }) => ({
    texts: texts.map((text) => (text.includes('jeton') ? { refused: 'It would not.' } : 'Yes.')),
    billed: 0,
  }));
  expect([saved, said, sent]).toEqual([['Yes.', 'Yes.'], 'p2 was not translated: It would not.', CHARACTERS]);
});

test('one empty text among others is asked for again, and the others are kept', async () => {
  const { saved, sent } = await run(({ texts }) => ({
    texts: texts.map((text) => (texts.length > 1 && text.includes('jeton') ? '' : `EN ${text}`)),
    billed: 0,
  }));
  expect([saved, sent]).toEqual([
    ['EN Essai', 'EN Une puce chauffe.', 'EN Le jeton coûte.'],
    CHARACTERS + 'Le jeton coûte.'.length,
  ]);
});

test('each paragraph is saved with where it comes from and its share of the bill; one of the same French costs nothing', async () => {
  const { edits } = await run(english, { paragraphs: ['Un.', 'Une puce chauffe ici.', 'Un.'] });
  const said = edits.map(({ unit, target, comments }) =>
    `${unit} ${target} ${comments.join()}`.replace(/ \w{6} 2/, ' … 2'),
  );
  expect(said).toEqual([
    'p1 EN Essai origin: stub glossary … 2026-01-01 5 characters',
    'p2 EN Un. origin: stub glossary … 2026-01-01 3 characters',
    'p4 EN Un. origin: stub glossary … 2026-01-01 0 characters',
    'p3 EN Une puce chauffe ici. origin: stub glossary … 2026-01-01 21 characters',
  ]);
});

test.each([
  [9, 9, false],
  [10, 9, true],
])('of %i paragraphs refused in a row %i are told one by one, and the run stops: %s', async (many, told, stops) => {
  const paragraphs = Array.from({ length: many - 1 }, (_, i) => `Texte ${i}.`);
  const refuse = ({ texts }: EngineBatch) => ({ texts: texts.map(() => ({ refused: 'No.' })), billed: 0 });
  const { said } = await run(refuse, { paragraphs });
  const stop = `stub refused ${many} paragraphs in a row, the last one so: No. What had arrived is saved.`;
  expect([said.split('was not translated: No.').length - 1, said.endsWith(stop)]).toEqual([told, stops]);
});

test.each([
  [1050, ['x'.repeat(1050)]],
  [1051, []],
])('a translation of five characters by %i', async (length, wanted) => {
  const { saved } = await run(({ texts }) => ({ texts: texts.map(() => 'x'.repeat(length)), billed: 0 }), {
    paragraphs: [],
  });
  expect(saved).toEqual(wanted);
});

test('a text many times as long as its French is no translation', async () => {
  const { saved } = await run((batch) =>
    billed(
      batch.texts.map((text) => text.repeat(400)),
      batch,
    ),
  );
  expect(saved).toEqual([]);
});

test.runIf(IS_SLOW_SET).concurrent('an engine that never answers is left some seconds after a cancel', async () => {
  let began = Infinity;
  const never = () => {
    began = performance.now();
    return new Promise<never>(() => {});
  };
  const { said } = await run(never, { isCancelled: () => performance.now() - began > 200 });
  expect([said, performance.now() - began < 15_000]).toEqual([
    `Cancelled before the engine answered; what had arrived is saved. stub gave no answer to ${CHARACTERS} characters, which may be billed all the same.`,
    true,
  ]);
});

test
  .runIf(IS_SLOW_SET)
  .concurrent(
    'the glossary of an engine is claimed for as long as it is made, though nobody waits for it any more',
    async () => {
      const notes: string[] = [];
      let finish = () => {};
      const prepare = () =>
        new Promise<readonly string[]>((resolve) => {
          finish = () => resolve([]);
        });
      const { said } = await run(english, { ...NATIVE, prepare, spending: noting(notes), isCancelled: () => true });
      const before = [...notes];
      finish();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect([said, before, notes]).toEqual([
        'Cancelled before the engine answered; what had arrived is saved.',
        [],
        ['given back'],
      ]);
    },
  );

test('the glossary of an engine is given back where its terms cannot be made', async () => {
  const notes: string[] = [];
  const pairs = () => Promise.reject(new Error('no pairs'));
  await expect(run(english, { ...NATIVE, pairs, spending: noting(notes) })).rejects.toThrow('no pairs');
  expect(notes).toEqual(['given back']);
});

test('an answer that arrives soon after a cancel is saved, as it was paid for', async () => {
  let cancelled = false;
  const { said, saved } = await run(
    async (batch) => {
      cancelled = true;
      await new Promise((resolve) => setTimeout(resolve, 300));
      return billed(
        batch.texts.map(() => 'Late.'),
        batch,
      );
    },
    { isCancelled: () => cancelled },
  );
  expect([saved.length, said]).toEqual([3, '']);
});

test('an answer whose cost cannot be noted is saved and counted once, and the note stays a reservation', async () => {
  const { said, saved, sent } = await run(english, {
    // With room for one paragraph more, not for another count of these.
    ...{ paragraphs: Array.from({ length: 10 }, (_, i) => `Texte ${i}.`), most: 'EssaiTexte 0.'.length + 9 * 8 },
    spending: withClaims(({ reserve }) => ({
      reserve: async (...asked) => ({ ...(await reserve(...asked)), settle: full }),
    })),
  });
  expect([saved.length, said, sent]).toEqual([11, 'The disk is full. The disk is full.', 'Essai'.length + 10 * 8]);
});

test('what an engine says of a request is told, though that it cost nothing cannot be noted', async () => {
  const refuse = () => {
    throw new EngineError('The key is refused.', 'setup');
  };
  const { said, sent } = await run(refuse, {
    spending: withClaims(({ reserve }) => ({
      reserve: async (...asked) => ({ ...(await reserve(...asked)), settle: full }),
    })),
  });
  expect([said, sent]).toEqual(['The key is refused.', CHARACTERS]);
});

test('an answer that cannot be kept for others is saved before the run fails', async () => {
  const kept: string[] = [];
  const running = run(english, {
    spending: withClaims(() => ({ keep: full })),
    onSave: (target) => kept.push(target),
  });
  await expect(running).rejects.toThrow('The disk is full.');
  expect(kept).toEqual(['Essai', ...FRENCH].map((text) => `EN ${text}`));
});
