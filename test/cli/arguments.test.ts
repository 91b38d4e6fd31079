import { describe, expect, test } from 'vitest';
import { parseCommand } from '../../src/cli/arguments.ts';
import { HELP } from '../../src/cli/help.ts';

const read = (line: string) => parseCommand(line === '' ? [] : line.split(' '));

const IMPORT = { name: 'import', file: 'a.po', write: false, theirs: false, article: null, format: 'text' };
const ADD = { name: 'add', from: 'a.md', slug: null, chapter: null, allowPrivate: false, english: null };
const TRANSLATE = { name: 'translate', slug: 'a', engine: null, dryRun: false, all: false, compare: false };
const CHECK = { name: 'check', slugs: [], format: 'text', skip: [], candidates: false };

test.each([
  ['', { name: 'help', text: HELP }],
  ['help', { name: 'help', text: HELP }],
  ['--help', { name: 'help', text: HELP }],
  ['--version', { name: 'version' }],
  ['serve', { name: 'serve', readOnly: false }],
  ['serve --read-only', { name: 'serve', readOnly: true }],
  ['init', { name: 'init', folder: '.', glossary: false, example: false }],
  ['init b --glossary ai --example', { name: 'init', folder: 'b', glossary: true, example: true }],
  ['check', CHECK],
  ['check a b --format json', { ...CHECK, slugs: ['a', 'b'], format: 'json' }],
  ['check --skip quotation,name-lost --skip file', { ...CHECK, skip: ['quotation', 'name-lost', 'file'] }],
  ['check --candidates a', { ...CHECK, slugs: ['a'], candidates: true }],
  ['check --rules', { name: 'rules', format: 'text' }],
  ['check --rules --format json', { name: 'rules', format: 'json' }],
  ['add a.md', ADD],
  ['add a.md --slug b-2 --chapter 3 --allow-private', { ...ADD, slug: 'b-2', chapter: 3, allowPrivate: true }],
  ['add a.md --chapter 99999', { ...ADD, chapter: 99_999 }],
  ['add a.md --with b.md', { ...ADD, english: { file: 'b.md', approve: null } }],
  ['add a.md --with b.md --approve .8', { ...ADD, english: { file: 'b.md', approve: 0.8 } }],
  ['add a.md --with b.md --approve 1.0', { ...ADD, english: { file: 'b.md', approve: 1 } }],
  ['add a.md --with b.md --approve 0', { ...ADD, english: { file: 'b.md', approve: 0 } }],
  ['import a.po', IMPORT],
  ['import a.po --write --theirs', { ...IMPORT, write: true, theirs: true }],
  ['import a.po --article b --format json', { ...IMPORT, article: 'b', format: 'json' }],
  ['translate a', TRANSLATE],
  ['translate a --engine deepl --all', { ...TRANSLATE, engine: 'deepl', all: true }],
  ['translate a --dry-run --compare', { ...TRANSLATE, dryRun: true, compare: true }],
  ['export a --format tmx', { name: 'export', what: 'a', format: 'tmx', file: null }],
  ['export a --format tmx -o -', { name: 'export', what: 'a', format: 'tmx', file: null }],
  ['export a --format tmx --drafts --output b', { name: 'export', file: 'b', asked: ['drafts'] }],
  ['export a --format epub --layout table', { name: 'export', asked: ['layout'] }],
  ['model fetch', { name: 'model fetch' }],
  ['terms -', { name: 'terms', file: '-' }],
  ['terms --forms token', { name: 'forms', id: 'token' }],
  ['merge-driver 1 2 3 en.po', { name: 'merge-driver', files: { base: '1', ours: '2', theirs: '3' }, path: 'en.po' }],
])('visavis %s', (line, command) => {
  expect(read(line)).toMatchObject(command);
});

/** How each switch is written. */
const SWITCHES: Readonly<Record<string, string>> = {
  ...{ format: 'json', candidates: '', rules: '', skip: 'file', slug: 'a', chapter: '1', 'allow-private': '' },
  ...{ with: 'b', approve: '1', glossary: 'ai', example: '', write: '', theirs: '', article: 'a', output: 'b' },
  ...{ 'read-only': '', role: 'reader', engine: 'x', all: '', 'dry-run': '', compare: '', forms: 'x' },
  ...{ layout: 'table', hidden: '', terms: '', drafts: '', plain: '', segments: '', prefill: '' },
};

describe('a command has these switches and no other', () => {
  test.each([
    ['serve', 'read-only'],
    ['init', 'example glossary'],
    ['check', 'candidates format rules skip'],
    ['add a', 'allow-private approve chapter slug with'],
    ['import a', 'article format theirs write'],
    ['translate a', 'all compare dry-run engine'],
    ['export a', 'drafts format hidden layout output plain prefill segments terms'],
    ['model fetch', ''],
    ['terms a', 'forms'],
    ['user add Ana', 'role'],
    ['merge-driver 1 2 3 4', ''],
  ])('visavis %s: %s', (command, switches) => {
    const refused = ` ${command.replace(/(?<!model|user) .*| Ana/, '')}” has no --`;
    const has = Object.entries(SWITCHES).filter(([name, value]) => {
      try {
        read(`${command} --${name} ${value}`.trim());
        return true;
      } catch (error) {
        return !String(error).includes(refused);
      }
    });
    expect(has.map(([name]) => name).sort()).toEqual(switches.split(' ').filter((name) => name !== ''));
  });
});

test.each([
  [
    'verify',
    '“verify” is not a command. There is: init, serve, check, add, import, translate, export, model fetch, terms,',
  ],
  ['chek', '“chek” is not a command. Did you mean “check”? There is: init, serve,'],
  ['Chek a --format json', '“Chek” is not a command. Did you mean “check”? There is: init, serve,'],
  ['hepl', '“hepl” is not a command. Did you mean “help”? There is: init, serve,'],
  ['exports', '“exports” is not a command. Did you mean “export”? There is: init, serve,'],
  ['chek --help', '“chek” is not a command. Did you mean “check”? There is: init, serve,'],
  ['help chek', '“chek” is not a command. Did you mean “check”? There is: init, serve,'],
  ['help --x', 'There is no --x; “visavis --help” lists what there is.'],
  ['constructor', '“constructor” is not a command.'],
  ['model', 'There is one command for models: visavis model fetch.'],
  ['model fetch x', 'There is one command for models: visavis model fetch.'],
  ['user', 'There is one command for people: visavis user add NAME.'],
  ['check --fromat json', 'There is no --fromat; write --format.'],
  ['check --zzzzzzzz', 'There is no --zzzzzzzz; “visavis --help” lists what there is.'],
  ['check -x', 'There is no -x; “visavis --help” lists what there is. A name that begins with “-” stands behind “--”.'],
  ['check --format', "Option '--format <value>' argument missing"],
  ['serve 3000', '“visavis serve” takes no “3000”; settings are environment variables.'],
  ['init a b', 'Name one folder, or none for the current one: visavis init [folder].'],
  ['init --glossary law', '“law” is no glossary that comes along; write --glossary ai, or leave it out.'],
  ['check a --rules', '“--rules” lists every rule; name no article with it.'],
  ['check --candidates --format json', '“--candidates” lists what the glossary may lack; it has no --format.'],
  ['check --candidates --skip file', '“--candidates” lists what the glossary may lack; it has no --skip.'],
  ['check --skip quotaton', '“quotaton” is no rule; write quotation.'],
  ['check --skip zzzzzzzz', '“zzzzzzzz” is no rule; check --rules lists them.'],
  ['add', 'Name one file, one address, or - for standard input: visavis add <file|url|->'],
  ['add a b', 'Name one file, one address, or - for standard input: visavis add <file|url|->'],
  ['add a --slug A', '“A” is no name for an article; write small letters and digits, joined by hyphens, 100 at most.'],
  ['add a --chapter 0', '“0” is no chapter; write its number, such as --chapter 3.'],
  ['add a --chapter 100000', '“100000” is no chapter; write its number, such as --chapter 3.'],
  ['add a --approve 1', '“--approve” says which pairs are approved; name the English with --with FILE.'],
  ['add a --with -', '“--with” takes a file; standard input is for the French.'],
  ['add a --with b --approve 1.1', '“1.1” is no score; write a number from 0 to 1, such as --approve 0.8.'],
  ['import', 'Name one file, or - for standard input: visavis import <file|->'],
  ['import a b', 'Name one file, or - for standard input: visavis import <file|->'],
  ['translate', 'Name one article: visavis translate <slug>.'],
  ['translate a b', 'Name one article: visavis translate <slug>.'],
  ['export', 'Name one article, or the glossary: visavis export <slug|glossary> --format F.'],
  ['export a', 'Say what it shall be, such as --format epub.'],
  ['export glossary', 'Say what it shall be, such as --format csv.'],
  ['terms', 'Name one French text file, or - for standard input: visavis terms <file|->'],
  ['merge-driver 1 2 3', 'git calls this with three files and a path: visavis merge-driver %O %A %B %P'],
  ['merge-driver 1 2 3 4 5', 'git calls this with three files and a path: visavis merge-driver %O %A %B %P'],
])('visavis %s is refused', (line, says) => {
  expect(() => read(line)).toThrow(says);
});

describe('help on one command has what the help says of it', () => {
  test.each([
    ['check --help', ['visavis check [slug…] [', 'visavis check --rules', 'visavis check [slug…] --candidates']],
    ['help check', ['visavis check [slug…] [', 'visavis check --rules', 'visavis check [slug…] --candidates']],
    ['terms -h', ['visavis terms <', 'visavis terms --forms']],
    ['init b --help', ['visavis init']],
    ['model fetch --help', ['visavis model fetch']],
    ['user --help', ['visavis user add']],
    ['merge-driver --help', ['visavis merge-driver']],
    ['export --help', ['visavis export']],
  ])('visavis %s', (line, begin) => {
    const command = read(line);
    const blocks = command.name === 'help' ? command.text.split(/\n(?= {2}\S)/) : [];
    const starts = blocks.map((block, i) => block.trimStart().startsWith(begin[i] ?? 'nothing more'));
    expect([starts, blocks.every((block) => HELP.includes(`${block}\n`))]).toEqual([begin.map(() => true), true]);
  });

  test('to its last line', () => {
    expect(read('export --help')).toMatchObject({ text: expect.stringMatching(/\n {50}--segments \(.*$/) });
  });
});

test('the help names each switch of an export once, four in a line below the command', () => {
  const [, ...after] = HELP.slice(HELP.indexOf('visavis export')).split('\n');
  const lines = after.slice(
    0,
    after.findIndex((line) => !line.includes('[--')),
  );
  expect(
    lines.map((line) => [line.search(/\S/), ...[...line.matchAll(/\[--([a-z]+)/g)].map(([, name]) => name)]),
  ).toEqual([
    [20, 'layout', 'hidden', 'terms', 'drafts'],
    [20, 'plain', 'prefill', 'segments'],
  ]);
});
