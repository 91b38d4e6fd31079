import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { annotationOf } from '../../src/cli/annotations.ts';
import { sarifLog } from '../../src/cli/sarif.ts';
import { RULE_IDS } from '../../src/core/checks/rules.ts';
import { makeRoot, SMALL } from '../site.ts';
import { run } from './program.ts';
import { sarifMistakes } from './sarif-schema.ts';

const FILES = {
  ...SMALL,
  'content/essai/en.po': SMALL['content/essai/en.po'].replace('Three tokens', 'Three chips, 50 %'),
  'content/Pas, un: nom/fr.md': 'x',
};

let root: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ root, remove } = await makeRoot(FILES));
});
afterAll(() => remove());

const check = (format: string, env: Readonly<Record<string, string>> = {}) =>
  run(['check', '--format', format], { root, env });

// biome-ignore lint/suspicious/noExplicitAny: it is spoilt on purpose
type Json = Record<string, any>;
const runIn = (log: Json): Json => log['runs'][0];
const regionIn = (log: Json): Json => runIn(log)['results'][0].locations[0].physicalLocation.region;

const NEAR = { line: 7, column: 3, severity: 'warning', rule: 'quotation' } as const;

describe('an annotation', () => {
  test.each([
    ['a plain sentence', 'one side quotes', '::one side quotes'],
    ['a percent sign', '50 % of it', '::50 %25 of it'],
    ['an escape that looks undone', '%0A', '::%250A'],
    ['a line break', 'a\nb\r\nc', '::a%0Ab%0D%0Ac'],
    ['a command of its own', '::error::x', '::::error::x'],
    ['commas and colons, which are its own', 'a, b: c', '::a, b: c'],
  ])('holds %s', (_what, message, end) => {
    expect(annotationOf({ ...NEAR, file: 'a.po', message }, '')).toBe(
      `::warning file=a.po,line=7,col=3,title=visavis quotation${end}\n`,
    );
  });

  test.each([
    ['a, b.po', 'a%2C b.po'],
    ['a:b.po', 'a%3Ab.po'],
    ['100%.po', '100%25.po'],
    ['é.po', 'é.po'],
  ])('of %s cannot be steered by its name', (file, written) => {
    expect(annotationOf({ ...NEAR, file, message: 'x' }, 'docs/')).toContain(`file=docs/${written},line`);
  });

  test.each([
    ['error', '::error '],
    ['warning', '::warning '],
    ['info', '::notice '],
  ] as const)('of severity %s is one', (severity, start) => {
    expect(annotationOf({ ...NEAR, severity, file: 'a', message: 'x' }, '').startsWith(start)).toBe(true);
  });
});

describe('check --format github', () => {
  test('says each error and warning on a line of its own, and exits as ever', async () => {
    const { code, out } = await check('github');
    expect([
      code,
      out.split('\n').map((line) => /^::(\w+) file=([^,]*),.*title=visavis (\S+?)::/.exec(line)?.slice(1)),
    ]).toEqual([
      1,
      [
        ['warning', 'content/Pas%2C un%3A nom', 'file'],
        ['error', 'content/essai/en.po', 'deprecated-term'],
        ['error', 'content/essai/en.po', 'number-added'],
        undefined,
      ],
    ]);
  });

  test('names files as the checkout has them', async () => {
    const { out } = await check('github', { GITHUB_WORKSPACE: path.dirname(root) });
    expect(out).toContain(`file=${path.basename(root)}/content/essai/en.po,`);
  });

  test('names files as the current folder has them where no build server names a checkout', async () => {
    vi.stubEnv('GITHUB_WORKSPACE', undefined);
    const { out } = await run(['check', '--format', 'github'], { root, here: path.dirname(root) });
    vi.unstubAllEnvs();
    expect(out).toContain(`file=${path.basename(root)}/content/essai/en.po,`);
  });

  test('names files as the root has them where that is outside of the checkout', async () => {
    const { out } = await check('github', { GITHUB_WORKSPACE: path.join(root, 'content') });
    expect(out).toContain('file=content/essai/en.po,');
  });
});

describe('check --format sarif', () => {
  const resultsOf = async (env = {}) => JSON.parse((await check('sarif', env)).out).runs[0].results;

  test('is one log of this program, with every rule', async () => {
    const { version, runs } = JSON.parse((await check('sarif')).out);
    const { name, rules } = runs[0].tool.driver;
    expect([version, name, rules.map(({ id }: { id: string }) => id)]).toEqual(['2.1.0', 'visavis', RULE_IDS]);
  });

  test('has a result for everything that is told, remarks too', async () => {
    const results: { ruleId: string; level: string }[] = await resultsOf();
    expect(results.map(({ ruleId, level }) => `${level} ${ruleId}`)).toEqual([
      'warning file',
      'note no-definition',
      'note no-definition',
      'error deprecated-term',
      'error number-added',
    ]);
  });

  test('points at the rule of each result', async () => {
    const results: { ruleId: string; ruleIndex: number }[] = await resultsOf();
    expect(results.map(({ ruleIndex }) => RULE_IDS[ruleIndex])).toEqual(results.map(({ ruleId }) => ruleId));
  });

  test('writes names of files as parts of an address', async () => {
    const [{ locations }] = await resultsOf({ GITHUB_WORKSPACE: path.dirname(root) });
    expect(locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: `${path.basename(root)}/content/Pas%2C%20un%3A%20nom`, uriBaseId: '%SRCROOT%' },
      region: { startLine: 1, startColumn: 1 },
    });
  });

  test('is what its schema asks for, with no property that it does not know', async () => {
    const log = JSON.parse((await check('sarif')).out);
    const [{ tool, results }] = log.runs;
    const told: { text: string }[] = [
      ...tool.driver.rules.flatMap((rule: Record<string, object>) => [
        rule['shortDescription'],
        rule['fullDescription'],
      ]),
      ...results.map(({ message }: { message: { text: string } }) => message),
    ];
    expect([sarifMistakes(log), told.filter(({ text }) => text === '')]).toEqual([[], []]);
  });

  test.each<[string, (log: Json) => void, string]>([
    ['no version', (log) => delete log['version'], ': “version” is missing'],
    ['another version', (log) => Object.assign(log, { version: '2.0.0' }), 'version: “2.0.0” is none of 2.1.0'],
    ['a tool without a name', (log) => delete runIn(log)['tool'].driver.name, 'runs/0/tool/driver: “name” is missing'],
    [
      'a level of ours',
      (log) => Object.assign(runIn(log)['results'][0], { level: 'info' }),
      'runs/0/results/0/level: “info” is none of none, note, warning, error',
    ],
    [
      'a property of ours',
      (log) => Object.assign(runIn(log)['results'][0], { excerpt: 'x' }),
      'runs/0/results/0: “excerpt” is not known',
    ],
    [
      'a line 0',
      (log) => Object.assign(regionIn(log), { startLine: 0 }),
      'runs/0/results/0/locations/0/physicalLocation/region/startLine: 0 is no number from 1',
    ],
  ])('would be told of %s', async (_what, spoil, mistake) => {
    const log = sarifLog([{ ...NEAR, file: 'a.po', message: 'x', excerpt: '' }], { version: '0.1.0', below: '' });
    const spoilt: Json = JSON.parse(JSON.stringify(log));
    spoil(spoilt);
    expect([sarifMistakes(log), sarifMistakes(spoilt)]).toEqual([[], [mistake]]);
  });

  test('knows a finding again on another line', () => {
    const found = { ...NEAR, file: 'a.po', message: 'x', excerpt: '' };
    const log = sarifLog([found, { ...found, line: 90 }, { ...found, message: 'y' }], { version: '0.1.0', below: '' });
    const [one, moved, other] =
      log.runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints['visavis/v1']) ?? [];
    expect([one === moved, one === other]).toEqual([true, false]);
  });

  test('is clean where nothing is wrong', async () => {
    const clean = await makeRoot(SMALL);
    const { code, out } = await run(['check', '--format', 'sarif', '--skip', 'no-definition'], { root: clean.root });
    await clean.remove();
    expect([code, JSON.parse(out).runs[0].results]).toEqual([0, []]);
  });
});
