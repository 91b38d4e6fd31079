import { describe, expect, test } from 'vitest';
import { describeOrigin, readOrigin, writeOrigin } from '../../../src/core/changes/ports/engine-origin.ts';
import { personalEdit, sameEdit } from '../../../src/core/changes/unit-edit.ts';
import { createGlossary } from '../../../src/core/checks/glossary/check-glossary.ts';
import type { Article, Unit } from '../../../src/core/model/article.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { ownReviews } from '../../../src/core/people/approvals.ts';
import { joinCatalogue, parseCatalogue } from '../../../src/formats/article/catalogue.ts';
import { readerFor } from '../../../src/formats/article/inline-marks.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { editCatalogue } from '../../../src/formats/article/po-edit.ts';
import { mergeCatalogues } from '../../../src/formats/merge/catalogue-merge.ts';

const FRENCH = '---\ntitle: Essai\nreview: other\n---\n\nUne puce.\n';

/** The article whose second paragraph has these lines above it. */
function articleOf(comments: string, french = FRENCH): Article {
  const source = parseArticle(french, 'fr.md');
  const text = `# reviewed: Béa 2026-11-26\nmsgid "Essai"\nmsgstr "Trial"\n\n${comments}msgid "Une puce."\nmsgstr "A chip."\n`;
  return { ...source, slug: 'essai', units: joinCatalogue(source.units, parseCatalogue(text, 'en.po')).units };
}

const messages = (article: Article) => ownReviews(article).map(({ line, message }) => `${line}: ${message}`);
const ANA = '# origin: person Ana 2026-11-25\n';

describe('a text that was approved by who made it', () => {
  test('is named where it stands, where the article wants somebody else', () => {
    expect(messages(articleOf(`${ANA}# reviewed: Ana 2026-11-26\n`))).toEqual([
      '8: p2 was approved by Ana, who wrote it, and this article wants somebody else to (review: other); mark it “#, fuzzy” until then',
    ]);
  });

  test.each([
    ['a name in other letters is the same', `${ANA}# reviewed: ANA 2026-11-26\n`, 1],
    ['who brought it made it too', '# origin: import a.po, by Ana 2026-11-25\n# reviewed: Ana 2026-11-26\n', 1],
    ['somebody else approved it', `${ANA}# reviewed: Béa 2026-11-26\n`, 0],
    ['somebody else changed a word of hers', '# origin: person Ana, Béa 2026-11-25\n# reviewed: Ana 2026-11-26\n', 1],
    ['nor does who changed it', '# origin: person Ana, Béa 2026-11-25\n# reviewed: BÉA 2026-11-26\n', 1],
    ['who has no hand in it', '# origin: person Ana, Béa 2026-11-25\n# reviewed: Cyd 2026-11-26\n', 0],
    ['a name that begins like hers is another', `${ANA}# reviewed: Ana-Lou 2026-11-26\n`, 0],
    ['nobody noted who approved it', ANA, 1],
    ['a draft is not approved', `${ANA}# reviewed: Ana 2026-11-26\n#, fuzzy\n`, 0],
    ['an engine wrote it', '# origin: deepl en-US 2026-11-25\n# reviewed: Ana 2026-11-26\n', 0],
    ['a day that is not there hides nobody', `${ANA}# reviewed: Ana\n`, 1],
    ['nor does a second space', `${ANA}# reviewed: Ana  2026-11-26\n`, 1],
    ['nor a word behind the day', `${ANA}# reviewed: Ana 2026-11-26 (late)\n`, 1],
    ['a day alone is no name', `${ANA}# reviewed: 2026-11-26\n`, 1],
    ['a draft without a name', `${ANA}#, fuzzy\n`, 0],
  ])('%s', (_fact, comments, count) => {
    expect(messages(articleOf(comments))).toHaveLength(count);
  });

  test('is nobody’s matter where the article asks for nothing', () => {
    const french = FRENCH.replace('review: other\n', '');
    expect(messages(articleOf(`${ANA}# reviewed: Ana 2026-11-26\n`, french))).toEqual([]);
  });
});

describe('who approved', () => {
  const GLOSSARY = createGlossary([]);
  const unitOf = (comments: string) => articleOf(comments).units[1] as Unit;
  const edited = (unit: Unit, state: 'draft' | 'reviewed', writer?: string) => {
    const named = writer === undefined ? {} : { writer };
    const tools = { indexes: GLOSSARY.indexes, read: readerFor(unit.source), date: '2026-11-26', ...named };
    return finish(personalEdit(unit, { target: 'A chip.', state }, tools)).comments;
  };

  test('is noted where it is known', () => {
    expect(edited(unitOf(ANA), 'reviewed', 'Béa')).toEqual([
      'origin: person Ana 2026-11-25',
      'reviewed: Béa 2026-11-26',
    ]);
  });

  test.each([
    ['nobody knows who acts', 'reviewed', undefined],
    ['it is a draft again', 'draft', 'Béa'],
  ] as const)('is noted no more where %s', (_fact, state, writer) => {
    const comments = edited(unitOf(`${ANA}# reviewed: Ana 2026-11-26\n`), state, writer);
    expect(comments.filter((comment) => comment.startsWith('reviewed'))).toEqual([]);
  });

  test('stays noted when a note alone is saved', () => {
    expect(sameEdit(unitOf(`${ANA}# reviewed: Béa 2026-11-26\n`)).comments).toContain('reviewed: Béa 2026-11-26');
  });

  test('stands once in the file, however often it is approved', () => {
    const { units } = articleOf('');
    const text = `# reviewed: Ana 2026-11-25\nmsgid "Une puce."\nmsgstr "A chip."\n`;
    const edit = { unit: 'p2', target: 'A chip.', state: 'reviewed', previous: null, expected: 'A chip.' } as const;
    const comments = ['reviewed: Béa 2026-11-26'];
    const after = editCatalogue(text, units, [{ ...edit, comments }]).text;
    expect(after.match(/# reviewed: .*/g)).toEqual(['# reviewed: Béa 2026-11-26']);
  });

  test.each<[string, string, string, string]>([
    ['a comma', 'person Ana 2026-11-25', 'A chip, here.', 'person Ana, Béa 2026-11-26'],
    ['all but a word', 'person Ana 2026-11-25', 'Those are fleas here.', 'person Béa 2026-11-26'],
    ['her own text', 'person Béa 2026-11-25', 'One chip here.', 'person Béa 2026-11-26'],
    ['what she and another wrote', 'person Béa, Ana 2026-11-25', 'One chip here.', 'person Ana, Béa 2026-11-26'],
    ['what three wrote', 'person Cyd, Ana 2026-11-25', 'One chip here.', 'person Cyd, Ana, Béa 2026-11-26'],
    ['what Ana brought', 'import a.po, by Ana 2026-11-25', 'One chip here.', 'person Ana, Béa 2026-11-26'],
    ['what nobody is named of', 'person 2026-11-25', 'One chip here.', 'person Béa 2026-11-26'],
    ['what an engine wrote', 'deepl en-US 2026-11-25', 'One chip here.', 'person Béa 2026-11-26'],
  ])('who changes %s has a hand in it', (_what, origin, target, expected) => {
    const unit = { ...unitOf(`# origin: ${origin}\n`), target: readerFor(unitOf('').source)('A chip here.') };
    const tools = { indexes: GLOSSARY.indexes, read: readerFor(unit.source), date: '2026-11-26', writer: 'Béa' };
    expect(finish(personalEdit(unit, { target, state: 'draft' }, tools)).comments).toEqual([`origin: ${expected}`]);
  });

  const CYD = '# conflict: "Some flea sat over there.", origin: person Cyd 2026-11-24\n';
  test.each<[string, string, string, string]>([
    ['takes what another side wrote leaves it theirs', CYD, 'Some flea sat over there.', 'person Cyd 2026-11-24'],
    ['changes that has a hand in it', CYD, 'Some flea sat over here.', 'person Cyd, Béa 2026-11-26'],
    ['keeps what stands leaves it theirs', CYD, 'A chip was here.', 'person Ana 2026-11-25'],
    ['changes what stands has a hand in that', CYD, 'A chip was there.', 'person Ana, Béa 2026-11-26'],
    [
      'puts both together is told with both',
      CYD,
      'Some flea sat over there, a chip was here.',
      'person Ana, Cyd, Béa 2026-11-26',
    ],
    ['writes anew writes alone', CYD, 'Those are lice.', 'person Béa 2026-11-26'],
    [
      'takes what an engine wrote leaves it that',
      CYD.replace('person Cyd', 'deepl en-US'),
      'Some flea sat over there.',
      'deepl en-US 2026-11-24',
    ],
    [
      'takes what has no origin is told alone',
      '# conflict: "Some flea sat over there."\n',
      'Some flea sat over there.',
      'person Béa 2026-11-26',
    ],
    [
      'takes what has signs in it leaves it theirs',
      '# conflict: "A \\"flea", origin: x", origin: person Cyd 2026-11-24\n'.replace('flea"', 'flea\\"'),
      'A "flea", origin: x',
      'person Cyd 2026-11-24',
    ],
  ])('who %s', (_what, above, target, expected) => {
    const unit = { ...unitOf(above + ANA), target: readerFor(unitOf('').source)('A chip was here.') };
    const tools = { indexes: GLOSSARY.indexes, read: readerFor(unit.source), date: '2026-11-26', writer: 'Béa' };
    expect(finish(personalEdit(unit, { target, state: 'draft' }, tools)).comments).toEqual([`origin: ${expected}`]);
  });

  test('a note alone leaves each other text whose it is', () => {
    expect(sameEdit(unitOf(CYD + ANA)).comments).toContain(CYD.slice(2).trimEnd());
  });

  test.each([
    ['person Béa 2026-11-26', 'person Ana, Béa 2026-11-26'],
    ['person Ana 2026-11-26', 'person Ana 2026-11-26'],
    ['person Cyd, Béa 2026-11-26', 'person Ana, Cyd, Béa 2026-11-26'],
    ['deepl en-US 2026-11-27', 'deepl en-US 2026-11-27'],
  ])('is told of both where the words of two are merged: %s', (theirs, expected) => {
    const version = (origin: string, target: string) => `# origin: ${origin}\nmsgid "Une puce."\nmsgstr "${target}"\n`;
    const merged = mergeCatalogues({
      base: version('deepl en-US 2026-11-20', 'A chip stands on the table here.'),
      ours: version('person Ana 2026-11-25', 'One chip stands on the table here.'),
      theirs: version(theirs, 'A chip stands on the desk here.'),
    });
    expect(merged).toContain(`# origin: ${expected}\n`);
  });

  test('is told of all where a tool wrapped what says it', () => {
    const version = (origin: string, target: string) => `# origin: ${origin}\nmsgid "Une puce."\nmsgstr "${target}"\n`;
    const [names, last] = ['person Ana Maria Gonzalez y Vega, Béatrice Dupont-Martin, Charles-Édouard', 'Petit-Jean'];
    const merged = mergeCatalogues({
      base: version('deepl en-US 2026-11-20', 'A chip stands on the table here.'),
      ours: version(`${names}\n# ${last} 2026-11-25`, 'One chip stands on the table here.'),
      theirs: version('person Béa 2026-11-26', 'A chip stands on the desk here.'),
    });
    expect(merged).toBe(
      version(`${names} ${last}, Béa 2026-11-26`, 'One chip stands on the desk here.').replace(
        '\nmsgid',
        '\n#, fuzzy\nmsgid',
      ),
    );
  });

  test('goes with the text of a side when two are merged', () => {
    const version = (comments: string, target: string) => `${comments}msgid "Une puce."\nmsgstr "${target}"\n`;
    const merged = mergeCatalogues({
      base: version('# origin: person Ana 2026-11-20\n#, fuzzy\n', 'A chip.'),
      ours: version('# origin: person Ana 2026-11-20\n#, fuzzy\n', 'A chip.'),
      theirs: version('# origin: person Ana 2026-11-25\n# reviewed: Béa 2026-11-26\n', 'One chip.'),
    });
    expect(merged).toContain('# reviewed: Béa 2026-11-26');
  });
});

describe('where a text is from is told', () => {
  test.each([
    ['deepl en-US glossary 3fa2c1 2026-11-23 412 characters', 'deepl en-US, 2026-11-23, 412 characters'],
    ['deepl en-US glossary 3fa2c1 2026-11-23 1 characters', 'deepl en-US, 2026-11-23, 1 character'],
    ['local glossary 3fa2c1 2026-11-23 0 characters', 'local, 2026-11-23'],
    [
      'deepl en-US without glossary 3fa2c1 2026-11-23 2 characters',
      'deepl en-US, without the glossary, 2026-11-23, 2 characters',
    ],
  ])('%s: an engine', (origin, said) => {
    const read = readOrigin(origin);
    expect([describeOrigin(origin), read && writeOrigin(read)]).toEqual([said, origin]);
  });

  test.each([
    ['person Ana 2026-11-26', 'by Ana, 2026-11-26'],
    ['person 2026-11-23', 'by a person, 2026-11-23'],
    ['aligned Le pont.docx 2026-11-23', 'from Le pont.docx, put beside the French 2026-11-23'],
    ['import retour.po, by Ana 2026-11-23', 'import retour.po, by Ana 2026-11-23'],
    ['deepl en-US', 'deepl en-US'],
  ])('%s: no engine', (origin, said) => {
    expect([describeOrigin(origin), readOrigin(origin)]).toEqual([said, null]);
  });
});
