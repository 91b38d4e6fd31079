import { describe, expect, test } from 'vitest';
import { planSlices } from '../../../src/core/changes/plan.ts';
import { personalEdit } from '../../../src/core/changes/unit-edit.ts';
import { checkArticle } from '../../../src/core/checks/article/check-article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { editCatalogue } from '../../../src/formats/article/po-edit.ts';
import { glossaryOf } from '../../core/glossaries.ts';

const french = (text: string) => parseArticle(`---\ntitle: Essai\n---\n\n${text}\n`, 'fr.md').units;
const join = (text: string, catalogue: string) => joinCatalogue(french(text), parseCatalogue(catalogue, 'en.po'));
const GLOSSARY = glossaryOf('- fr: jeton\n  en: token\n');

const OLD = 'Le modèle lit trois jetons à la fois.';
const NEW = 'Le modèle lit quatre jetons à la fois.';
const CATALOGUE = `# note: mine\n#. p2\nmsgid "${OLD}"\nmsgstr "The model reads three tokens at a time."\n`;

const TOOLS = { indexes: GLOSSARY.indexes, read: parseInlineMarks, date: '2026-11-24' };

describe('a paragraph whose French was edited', () => {
  test('gets its old English back, as a draft that says what it was made from', () => {
    const [, unit] = join(NEW, CATALOGUE).units;
    expect([unit?.target?.text, unit?.state, unit?.previous, unit?.notes]).toEqual([
      'The model reads three tokens at a time.',
      'translated',
      { source: OLD, reviewed: true },
      ['mine'],
    ]);
  });

  test.each([
    ['another paragraph altogether', 'Rien de tout cela ne tient debout.'],
    ['half of it gone', 'Le modèle dort.'],
  ])('not so %s', (_what, text) => {
    expect(join(text, CATALOGUE).units[1]?.state).toBe('initial');
  });

  test('the most similar message is taken, each once', () => {
    const text = `${NEW}\n\n${NEW.replace('quatre', 'cinq')}`;
    const second = CATALOGUE.replaceAll('trois', 'cent').replaceAll('three', 'a hundred');
    expect(join(text, `${CATALOGUE}\n${second}`).units.map(({ previous }) => previous?.source)).toEqual([
      undefined,
      OLD,
      OLD.replace('trois', 'cent'),
    ]);
  });

  test('the message is no orphan then', () => {
    expect(join(NEW, CATALOGUE).problems).toEqual([]);
  });

  test('a check says so', () => {
    const { units } = join(NEW, CATALOGUE);
    const article = { slug: 'essai', citation: { title: 'Essai', site: null, url: null, date: null }, units };
    const { findings } = checkArticle(article, GLOSSARY);
    expect(findings.map(({ rule, unit }) => `${unit} ${rule}`)).toContain('p2 source-changed');
  });

  test.each([
    ['what a person had approved is sent to no engine', '', []],
    [
      'a draft of an engine is sent again',
      '# origin: deepl en-US glossary 000000 2026-01-01 4 characters\n#, fuzzy\n',
      ['its French changed'],
    ],
  ])('%s', (_what, comments, reasons) => {
    const { units } = join(NEW, comments + CATALOGUE);
    const article = {
      slug: 'essai',
      citation: { title: 'Essai', site: null, url: null, date: null },
      units: units.slice(1),
    };
    const checked = checkArticle(article, GLOSSARY);
    const plan = finish(
      planSlices(checked, { glossary: GLOSSARY, articles: new Map() }, { label: 'x', read: parseInlineMarks }),
    );
    expect(plan.units.map(({ reason }) => reason)).toEqual(reasons);
  });

  test.each([
    [
      'as a draft it keeps the old French beside the new',
      'draft' as const,
      `#, fuzzy\n#| msgid "${OLD}"\nmsgid "${NEW}"`,
    ],
    ['reviewed it is like any other', 'reviewed' as const, `#. p2\nmsgid "${NEW}"`],
  ])('saved %s', (_what, state, expected) => {
    const { units } = join(NEW, CATALOGUE);
    const unit = units[1];
    if (unit === undefined) throw new Error('no unit');
    const edit = finish(personalEdit(unit, { target: 'The model reads four tokens at a time.', state }, TOOLS));
    const { text, refused } = editCatalogue(CATALOGUE, french(NEW), [edit]);
    const again = join(NEW, text).units[1];
    expect([refused, text.includes(expected), text.includes('# note: mine'), again?.state, again?.previous]).toEqual([
      [],
      true,
      true,
      state === 'draft' ? 'translated' : 'reviewed',
      state === 'draft' ? { source: OLD, reviewed: true } : null,
    ]);
  });

  test('what msgmerge wrote is read the same', () => {
    const merged = `#, fuzzy\n#| msgid ""\n#| "Le modèle lit trois jetons "\n#| "à la fois."\nmsgid "${NEW}"\nmsgstr "The model reads three tokens at a time."\n`;
    expect(join(NEW, merged).units[1]?.previous?.source).toBe(OLD);
  });
});

describe('a reviewed paragraph is stale', () => {
  const stale = (comments: string, target: string, glossary: string) => {
    const { units } = join('Trois jetons.', `${comments}msgid "Trois jetons."\nmsgstr "${target}"\n`);
    const article = { slug: 'essai', citation: { title: 'Essai', site: null, url: null, date: null }, units };
    return checkArticle(article, glossaryOf(glossary)).units[1]?.stale;
  };
  /** The comment that a review of “Three tokens.” leaves. */
  const reviewed = () => {
    const [, unit] = join('Trois jetons.', 'msgid "Trois jetons."\nmsgstr ""\n').units;
    if (unit === undefined) throw new Error('no unit');
    const { comments } = finish(personalEdit(unit, { target: 'Three tokens.', state: 'reviewed' }, TOOLS));
    return `# ${comments[1]}\n`;
  };
  const changed = (verdict: string) => `“jetons” is ${verdict} here: the glossary asks for something else by now`;

  test.each<[string, () => string, string, string, string[]]>([
    ['not while nothing changed', reviewed, 'Three tokens.', '- fr: jeton\n  en: token\n', []],
    [
      'when the entry wants another term',
      reviewed,
      'Three tokens.',
      '- fr: jeton\n  en: lexeme\n  id: token\n',
      [changed('missing')],
    ],
    [
      'when its term is only admitted by now',
      reviewed,
      'Three tokens.',
      '- fr: jeton\n  en: [lexeme, token]\n  id: token\n',
      [changed('admitted')],
    ],
    [
      'not when English renders it freely by now, and none of its terms stands',
      reviewed,
      'Three of them.',
      '- fr: jeton\n  en: lexeme\n  id: token\n  count: free\n',
      [],
    ],
    [
      'not when the entry gained a term beside it',
      reviewed,
      'Three tokens.',
      '- fr: jeton\n  en: [token, lexeme]\n',
      [],
    ],
    [
      'not when only a definition changed',
      reviewed,
      'Three tokens.',
      '- fr: jeton\n  en: token\n  definition: x\n',
      [],
    ],
    [
      'when a word of it became a term',
      reviewed,
      'Three tokens.',
      '- fr: jeton\n  en: token\n- fr: trois\n  en: trio\n',
      ['“Trois” is missing here: it became a term since'],
    ],
    ['not for what was missing at the review already', reviewed, 'Three.', '- fr: jeton\n  en: token\n', []],
    [
      'without a note of the entries, when a term is wrong',
      () => '',
      'Three.',
      '- fr: jeton\n  en: token\n',
      [changed('missing')],
    ],
    ['without a note, not when all is right', () => '', 'Three tokens.', '- fr: jeton\n  en: [lexeme, token]\n', []],
    ['a draft never', () => '#, fuzzy\n', 'Three.', '- fr: jeton\n  en: token\n', []],
  ])('%s', (_what, comments, target, glossary, expected) => {
    expect(stale(comments(), target, glossary)).toEqual(expected);
  });
});
