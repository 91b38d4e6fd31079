import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/core/checks/problem.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';

const ARTICLE = parseArticle('---\ntitle: Titre\n---\n\nUn.\n\nOui.\n\nOui.\n', 'fr.md');

function join(po: string) {
  const catalogue = parseCatalogue(po, 'en.po');
  const { units, problems } = joinCatalogue(ARTICLE.units, catalogue);
  return { units, problems: [...catalogue.problems, ...problems].map(formatProblem) };
}

describe('a message finds its unit', () => {
  test('by the source text, so a moved paragraph keeps its translation', () => {
    const { units } = join('msgid "Un."\nmsgstr "One."\n\nmsgid "Titre"\nmsgstr "Title"\n');
    expect(units.map(({ target }) => target?.text ?? null)).toEqual(['Title', 'One.', null, null]);
  });

  test('identical blocks are told apart by msgctxt, in their order', () => {
    const { units, problems } = join(
      'msgctxt "1"\nmsgid "Oui."\nmsgstr "Yes."\n\nmsgctxt "2"\nmsgid "Oui."\nmsgstr "Indeed."\n',
    );
    expect([units.slice(2).map(({ target }) => target?.text), problems]).toEqual([['Yes.', 'Indeed.'], []]);
  });

  test('without msgctxt they are a problem', () => {
    expect(join('msgid "Oui."\nmsgstr "Yes."\n\nmsgid "Oui."\nmsgstr "Indeed."\n').problems).toEqual([
      'en.po:4:1: error po: “Oui.” stands twice; tell the two apart with a msgctxt line',
    ]);
  });

  test('an empty msgctxt is one too, as gettext has it', () => {
    const twins = 'msgid "Oui."\nmsgstr "Yes."\n\nmsgctxt ""\nmsgid "Oui."\nmsgstr "Indeed."\n';
    expect(join(twins).problems).toEqual([]);
    expect(join(`${twins}\n${twins.split('\n\n')[1]}`).problems[0]).toBe(
      'en.po:9:1: error po: “Oui.” stands twice; tell the two apart with a msgctxt line',
    );
  });

  test('one whose paragraph is gone is said', () => {
    expect(join('msgid "Autre."\nmsgstr "Other."\n').problems).toEqual([
      'en.po:1:1: warning orphan: no paragraph of the source reads “Autre.”; mark the message obsolete (#~) or delete it',
    ]);
  });

  test('an obsolete one is left alone', () => {
    expect(join('#~ msgid "Autre."\n#~ msgstr "Other."\n').problems).toEqual([]);
  });
});

test.each([
  ['no flag is approved', 'msgid "Un."\nmsgstr "One."\n', 'reviewed'],
  ['fuzzy is a draft', '#, fuzzy\nmsgid "Un."\nmsgstr "One."\n', 'translated'],
  ['an empty translation is none', 'msgid "Un."\nmsgstr ""\n', 'initial'],
  ['spaces are none', 'msgid "Un."\nmsgstr "  "\n', 'initial'],
  ['no message is none', '', 'initial'],
])('%s', (_what, po, state) => {
  expect(join(po).units[1]?.state).toBe(state);
});

describe('a French that reads the same keeps its review', () => {
  const article = parseArticle('---\ntitle: Titre\n---\n\nLe mot d’un\nautre\u00a0: oui.\n', 'fr.md');
  test.each([
    ['lines broken elsewhere', "Le mot d'un autre : oui."],
    ['spaces of another kind', 'Le mot  d’un autre\u202f: oui.'],
    ['an accent and a soft hyphen', 'Le mot d’un au\u00adtre : oui.'],
  ])('%s', (_what, french) => {
    const { units } = joinCatalogue(
      article.units,
      parseCatalogue(`msgid "Titre"\nmsgstr "Title"\n\nmsgid "${french}"\nmsgstr "The word."\n`, 'en.po'),
    );
    expect([units[1]?.state, units[1]?.previous]).toEqual(['reviewed', null]);
  });
});

/** The state of a paragraph whose message was approved for this French. */
function stateBeside(french: string, msgid: string) {
  const { units } = parseArticle(`---\ntitle: Titre\n---\n\n${french}\n`, 'fr.md');
  const po = `msgid "${msgid.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"\nmsgstr "English."\n`;
  return joinCatalogue(units, parseCatalogue(po, 'en.po')).units[1]?.state;
}

describe('a French whose words and marks are the same keeps its review, however it is written', () => {
  test.each([
    ['a space by its name', 'Le mot&nbsp;: oui.', 'Le mot : oui.'],
    ['a letter by its name', 'Un &eacute;t&eacute; d’ici.', 'Un été d’ici.'],
    ['an apostrophe by its number', 'L&#8217;IA d&#x27;ici.', "L'IA d’ici."],
    ['other signs of emphasis', 'Le _mot_ et __un autre__.', 'Le *mot* et **un autre**.'],
    ['both in the other order', 'Le **_mot_** est là.', 'Le ***mot*** est là.'],
    ['a star that is meant', 'Le mot 2 \\* 3 ici.', 'Le mot 2 &#42; 3 ici.'],
    ['a sign escaped for nothing', 'Le mot\\! Ici.', 'Le mot! Ici.'],
    ['more ticks around code', 'Le ``mot`` ici.', 'Le `mot` ici.'],
    ['a link in pointed brackets', "Le [mot](<https://a.fr/b> 't') ici.", 'Le [mot](https://a.fr/b "t") ici.'],
    ['marks in a mark', 'Le [_mot_](https://a.fr)\u200e ici.', 'Le [*mot*](https://a.fr) ici.'],
    ['a footnote that it names', 'Le _mot_[^1] ici.\n\n[^1]: Note.', 'Le *mot*[^1] ici.'],
    ['a link whose address stands elsewhere', 'Le _mot_ [ici][a].\n\n[a]: https://a.fr', 'Le *mot* [ici][a].'],
    ['a task', '- [x] Le _mot_ ici.', '[x] Le *mot* ici.'],
    ['a cell', '| Le _mot_ ici |\n|-|\n| b |', 'Le *mot* ici'],
  ])('%s', (_what, french, msgid) => {
    expect(stateBeside(french, msgid)).toBe('reviewed');
  });

  test.each([
    ['no emphasis', 'Le mot est ici.', 'Le *mot* est ici.'],
    ['more emphasis', 'Le **mot** est ici.', 'Le *mot* est ici.'],
    ['emphasis of another word', 'Le *mot* est ici.', 'Le mot *est* ici.'],
    ['marks that end elsewhere', 'Le **_mot_ est** ici.', 'Le _**mot** est_ ici.'],
    ['stars that are meant', 'Le \\*mot\\* est ici.', 'Le *mot* est ici.'],
    ['code', 'Le `mot` est ici.', 'Le mot est ici.'],
    ['other quotation marks', 'Le « mot » est ici.', 'Le "mot" est ici.'],
    ['another address', 'Le [mot](https://a.fr/b) est ici.', 'Le [mot](https://a.fr/c) est ici.'],
    ['another title of a link', 'Le [mot](https://a.fr "b") est ici.', 'Le [mot](https://a.fr "c") est ici.'],
    ['another page of a wiki', 'Le [[mot|nom]] est ici.', 'Le [[mots|nom]] est ici.'],
    ['a tag for its letters', 'Le &lt;br&gt; est ici.', 'Le <br> est ici.'],
    ['figures that run from right to left', 'Le \u200f10–20\u200f est ici.', 'Le 10–20 est ici.'],
    ['another footnote', 'Le mot[^1] est ici.\n\n[^1]: Note.', 'Le mot[^2] est ici.'],
    ['words under a pen', 'Le ==mot== est ici.', 'Le mot est ici.'],
    ['a task that is done', '- [x] Le mot est ici.', '[ ] Le mot est ici.'],
    ['another letter', 'Un &egrave;re est ici et là aussi.', 'Un ére est ici et là aussi.'],
    ['other words', 'Le mot d’un autre : oui.', 'Le mot d’un autre : non.'],
  ])('not with %s', (_what, french, msgid) => {
    expect(stateBeside(french, msgid)).toBe('translated');
  });
});

describe('comments that another tool wrapped are whole', () => {
  const unitOf = (comments: string) => join(`${comments}msgid "Un."\nmsgstr "One."\n`).units[1];
  test.each([
    [
      'a long note',
      '# note: A note that is so long that a tool which wraps comments at column 78 puts the\n# end of it here.\n',
      'A note that is so long that a tool which wraps comments at column 78 puts the end of it here.',
    ],
    ['a line that is indented', '# note: Short\n#   and more.\n', 'Short and more.'],
    ['but for a remark of somebody behind a short one', '# note: Short.\n# A remark.\n', 'Short.'],
    [
      'but for another key',
      '# note: A note that is so long that a tool which wraps comments at column 78 puts the\n# origin: person\n',
      'A note that is so long that a tool which wraps comments at column 78 puts the',
    ],
  ])('%s', (_what, comments, note) => {
    expect(unitOf(comments)?.notes).toEqual([note]);
  });

  test('a list of entries', () => {
    expect([...(unitOf('# terms: token 545d09, chip\n# 46c5a6, mot\n# 012345\n')?.reviewedTerms ?? [])]).toEqual([
      ['token', '545d09'],
      ['chip', '46c5a6'],
      ['mot', '012345'],
    ]);
  });

  test('a reason to accept something', () => {
    const reason = 'this is said of the people who took part in it, and of nobody else';
    const [first, rest] = [reason.slice(0, 47), reason.slice(48)];
    expect(unitOf(`# waive: token 3fa2c19b10aa - ${first}\n# ${rest}\n`)?.waivers.map((one) => one.reason)).toEqual([
      reason,
    ]);
  });
});

test('comments give the origin, the notes and the waivers', () => {
  const unit = join(
    '# origin: person 2026-11-23\n# note: The source\n#   is odd.\n# Anything else.\n# note: Twice.\n# waive: token 0123456789ab - a pronoun\nmsgid "Un."\nmsgstr "One."\n',
  ).units[1];
  expect([
    unit?.origin,
    unit?.notes,
    unit?.waivers.map(({ accepts, hash, reason }) => [accepts, hash, reason]),
  ]).toEqual(['person 2026-11-23', ['The source is odd.', 'Twice.'], [['token', '0123456789ab', 'a pronoun']]]);
});

test.each([
  'waive: token',
  'waive: token 0123456789ab',
  'waive: token 0123456789ab -',
  'waive: Token 0123456789ab - x',
  'waive: token xyz - x',
])('“# %s” is no waiver', (comment) => {
  expect(join(`# ${comment}\nmsgid "Un."\nmsgstr "One."\n`).problems).toEqual([
    'en.po:1:1: error waiver: write “# waive: entry-or-rule hash - reason”; check prints the line to copy',
  ]);
});
