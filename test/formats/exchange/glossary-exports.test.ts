import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../../src/core/model/concept.ts';
import { finish } from '../../../src/core/model/slices.ts';
import {
  GLOSSARY_EXPORTS,
  GLOSSARY_FORMATS,
  type GlossaryFormat,
} from '../../../src/formats/exchange/glossary-exports.ts';
import { readGlossarySlices } from '../../../src/formats/glossary/kinds.ts';
import { conceptsOf } from '../../core/glossaries.ts';
import { everyNth } from '../../rounds.ts';
import { HOME } from '../../site.ts';

const write = (format: GlossaryFormat, concepts: readonly Concept[]) =>
  [...GLOSSARY_EXPORTS[format].write(concepts)].join('');
const read = (format: GlossaryFormat, text: string) =>
  finish(readGlossarySlices(text, `glossary/x${GLOSSARY_EXPORTS[format].extension}`));

const FOLDER = path.join(HOME, 'glossary');
/** Entries of the first file alone in the quick set. */
const SHIPPED = everyNth(
  everyNth(
    readdirSync(FOLDER).filter((name) => name.endsWith('.yaml')),
    30,
  ).flatMap((name) => conceptsOf(readFileSync(path.join(FOLDER, name), 'utf8'))),
  8,
);

/** What a termbase can say of entries. */
function saidBy(concepts: readonly Concept[]) {
  return concepts.map(({ fr, en, definition, domain }) => ({
    terms: [...fr, ...en].map((term) => [term.language, term.text, term.status, term.partOfSpeech, term.gender]),
    definition,
    domain,
  }));
}

const FULL: readonly GlossaryFormat[] = ['tbx', 'tbx3', 'csv', 'tsv'];
const ODD = conceptsOf(String.raw`
- fr: [{ term: "R&D <vite>", gender: f }, "l’« œuvre »"]
  en: [{ term: 'the "work", R&D', pos: noun }, a-b, { term: old, status: superseded }]
  not: [{ term: chip, why: 'that is "puce", & more' }]
  definition: "One, two; \"three\"\tand 5 < 6 & 7.\nA second line."
  domain: "ai, law"
- fr: embauche
  en: [hiring, { term: hire, pos: noun }, { term: hire, pos: verb }]
- fr: =SUM(A1)
  en: "@here"
  definition: "-x"
- fr: 3D
  en: 3D printing
- keep: DeepSeek
- fr: { term: entraîner, pos: verb }
  en: { term: to train, pos: verb }
- fr: un (petit) jeton
  en: token (n.)
- fr: 人工知能 😀
  en: "50\u00a0% AI\u202f!"
`);

describe.each(FULL)('the glossary as %s', (format) => {
  test.each(ODD.map((concept) => [concept.fr[0]?.text ?? '', concept] as const))(
    'says of %s what it said',
    (_term, concept) => {
      const back = read(format, write(format, [concept]));
      const oneLine = (text: string | null) =>
        text?.replaceAll(/[ \t\n]+/g, format.startsWith('tbx') ? ' ' : '$&') ?? null;
      const wanted = saidBy([concept]).map((one) => ({ ...one, definition: oneLine(one.definition) }));
      expect([saidBy(back.concepts), back.problems]).toEqual([wanted, []]);
    },
  );

  test('says of every shipped entry what it said', () => {
    const { concepts } = read(format, write(format, SHIPPED));
    const [is, was] = [concepts, SHIPPED].map((all) => saidBy(all).map((one) => JSON.stringify(one)));
    expect([is?.length, is?.find((one, i) => one !== was?.[i])]).toEqual([was?.length, undefined]);
  });

  test('is the same bytes for the same entries', () => {
    expect(write(format, ODD)).toBe(write(format, ODD));
  });
});

/** An entry with signs that no file of ours may hold. */
const NO_TEXT = conceptsOf('- { fr: a☢, en: b }').map((concept) => ({
  ...concept,
  fr: concept.fr.map((term) => ({ ...term, text: term.text.replace('☢', '\u0001\ufffe') })),
}));

describe.each(['tbx', 'tbx3'] as const)('%s', (format) => {
  test('is well-formed, whatever an entry holds', () => {
    const parser = new SaxesParser({ xmlns: true });
    const errors: string[] = [];
    parser.on('error', ({ message }) => errors.push(message));
    parser.write(write(format, [...ODD, ...NO_TEXT])).close();
    expect(errors).toEqual([]);
  });

  test('names entries as XML names things', () => {
    const ids = [...write(format, ODD).matchAll(/(?:termEntry|conceptEntry) id="([^"]*)"/g)].map(([, id]) => id ?? '');
    expect(ids.filter((id) => !/^[\p{L}_][\p{L}\d._-]*$/u.test(id))).toEqual([]);
  });
});

const PAIRS = conceptsOf(`
- fr: [jeton, token, { term: JT, status: admitted }]
  en: [token, word piece, TK]
  not: [chip]
- fr: puce
  en: chip
- fr: Jeton
  en: counter
`);

test('OmegaT gets each French term with the English of its kind, and nothing that is ruled out', () => {
  const rows = write('omegat', PAIRS).trimEnd().split('\n').slice(1);
  expect(rows.map((row) => row.split('\t').slice(0, 2).join(' = '))).toEqual([
    'jeton = token',
    'jeton = word piece',
    'token = token',
    'token = word piece',
    'JT = TK',
    'puce = chip',
    'Jeton = counter',
  ]);
});

test('DeepL gets each French term once, with both languages', () => {
  expect(write('deepl', PAIRS).split('\r\n')).toEqual([
    'jeton,token,fr,en',
    'token,token,fr,en',
    'JT,TK,fr,en',
    'puce,chip,fr,en',
    '',
  ]);
});

test.each(['omegat', 'deepl'] as const)('what is written for %s is read here again', (format) => {
  const { concepts, problems } = read(format, write(format, PAIRS));
  expect([concepts.map(({ fr }) => fr[0]?.text), problems]).toEqual([['jeton', 'token', 'JT', 'puce'], []]);
});

test('DeepL gets no term that a program for tables would carry out, nor one with a sign that is not its own', () => {
  const odd = conceptsOf('- { fr: =SUM(A1), en: sum }\n- { fr: ici, en: "@here" }\n- { fr: puce, en: chip }\n');
  expect(write('deepl', odd)).toBe('puce,chip,fr,en\r\n');
});

test('no cell of a table is a formula', () => {
  const cells = (['csv', 'tsv', 'deepl'] as const).flatMap((format) => write(format, ODD).split(/[\t\r\n]+|","|,/));
  expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([]);
});

test('every format has a name of its own', () => {
  expect(new Set(GLOSSARY_FORMATS.map((format) => GLOSSARY_EXPORTS[format].says)).size).toBe(GLOSSARY_FORMATS.length);
});

test('OmegaT gets a term that begins with # as no remark', () => {
  const row = write('omegat', conceptsOf('- fr: "#mot"\n  en: "#word"\n'));
  expect(read('omegat', row).concepts.map(({ fr }) => fr[0]?.text)).toEqual(['#mot']);
});
