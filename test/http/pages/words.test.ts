import { describe, expect, test } from 'vitest';
import type { CheckedArticle, CheckedUnit } from '../../../src/core/checks/checked-article.ts';
import type { Problem } from '../../../src/core/checks/problem.ts';
import type { Unit } from '../../../src/core/model/article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { grouped } from '../../../src/core/text/counted.ts';
import { plainly } from '../../../src/core/text/told-words.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { leadsAlone } from '../../../src/http/pages/article/article-leads.ts';
import { unitView } from '../../../src/http/pages/article/unit-view.ts';
import { errorPage } from '../../../src/http/pages/error-page.ts';
import { clockTime, exactTime, writtenDate } from '../../../src/http/pages/frame/dates.ts';
import { checkingOf, frameOf } from '../../../src/http/pages/frame/frame.ts';
import type { Named } from '../../../src/http/pages/frame/names.ts';
import { joined, listed, numberOf, pilcrow } from '../../../src/http/pages/frame/wording.ts';
import { impactView } from '../../../src/http/pages/glossary/impact-view.ts';
import { progressOf } from '../../../src/http/pages/shelf/shelf-page.ts';

test.each([
  ['2025-03-07', 'March 7, 2025'],
  ['2024-02-29', 'February 29, 2024'],
  ['1999-12-31', 'December 31, 1999'],
  ['2000-01-01', 'January 1, 2000'],
])('%s is written as %s, wherever the server stands', (iso, written) => {
  expect(writtenDate(iso)).toBe(written);
});

test('a clock has two digits for hours and minutes, and for seconds where they are asked for', () => {
  const time = new Date(2025, 2, 7, 9, 5, 3).getTime();
  expect([clockTime(time), exactTime(time)]).toEqual(['09:05', '09:05:03']);
});

test('a comma stands before all but the first', () => {
  expect(
    listed([{ text: 'a' }, { text: 'b' }, { text: 'c' }])
      .map(({ before, text }) => before + text)
      .join(''),
  ).toBe('a, b, c');
});

test('what is not there is not joined', () => {
  expect([joined(['a', null, '', 'b'], ' · '), joined([null, ''], ' · ')]).toEqual(['a · b', '']);
});

test('a paragraph goes by its number', () => {
  expect([numberOf('p7'), pilcrow('p123'), grouped(1234567)]).toEqual([7, '¶123', '1,234,567']);
});

const NO_ARTICLES = { revision: 'r', articles: new Map<string, CheckedArticle>() };

describe('the files that need a correction', () => {
  const problem: Problem = {
    ...{ file: 'glossary/ai.yaml', line: 3, column: 7, severity: 'error', rule: 'yaml' },
    ...{ message: 'write “en”', excerpt: 'x'.repeat(300) },
  };
  const framed = (count: number) =>
    frameOf({ ...NO_ARTICLES, problems: Array.from({ length: count }, () => problem) }, 'A title').problems;

  test.each([
    [1, 'A file needs a correction', 1, 0],
    [2, '2 corrections are needed in the files', 2, 0],
    [20, '20 corrections are needed in the files', 20, 0],
    [21, '21 corrections are needed in the files', 20, 1],
  ])('%i of them', (count, heading, shown, more) => {
    const list = framed(count);
    expect([list?.heading, list?.listed.length, list?.more]).toEqual([heading, shown, more]);
  });

  test.each([
    [1, 'A file could be put right'],
    [2, '2 places in the files could be put right'],
  ])('%i that break nothing are folded away', (count, heading) => {
    const mild = { ...problem, severity: 'warning' } as const;
    const { problems } = frameOf({ ...NO_ARTICLES, problems: Array.from({ length: count }, () => mild) }, 'A title');
    expect([problems?.heading, problems?.isMild]).toEqual([heading, true]);
  });

  test('one that breaks something is shown with all others', () => {
    const { problems } = frameOf(
      { ...NO_ARTICLES, problems: [{ ...problem, severity: 'warning' }, problem] },
      'A title',
    );
    expect([problems?.heading, problems?.isMild]).toEqual(['2 corrections are needed in the files', false]);
  });

  test.each([
    [
      '“a” is the id of the entry at glossary/ai.yaml:3 too',
      '“a” is the id of the entry at glossary/ai.yaml:41 too',
      true,
    ],
    ['“jeton” stands at glossary/ia.csv:9 too, unmarked', '“jeton” stands at glossary/ia.csv:10 too, unmarked', true],
    ['“ana” stands on line 3 already', '“ana” stands on line 4 already', true],
    ['“gpt-4” is no key', '“gpt-5” is no key', false],
    ['“a:4” is no key', '“a:5” is no key', false],
    ['“a” stands at glossary/a1.yaml:3 too', '“a” stands at glossary/a2.yaml:3 too', false],
    ['“underline 3” is no key', '“underline 4” is no key', false],
  ])('“%s” and “%s”: whether they are one, with another line', (one, other, isSame) => {
    const problems = [one, other].map((message) => ({ ...problem, message }));
    const prints = frameOf({ ...NO_ARTICLES, problems }, 'A title').problems?.listed.map((each) => each.fingerprint);
    expect(new Set(prints).size === 1).toBe(isSame);
  });

  test('none are no list', () => {
    expect(framed(0)).toBe(null);
  });

  test('each has its place, and of its line what fits', () => {
    const [first] = framed(1)?.listed ?? [];
    expect([first?.place, first?.excerpt.length]).toEqual(['glossary/ai.yaml:3:7', 200]);
  });
});

test.each([
  [401, true],
  [403, false],
  [404, false],
  [500, false],
])('an answer %i offers to sign in: %s', (status, offersSignIn) => {
  const failure = { status, title: 'A title', message: 'No.', advice: '', lead: null };
  expect(errorPage(failure, { ...NO_ARTICLES, problems: [] }).offersSignIn).toBe(offersSignIn);
});

test.each(['deepseek-r2', 'mean', 'you', 'i'])('what is most likely meant is linked where it is named: %s', (near) => {
  const says = `Did you mean “${near}”?`;
  const failure = {
    status: 404,
    title: 'Not found',
    message: 'No.',
    advice: says,
    lead: { says, words: near, href: '/' },
  };
  const { advice } = errorPage(failure, { ...NO_ARTICLES, problems: [] });
  expect([advice?.before, advice?.after]).toEqual(['Did you mean “', '”?']);
});

test.each([
  [0, ''],
  [1, '1 article is still being checked.'],
  [1900, '1,900 articles are still being checked.'],
])('%i articles that wait: “%s”', (count, said) => {
  const pending = new Set(Array.from({ length: count }, (_, i) => `a${i}`));
  expect(checkingOf({ pending })).toBe(said);
});

test.each([
  [0, 0, 0, '0 paragraphs'],
  [1, 0, 0, '1 paragraph, not translated yet'],
  [43, 0, 0, '43 paragraphs, not translated yet'],
  [43, 43, 43, '43 paragraphs, all translated and reviewed'],
  [43, 43, 12, '43 paragraphs: all translated, 12 reviewed'],
  [43, 43, 0, '43 paragraphs: all translated, none reviewed'],
  [2000, 1042, 1, '2,000 paragraphs: 1,042 translated, 1 reviewed'],
])('of %i paragraphs %i are translated and %i reviewed: “%s”', (units, translated, reviewed, says) => {
  expect(progressOf({ units, translated, reviewed } as Parameters<typeof progressOf>[0])).toBe(says);
});

describe('a paragraph', () => {
  const place = { file: 'content/essai/fr.md', line: 3, column: 1 };
  const unit: Unit = {
    ...{ id: 'p2', kind: 'paragraph', level: 0, source: parseInlineMarks('Un jeton.'), place },
    ...{ target: parseInlineMarks('A token.'), state: 'translated', origin: 'an engine', repairs: [], notes: [] },
    ...{ waivers: [], reviewedTerms: null, previous: null, targetPlace: () => place },
  };
  const view = (over: Partial<Unit>, stale: readonly string[] = [], tellsOrigin = true) => {
    const checked: CheckedUnit = {
      unit: { ...unit, ...over },
      ...{ entries: [], otherSenses: [], alignment: { source: [], target: [], pairs: [] } },
      findings: [],
      ...{ others: [], accepted: [] },
      stale,
    };
    return finish(unitView(checked, { slug: 'essai', tellsOrigin, leadsOf: leadsAlone('essai'), cell: null, gap: '' }));
  };

  test.each<[string, Partial<Unit>, readonly string[], string | null]>([
    ['a draft', {}, [], 'Approve it as it is'],
    ['a draft that is stale', {}, ['token changed'], 'Approve it as it is'],
    ['an approved one', { state: 'reviewed' }, [], null],
    ['an approved one that is stale', { state: 'reviewed' }, ['token changed'], 'It still holds'],
    ['one without a translation', { state: 'initial', target: null }, [], null],
    ['code', { kind: 'code', state: 'reviewed' }, ['token changed'], null],
  ])('%s asks for approval: %s', (_case, over, stale, approve) => {
    expect(view(over, stale).approve).toBe(approve);
  });

  test.each<[string, Partial<Unit>, boolean, string | null, string | null]>([
    ['a draft says it beside the word', {}, true, 'an engine', null],
    ['an approved one says it below', { state: 'reviewed' }, true, null, 'an engine'],
    ['an approved one leaves it to the page', { state: 'reviewed' }, false, null, null],
    ['one of no origin says nothing', { state: 'reviewed', origin: null }, true, null, null],
  ])('%s', (_case, over, tellsOrigin, draftOrigin, origin) => {
    const { draftOrigin: beside, origin: below } = view(over, [], tellsOrigin);
    const written = [beside, below].map((line) => line?.map(({ text }) => text).join('') ?? null);
    expect(written).toEqual([draftOrigin, origin]);
  });

  test.each<[Partial<Unit>, string]>([
    [{ kind: 'title' }, 'h1'],
    [{ kind: 'heading', level: 1 }, 'h2'],
    [{ kind: 'heading', level: 4 }, 'h4'],
    [{ kind: 'paragraph' }, 'p'],
    [{ kind: 'item' }, 'p'],
    [{ kind: 'quote' }, 'blockquote'],
    [{ kind: 'code' }, 'pre'],
  ])('%j stands in %s', (over, tag) => {
    expect(view(over).tag).toBe(tag);
  });

  test('has nothing below it when there is nothing to say', () => {
    expect([view({ state: 'reviewed' }, [], false).hasApparatus, view({ notes: ['a note'] }).hasApparatus]).toEqual([
      false,
      true,
    ]);
  });

  test('is not edited when it is code', () => {
    expect([view({}).editAt, view({ kind: 'code' }).editAt]).toEqual(['/articles/essai/units/p2', null]);
  });
});

const NAMED = { ...NO_ARTICLES, glossary: { byId: new Map() } } as unknown as Named;

test.each([
  [0, 0, 0],
  [50, 50, 0],
  [51, 50, 1],
  [180, 50, 130],
])('of %i paragraphs that a change touches %i are listed, and %i are counted', (count, listing, more) => {
  const touched = (i: number) => ({ slug: 'essai', unit: `p${i + 1}`, terms: [], becomesStale: false, characters: 9 });
  const view = impactView(
    {
      units: Array.from({ length: count }, (_, i) => touched(i)),
      characters: 9,
      unchecked: [],
      findings: [],
    },
    NAMED,
  );
  expect([view.units.length, view.more, plainly(view.units.at(-1)?.label ?? [])]).toEqual([
    listing,
    more,
    count === 0 ? '' : `essai ¶${listing}`,
  ]);
});

test.each([
  [0, 0, undefined],
  [20, 20, 'no 19'],
  [21, 21, 'and 1 more'],
  [50_000, 21, 'and 49,980 more'],
])('of %i findings of the glossary that a change would bring, %i lines are listed', (count, listing, last) => {
  const findings = Array.from({ length: count }, (_, i) => `no ${i}`);
  const view = impactView({ units: [], characters: 0, unchecked: [], findings }, NAMED);
  expect([view.findings.length, view.findings.at(-1)]).toEqual([listing, last]);
});
