import { describe, expect, test } from 'vitest';
import { type EngineAnswer, type EngineBatch, EngineError } from '../../src/core/changes/ports/engine.ts';
import { run } from './stub-run.ts';

const GLOSSARY =
  '- fr: jeton\n  en: token\n  not: [chip]\n- fr: puce\n  en: chip\n- fr: { term: coûter, pos: verb }\n  en: { term: cost, pos: verb }\n  count: free\n';
const PARAGRAPHS = ['Le jeton coûte 12 euros.'];

/** Answers the title with itself, and the paragraph with one text after the other. */
function saying(...texts: (string | EngineError | { refused: string })[]) {
  let nth = -1;
  return ({ texts: asked }: EngineBatch): EngineAnswer => {
    nth += 1;
    const said = texts[Math.min(nth, texts.length - 1)] ?? '';
    if (said instanceof EngineError) throw said;
    return { texts: asked.map((text) => (text === 'Essai' ? 'Essay' : said)), billed: 0 };
  };
}

const told = (answer: (batch: EngineBatch) => EngineAnswer, canBeTold = true) =>
  run(answer, { paragraphs: PARAGRAPHS, glossary: GLOSSARY, abilities: { canBeTold, price: 'free' } });

describe('a paragraph that broke a term is asked for again', () => {
  test('with what was wrong, and nothing else', async () => {
    const { asked } = await told(saying('The coin costs 12 euros.', 'The token costs 12 euros.'));
    expect(asked.map(({ texts, corrections }) => [texts, corrections])).toEqual([
      [['Essai', ...PARAGRAPHS], undefined],
      [PARAGRAPHS, [{ target: 'The coin costs 12 euros.', faults: ['nothing renders “jeton”; write “token”'] }]],
    ]);
  });

  test.each<[string, Parameters<typeof saying>, string, number]>([
    [
      'and the better is kept',
      ['The coin costs 12 euros.', 'The token costs 12 euros.'],
      'The token costs 12 euros.',
      2,
    ],
    [
      'twice',
      ['The coin costs 12 euros.', 'The piece costs 12 euros.', 'The token is 12 euros.'],
      'The token is 12 euros.',
      3,
    ],
    [
      'and no more',
      ['The coin costs 12 euros.', 'A piece costs 12 euros.', 'It costs 12 euros.', 'The token.'],
      'The coin costs 12 euros.',
      3,
    ],
    ['not where the engine insists', ['The coin costs 12 euros.'], 'The coin costs 12 euros.', 2],
    ['not where it did as it was told', ['The token costs 12 euros.'], 'The token costs 12 euros.', 1],
    ['not for a word that may be rendered freely', ['The token is 12 euros.'], 'The token is 12 euros.', 1],
    [
      'and one that has such a word is no better for it',
      ['The coin is 12 euros.', 'The coin costs 12 euros.', 'It is 12 euros.'],
      'The coin is 12 euros.',
      3,
    ],
    ['not where the free repair does it', ['The chip costs 12 euros.'], 'The token costs 12 euros.', 1],
    [
      'and one that lost a number for it is not taken',
      ['The coin costs 12 euros.', 'The token costs euros.', 'The token is cheap.'],
      'The coin costs 12 euros.',
      3,
    ],
    ['and an empty one is not taken', ['The coin costs 12 euros.', ' '], 'The coin costs 12 euros.', 2],
    ['and a refused one is not taken', ['The coin costs 12 euros.', { refused: 'No.' }], 'The coin costs 12 euros.', 2],
    [
      'unless it is too much',
      ['The coin costs 12 euros.', new EngineError('No.', 'size')],
      'The coin costs 12 euros.',
      2,
    ],
    [
      'unless the engine has gone',
      ['The coin costs 12 euros.', new EngineError('No.', 'stop')],
      'The coin costs 12 euros.',
      2,
    ],
  ])('%s', async (_what, texts, kept, requests) => {
    const { saved, asked, said } = await told(saying(...texts));
    expect([saved, asked.length, said]).toEqual([['Essay', kept], requests, '']);
  });

  test('only where an engine can be told', async () => {
    const { saved, asked } = await told(saying('The coin costs 12 euros.', 'The token costs 12 euros.'), false);
    expect([saved, asked.length]).toEqual([['Essay', 'The coin costs 12 euros.'], 1]);
  });
});
