import { describe, expect, test } from 'vitest';
import { conceptsFor, createProof } from '../../../src/core/changes/live-verdicts.ts';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import type { LedgerEntry } from '../../../src/core/ledger/ledger-entry.ts';
import { pairStamp, ruleStamp } from '../../../src/core/ledger/waivers.ts';
import { NOTHING, readPlain } from '../../../src/core/text/reading.ts';
import { openLibrary } from '../../../src/files/library.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { HOME } from '../../site.ts';
import { glossaryOf } from '../glossaries.ts';

const library = await openLibrary(HOME, { watch: false });
const { articles, glossary } = library.current();
const units = [...articles.values()].flatMap(({ article }) => article.units).filter(({ kind }) => kind !== 'code');

/** What somebody may have typed by some moment: the text cut, turned around, doubled, with words of another paragraph. */
function typed(target: string, other: string): string[] {
  const words = target.split(' ');
  return [
    target,
    words.slice(0, words.length / 2).join(' '),
    words.toReversed().join(' '),
    `${target} ${target}`,
    `${other} ${target}`,
    target.replaceAll('token', 'chip').replaceAll('model', 'pattern'),
    '',
  ];
}

test('with the few entries of a paragraph the ledger says what it says with the whole glossary, whatever is typed', () => {
  const differing = units.flatMap((unit, i) => {
    const { source, id, waivers } = unit;
    const prove = createProof({ id, source, concepts: conceptsFor(source, glossary), waivers, read: parseInlineMarks });
    const other = units[(i + 7) % units.length]?.target?.text ?? '';
    return typed((unit.target ?? NOTHING).text, other).filter((text) => {
      const said = (entries: readonly LedgerEntry[]) =>
        entries.map(({ reading, verdict, rendering }) => [reading.concept.id, verdict, rendering?.spans]);
      const whole = checkUnit(source, parseInlineMarks(text), glossary.indexes, waivers);
      return JSON.stringify(said(prove(text).entries)) !== JSON.stringify(said(whole));
    });
  });
  expect([units.length > 30, differing]).toEqual([true, []]);
});

describe('a proof', () => {
  const small = glossaryOf(
    '- fr: jeton\n  en: token\n  not: [{ term: chip, why: that is puce }]\n- fr: puce\n  en: chip\n',
  );
  const source = readPlain('Trois jetons, 12 francs.');
  const concepts = conceptsFor(source, small);
  const prove = createProof({ id: 'p2', source, concepts, waivers: [], read: parseInlineMarks });

  test('of a text whose number a person accepted tells it apart, until the text changes', () => {
    const [target, other] = [readPlain('Three tokens.'), 'Three tokens!'];
    const hash = pairStamp(source, target) + ruleStamp('number-lost');
    const waiver = { accepts: 'number-lost', hash, reason: 'said before', place: { file: '', line: 0, column: 0 } };
    const judge = createProof({ id: 'p2', source, concepts, waivers: [waiver], read: parseInlineMarks });
    const said = 'no number answers “12”; write it [p2]';
    expect([target.text, other].map(judge).map(({ findings, accepted }) => [findings, accepted])).toEqual([
      [[], [`${said}. Accepted by a person: said before.`]],
      [[said], []],
    ]);
  });

  test.each<[string, string, string, string[], string[]]>([
    ['of a right text', 'Three tokens, 12 francs.', '1 term: 1 preferred', [], []],
    [
      'of a ruled-out term offers the repair',
      'Three chips, 12 francs.',
      '1 term: 1 deprecated',
      ['chips → tokens'],
      [],
    ],
    ['of a lost number says so', 'Three tokens.', '1 term: 1 preferred', [], ['no number answers “12”; write it [p2]']],
    ['of no text has no findings', '', '1 term: 1 missing', [], []],
  ])('%s', (_what, text, tally, repairs, findings) => {
    const proof = prove(text);
    expect([proof.tally, proof.repairs.map(({ repair: { from, to } }) => `${from} → ${to}`), proof.findings]).toEqual([
      tally,
      repairs,
      findings,
    ]);
  });
});
