import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../../src/core/checks/problem.ts';
import { parseCatalogue } from '../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../src/formats/article/markdown.ts';
import { parseGlossaryCsv } from '../../src/formats/glossary/csv.ts';
import { parseGlossaryTbx } from '../../src/formats/glossary/tbx.ts';
import { parseGlossaryYaml } from '../../src/formats/glossary/yaml.ts';
import { rounds } from '../rounds.ts';
import { HOME } from '../site.ts';

const seedOf = (name: string) => readFileSync(path.join(HOME, name), 'utf8').slice(0, 400);
const TBX =
  '<?xml version="1.0"?><tbx style="dca" type="TBX-Basic" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2"><text><body><conceptEntry id="c1"><langSec xml:lang="fr"><termSec><term>mémoire</term></termSec></langSec><langSec xml:lang="en"><termSec><term>memory</term></termSec></langSec></conceptEntry></body></text></tbx>';

/** Every reader of files, and a good file to spoil. */
const FORMATS: readonly (readonly [
  name: string,
  seed: string,
  parse: (text: string, file: string) => { readonly problems: readonly Problem[] },
])[] = [
  ['ai.yaml', seedOf('glossary/ai.yaml'), parseGlossaryYaml],
  ['fr.md', seedOf('content/deepseek-r2/fr.md').slice(0, 250), parseArticle],
  ['en.po', seedOf('content/deepseek-r2/en.po'), parseCatalogue],
  ['terms.csv', 'fr,en,note\n"jeton, x",token,"a ""b"""\npuce;chip\n', parseGlossaryCsv],
  ['terms.tbx', TBX, parseGlossaryTbx],
];

/** What breaks readers. */
const SHARDS = [
  ...'\0\t\n\r "\'\\#-:[]{}<>&!|*@%,;=~`?_\u2028\ufeff\u202e\u00a0é𝄞\ud800'.split(''),
  ...[
    '- ',
    '? ',
    '---\n',
    '...',
    '&a ',
    '*a',
    '<<: ',
    '!!js ',
    '"\\x',
    'msgid "',
    'msgstr ""',
    '#~ ',
    '#, fuzzy',
    '#| msgid',
  ],
  ...[
    '<!DOCTYPE x [',
    '&#65;',
    '&x;',
    ']]>',
    '<a>',
    '</',
    '__proto__: ',
    'constructor',
    '[[[[',
    '{{{{',
    '\r\n',
    '    ',
  ],
];

/** Spoils a text at some places: cuts, doubles, puts shards in. The same seed spoils it the same way. */
function createSpoiler(seed: number): (text: string) => string {
  let state = seed;
  const chance = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return (text) => {
    let spoiled = text.slice(0, chance(text.length + 1) + 20);
    for (let left = 1 + chance(4); left > 0; left -= 1) {
      const at = chance(spoiled.length + 1);
      const shard = SHARDS[chance(SHARDS.length)] ?? '';
      const cut = chance(3) === 0 ? chance(12) : 0;
      spoiled = spoiled.slice(0, at) + shard.repeat(1 + (chance(20) === 0 ? chance(200) : 0)) + spoiled.slice(at + cut);
    }
    return spoiled;
  };
}

const ROUNDS = Number(process.env['FUZZ_ROUNDS'] ?? 300);
const FRESH = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);

test.each(FORMATS)(
  '%s: whatever is in the file, each problem has its place, and nothing else happens (P5)',
  { timeout: 600_000 },
  (file, seed, parse) => {
    for (const start of [1, FRESH]) {
      const spoil = createSpoiler(start);
      for (let round = 0; round < ROUNDS / 2; round += 1) {
        const text = spoil(seed);
        const again = `FUZZ_SEED=${start} npx vitest run --config test/vitest.config.ts fuzz (round ${round})`;
        const began = process.cpuUsage();
        const { problems } = parse(text, file);
        const placeless = problems.filter(
          (one) => one.file !== file || !(one.line >= 1) || !(one.column >= 1) || one.message === '',
        );
        const slow = process.cpuUsage(began).user > 1_000_000;
        if (placeless.length > 0 || slow) expect.fail(`${again}: ${slow ? 'slow' : JSON.stringify(placeless)}`);
      }
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
  },
);

/** Small files that end a process, or make it wait, in readers that are not asked to be careful. */
const BOMBS: readonly (readonly [what: string, text: string])[] = [
  ['nesting', '- '.repeat(5000)],
  ['brackets', `- fr: ${'['.repeat(5000)}`],
  ['complex keys', `${'? '.repeat(480)}x`],
  [
    'aliases',
    `a: &a [x, x, x]\n${Array.from({ length: 30 }, (_, i) => `b${i}: &b${i} [*${i === 0 ? 'a' : `b${i - 1}`}, *${i === 0 ? 'a' : `b${i - 1}`}]`).join('\n')}`,
  ],
  ['a prototype', '- __proto__: { polluted: 1 }\n  fr: a\n  en: b\n'],
  ['a merge', '- &a { fr: a, en: b }\n- <<: *a\n'],
  ['a tag', '- !!js/function "x"\n'],
  ['many keys', `- fr: a\n  en: b\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}: x`).join('\n')}`],
  ['twice the same key', '- fr: a\n  fr: b\n  en: c\n'],
];

test('bombs in YAML are problems with a place, again and again in one process (P1)', () => {
  const unsaid: string[] = [];
  const deep = new Set(['nesting', 'brackets', 'complex keys']);
  for (let round = 0; round < rounds(1, 3); round += 1) {
    for (const [what, text] of BOMBS) {
      const { problems } = parseGlossaryYaml(text, 'ai.yaml');
      if (problems.length === 0 || problems.some(({ line, column }) => !(line >= 1 && column >= 1))) unsaid.push(what);
      // Those the parser must never see: nothing catches what it does then.
      if (deep.has(what) && problems[0]?.rule !== 'too-deep') unsaid.push(`${what} reached the parser`);
    }
  }
  expect([unsaid, Object.hasOwn(Object.prototype, 'polluted')]).toEqual([[], false]);
});
