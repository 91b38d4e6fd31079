import { expect, test } from 'vitest';
import { importOutcomeOf } from '../../../src/formats/import/read-import.ts';

const HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n';
const PAIR = '\nmsgid "jeton"\nmsgstr "token"\n';
const of = (name: string) => HEAD.replace('"Language', `"Project-Id-Version: ${name}\\n"\n"Language`);
const kindOf = (text: string, file: string) => importOutcomeOf(Buffer.from(text), file).read?.kind;

test.each([
  ['Weblate’s flag of terms', `${HEAD}\n#, terminology${PAIR}`, 'fr-en.po'],
  ['a flag that rules out', `${HEAD}\n#, fuzzy, forbidden${PAIR}`, 'fr-en.po'],
  ['what Pootle’s tool writes', `${HEAD}\n# (poterminology) gimp.po (12)${PAIR}`, 'fr-en.po'],
  ['the name of the project', of('Glossaire IA') + PAIR, 'fr-en.po'],
  ['such a name among others', of('acme / terminology 2.0') + PAIR, 'fr-en.po'],
  ['its name', HEAD + PAIR, 'glossary.po'],
  ['Pootle’s name', HEAD + PAIR, 'downloads/pootle-terminology.en.po'],
])('a catalogue is a glossary by %s', (_what, text, file) => {
  expect(kindOf(text, file)).toBe('glossary');
});

test.each([
  ['nothing says that it is a glossary', HEAD + PAIR, 'fr-en.po'],
  ['a text speaks of one', `${HEAD}\nmsgid "Un glossaire"\nmsgstr "A glossary"\n`, 'fr-en.po'],
  ['a note speaks of one', `${HEAD}\n# note: see the glossary, terminology${PAIR}`, 'fr-en.po'],
  ['the program wrote it for an article of that name', of('visavis') + PAIR, 'terminologie.po'],
  ['a longer word', of('glossaryless') + PAIR, 'myglossary.po'],
])('a catalogue is a translation where %s', (_why, text, file) => {
  expect(kindOf(text, file)).toBe('translation');
});

test('the terms of a catalogue that says so come in, and those that are ruled out are', () => {
  const flagged = '\n#, terminology, forbidden\nmsgctxt "b"\nmsgid "jeton"\nmsgstr "chip"\n';
  const { concepts } = importOutcomeOf(Buffer.from(`${HEAD}\n#, terminology${PAIR}${flagged}`), 'a.po');
  expect(concepts.map(({ en }) => en.map(({ text, status }) => `${text} ${status}`))).toEqual([
    ['token preferred', 'chip deprecated'],
  ]);
});
