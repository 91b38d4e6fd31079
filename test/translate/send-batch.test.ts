import { describe, expect, test } from 'vitest';
import { type EngineBatch, EngineError } from '../../src/core/changes/ports/engine.ts';
import { run } from './stub-run.ts';

const inEnglish = ({ texts }: EngineBatch) => ({ texts: texts.map((text) => `EN ${text}`), billed: 0 });
/** Refuses what is longer than so many characters, all texts of a request together. */
const upTo = (most: number) => (batch: EngineBatch) => {
  if (batch.texts.join('').length > most) throw new EngineError('It is too long.', 'size');
  return inEnglish(batch);
};

describe('lines that were only wrapped', () => {
  test.each([
    ['a soft break', 'Une ligne coupée\npar des\njetons.', 'Une ligne coupée par des jetons.'],
    ['with spaces around it', 'Une ligne \n  coupée.', 'Une ligne coupée.'],
    ['with a carriage return', 'Une ligne\r\ncoupée.', 'Une ligne coupée.'],
    ['within stress', 'Une *ligne\ncoupée* là.', 'Une *ligne coupée* là.'],
    ['a break that is meant', 'Un vers,  \nun autre.', 'Un vers,  \nun autre.'],
    ['one with a backslash', 'Un vers,\\\nun autre.', 'Un vers,\\\nun autre.'],
  ])('are sent as one: %s', async (_what, paragraph, sent) => {
    const { asked } = await run(inEnglish, { paragraphs: [paragraph] });
    expect(asked[0]?.texts).toEqual(['Essai', sent]);
  });
});

describe('a paragraph that is too long for one request', () => {
  const SENTENCES = ['Un.', 'Deux mots.', 'Trois mots là.', 'Quatre mots sont là.'];

  test('goes in parts of whole sentences, and comes back as one', async () => {
    const { saved, said } = await run(upTo(30), { paragraphs: [SENTENCES.join(' '), 'Fin.'] });
    expect([saved, said]).toEqual([
      ['EN Essai', 'EN Un. Deux mots. Trois mots là. EN Quatre mots sont là.', 'EN Fin.'],
      '',
    ]);
  });

  test.each([
    ['spaces', (text: string) => ` ${text}  `],
    ['line breaks', (text: string) => `\n${text}\n`],
    ['no-break spaces', (text: string) => `\u00a0${text}\u00a0`],
    ['nothing', (text: string) => text],
  ])('reads as one where the engine puts %s around its parts', async (_what, around) => {
    const { saved } = await run(
      (batch) => {
        const { texts, billed } = upTo(30)(batch);
        return { texts: texts.map((text) => (batch.texts.length === 1 ? around(text) : text)), billed };
      },
      { paragraphs: [SENTENCES.join(' ')] },
    );
    expect(saved.at(-1)).toBe('EN Un. Deux mots. Trois mots là. EN Quatre mots sont là.');
  });

  test('is refused where one of its sentences is too long, and the others go on', async () => {
    const { saved, said } = await run(upTo(19), { paragraphs: [SENTENCES.join(' '), 'Fin.'] });
    expect([saved, said]).toEqual([['EN Essai', 'EN Fin.'], 'p2 was not translated: It is too long.']);
  });

  test('is refused where a part of it comes back as nothing', async () => {
    const { saved, said } = await run(
      (batch) =>
        batch.texts.join('').length <= 30 && batch.texts.some((text) => text.includes('Trois'))
          ? { texts: [''], billed: 7 }
          : upTo(30)(batch),
      { paragraphs: [SENTENCES.join(' '), 'Fin.'] },
    );
    expect([saved, said]).toEqual([
      ['EN Essai', 'EN Fin.'],
      'p2 was not translated: stub gave back something else than a translation.',
    ]);
  });
});

test('an answer that broke off is kept as far as it goes, and the rest is asked for', async () => {
  const paragraphs = ['Un.', 'Deux.', 'Trois.'];
  const cut = { refused: 'It broke off.', reach: 'size' } as const;
  const { saved, asked } = await run(
    (batch) => (batch.texts.length > 2 ? { texts: ['EN Essai', 'EN Un.', cut, cut], billed: 0 } : inEnglish(batch)),
    { paragraphs },
  );
  expect([saved, asked.map(({ texts }) => texts.length)]).toEqual([
    ['EN Essai', 'EN Un.', 'EN Deux.', 'EN Trois.'],
    [4, 1, 1],
  ]);
});

describe('an engine that refuses everything', () => {
  const paragraphs = Array.from({ length: 40 }, (_, i) => `Paragraphe ${i}.`);

  test('is left after ten paragraphs', async () => {
    const { said, saved, asked } = await run(
      () => {
        throw new EngineError('No.', 'batch');
      },
      { paragraphs },
    );
    expect([saved, said.includes('refused 10 paragraphs in a row, the last one so: No.'), asked.length < 40]).toEqual([
      [],
      true,
      true,
    ]);
  });

  test('but not while some of them come', async () => {
    const { saved } = await run(
      (batch) => {
        if (batch.texts.length > 1 || !/[05]\.$|Essai/.test(batch.texts[0] ?? ''))
          throw new EngineError('No.', 'batch');
        return inEnglish(batch);
      },
      { paragraphs },
    );
    expect(saved.length).toBe(9);
  });

  test.each(['stop', 'setup'] as const)('at once where it says that nothing will help: %s', async (reach) => {
    const { said, asked } = await run(
      () => {
        throw new EngineError('No.', reach, true);
      },
      { paragraphs },
    );
    expect([said.startsWith('No.'), asked.length]).toEqual([true, 1]);
  });
});

describe('what stands around a batch', () => {
  const context = { context: true, mostTexts: 1 };
  const long = 'Une phrase de trente caractères. '.repeat(200).trim();

  test('goes along without being translated, in one line each', async () => {
    const { asked } = await run(inEnglish, { paragraphs: ['Un\nmot.', 'Deux.', 'Trois.'], abilities: context });
    expect(asked.map((batch) => batch.context)).toEqual([
      'Essai\nUn mot.',
      'Essai\nDeux.',
      'Essai\nUn mot.\nTrois.',
      'Essai\nDeux.',
    ]);
  });

  test('is bounded: of a long neighbour the nearest sentences', async () => {
    const { asked } = await run(inEnglish, { paragraphs: [long, 'Deux.', `Fin. ${long}`], abilities: context });
    const [title, ...neighbours] = asked[2]?.context.split('\n') ?? [];
    const areBounded = neighbours.map(
      (one) => one.length > 1400 && one.length <= 1500 && /^(?:Une|Fin).*\.$/.test(one),
    );
    expect([title, areBounded]).toEqual(['Essai', [true, true]]);
  });
});
