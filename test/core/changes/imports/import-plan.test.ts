import { describe, expect, test } from 'vitest';
import { importEditSlices, importFindingSlices } from '../../../../src/core/changes/imports/import-edits.ts';
import {
  appliedRows,
  canTake,
  type ImportPlan,
  importPlanSlices,
} from '../../../../src/core/changes/imports/import-plan.ts';
import type { IncomingUnit } from '../../../../src/core/changes/imports/incoming-unit.ts';
import { unitKeys } from '../../../../src/core/changes/imports/unit-keys.ts';
import { createGlossary } from '../../../../src/core/checks/glossary/check-glossary.ts';
import { finish } from '../../../../src/core/model/slices.ts';
import { whyNotApprove } from '../../../../src/core/people/approvals.ts';
import { readLike } from '../../../../src/formats/article/inline-marks.ts';
import { parseGlossaryYaml } from '../../../../src/formats/glossary/yaml.ts';
import { articleOf } from '../../../formats/exchange/articles.ts';

const FRENCH = `---
title: Le pont
---

Trois jetons *seuls*.

Une puce.

Encore.

Encore.

\`\`\`
code
\`\`\`

Rien encore ici.
`;
const CATALOGUE = `msgid "Le pont"
msgstr "The bridge"

# note: a play on words
#, fuzzy
msgid "Trois jetons *seuls*."
msgstr "Three *lone* tokens."

msgid "Une puce."
msgstr "A chip."

msgctxt "p4"
msgid "Encore."
msgstr "Again."
`;
const ARTICLE = articleOf('pont', FRENCH, CATALOGUE);
const KEYS = unitKeys('pont', ARTICLE.units);
const PLACE = { file: 'revue.xlf', line: 7, column: 3 };

type Given = Partial<IncomingUnit> & Pick<IncomingUnit, 'source'>;
const incoming = (given: Given): IncomingUnit => ({
  ...{ key: null, context: null, target: null, state: 'translated', notes: [], place: PLACE, ...given },
});
const planOf = (...given: readonly Given[]): ImportPlan =>
  finish(importPlanSlices(ARTICLE, given.map(incoming), readLike));
const told = (...given: readonly Given[]) =>
  planOf(...given).rows.map(({ kind, unit, why }) => [kind, unit?.id ?? null, why].filter(Boolean).join(' '));

describe('what a text would do', () => {
  test.each<[string, Given, string]>([
    ['a first translation is new', { source: 'Rien encore ici.', target: 'Nothing yet.' }, 'new p7'],
    ['the same text changes nothing', { source: 'Une puce.', target: 'A chip.' }, 'same p3'],
    [
      'a reviewed text over a draft changes it',
      { source: 'Trois jetons *seuls*.', target: 'Three.', state: 'reviewed' },
      'changed p2',
    ],
    ['a draft over a draft changes it', { source: 'Trois jetons *seuls*.', target: 'Three.' }, 'changed p2'],
    [
      'a review alone is a change',
      { source: 'Trois jetons *seuls*.', target: 'Three *lone* tokens.', state: 'reviewed' },
      'changed p2 reviewed there',
    ],
    [
      'a draft never goes over a review',
      { source: 'Une puce.', target: 'One chip.' },
      'kept p3 reviewed here, and a draft there',
    ],
    [
      'two reviews are a question',
      { source: 'Une puce.', target: 'One chip.', state: 'reviewed' },
      'conflict p3 reviewed on both sides',
    ],
    ['the same draft of a reviewed text changes nothing', { source: 'Une puce.', target: 'A chip.' }, 'same p3'],
    ['no text changes nothing', { source: 'Une puce.', target: null }, 'same p3'],
    ['blanks are no text', { source: 'Une puce.', target: ' \n ' }, 'same p3'],
    ['a text without a target belongs nowhere and changes nothing', { source: 'Ailleurs.' }, 'same'],
    ['code has no English of its own', { source: 'code', target: 'other' }, 'same p6'],
    [
      'a note that is new is a change',
      { source: 'Une puce.', target: 'A chip.', notes: ['or flea'] },
      'changed p3 a note',
    ],
    [
      'a note that is there is none',
      { source: 'Trois jetons *seuls*.', target: 'Three *lone* tokens.', notes: ['a  play on words'] },
      'same p2',
    ],
  ])('%s', (_, given, says) => {
    expect(told(given)).toEqual([says]);
  });

  test.each([
    ['stress written otherwise', 'Three _lone_ tokens.', 'same p2'],
    ['a letter as a reference', 'Three *lone* &#116;okens.', 'same p2'],
    ['a line that breaks', 'Three\n*lone* tokens.', 'same p2'],
    ['a sign that no text file holds', 'Three *lone* to\u0007kens.', 'same p2'],
    ['stress that is gone', 'Three lone tokens.', 'changed p2'],
    ['strong for stress', 'Three **lone** tokens.', 'changed p2'],
    ['a no-break space', 'Three *lone*\u00a0tokens.', 'changed p2'],
    ['a line break that is meant', 'Three\\\n*lone* tokens.', 'changed p2'],
    ['a line break that two spaces mean', 'Three  \n*lone* tokens.', 'changed p2'],
  ])('%s', (_, target, says) => {
    expect(told({ source: 'Trois jetons *seuls*.', target })).toEqual([says]);
  });
});

describe('a review of a text approves none that is another', () => {
  test.each([
    ['a tag for its letters', 'A&lt;br&gt;token.', 'A<br>token.'],
    ['a remark for its letters', 'A token &#37;%x%%.', 'A token %%x%%.'],
    ['pictures in another order', '![](b.png)![](c.png)', '![](c.png)![](b.png)'],
    ['another title', '[token](https://a.fr "b" )', '[token](https://a.fr "c" )'],
  ])('%s', (_, ours, target) => {
    const po = `#, fuzzy\nmsgid "Un jeton."\nmsgstr ${JSON.stringify(ours)}\n`;
    const article = articleOf('pont', '---\ntitle: Le pont\n---\n\nUn jeton.\n', po);
    const theirs = incoming({ source: 'Un jeton.', target, state: 'reviewed' });
    const { rows } = finish(importPlanSlices(article, [theirs], readLike));
    expect(rows.map(({ kind, why, target: said }) => [kind, why, said])).toEqual([['changed', '', target]]);
  });
});

describe('which paragraph a text is', () => {
  test('its key tells twins apart', () => {
    const key = KEYS.get('p5') ?? '';
    expect(told({ source: 'Encore.', target: 'Once more.', key })).toEqual(['new p5']);
  });

  test('its context does', () => {
    expect(told({ source: 'Encore.', target: 'Once more.', context: 'p5' })).toEqual(['new p5']);
  });

  test('as many as there are go in their order', () => {
    expect(told({ source: 'Encore.', target: 'Again.' }, { source: 'Encore.', target: 'More.' })).toEqual([
      'same p4',
      'new p5',
    ]);
  });

  test('one of two that read so is neither', () => {
    expect(told({ source: 'Encore.', target: 'More.' })).toEqual([
      'unknown 2 paragraphs read so, and the file does not say which is meant',
    ]);
  });

  test('a key whose French is another by now is no sign', () => {
    expect(told({ source: 'Trois jetons.', target: 'Three tokens.', key: KEYS.get('p3') ?? '' })).toEqual([
      'unknown p2 no paragraph of the article reads so',
    ]);
  });

  test('marks that a tool left out are no difference', () => {
    expect(told({ source: 'Trois jetons seuls.', target: 'Three.' })).toEqual(['changed p2']);
  });

  test('no-break spaces are none either', () => {
    expect(told({ source: 'Une\u00a0puce.', target: 'A chip.' })).toEqual(['same p3']);
  });

  test('the second translation of one text is left', () => {
    expect(told({ source: 'Rien encore ici.', target: 'A.' }, { source: 'Rien encore ici.', target: 'B.' })).toEqual([
      'new p7',
      'unknown the file has another translation of p7, which was taken',
    ]);
  });

  test.each([
    ['half of the words', 'Trois.', 'unknown p2 no paragraph of the article reads so'],
    ['fewer', 'Trois chats.', 'unknown no paragraph of the article reads so'],
  ])('%s in common make a neighbour, or do not', (_what, source, says) => {
    expect(told({ source, target: 'Three.' })).toEqual([says]);
  });

  test('what is like nothing has no neighbour', () => {
    expect(told({ source: 'Quatre chats dorment.', target: 'Four cats sleep.' })).toEqual([
      'unknown no paragraph of the article reads so',
    ]);
  });
});

describe('what is written', () => {
  const rows = () =>
    planOf(
      { source: 'Rien encore ici.', target: 'Nothing yet.' },
      { source: 'Une puce.', target: 'One chip.', state: 'reviewed' },
      { source: 'Le pont', target: 'A bridge' },
      { source: 'Trois jetons.', target: 'Three tokens.' },
    );

  test('new and changed texts, not those that both sides changed', () => {
    expect(appliedRows(rows(), { theirs: false }).map(({ unit }) => unit?.id)).toEqual(['p7']);
  });

  test('theirs where both reviewed, still never a draft over a review', () => {
    expect(appliedRows(rows(), { theirs: true }).map(({ unit }) => unit?.id)).toEqual(['p7', 'p3']);
  });

  test('a person can choose all but a draft over a review', () => {
    expect(rows().rows.map(canTake)).toEqual([true, true, false, true]);
  });

  test('says where it comes from, keeps the origin of what was only approved', () => {
    const { indexes } = createGlossary([]);
    const tools = { indexes, read: readLike, file: 'revue.xlf', date: '2026-11-26' };
    const plan = planOf(
      { source: 'Rien encore ici.', target: 'Nothing yet.', notes: ['not sure'] },
      { source: 'Trois jetons.', target: 'Three tokens.' },
    );
    const edits = finish(importEditSlices(plan.rows, tools));
    expect(edits.map(({ unit, comments, state, previous }) => [unit, state, previous, ...comments])).toEqual([
      ['p7', 'translated', null, 'origin: import revue.xlf 2026-11-26', 'note: not sure'],
      ['p2', 'translated', 'Trois jetons.', 'origin: import revue.xlf 2026-11-26'],
    ]);
  });
});

describe('what somebody with a name brings', () => {
  const { indexes } = createGlossary([]);
  const edited = (notes: readonly string[]) => {
    const tools = { indexes, read: readLike, file: 'a, by Dora.po', date: '2026-11-26', writer: 'Ana' };
    const plan = planOf({ source: 'Rien encore ici.', target: 'Nothing yet.', notes });
    return finish(importEditSlices(plan.rows, tools)).map(({ comments }) => comments);
  };

  test('says so in its origin, whatever the file is called', () => {
    const origin = 'import a, by Dora.po, by Ana 2026-11-26';
    const [ana, dora] = ['Ana', 'Dora'].map((name) =>
      whyNotApprove(origin, { person: { name, role: 'reviewer' }, byOther: true }),
    );
    expect([edited([]), ana?.slice(0, 21), dora]).toEqual([[[`origin: ${origin}`]], 'Ana brought this text', null]);
  });

  test.each([
    ['not sure', 'not sure'],
    ['Ana 2026-11-20: sure', 'Ana 2026-11-20: sure'],
    ['ana 2026-11-20: sure', 'ana 2026-11-20: sure'],
    ['Dora 2026-11-20: sure', 'Ana 2026-11-26: Dora 2026-11-20: sure'],
    ['Dora\n2026-11-20:\tsure', 'Ana 2026-11-26: Dora 2026-11-20: sure'],
    ['Dora, 2026-11-20: sure', 'Dora, 2026-11-20: sure'],
  ])('a note in the name of another is told in theirs: %j', (note, said) => {
    expect(edited([note])[0]?.slice(1)).toEqual([`note: ${said}`]);
  });

  test('a note that was brought before is not brought again', () => {
    const notes = ['Ana 2026-11-26: Dora 2026-11-20: sure'];
    const units = ARTICLE.units.map((unit) => (unit.id === 'p3' ? { ...unit, notes } : unit));
    const again = incoming({ source: 'Une puce.', target: 'One chip.', notes: ['Dora 2026-11-20: sure'] });
    expect(finish(importPlanSlices({ ...ARTICLE, units }, [again], readLike)).rows.map((row) => row.notes)).toEqual([
      [],
    ]);
  });
});

test('what came in is checked where it stands in its file', () => {
  const { concepts } = parseGlossaryYaml('- fr: puce\n  en: chip\n  not: flea\n', 'glossary/a.yaml');
  const glossary = createGlossary(concepts);
  const { rows } = planOf({ source: 'Une puce.', target: 'A flea.', state: 'reviewed' });
  const findings = finish(importFindingSlices(ARTICLE, rows, { glossary, read: readLike }));
  expect(findings.map(({ rule, file, line, unit }) => [rule, file, line, unit])).toEqual([
    ['deprecated-term', 'revue.xlf', 7, 'p3'],
  ]);
});
