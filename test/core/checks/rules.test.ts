import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runCheck } from '../../../src/cli/check.ts';
import { RULE_SENTENCES } from '../../../src/core/checks/rule-sentences.ts';
import { RULE_IDS, RULES, type RuleId } from '../../../src/core/checks/rules.ts';
import { ruleStamp } from '../../../src/core/ledger/waivers.ts';
import { openLibrary } from '../../../src/files/loading/library.ts';
import { HOME, makeRoot } from '../../site.ts';

/** What differs from a small root that has nothing wrong. */
interface Input {
  readonly fr?: string;
  readonly en?: string;
  /** Comment lines of the message. */
  readonly comments?: string;
  readonly glossary?: string;
  readonly files?: Readonly<Record<string, string | Buffer>>;
}

const TOKEN = '- fr: jeton\n  en: token\n  not: [{ term: chip, why: that is puce }]\n  definition: X.\n';
const FREE = TOKEN.replace('fr:', 'count: free\n  fr:');
const EXPERTS = "- fr: [mélange d'experts, MoE]\n  en: [mixture of experts, MoE]\n  id: moe\n  definition: X.\n";
const chip = (more: string) => `${TOKEN}- fr: puce\n  en: chip\n  definition: X.\n${more}`;

function filesOf({ fr = 'Un jeton.', en = 'A token.', comments = '', glossary = TOKEN, files = {} }: Input) {
  const message = `${comments}msgid ${JSON.stringify(fr)}\nmsgstr ${JSON.stringify(en)}\n`;
  return {
    'glossary/ai.yaml': glossary,
    'content/essai/fr.md': `---\ntitle: Essai\n---\n\n${fr}\n`,
    'content/essai/en.po': `msgid "Essai"\nmsgstr "Trial"\n\n${message}`,
    ...files,
  };
}

/** A text that Ana wrote, in an article that wants somebody else to approve it. */
function approvedBy(name: string) {
  const { 'content/essai/fr.md': french, 'content/essai/en.po': english } = filesOf({
    comments: `# origin: person Ana 2026-11-26\n# reviewed: ${name} 2026-11-26\n`,
  });
  const named = english.replaceAll(/(?<=^|\n\n)(?=msgid "(?!"))/g, '# reviewed: Béa 2026-11-26\n');
  return { 'content/essai/fr.md': french.replace('title:', 'review: other\ntitle:'), 'content/essai/en.po': named };
}

interface Told {
  readonly rule: RuleId;
  readonly severity: string;
  readonly message: string;
}

const known = new WeakMap<Input, Promise<Told[]>>();

/** All that a check tells of these files, as scripts read it; each input is checked once. */
function check(input: Input): Promise<Told[]> {
  const told = known.get(input) ?? checked(input);
  known.set(input, told);
  return told;
}

async function checked(input: Input): Promise<Told[]> {
  const { root, remove } = await makeRoot(filesOf(input));
  const snapshot = (await openLibrary(root, { watch: false })).current();
  await remove();
  let json = '';
  const console = { out: (text: string) => (json += text), err: () => {} };
  runCheck(snapshot, { slugs: [], format: 'json', skip: [] }, { console, below: '', version: '0' });
  const { articles, glossary } = JSON.parse(json);
  return [...glossary.problems, ...glossary.findings, ...articles.flatMap((one: { findings: Told[] }) => one.findings)];
}

const rulesIn = async (input: Input) => (await check(input)).map(({ rule }) => rule);

const lines = (count: number) => Array.from({ length: count }, () => '- x\n').join('');

/** The rules that some input breaks: none breaks the unforeseen. */
type RuleOfInput = Exclude<RuleId, 'unforeseen'>;
const isOfInput = (rule: RuleId): rule is RuleOfInput => rule !== 'unforeseen';

/** For each rule a smallest input that breaks it, and the nearest one that does not. */
const CASES: Readonly<Record<RuleOfInput, readonly [breaks: Input, keeps: Input]>> = {
  'missing-term': [{ en: 'It.' }, { en: 'A token.' }],
  'free-rendering': [
    { glossary: FREE, en: 'It.' },
    { glossary: FREE, en: 'A token.' },
  ],
  'deprecated-term': [{ en: 'A chip.' }, { en: 'A token, no chip.' }],
  untranslated: [{ en: '' }, { en: 'A token.' }],
  'source-changed': [{ comments: '#, fuzzy\n#| msgid "Des jetons."\n' }, { comments: '#, fuzzy\n' }],
  'merge-conflict': [{ comments: '# conflict: "A coin."\n' }, { comments: '# note: a coin\n' }],
  'lapsed-waiver': [{ comments: '# waive: token 000000000000 - x\n' }, { comments: '# waived: token\n' }],
  'not-translated': [
    { fr: 'Le tram apprend bien à écouter.', en: 'Le tram apprend bien à écouter.' },
    { fr: 'Vive le tram.', en: 'Vive le tram.' },
  ],
  'number-lost': [
    { fr: 'Il a 12 francs.', en: 'He has francs.' },
    { fr: 'Il a 12 francs.', en: 'He has twelve francs.' },
  ],
  'number-changed': [
    { fr: 'Il a 12 francs.', en: 'He has 13 francs.' },
    { fr: 'Il a 12 000 francs.', en: 'He has 12,000 francs.' },
  ],
  'number-added': [
    { fr: 'Il a des francs.', en: 'He has 12 francs.' },
    { fr: 'Il a un franc.', en: 'He has one franc.' },
  ],
  quotation: [
    { fr: '« Oui », dit-il.', en: 'He agreed.' },
    { fr: '« Oui », dit-il.', en: '“Yes,” he said.' },
  ],
  'name-lost': [
    { fr: 'Selon Alfred Wu, oui.', en: 'Yes, says Alfred.' },
    { fr: 'Selon Alfred Wu, oui.', en: 'Yes, says Alfred Wu.' },
  ],
  'link-changed': [
    { fr: 'Voir [ici](https://exemple.fr/jeton).', en: 'See [here](https://exemple.fr/puce).' },
    { fr: 'Voir [ici](https://fr.exemple.org/jeton).', en: 'See [here](https://en.exemple.org/token).' },
  ],
  'mark-lost': [
    { fr: 'Un `jeton` **rare**.', en: 'A `jeton`, **rare.' },
    { fr: 'Un `jeton` **rare**.', en: 'A **rare** `jeton`.' },
  ],
  'sentence-count': [
    { fr: 'Il vient. Il va. Il rit. Il dort.', en: 'He comes, goes.' },
    { fr: 'Il vient. Il va. Il rit. Il dort.', en: 'He comes and goes, laughs and sleeps.' },
  ],
  'hidden-character': [{ en: 'A token\u202e.' }, { en: 'A to\u00adken.' }],
  'mixed-script': [{ en: 'A token of n\u043ete.' }, { en: 'A token of \u043d\u043e\u0442\u0430.' }],
  'first-mention': [
    { glossary: EXPERTS, fr: "Le mélange d'experts.", en: 'The MoE.' },
    { glossary: EXPERTS, fr: 'Le MoE.', en: 'The MoE.' },
  ],
  'duplicate-id': [
    { glossary: chip('- fr: copeau\n  en: chip\n  definition: X.\n') },
    { glossary: chip('- fr: copeau\n  en: chip\n  id: shaving\n  definition: X.\n') },
  ],
  displaced: [
    { files: { 'glossary/a.csv': 'Jeton,counter\n' } },
    { files: { 'glossary/a.csv': 'jeton de jeu,counter\n' } },
  ],
  'unknown-reference': [{ glossary: chip('  see: tokn\n') }, { glossary: chip('  see: token\n') }],
  example: [
    { glossary: chip('  examples: [une pucelle => a chip]\n') },
    { glossary: chip('  examples: [des puces => chips]\n') },
  ],
  'no-definition': [{ glossary: '- fr: jeton\n  en: token\n' }, {}],
  'own-rule': [{ glossary: chip('  not: [Chip]\n') }, { glossary: chip('  not: [token]\n') }],
  'never-found': [{ glossary: chip('  except: [Puce]\n') }, { glossary: chip('  except: [puce à oreille]\n') }],
  'part-of-speech': [
    { glossary: '- fr: entraîner\n  en: train\n  definition: X.\n' },
    { glossary: '- fr: transformer\n  en: transformer\n  definition: X.\n' },
  ],
  conflict: [
    { glossary: chip('- fr: puce\n  en: flea\n  not: [chip]\n  definition: X.\n') },
    { glossary: chip('- fr: poux\n  en: flea\n  not: [chip]\n  definition: X.\n') },
  ],
  duplicate: [
    { glossary: chip('- fr: Puce\n  en: [microchip, chip]\n  definition: X.\n') },
    { glossary: chip('- fr: Puce\n  en: [microchip]\n  definition: X.\n') },
  ],
  'never-told': [
    { glossary: chip('  not: [flea]\n  unless: [flea]\n') },
    { glossary: chip('  not: [flea]\n  unless: [dog]\n') },
  ],
  'two-meanings': [
    { glossary: chip('- fr: puce\n  en: flea\n  definition: X.\n') },
    { glossary: chip('- fr: puceron\n  en: flea\n  definition: X.\n') },
  ],
  'never-hit': [{ glossary: chip('') }, { glossary: TOKEN }],
  file: [
    { files: { 'glossary/x.yaml': Buffer.from([0xff]) } },
    { files: { 'glossary/x.yaml': '- fr: été\n  en: summer\n' } },
  ],
  stray: [
    { files: { 'glossary/ai.yaml.orig': TOKEN } },
    { files: { 'glossary/original.yaml': '- fr: été\n  en: summer\n' } },
  ],
  more: [{ files: { 'glossary/x.yaml': lines(101) } }, { files: { 'glossary/x.yaml': lines(100) } }],
  'too-deep': [
    { files: { 'glossary/x.yaml': `- fr: ${'['.repeat(40)}` } },
    { files: { 'glossary/x.yaml': `- fr: ${'['.repeat(4)}a${']'.repeat(4)}\n  en: b\n` } },
  ],
  'too-many-marks': [
    { fr: '*a* '.repeat(210), en: 'A.' },
    { fr: '*a* '.repeat(190), en: 'A.' },
  ],
  'too-many-blocks': [
    { files: { 'content/x/fr.md': `---\ntitle: A\n---\n\n${'|a'.repeat(1001)}\n${'|-'.repeat(1001)}\n` } },
    { files: { 'content/x/fr.md': `---\ntitle: A\n---\n\n${'|a'.repeat(10)}\n${'|-'.repeat(10)}\n` } },
  ],
  yaml: [{ files: { 'glossary/x.yaml': '- fr: "a\n' } }, { files: { 'glossary/x.yaml': '- fr: "a"\n  en: b\n' } }],
  'glossary-entry': [
    { files: { 'glossary/x.yaml': '- fr: a\n  em: b\n' } },
    { files: { 'glossary/x.yaml': '- fr: a\n  en: b\n' } },
  ],
  csv: [{ files: { 'glossary/x.csv': 'arbre,"tree\n' } }, { files: { 'glossary/x.csv': 'arbre,"tree"\n' } }],
  'not-read': [
    { files: { 'glossary/x.csv': 'arbre,tree\nhaie,\n' } },
    { files: { 'glossary/x.csv': 'arbre,tree\nhaie,hedge\n' } },
  ],
  tbx: [
    { files: { 'glossary/x.tbx': '<tbx><text></tbx>' } },
    { files: { 'glossary/x.tbx': '<tbx><text><body/></text></tbx>' } },
  ],
  'front-matter': [
    { files: { 'content/essai/fr.md': 'Un jeton.\n' } },
    { files: { 'content/essai/fr.md': '# Essai\n\nUn jeton.\n' } },
  ],
  po: [
    { files: { 'content/essai/en.po': 'msgid "Un jeton."\n' } },
    { files: { 'content/essai/en.po': 'msgid "Un jeton."\nmsgstr ""\n' } },
  ],
  waiver: [{ comments: '# waive: token\n' }, { comments: '# waive: token 000000000000 - x\n' }],
  'entry-conflict': [
    { files: { 'glossary/b.yaml': '# conflict: en: chip\n- fr: jeu\n  en: game\n' } },
    { files: { 'glossary/b.yaml': '# Conflict of meanings.\n- fr: jeu\n  en: game\n' } },
  ],
  'own-review': [{ files: approvedBy('Ana') }, { files: approvedBy('Béa') }],
  orphan: [
    { files: { 'content/essai/en.po': 'msgid "Autre."\nmsgstr "Other."\n' } },
    { files: { 'content/essai/en.po': '#~ msgid "Autre."\n#~ msgstr "Other."\n' } },
  ],
};

describe('a text or a file breaks the rule, its nearest neighbour keeps it', () => {
  test.each(Object.entries(CASES))('%s', async (rule, [breaks, keeps]) => {
    const [broken, kept] = [await rulesIn(breaks), await rulesIn(keeps)];
    expect([broken.includes(rule as RuleId), kept.includes(rule as RuleId)]).toEqual([true, false]);
  });
});

test('what a rule finds has the severity of the table', async () => {
  const told = (await Promise.all(Object.values(CASES).map(([breaks]) => check(breaks)))).flat();
  const wrong = told.filter(
    ({ rule, severity }) => ![RULES[rule].severity, RULES[rule].milder].includes(severity as never),
  );
  expect([told.length > RULE_IDS.length, wrong]).toEqual([true, []]);
});

/** The comment that a message offers, with a reason. */
function offered(message: string): string {
  const [, line = ''] = /accept it: “(# waive: [^”]+ - )reason”/.exec(message) ?? [];
  return line === '' ? '' : `${line}it is meant\n`;
}

const WAIVABLE = RULE_IDS.filter(isOfInput).filter((rule) => !RULES[rule].waivable.startsWith('no: '));

describe('the line that a message offers', () => {
  const accepted = async (rule: RuleOfInput) => {
    const [breaks] = CASES[rule];
    const line = offered((await check(breaks)).find((one) => one.rule === rule)?.message ?? '');
    return { ...breaks, comments: `${line}${breaks.comments ?? ''}` };
  };

  test.each(WAIVABLE)('accepts what %s finds', async (rule) => {
    const rules = await rulesIn(await accepted(rule));
    expect(rules.filter((one) => one === rule || one === 'lapsed-waiver')).toEqual([]);
  });

  test.each(WAIVABLE)('lapses for %s when the English changes, and says so', async (rule) => {
    const input = await accepted(rule);
    const told = await check({ ...input, en: `${input.en ?? 'A token.'} Indeed.` });
    const lapsed = told.filter((one) => one.rule === 'lapsed-waiver').map(({ message }) => message);
    expect(lapsed).toEqual([expect.stringContaining('lapsed, since the English changed; delete the line, or write ')]);
  });

  test.each(WAIVABLE)('lapses for %s when the French changes', async (rule) => {
    const input = await accepted(rule);
    const told = await check({ ...input, fr: `${input.fr ?? 'Un jeton.'} En effet.` });
    expect(told.filter(({ message }) => message.includes('lapsed, since the French changed')).length).toBe(1);
  });

  test.each(RULE_IDS.filter(isOfInput).filter((rule) => !WAIVABLE.includes(rule)))(
    'is not offered by %s',
    async (rule) => {
      const [breaks] = CASES[rule];
      expect((await check(breaks)).filter((one) => one.rule === rule && offered(one.message) !== '')).toEqual([]);
    },
  );
});

test('a waiver of a rule accepts all that the rule finds in its paragraph, and nothing else', async () => {
  const input = { fr: 'Il a 12 francs et 15 sous.', en: 'He has 12 francs and some.' };
  const two = { fr: 'Il a 12 francs, 15 sous, et Alfred.', en: 'He has some.' };
  const one = await check(two);
  const line = offered(one.find(({ rule }) => rule === 'number-lost')?.message ?? '');
  expect([
    one.map(({ rule }) => rule).sort(),
    await rulesIn({ ...two, comments: line }),
    (await rulesIn({ ...input, comments: line })).sort(),
  ]).toEqual([
    ['name-lost', 'never-hit', 'number-lost', 'number-lost'],
    ['never-hit', 'name-lost'],
    ['lapsed-waiver', 'never-hit', 'number-lost'],
  ]);
});

describe('an entry and a rule of one name', () => {
  const glossary = `${TOKEN}- fr: citation\n  en: quotation\n  definition: X.\n`;
  const input = { glossary, fr: 'Une citation : « oui ».', en: 'It says yes.' };
  const lines = async () => {
    const told = await check(input);
    return ['missing-term', 'quotation'].map((rule) => offered(told.find((one) => one.rule === rule)?.message ?? ''));
  };

  test('are accepted each by a line of its own', async () => {
    const [term = '', rule = ''] = await lines();
    const left = async (comments: string) =>
      (await rulesIn({ ...input, comments })).filter((one) => RULES[one].scope === 'text');
    expect([await left(term), await left(rule), await left(term + rule)]).toEqual([
      ['quotation'],
      ['missing-term'],
      [],
    ]);
  });

  test('lapse each for its own sake', async () => {
    const [term = '', rule = ''] = await lines();
    const told = await check({ ...input, en: 'It says yes!', comments: term + rule });
    const lapsed = told.filter((one) => one.rule === 'lapsed-waiver').map(({ message }) => message);
    const hashes = lapsed.map((message) => /or write ([0-9a-f]{12})/.exec(message)?.[1]);
    expect([lapsed.length, hashes[0]?.slice(8) === hashes[1]?.slice(8), hashes[1]?.slice(8)]).toEqual([
      2,
      false,
      ruleStamp('quotation'),
    ]);
  });
});

test.each([
  ['untranslated', 'cannot be accepted (a waiver is tied to the English'],
  ['orphan', 'cannot be accepted (a file is put right'],
  ['missing-term', 'is accepted by the id of its entry'],
  ['nomber-lost', 'is no entry and no rule; write “number-lost”'],
  ['nobody', 'is no entry and no rule; delete the line'],
  ['number-lost', 'lapsed, since the French and the English and the rule changed'],
])('a waiver of “%s” that accepts nothing says what to do', async (name, sentence) => {
  const told = await check({ comments: `# waive: ${name} 000000000000 - x\n` });
  expect(told.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([expect.stringContaining(sentence)]);
});

test('a waiver whose rule finds nothing by now says so', async () => {
  const input = { fr: 'Il a 12 francs.', en: 'He has francs.', glossary: '' };
  const line = offered((await check(input)).find(({ rule }) => rule === 'number-lost')?.message ?? '');
  const other = line
    .replace('number-lost', 'number-added')
    .replace(ruleStamp('number-lost'), ruleStamp('number-added'));
  expect((await check({ ...input, comments: line + other })).map(({ message }) => message)).toEqual([
    'this waiver of “number-added” accepts nothing, since nothing is wrong; delete the line',
  ]);
});

/** Where a rule's file stands, by what the rule looks at; those of files are found where the files are read. */
const FOLDERS = { text: ['article/', 'pair/'], glossary: ['glossary/glossary-'], file: [] } as const;

describe('the table', () => {
  test('decides what is a rule: another id does not compile', () => {
    // @ts-expect-error no such rule
    const unknown: RuleId = 'nomber-lost';
    expect(RULE_IDS).not.toContain(unknown);
  });

  test.each(RULE_IDS)('says in a sentence each what %s finds and why', (rule) => {
    const { says, why } = RULE_SENTENCES[rule];
    expect([says, why].filter((sentence) => !/^\P{Lu}.{10,160}[^.!]$/u.test(sentence))).toEqual([]);
  });

  test('has a file of its name for each rule of texts and of the glossary', () => {
    const missing = RULE_IDS.filter((rule) => {
      const { scope } = RULES[rule];
      const files = FOLDERS[scope].map((folder) => path.join(HOME, 'src/core/checks', `${folder}${rule}.ts`));
      return scope !== 'file' && !files.some((file) => existsSync(file));
    });
    expect(missing).toEqual([]);
  });

  test('is the one place where a severity is written', () => {
    const sources = readdirSync(path.join(HOME, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const written = sources.filter((file) => /severity: '/.test(readFileSync(path.join(HOME, 'src', file), 'utf8')));
    expect(written.sort()).toEqual(['core/checks/rules.ts']);
  });
});
