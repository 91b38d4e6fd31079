import { expect, test } from 'vitest';
import { writeAnki } from '../../../src/formats/book/anki.ts';
import type { TakenArticle } from '../../../src/formats/book/taken-article.ts';
import { EVERY_KIND, takenOf } from './taken.ts';

const textOf = (article: TakenArticle) => [...writeAnki(article)].join('');
const notesOf = (article: TakenArticle) =>
  textOf(article)
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
const sentencesOf = (article: TakenArticle) => notesOf(article).filter(([, , , tags]) => tags?.includes('sentence'));

const PAIR = { fr: 'Un jeton. Deux *jetons* & trois.', en: 'One token. Two *tokens* & three.' };
const SHORT = takenOf(`# T\n\n${PAIR.fr}\n`, [PAIR]);

test('the first lines say how the others are read', () => {
  expect(textOf(SHORT).split('\n').slice(0, 6)).toEqual([
    '#separator:tab',
    '#html:true',
    '#notetype:Basic',
    '#deck:Vis-à-vis::T',
    '#guid column:1',
    '#tags column:4',
  ]);
});

test('each pair of sentences is a note', () => {
  expect(sentencesOf(SHORT).map(([, front, back, tags]) => [front, back, tags])).toEqual([
    ['Un jeton.', 'One token.', 'visavis essai sentence'],
    ['Deux <em>jetons</em> &amp; trois.', 'Two <em>tokens</em> &amp; three.', 'visavis essai sentence'],
  ]);
});

test('a term is a note with its sentence, its definition and its English', () => {
  const [term] = notesOf(SHORT);
  expect(term?.slice(1)).toEqual([
    '<b>jeton</b><br>Un <b>jeton</b>.',
    '<b>token</b><br>The smallest unit of text, a &lt; b &amp; &quot;c&quot;, that a model reads.<br>One <b>token</b>.',
    'visavis essai term',
  ]);
});

test('names are no notes, as they are the same in both languages', () => {
  const pair = { fr: 'Avec OpenAI.', en: 'With OpenAI.' };
  expect(notesOf(takenOf(`# T\n\n${pair.fr}\n`, [pair])).map(([, front]) => front)).toEqual(['Avec OpenAI.']);
});

test('what the glossary rules out is not learnt', () => {
  const pair = { fr: 'Un jeton.', en: 'One chip.' };
  const [term] = notesOf(takenOf(`# T\n\n${pair.fr}\n`, [pair]));
  expect(term?.[2]?.includes('chip')).toBe(false);
});

test('sentences that are not one for one are none', () => {
  const pair = { fr: 'Une phrase. Encore une phrase ici.', en: 'One sentence, and another sentence here.' };
  expect(sentencesOf(takenOf(`# T\n\n${pair.fr}\n`, [pair]))).toEqual([]);
});

test('a note keeps its name when its English changes, and when it moves', () => {
  const better = { ...PAIR, en: 'One token. A pair of *tokens* & three.' };
  const moved = takenOf(`# T\n\nAvant.\n\n${PAIR.fr}\n`, [better]);
  expect(notesOf(moved).map(([guid]) => guid)).toEqual(notesOf(SHORT).map(([guid]) => guid));
});

test('no two notes have one name', () => {
  const names = notesOf(EVERY_KIND).map(([guid]) => guid);
  expect(new Set(names).size).toBe(names.length);
});

test('a draft says that it is one, and is tagged', () => {
  const [note] = sentencesOf(takenOf('# T\n\nUne phrase.\n', [{ fr: 'Une phrase.', en: 'A sentence.', draft: true }]));
  expect(note?.slice(2)).toEqual([
    'A sentence.<br><small>Draft, not approved yet.</small>',
    'visavis essai sentence draft',
  ]);
});

test.each([
  ['a tab', 'Un\tmot.', 'A\tword.'],
  ['a line break', 'Un\nmot.', 'A\nword.'],
  ['quotation marks', '"Un mot".', '"A word".'],
  ['tags', '&lt;script&gt;alert(1)&lt;/script&gt; mot.', '<script>alert(1)</script> word.'],
  ['a comment sign', '\\# mot.', '\\# word.'],
  ['a formula', '=SUM(A1) mot.', '=SUM(A1) word.'],
  ['a sign that nobody sees', 'Un mot\u202e.', 'A word\u202e.'],
])('%s parts no fields and opens no tag', (_what, fr, en) => {
  const notes = notesOf(takenOf(`# T\n\n${fr}\n`, [{ fr, en }]));
  expect([
    notes.length,
    notes[0]?.length,
    /["\u202e]|<(?!\/?(?:b|br|em|strong|code|del|small)>)/.test(notes.flat().join(' ')),
  ]).toEqual([1, 4, false]);
});

test('it is the same text again', () => {
  expect(textOf(EVERY_KIND)).toBe(textOf(EVERY_KIND));
});

test('a text is shown, and neither carried out nor read as what parts the fields', () => {
  const fr = 'Un <script>alert(1)</script> jeton [sound:a.mp3] [latex]x[/latex] [$]y[/$] [$$]z[/$$].';
  const en = 'A\t<img src=x onerror=alert(1)> token [sound:a.mp3] [anki:tts lang=en]x[/anki:tts] &lt;script&gt;.';
  const text = textOf(takenOf(`---\ntitle: "a\\tb <script>"\n---\n\n${fr}\n`, [{ fr, en }]));
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect([
    lines.map((line) => line.split('\t').length),
    /<(?:script|img)|\[(?:sound|latex\]|\$|anki:)/.exec(lines.join('\n')),
    text.includes('#deck:Vis-à-vis::a b <script>\n'),
  ]).toEqual([lines.map(() => 4), null, true]);
});

test('brackets that Anki shows stay as they are', () => {
  const pair = { fr: 'Un [sic] jeton [$5] [latex a].', en: 'A [sic] token [$5] [latex a].' };
  expect(sentencesOf(takenOf(`# T\n\n${pair.fr}\n`, [pair])).map(([, front]) => front)).toEqual([pair.fr]);
});
