import { describe, expect, test } from 'vitest';
import {
  conceptsFor,
  type LiveVerdicts,
  liveVerdictSlices,
  type VerdictGround,
} from '../../../src/core/changes/live-verdicts.ts';
import type { Glossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import { knownOf } from '../../../src/core/checks/pair/known-french.ts';
import { checkUnit } from '../../../src/core/ledger/ledger.ts';
import type { LedgerEntry } from '../../../src/core/ledger/ledger-entry.ts';
import { pairStamp } from '../../../src/core/ledger/pair-stamps.ts';
import { ruleStamp } from '../../../src/core/ledger/waivers.ts';
import type { Term } from '../../../src/core/model/concept.ts';
import type { RichText } from '../../../src/core/model/rich-text.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { NOTHING, readPlain } from '../../../src/core/text/reading.ts';
import { formsOf } from '../../../src/core/words/forms.ts';
import { type VerbRecords, verbRecordsOf, verbsFrom } from '../../../src/core/words/sent-verbs.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { openLexicon } from '../../../src/lexicon/lexicon.ts';
import { everyNth } from '../../rounds.ts';
import { shippedSnapshot } from '../../site.ts';
import { glossaryOf } from '../glossaries.ts';

const { articles, glossary } = await shippedSnapshot();
const units = [...articles.values()].flatMap(({ article }) => article.units).filter(({ kind }) => kind !== 'code');

/** The proof of any target of one source. */
function proofs(ground: VerdictGround): (target: string) => LiveVerdicts {
  const prove = finish(liveVerdictSlices(ground));
  return (target) => finish(prove(target));
}

/** What the page of a paragraph is sent: its entries, and their verbs as JSON. */
function sent(source: RichText, all: Glossary): Pick<Glossary, 'concepts' | 'verbs'> {
  const concepts = conceptsFor(source, all);
  const records = JSON.parse(JSON.stringify(verbRecordsOf(concepts, all.verbs))) as VerbRecords;
  return { concepts, verbs: verbsFrom(records) };
}

/**
 * What somebody may have typed by some moment: the text cut, turned around, doubled, with words of another paragraph.
 */
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
  const differing = everyNth([...units.entries()], 6).flatMap(([i, unit]) => {
    const { source, id, waivers } = unit;
    const prove = proofs({
      id,
      source,
      ...sent(source, glossary),
      waivers,
      known: knownOf(source, new Set()),
      read: parseInlineMarks,
    });
    const other = units[(i + 7) % units.length]?.target?.text ?? '';
    return typed((unit.target ?? NOTHING).text, other).filter((text) => {
      const said = (entries: readonly LedgerEntry[]) =>
        entries.map(({ reading, verdict, rendering }) => [reading.concept.id, verdict, rendering?.spans]);
      const { entries: whole } = checkUnit(source, parseInlineMarks(text), glossary.indexes, waivers);
      return JSON.stringify(said(prove(text).entries)) !== JSON.stringify(said(whole));
    });
  });
  expect([units.length > 30, differing]).toEqual([true, []]);
});

describe('the page and the check say the same of', () => {
  const verbs = glossary.concepts.flatMap((concept) =>
    concept.fr.filter(({ partOfSpeech }) => partOfSpeech === 'verb').map((term) => [term.text, concept, term] as const),
  );
  const more = glossaryOf(
    `- { fr: { term: s'abonner, pos: verb }, en: { term: subscribe, pos: verb } }
- { fr: { term: mettre en œuvre, pos: verb }, en: { term: carry out, pos: verb } }
- { fr: { term: vectoriser, pos: verb }, en: { term: vectorize, pos: verb } }
- { fr: { term: désapprendre, pos: verb }, en: [{ term: unlearn, pos: verb }, { term: forget, pos: verb }] }`,
    openLexicon(),
  );
  const others = more.concepts.map((concept) => [concept.fr[0]?.text ?? '', concept, concept.fr[0] as Term] as const);

  test.each([
    ...everyNth(verbs, 60).map((row) => [...row, glossary] as const),
    ...others.map((row) => [...row, more] as const),
  ])('every form of “%s”', (_verb, concept, term, whole) => {
    const target = concept.en
      .flatMap((english) => formsOf(english, whole.verbs))
      .map(({ text }) => text)
      .join(', ');
    const forms = formsOf(term, whole.verbs).map(({ text }) => text);
    const source = readPlain(forms.join('. '));
    const ground = {
      id: 'p1',
      source,
      ...sent(source, whole),
      waivers: [],
      known: knownOf(source, new Set()),
      read: parseInlineMarks,
    };
    const shown = proofs(ground)(target).entries;
    const { entries: checked } = checkUnit(source, parseInlineMarks(target), whole.indexes);
    // A few are none: the adjective “hallucinant”, which its entry excepts, and “hallucines” without its tu.
    expect(checked.length).toBeGreaterThanOrEqual(Math.floor(forms.length * 0.85));
    expect(JSON.stringify(shown)).toBe(JSON.stringify(checked));
  });
});

describe('a proof', () => {
  const small = glossaryOf(
    '- fr: jeton\n  en: token\n  not: [{ term: chip, why: that is puce }]\n- fr: puce\n  en: chip\n',
  );
  const source = readPlain('Trois jetons, 12 francs.');
  const prove = proofs({
    id: 'p2',
    source,
    ...sent(source, small),
    waivers: [],
    known: knownOf(source, new Set()),
    read: parseInlineMarks,
  });

  test('of a text whose number a person accepted tells it apart, until the text changes', () => {
    const [target, other] = [readPlain('Three tokens.'), 'Three tokens!'];
    const hash = pairStamp(source, target) + ruleStamp('number-lost');
    const waiver = { accepts: 'number-lost', hash, reason: 'said before', place: { file: '', line: 0, column: 0 } };
    const judge = proofs({
      id: 'p2',
      source,
      ...sent(source, small),
      waivers: [waiver],
      known: knownOf(source, new Set()),
      read: parseInlineMarks,
    });
    const fault = 'no number answers “12 francs”';
    const said = `${fault}; write it`;
    expect(
      [target.text, other].map(judge).map(({ findings, accepted }) => [findings.map(({ said }) => said), accepted]),
    ).toEqual([
      [[], [`${fault}. Accepted by a person: said before.`]],
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
    [
      'of a lost number says so',
      'Three tokens.',
      '1 term: 1 preferred',
      [],
      ['no number answers “12 francs”; write it'],
    ],
    ['of no text has no findings', '', '1 term: 1 missing', [], []],
  ])('%s', (_what, text, tally, repairs, findings) => {
    const proof = prove(text);
    expect([
      proof.tally,
      proof.repairs.map(({ repair: { from, to } }) => `${from} → ${to}`),
      proof.findings.map(({ said }) => said),
    ]).toEqual([tally, repairs, findings]);
  });
});
