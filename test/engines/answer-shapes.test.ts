import { describe, expect, test } from 'vitest';
import { readTexts } from '../../src/engines/chat/answer-shapes.ts';
import { readMessage } from '../../src/engines/chat/message.ts';

const A = 'A token.';
const B = 'Two chips.';
const BOTH = [A, B];
const JSON_OF_BOTH = JSON.stringify({ 1: A, 2: B });

/** What a model wrote for two texts, and what comes out; null = of no use, so that it is asked for again. */
const CONTENTS: readonly (readonly [what: string, content: string, texts: readonly string[] | null])[] = [
  ['1 the object that was asked for', JSON_OF_BOTH, BOTH],
  ['2 a fence', `\`\`\`json\n${JSON_OF_BOTH}\n\`\`\``, BOTH],
  [
    '3 a fence with remarks around it',
    `Here you are:\n\`\`\`\n${JSON_OF_BOTH}\n\`\`\`\nNote: “jeton” is {technical}.`,
    BOTH,
  ],
  ['4 thoughts with braces', `<think>\nThe shape is {"1": "…"}, so {1, 2}.\n</think>\n${JSON_OF_BOTH}`, BOTH],
  ['5 thoughts that nothing opens', `A chip is {"1":"A chip.","2":"x"} or not?\n</think>${JSON_OF_BOTH}`, BOTH],
  ['6 thoughts that nothing closes', `<think>{"1":"…","2":"…"} Then: ${JSON_OF_BOTH}`, BOTH],
  ['7 thoughts with a whole draft', `<thinking>{"1":"A chip.","2":"B"}</thinking>${JSON_OF_BOTH}`, BOTH],
  ['8 a wrapper “texts”', JSON.stringify({ texts: { 1: A, 2: B } }), BOTH],
  [
    '9 the request and the answer',
    `${JSON.stringify({ terms: { jeton: 'token' }, texts: { 1: 'Un', 2: 'Deux' } })}\n${JSON_OF_BOTH}`,
    BOTH,
  ],
  [
    '10 a wrapper with a list of objects',
    JSON.stringify({
      translations: [
        { id: '1', text: A },
        { id: 2, text: B },
      ],
    }),
    BOTH,
  ],
  ['11 a list of texts', JSON.stringify([A, B]), BOTH],
  [
    '12 a list of objects out of order',
    JSON.stringify([
      { id: 2, translation: B },
      { id: 1, translation: A },
    ]),
    BOTH,
  ],
  ['13 a list of objects of one key', JSON.stringify([{ 1: A }, { 2: B }]), BOTH],
  ['14 objects for texts', JSON.stringify({ 1: { translation: A, notes: 'x' }, 2: { english: B } }), BOTH],
  ['15 ids with a word', JSON.stringify({ text_1: A, text_2: B }), BOTH],
  ['16 ids from 0', JSON.stringify({ 0: A, 1: B }), BOTH],
  ['17 a remark beside the ids', JSON.stringify({ 1: A, 2: B, note: 'Terms kept.' }), BOTH],
  ['18 a comma too many', `{"1":"${A}","2":"${B}",}`, BOTH],
  ['19 line breaks in a text', `{"1":"${A}\nSo.","2":"${B}"}`, [`${A}\nSo.`, B]],
  ['20 quotation marks as they are', `{"1":"He said "yes", then "no".","2":"${B}"}`, ['He said "yes", then "no".', B]],
  ['21 JSON as a string of JSON', JSON.stringify(JSON_OF_BOTH), BOTH],
  ['22 an escape that JSON does not know', `{"1":"A token\\'s.","2":"${B}"}`, ["A token's.", B]],
  ['23 numbered lines', `1. ${A}\n2. ${B}`, BOTH],
  ['24 two objects, one for each', `{"1":"${A}"}\n{"2":"${B}"}`, BOTH],
  ['25 an id is missing', JSON.stringify({ 1: A }), null],
  ['26 an id too many', JSON.stringify({ 1: A, 2: B, 3: 'x' }), null],
  ['27 one text in a list for two', JSON.stringify([`${A} ${B}`]), null],
  ['28 a number for a text', JSON.stringify({ 1: 1, 2: B }), null],
  ['29 dots for texts', '{"1":"…","2":"..."}', null],
  ['30 an empty text beside another', JSON.stringify({ 1: '', 2: B }), ['', B]],
  ['31 chatter', 'I am sorry, I cannot do that.', null],
  ['the answer in its thoughts', `<think>Then: ${JSON_OF_BOTH}</think>`, BOTH],
  ['the answer in its thoughts, and chatter behind them', `<think>${JSON_OF_BOTH}</think>\nThere it is.`, BOTH],
  [
    'what ends thoughts within a text',
    `{"1":"It ends with </think> here.","2":"${B}"}`,
    ['It ends with </think> here.', B],
  ],
  ...['think', 'thinking', 'thought', 'reasoning', 'THINK'].map(
    (tag) => [`a draft behind an answer, in <${tag}>`, `{"1":"x","2":"y"</${tag}>1. ${A}\n2. ${B}`, BOTH] as const,
  ),
  ...['translation', 'translated', 'text', 'target', 'english', 'en', 'en-US', 'content', 'output', 'value'].map(
    (name) => [`texts by the name “${name}”`, JSON.stringify({ 1: { [name]: A }, 2: { [name]: B } }), BOTH] as const,
  ),
  ['texts by another name', JSON.stringify({ 1: { french: A }, 2: { french: B } }), null],
  ...['id', 'key', 'index', 'number', 'n'].map(
    (name) =>
      [
        `ids by the name “${name}”`,
        JSON.stringify([
          { [name]: 2, text: B },
          { [name]: 1, text: A },
        ]),
        BOTH,
      ] as const,
  ),
  ...['1)', '1:', '(1)', '[1]', '"1":', '  1.'].map(
    (one) => [`lines numbered as ${one}`, `${one} ${A}\n\n${one.replace('1', '2')} ${B}`, BOTH] as const,
  ),
  ['lines numbered otherwise', `1. ${A}\n3. ${B}`, null],
  ['a line too many', `1. ${A}\n2. ${B}\n3. x`, null],
  ['four levels', JSON.stringify({ a: { b: { c: { 1: A, 2: B } } } }), BOTH],
  ['five levels', JSON.stringify({ a: { b: { c: { d: { 1: A, 2: B } } } } }), null],
  ['as much behind it as is read', JSON_OF_BOTH.padEnd(300_000), BOTH],
  ['more behind it', JSON_OF_BOTH.padEnd(300_001), null],
];

describe('what a model writes for two texts', () => {
  test.each(CONTENTS)('%s', (_what, content, texts) => {
    expect(readTexts(content, 2)).toEqual(texts);
  });

  test('empty texts alone are no answer', () => {
    expect(readTexts(JSON.stringify({ 1: '', 2: ' ' }), 2)).toBe(null);
  });

  test('thoughts for one text, with what the answer will look like', () => {
    expect(readTexts('{"1": "…"}', 1)).toBe(null);
  });

  test.each([
    ['in an object', '{"translation":"A token."}'],
    ['in a list', '["A token."]'],
    ['by its id', '{"1":"A token."}'],
  ])('one text needs no id: %s', (_what, content) => {
    expect(readTexts(content, 1)).toEqual([A]);
  });
});

/** An answer as it comes over the line, and the content that it holds. */
const ANSWERS: readonly (readonly [what: string, answer: unknown])[] = [
  [
    '32 content in parts, thoughts among them',
    {
      choices: [
        {
          message: {
            content: [
              { type: 'thinking', thinking: 'x', text: 'x' },
              { type: 'text', text: JSON_OF_BOTH },
            ],
          },
        },
      ],
    },
  ],
  ['33 content as an object', { choices: [{ message: { content: { 1: A, 2: B } } }] }],
  ['34 content of a completion', { choices: [{ text: JSON_OF_BOTH }] }],
  [
    '35 a function that is called with it',
    {
      choices: [{ message: { content: null, tool_calls: [{ function: { name: 'json', arguments: JSON_OF_BOTH } }] } }],
    },
  ],
  [
    '36 content without choices',
    { message: { role: 'assistant', content: JSON_OF_BOTH }, done: true, done_reason: 'stop' },
  ],
];

describe('where an answer stands', () => {
  test.each(ANSWERS)('%s', (_what, answer) => {
    expect(readTexts(readMessage(JSON.stringify(answer))?.content ?? '', 2)).toEqual(BOTH);
  });

  test('37 thoughts apart from the content', () => {
    const answer = { choices: [{ message: { content: JSON_OF_BOTH, reasoning_content: 'Is it {"1":"x","2":"y"}?' } }] };
    const { content, thoughts } = readMessage(JSON.stringify(answer)) ?? {};
    expect([readTexts(content ?? '', 2), thoughts]).toEqual([BOTH, 'Is it {"1":"x","2":"y"}?']);
  });

  test('38 a stream of events, with thoughts, signs of life and what it took', () => {
    const event = (delta: unknown, more = {}) =>
      `data: ${JSON.stringify({ choices: [{ index: 0, delta, ...more }] })}\n\n`;
    const stream = [
      ': keep-alive\n\n',
      event({ role: 'assistant', content: '' }),
      event({ reasoning_content: 'Hm, ' }),
      event({ reasoning_content: 'a token.' }),
      ...[...JSON_OF_BOTH].map((content) => event({ content })),
      event({}, { finish_reason: 'stop' }),
      `data: ${JSON.stringify({ choices: [], usage: { prompt_tokens: 7, completion_tokens: 9 } })}\n\ndata: [DONE]\n\n`,
    ].join('');
    const { content, thoughts, finish, usage } = readMessage(stream) ?? {};
    expect([readTexts(content ?? '', 2), thoughts, finish, usage]).toEqual([
      BOTH,
      'Hm, a token.',
      'stop',
      { prompt: 7, completion: 9 },
    ]);
  });

  test.each(['', '<html>', 'data: [DONE]', 'null', '[]'])('and where there is none: %j', (answer) => {
    expect(readMessage(answer)).toBe(null);
  });

  test('an error in place of an answer is told apart', () => {
    const answers = [{ error: { message: 'no', code: 429 } }, { error: 'no' }, { error: null, choices: [] }];
    expect(answers.map((answer) => readMessage(JSON.stringify(answer))?.error?.status)).toEqual([429, 500, undefined]);
  });
});

describe('an answer that breaks off', () => {
  test.each([
    ['in the second text', `{"1":"${A}","2":"Two ch`, [A, null]],
    ['behind the first', `{"1":"${A}",`, [A, null]],
    ['in a wrapper', `{"texts":{"1":"${A}","2":"Two`, [A, null]],
    ['in a list', `["${A}","Two`, [A, null]],
    ['in a list of objects', `[{"id":1,"text":"${A}"},{"id":2,"text":"Two`, [A, null]],
    ['in the first text', '{"1":"A tok', null],
    ['in its thoughts', '<think>Shall I write {"1":"', null],
  ])('%s: what is whole counts', (_what, content, texts) => {
    expect(readTexts(content, 2, true)).toEqual(texts);
  });

  test('counts for nothing where nobody says that it breaks off', () => {
    expect(readTexts(`{"1":"${A}","2":"Two ch`, 2)).toBe(null);
  });
});

test.each([
  ['braces that open', '{'],
  ['braces that close', '}'],
  ['pairs', '{}'],
  ['braces in strings', '{"1":"'],
  ['strings that never close', '{"a"a'],
  ['lists in lists', '[1,'],
  ['objects in lists', '[{"1":'],
  ['escapes', '{"\\'],
  ['thoughts that end', '</think>'],
  ['quotation marks', '"'],
  ['spaces', ' '],
  ['a mark before spaces', '{"           '],
])('%s, a million signs of them, are no answer, at once', (_what, piece) => {
  const content = piece.repeat(1_000_000 / piece.length);
  const began = process.cpuUsage();
  expect([readTexts(content, 2), readTexts(content, 2, true)]).toEqual([null, null]);
  expect(process.cpuUsage(began).user).toBeLessThan(3_000_000);
});
