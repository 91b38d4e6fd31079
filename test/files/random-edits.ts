import fc from 'fast-check';
import { runCheck } from '../../src/cli/check.ts';
import type { Snapshot } from '../../src/core/changes/ports/library.ts';

export const GLOSSARY = '- fr: jeton\n  en: token\n- fr: puce\n  en: chip\n';
export const ARTICLE = '---\ntitle: Essai\n---\n\nTrois jetons.\n\nUne puce.\n';
export const CATALOGUE = 'msgid "Trois jetons."\nmsgstr "Three tokens."\n\nmsgid "Une puce."\nmsgstr "A chip."\n';
export const FILES = {
  'glossary/a.yaml': GLOSSARY,
  'glossary/b.csv': 'fr,en\nmodèle,model\n',
  'content/un/fr.md': ARTICLE,
  'content/un/en.po': CATALOGUE,
  'content/deux/fr.md': ARTICLE,
  'content/deux/en.po': CATALOGUE,
  'content/trois/fr.txt': 'Trois\n\nUn modèle.\n',
};

/** Everything a state says: the report of the check, and what pages are made from. */
export function saidBy(snapshot: Snapshot): string {
  const report: string[] = [];
  const console = { out: (text: string) => report.push(text), err: () => {} };
  runCheck(snapshot, { slugs: [], format: 'json', skip: [] }, { console, below: '', version: '0' });
  const { revision, glossary, articles, problems } = snapshot;
  const uses = [...articles.values()].map((article) =>
    [...article.summary.uses].map(([concept, use]) => [glossary.concepts.indexOf(concept), use]),
  );
  const said = [revision, report, glossary.concepts, glossary.findings, [...articles], uses, problems];
  return JSON.stringify(said, null, 1);
}

/** Of these the last good version stays in use, of which files that are opened afresh know nothing. */
export const BROKEN: readonly [string, string][] = [
  ['content/un/en.po', 'msgid "Trois\n'],
  ['content/deux/en.po', '\n'],
  ['content/un/fr.md', ' '],
  ['glossary/a.yaml', '- ['],
];

/** Files as edits leave them: null for one that is taken away. */
export const edit = (() => {
  const some = <T>(from: readonly T[]) => fc.subarray([...from], { minLength: 1 });
  const entries = [
    '- fr: jeton\n  en: token\n  not: [chip]\n',
    '- fr: puce\n  en: [chip, token]\n  see: [token]\n',
    '- fr: modèle\n  en: model\n  except: [modèle de puce]\n',
    '- { fr: jeton textuel, en: token }\n',
    '- keep: Paris\n  examples: [à Paris => in London]\n',
    '- fr: [carte mère, CM]\n  en: [Main Board, MB]\n  count: unit\n',
    '- { fr: usage, en: use, unless: [habit], definition: What is done with it. }\n',
    '- { id: model, fr: usage de puce, en: [chip use, habit] }\n',
    '# a remark\n',
  ];
  const yaml = fc
    .tuple(some(entries.slice(0, -1)), fc.boolean())
    .map(([chosen, remark]) => `${remark ? entries.at(-1) : ''}${chosen.join('')}`);
  const csv = some(['jeton,token\n', 'carte,card\n', 'modèle,pattern\n']).map((rows) => `fr,en\n${rows.join('')}`);
  const paragraphs = [
    'Trois jetons.',
    'Une puce de 2020.',
    'À Paris, un modèle.',
    'Une carte mère et deux jetons.',
    'L’usage de la CM, usage de puce.',
  ];
  const french = some(paragraphs).map((chosen) => `---\ntitle: Essai\n---\n\n${chosen.join('\n\n')}\n`);
  const messages = [
    (text: string) => `msgid "${text}"\nmsgstr "Three chips in London in 2021."\n`,
    (text: string) => `#, fuzzy\nmsgid "${text}"\nmsgstr "A token, a model."\n`,
    (text: string) => `# waive: token 000000000000 - as it is\nmsgid "${text}"\nmsgstr ""\n"Two "\n"cards."\n`,
    (text: string) => `# waive: model 000000000000 - so\nmsgid "${text}"\nmsgstr "A habit, a Main Board, the MB."\n`,
    (text: string) => `# terms: token 3fa2c1, use 0000aa\nmsgid "${text}"\nmsgstr "The use of an MB, of chip use."\n`,
  ];
  const english = fc
    .tuple(...paragraphs.map((text) => fc.option(fc.constantFrom(...messages.map((message) => message(text))))))
    .map((chosen) => chosen.filter((message) => message !== null).join('\n'))
    .filter((catalogue) => catalogue !== '');
  const written = (names: readonly string[], text: fc.Arbitrary<string>) =>
    fc.tuple(fc.constantFrom(...names), fc.option(text, { freq: 4 }));
  const slugs = ['un', 'deux', 'quatre'];
  return fc.oneof(
    written(['glossary/a.yaml', 'glossary/c.yaml', 'glossary/0.yaml'], yaml),
    fc.constantFrom<[string, string]>(...BROKEN),
    // Back to what was there at first.
    fc.constantFrom<[string, string]>(...Object.entries(FILES)),
    written(['glossary/b.csv'], csv),
    written([...slugs.map((slug) => `content/${slug}/fr.md`), 'content/un/fr.txt'], french),
    written(
      slugs.map((slug) => `content/${slug}/en.po`),
      english,
    ),
  );
})();
