import { paragraphSlices } from '../src/core/alignment/paragraph-pairs.ts';
import { alignmentSlices } from '../src/core/alignment/sentence-pairs.ts';
import { commonRenderings } from '../src/core/alignment/word-partners.ts';
import { changedParts, type FilePart, HEAD, TAIL } from '../src/core/changes/ports/file-parts.ts';
import type { FileSave } from '../src/core/changes/ports/save-record.ts';
import { mergeParts } from '../src/core/changes/undo/merge-parts.ts';
import { partsAfter, undoParts } from '../src/core/changes/undo/undo-file.ts';
import { articleSlices, checkArticle } from '../src/core/checks/article/check-article.ts';
import { findCandidateTerms } from '../src/core/checks/candidates/candidate-terms.ts';
import type { CheckedArticle } from '../src/core/checks/checked-article.ts';
import { createGlossary } from '../src/core/checks/glossary/check-glossary.ts';
import { lostNames } from '../src/core/checks/pair/names.ts';
import { findNames } from '../src/core/checks/pair/sought-names.ts';
import { checkUnit } from '../src/core/ledger/ledger.ts';
import { repairSlices } from '../src/core/ledger/repair.ts';
import type { Article } from '../src/core/model/article.ts';
import { finish } from '../src/core/model/slices.ts';
import { asSeen } from '../src/core/text/as-seen.ts';
import { findHardBreaks } from '../src/core/text/hard-breaks.ts';
import { createLines } from '../src/core/text/line-and-column.ts';
import { readPlain } from '../src/core/text/reading.ts';
import { readingKey } from '../src/core/text/same-reading.ts';
import { joinSoftBreaks } from '../src/core/text/soft-breaks.ts';
import { diffTexts } from '../src/core/text/text-diff.ts';
import { findUnbreakable } from '../src/core/text/unbreakable.ts';
import { joinCatalogue, parseCatalogue } from '../src/formats/article/catalogue.ts';
import { parseInlineMarks } from '../src/formats/article/inline-marks.ts';
import { parseArticle } from '../src/formats/article/markdown.ts';
import { remarksOf } from '../src/formats/article/remarks.ts';
import { soundHead } from '../src/formats/article/sound-head.ts';
import { kindOfDocument } from '../src/formats/document/blocks/kind.ts';
import { readHtmlFragment } from '../src/formats/document/html/html-tree.ts';
import { listsThatGoOn } from '../src/formats/document/packed/docx-lists.ts';
import { olderXml } from '../src/formats/document/packed/docx-xml.ts';
import { readPage } from '../src/formats/document/page/read-page.ts';
import { readPlainText } from '../src/formats/document/plain/plain-text.ts';
import { readXliff } from '../src/formats/exchange/read-xliff.ts';
import { parseGlossaryCsv } from '../src/formats/glossary/csv.ts';
import { parseGlossaryTbx } from '../src/formats/glossary/tbx.ts';
import { readTermCell } from '../src/formats/glossary/term-cell.ts';
import { parseGlossaryYaml } from '../src/formats/glossary/yaml.ts';
import { YAML_PARTS } from '../src/formats/glossary/yaml-parts.ts';
import { poLanguages } from '../src/formats/po/languages.ts';
import { articlePage } from '../src/http/pages/article/article-page.ts';

/** A way to make an input of any length, and what reads it. */
export interface Growth {
  readonly name: string;
  /** An input of about so many characters. */
  readonly make: (length: number) => string;
  readonly read: (input: string) => unknown;
}

const repeat = (piece: string) => (length: number) => piece.repeat(Math.ceil(length / piece.length));
const counted = (piece: (i: number) => string) => (length: number) => {
  const size = piece(1000).length;
  return Array.from({ length: Math.ceil(length / size) }, (_, i) => piece(i)).join('');
};
const nested = (open: string, close: string) => (length: number) => {
  const count = Math.ceil(length / (open.length + close.length));
  return open.repeat(count) + close.repeat(count);
};
/** One item more at each line, so that the depth is about the root of the length. */
const staircase = (length: number) =>
  Array.from({ length: Math.ceil(Math.sqrt(length)) }, (_, i) => `${'  '.repeat(i)}- a\n`).join('');

const refused = (html: string) => {
  try {
    return readPage(`<p>a</p>${html}`, null);
  } catch (error) {
    return error;
  }
};
const kindOf = (text: string) => kindOfDocument(new TextEncoder().encode(text), { name: '', called: 'It', type: null });
const remarks = (text: string) => remarksOf(text.split('\n').map((line) => ({ kind: 'paragraph', text: line })));
const article = (body: string) => parseArticle(`---\ntitle: Essai\n---\n\n${body}`, 'fr.md');
const plain = (body: string) => parseArticle(body, 'fr.txt');
const front = (body: string) => parseArticle(`---\n${body}\n---\n\nUn mot.\n`, 'fr.md');
const catalogue = (text: string) =>
  joinCatalogue(article('Le mot.\n\nUn autre.\n').units, parseCatalogue(text, 'en.po'));
const yaml = (text: string) => parseGlossaryYaml(text, 'a.yaml');
const csv = (text: string) => parseGlossaryCsv(text, 'a.csv');
const tbx = (body: string) =>
  parseGlossaryTbx(
    `<tbx type="TBX-Basic" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>${body}`,
    'a.tbx',
  );

const xliff = (source: string) =>
  readXliff(
    `<xliff version="1.2"><file source-language="fr"><trans-unit id="a"><source>${source}</source></trans-unit></file></xliff>`,
    'a.xlf',
  );

/** A paragraph with as many waivers that lapsed as it has words of five letters. */
const waived = (source: string) => {
  const french = source.trim();
  const waivers = '# waive: token 123456789012 - x\n'.repeat(french.length / 6);
  const joined = joinCatalogue(
    article(`${french}\n`).units,
    parseCatalogue(`${waivers}msgid "${french}"\nmsgstr "x"\n`, 'en.po'),
  );
  return checkArticle(
    { slug: 'essai', citation: { title: 'x', site: null, url: null, date: null }, units: joined.units },
    GLOSSARY,
  );
};

/** Each word of another sense stands in a longer term that is ruled out. */
const SENSES = createGlossary(
  parseGlossaryYaml('- fr: jeton\n  en: token\n  not: [poker chip]\n  unless: [poker]\n', 'a.yaml').concepts,
);
const otherSenses = (length: number) => 'poker chip '.repeat(length / 11);
const sensed = (english: string) =>
  checkUnit(readPlain('jeton '.repeat(english.length / 11)), readPlain(english), SENSES.indexes);

const rows = (what: string, pieces: readonly string[], read: (input: string) => unknown): Growth[] =>
  pieces.map((piece) => ({ name: `${what} of ${JSON.stringify(piece)}`, make: repeat(piece), read }));

const NOTHING_READ = {
  revision: 'r',
  glossaryFiles: [],
  articles: new Map(),
  pending: new Set<string>(),
  problems: [],
};
const GLOSSARY = createGlossary(
  parseGlossaryYaml(
    '- fr: jeton\n  en: token\n  not: [chip]\n- fr: puce\n  en: chip\n- fr: jeton de puce\n  en: chip token\n- fr: OpenAI\n  keep: true\n- fr: a (b)\n  en: c (d)\n',
    'a.yaml',
  ).concepts,
);

/** A paragraph of each side, of so many characters each, through everything that a page does with it. */
function pair(from: string, to: string): Growth[] {
  const articleOf = (source: string, target: string): Article => {
    const [first] = article('x\n').units.slice(1);
    if (first === undefined) throw new Error('no unit');
    const unit = {
      ...first,
      source: parseInlineMarks(source),
      target: parseInlineMarks(target),
      targetPlace: () => first.place,
    };
    const rest = {
      state: 'translated',
      origin: null,
      repairs: [],
      notes: [],
      waivers: [],
      reviewedTerms: null,
      previous: null,
    } as const;
    return {
      slug: 'essai',
      citation: { title: 'x', site: null, url: null, date: null },
      units: [{ ...unit, ...rest }],
    };
  };
  const make = (length: number) => `${repeat(from)(length)}\u0000${repeat(to)(length)}`;
  const both = (input: string) => input.split('\u0000') as [string, string];
  // Checked before it is measured, so that what comes after is not hidden behind it.
  const checked = new Map<string, CheckedArticle>();
  const makeChecked = (length: number) => {
    const input = make(length);
    checked.set(input, checkArticle(articleOf(...both(input)), GLOSSARY));
    return input;
  };
  const checkedOf = (input: string) => checked.get(input) ?? checkArticle(articleOf(...both(input)), GLOSSARY);
  const snapshot = { ...NOTHING_READ, glossary: GLOSSARY };
  const what = `${JSON.stringify(from)} against ${JSON.stringify(to)}`;
  return [
    { name: `check of ${what}`, make, read: (input) => checkArticle(articleOf(...both(input)), GLOSSARY) },
    {
      name: `page of ${what}`,
      make: makeChecked,
      read: (input) => finish(articlePage(checkedOf(input), snapshot)),
    },
    {
      name: `candidates of ${what}`,
      make: makeChecked,
      read: (input) => findCandidateTerms(checkedOf(input).units, GLOSSARY),
    },
    {
      name: `repair of ${what}`,
      make,
      read(input) {
        const [source, target] = both(input).map((text) => parseInlineMarks(text));
        if (source === undefined || target === undefined) return;
        finish(repairSlices(source, target, { indexes: GLOSSARY.indexes, read: parseInlineMarks }));
      },
    },
    { name: `difference of ${what}`, make, read: (input) => diffTexts(...both(input)) },
  ];
}

/** What an article shows of its tables, notes and images. */
function shapesOfPage(): Growth[] {
  const snapshot = { ...NOTHING_READ, glossary: GLOSSARY };
  const read = (text: string) => {
    const { units } = joinCatalogue(article(text).units, parseCatalogue('', 'en.po'));
    return { slug: 'essai', citation: { title: 'x', site: null, url: null, date: null }, units };
  };
  const page = (text: string) => finish(articlePage(checkArticle(read(text), GLOSSARY), snapshot));
  const cells = (length: number) => `|a|b|\n|-|-|\n${repeat('|c|d|\n')(length)}`;
  return [
    { name: 'page of cells', make: cells, read: page },
    {
      name: 'edit beside cells',
      make: cells,
      read: (text) => finish(articleSlices(read(`${text}\n\nUn mot.\n`), GLOSSARY, checkArticle(read(text), GLOSSARY))),
    },
    { name: 'page of notes', make: counted((i) => `a[^${i}]\n\n[^${i}]: b\n\n`), read: page },
    { name: 'page of images', make: repeat('![a](b.png)\n\n'), read: page },
  ];
}

/** Two sides of so many characters; sentences long enough that no length makes more than are aligned. */
function sentences(what: string, piece: (i: number) => string): Growth {
  return {
    name: `alignment of sentences ${what}`,
    make: counted((i) => piece(i).padStart(66)),
    read: (text) => finish(alignmentSlices(readPlain(text), readPlain(text))),
  };
}

/** Two sides of short paragraphs, so that many stand beyond the band. */
function paragraphs(what: string, french: (i: number) => string, english = french): Growth {
  const read = (text: string, write: (i: number) => string) =>
    text.split('\n').map((_, i) => ({ text: write(i), kind: 'paragraph' as const }));
  return {
    name: `alignment of paragraphs ${what}`,
    make: (length) => '\n'.repeat(length / 15),
    read: (text) => finish(paragraphSlices(read(text, french), read(text, english), commonRenderings)),
  };
}

const partOf = (key: string): FilePart => ({ key, gap: '\n', body: key });
const edged = (parts: readonly FilePart[]) => [partOf(HEAD), ...parts, partOf(TAIL)];
const numbered = (count: number) => Array.from({ length: count }, (_, i) => partOf(`e${i}`));

/** Files of as many parts as the text has characters. */
function parts(what: string, read: (parts: readonly FilePart[]) => unknown): Growth {
  const made = new Map<number, readonly FilePart[]>();
  const make = (length: number) => {
    made.set(length, numbered(length));
    return ' '.repeat(length);
  };
  return { name: `parts ${what}`, make, read: ({ length }) => read(made.get(length) ?? numbered(length)) };
}

/** A save that made one file of another is undone. */
function undoes(before: readonly FilePart[], after: readonly FilePart[]): void {
  const about = { number: 1, what: '', where: '/', time: 0, by: null, file: 'a.yaml', undoes: null };
  const changes = changedParts(before, after);
  const save: FileSave = { kind: 'file', ...about, changes, turned: [], isChosen: false, isNew: false };
  const asked = { saves: [save], save, parts: after, reader: YAML_PARTS, by: null };
  finish(partsAfter(asked, finish(undoParts(asked))));
}

/** A name of the French, and an English word, both as long as that. */
function names(length: number): string {
  return `il voit ${'Az'.repeat(length)}\u0000${'zq'.repeat(length)}`;
}

function lost(text: string): void {
  const [french = '', english = ''] = text.split('\u0000');
  lostNames(findNames(readPlain(french), new Set()), readPlain(english), []);
}

/** A day that is told of. */
const MOMENT = 'Le <time datetime="1951-05-03">3 mai</time> il vit. ';

/** What once took quadratic time, one of each kind. */
export const KINDS: readonly Growth[] = [
  { name: 'nested marks', make: nested('*a **b ', 'c** d*'), read: parseInlineMarks },
  { name: 'one long name', make: (length) => `${'a'.repeat(length)}/`, read: parseInlineMarks },
  { name: 'one long address', make: (length) => `https://a.fr/${'(['.repeat(length / 2)}`, read: parseInlineMarks },
  ...rows('marks', ['*a_', '<!-- ', '<?', '![a', '`a ``b '], parseInlineMarks),
  ...rows('article', ['1. ', '-- \n', '*a **b ', '<!-- \n'], article),
  { name: 'lists in lists', make: staircase, read: article },
  ...rows('marks', ['~~a ', '{{ ` '], parseInlineMarks),
  ...rows('article', ['|', '[^a]: '], article),
  { name: 'rows of a table', make: (length) => `|a|b|\n|-|-|\n${repeat('|c|\\||\n')(length)}`, read: article },
  ...rows('article', ['> a\n\n', '[^a]: b\n\nc\n\n', '- a\n  - b\n', '> a\nb\n'], article),
  { name: 'quotations in an item', make: (length) => `- a\n\n${repeat('  > b\n\n')(length)}`, read: article },
  { name: 'orphans', make: counted((i) => `msgid "o${i}"\nmsgstr "x"\n\n`), read: catalogue },
  {
    name: 'an old msgid',
    make: (length) => `#| msgid ""\n${repeat('#| "a"\n')(length)}msgid "x"\nmsgstr "y"\n`,
    read: catalogue,
  },
  {
    name: 'hard breaks behind spaces',
    make: (length) => `|\n-|-${' '.repeat(length)}x`,
    read: (text) => findHardBreaks(readPlain(text)),
  },
  { name: 'soft breaks behind spaces', make: (length) => `a${' '.repeat(length)}x`, read: joinSoftBreaks },
  { name: 'a reading of spaces', make: (length) => `a${' '.repeat(length)}x`, read: readingKey },
  {
    name: 'a cell of spaces',
    make: (length) => `un${' '.repeat(length)}mot (x y, a`,
    read: (cell) => readTermCell(cell, 'en'),
  },
  {
    name: 'a wrapped note',
    make: (length) => `# note: x\n${'#  a word or two\n'.repeat(length / 16)}msgid "x"\nmsgstr "y"\n`,
    read: catalogue,
  },
  {
    name: 'one English in many entries',
    make: (length) => Array.from({ length: length / 8 }, (_, i) => `m${i},mot\n`).join(''),
    read: csv,
  },
  sentences('of their own', (i) => `Le mot numéro ${i} est là. `),
  ...pair('5 % ', '€5 ').slice(0, 1),
  ...pair('« ', '“').slice(0, 1),
  ...[
    ['12 ', '1,'],
    ['2/3 ', 'two-thirds '],
    ['dix jours ', 'ten hours '],
    ['deux mille et ', 'one hundred and '],
    ['il aime Wu et ', 'A. '],
    ['il voit la SNCF, ', 'UN '],
    ["'a ", "' "],
    ['`a` ', '** '],
    ['https://a.fr/b ', 'https://a.fr/c '],
  ].flatMap(([from = '', to = '']) => pair(from, to).slice(0, 1)),
  ...pair('jeton ', 'chip ').slice(0, 1),
  { name: 'words of another sense in longer terms', make: otherSenses, read: sensed },
  { name: 'lapsed waivers of as many mentions', make: repeat('jeton '), read: waived },
  ...pair('jeton ', 'token ').slice(2, 3),
  ...rows('HTML', ['<p>a', '<b>a</b><i>b</i>', '<p>a<li>b<td>c'], readHtmlFragment),
  ...rows('opening', ['<!---->', '<!-- a -->\n'], kindOf),
  ...rows('what is held together', ['a', 'a-t-', '1', '"a'], findUnbreakable),
  ...rows('what is seen', [' ', '\\'], (text) => asSeen(readPlain(text))),
  ...rows('what is seen', ['%%a%% ', '\\\\\n'], (text) => asSeen(parseInlineMarks(text))),
  ...rows('remarks', ['%%\n'], remarks),
  ...rows('older text boxes', ['<mc:AlternateContent><w:txbxContent>', '<w:fldSimple '], olderXml),
  ...rows('lists of a Word document', ['w:numId="1" ', '<w:num w:numId="1">', '"'], (xml) =>
    listsThatGoOn('', `<w:numbering><w:num ${xml}`),
  ),
  ...rows('items of lists that go on', ['<w:p><w:t>a</w:t></w:p><w:p><w:numId w:val="1"/></w:p>'], (xml) =>
    listsThatGoOn(xml, ''),
  ),
  ...rows('a head to mend', ['titel = "x"\n', 'a = [\n', 'a = """b""" c\n'], (lines) =>
    soundHead(`+++\n${lines}titel = "x"\n+++\n`, () => null),
  ),
  {
    name: 'a head of as many slips',
    make: counted((i) => `titl${String.fromCodePoint(0x4e00 + i)}e: x\n`),
    read: (lines) => soundHead(`---\n${lines}---\n`, () => null),
  },
  parts('that came behind one', (all) =>
    mergeParts({ base: edged([]), ours: edged([]), theirs: edged(all) }, { join: () => null }),
  ),
  parts('that came, undone', (all) => undoes(edged([]), edged(all))),
  parts('that went, undone', (all) => undoes(edged(all), edged([]))),
  parts('in the other order', (all) => changedParts(all, all.toReversed())),
  { name: 'one long name of the French', make: names, read: lost },
  {
    name: 'a header that ends in nothing',
    make: (length) => `msgid ""\r\n${repeat('"a\r\n')(length)}x`,
    read: poLanguages,
  },
];

/** Everything that is read, and everything that could make its reader slow. */
export const ALL: readonly Growth[] = [
  ...KINDS,
  paragraphs('of their own', (i) => `Le mot numéro ${i} est là.`),

  ...rows('marks', ['![', '![a](b) ', '[^a] ', '{{ ', '%% `'], parseInlineMarks),
  ...rows('article', ['| a |\n', 'a|b\n-|-\n', '[^a]: b\n', '[a]: b\n\n[a] '], article),
  {
    name: 'columns of a table',
    make: (length) => `${repeat('|a')(length / 2)}\n${repeat('|-')(length / 2)}\n`,
    read: article,
  },
  {
    name: 'links of as many labels',
    make: counted((i) => `[a${i}]: b\n\n[c][a${i}]\n\n`),
    read: article,
  },
  {
    name: 'one paragraph of many labels',
    make: (length) => `${counted((i) => `[a${i}] `)(length)}\n\n[a1]: b`,
    read: article,
  },
  {
    name: 'notes in notes',
    make: (length) => staircase(length).replaceAll(/^ +|- /gm, (sign) => (sign === '- ' ? '[^a]: ' : sign.repeat(2))),
    read: article,
  },
  ...shapesOfPage(),
  paragraphs('of one kind', () => 'Le mot est là.'),
  paragraphs(
    'that share nothing',
    (i) => `Mot ${i}`,
    (i) => `Word ${-i}!`,
  ),
  paragraphs(
    'in the other order',
    (i) => `Mot ${i}`,
    (i) => `Mot ${9999 - i}`,
  ),
  sentences('of one kind', () => 'Le mot est là, le mot est ici. '),
  ...rows(
    'marks',
    [
      '*',
      '*a',
      '**a* ',
      '[',
      ']',
      '[a](',
      '[a](b',
      '[a][',
      '[[a]()](',
      '`',
      '<a ',
      '<![CDATA[',
      '<!A ',
      '<http://a',
      '&',
      '&#x41;',
      '\\*',
      '](',
      'a@b',
      'http://',
      '/a',
      '(',
      '...',
      '\u202e',
      '👩\u200d',
    ],
    parseInlineMarks,
  ),
  ...[
    ['[', '](b)'],
    ['`', '`'],
    ['<', '>'],
    ['**', '**'],
    ['[a *', '*](b) '],
  ].map(([open = '', close = '']) => ({
    name: `nested marks ${open} ${close}`,
    make: nested(open, close),
    read: parseInlineMarks,
  })),
  ...rows(
    'article',
    [
      '* *\n',
      '- - a\n',
      '- ',
      '> ',
      '- a\n',
      '> a\n',
      '1. a\n',
      '# a\n',
      '#',
      '```\n',
      '~~~\na\n',
      '<a>\n',
      '[a]: b\n',
      '[a]:\n',
      '    a\n',
      '---\n',
      '===\n',
      'a\n===\n',
      'a\n\n',
      '> - ',
      '1) ',
      '<?\n',
      '[a](',
      '\t',
      ' ',
      '\r',
      '- # ',
      '_ _\n',
      `${'- '.repeat(30)}a\n`,
    ],
    article,
  ),
  ...rows('plain article', ['a\n\n', ' ', 'a\n ', '\n'], plain),
  ...rows('front matter', ['a: b\n', '-- \n', '- ', '? a\n', '"\\', ' ', 'title: &a b\n'], front),
  ...rows(
    'catalogue',
    [
      '#| msgid "a"\n',
      '#, a,',
      '# a\n',
      '# note: a\n#  b\n',
      '"a"\n',
      'msgid "a"\nmsgstr "b"\n\n',
      'msgctxt "a"\nmsgid "a"\nmsgstr "b"\n\n',
      'garbage\n',
      '"\\',
      '#~ msgid "a"\n',
      '# waive: a\n',
    ],
    catalogue,
  ),
  ...rows(
    'YAML',
    [
      '- fr: a\n  en: b\n',
      '- ',
      '[',
      '- x\n',
      '? ',
      '&a ',
      '- fr: [a, b]\n  en: b\n',
      '- {fr: a, en: b}\n',
      'a: b\n',
      '|\n',
    ],
    yaml,
  ),
  { name: 'YAML of entries', make: counted((i) => `- {fr: mot${i}, en: word${i}}\n`), read: yaml },
  ...rows(
    'HTML',
    [
      'a<br>',
      '<br><br>',
      '<b>a</b>',
      '<b> </b>',
      'a<b>«a»</b>',
      '<ul><li>a</li></ul>',
      '<ol><li>a</li></ol>',
      '<table><tr><th>a</th></tr></table>',
      '<a href="#n">1</a>',
      '<figure>a</figure>',
      '<dl><dt>a<dd>b',
      '<q>a</q>',
      '<',
      '&amp;',
      '*a',
      '`',
      '\u00a0',
      ' ',
      '<script>',
      '<!--',
      '<a b="',
    ],
    readHtmlFragment,
  ),
  ...rows(
    'page',
    [
      ...['<p>a', 'a<br>', '<div class="share">a</div>', '<h1>a</h1>', '<a href="b">a</a> ', '<input type="email">a'],
      ...['<div><b>À lire</b><a href="b">a</a></div>', '<blockquote>un pont de bois et de pierre</blockquote>'],
    ],
    (html) => readPage(`<article><p>a</p>${html}</article>`, 'https://exemple.example/a'),
  ),
  ...rows('page with a quotation', ['<p class="author">a</p>', '<div><p>Le pont est fermé.</p></div>'], (html) =>
    readPage(`<article><p>a</p><blockquote>a</blockquote>${html}<p>a</p></article>`, 'https://exemple.example/a'),
  ),
  ...rows(
    'plain text',
    ['0:01 a\n', 'les agents notent chaque jour la hauteur du lac au\n', '==', '# '],
    readPlainText,
  ),
  ...rows('page in a box', ['<h2>a</h2>', '<hr><p>a</p>'], (html) =>
    readPage(`<article><div><p>a</p>${html}</div></article>`, 'https://exemple.example/a'),
  ),
  ...rows('paragraph of a page', [MOMENT], (html) => refused(`<p>${html}</p>`)),
  ...rows('table of a page', [`<tr><td>${MOMENT}</td></tr>`], (html) => refused(`<table>${html}</table>`)),
  { name: 'page of elements within elements', make: nested('<div>', '</div>'), read: (html) => refused(html) },
  ...rows('opening', ['<!--', '<?xml?>', '<?a ?> ', 'From: multipart/', ' ', '<div ', '-->'], kindOf),
  ...rows('CSV', ['a,b\n', '"', '""', ',', '"a","b"\n', 'a,\n'], (text) => csv(`fr,en\n${text}`)),
  ...rows('TBX', ['<a/>', '<!--', '&#65;', '<conceptEntry/>', '<![CDATA[a]]>'], tbx),
  ...rows('XLIFF', ['a ', '*a ', '<x id="1"/>', '<bpt id="1">*</bpt>a', '<mrk>a</mrk>', '&lt;a ', ' ', ' \n'], xliff),
  ...rows('lines', ['\n', '\r\n', 'a'], (text) => createLines(text, 'a').place(text.length)),
  ...[
    ['jeton ', 'token '],
    ['jeton ', 'chip '],
    ['jeton de puce ', 'chip '],
    ['OpenAI ', 'Xai '],
    ['Jean ', 'Paul '],
    ['a (b) ', 'c (d) '],
    ['Le jeton. ', 'The token. '],
    ['A b ! ', 'C? '],
    ['deux ', 'two '],
    ['5 ', '6 '],
    ['"a" ', '“b” '],
    ['*a* ', '**b** '],
    ['l’a ', '’s '],
  ].flatMap(([from = '', to = '']) => pair(from, to)),
];

/**
 * How much longer four times the input takes: 4 where time grows with length, 16 where it grows with its square. The
 * best of some runs each. What takes less than the smallest time that can be told is taken to take that.
 */
export function growthOf({ make, read }: Growth, length: number, runs = 3): { ratio: number; times: number[] } {
  const times = [1, 2, 4].map((factor) => {
    const input = make(length * factor);
    const took = Array.from({ length: runs }, () => {
      const began = process.cpuUsage();
      read(input);
      return process.cpuUsage(began).user / 1000;
    });
    return Math.min(...took);
  });
  const [first = 0, , last = 0] = times;
  return { ratio: last / Math.max(first, SMALLEST), times };
}

/** Milliseconds. */
const SMALLEST = 4;
