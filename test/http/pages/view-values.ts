import type { AddPage } from '../../../src/http/pages/adding/add-page.ts';
import type { BookPage } from '../../../src/http/pages/adding/book-page.ts';
import type { PairsPage } from '../../../src/http/pages/adding/pairs-page.ts';
import type { ParcelPage } from '../../../src/http/pages/adding/parcel-page.ts';
import type { ArticlePage } from '../../../src/http/pages/article/article-page.ts';
import type { ChoicesView } from '../../../src/http/pages/article/choice-view.ts';
import type { SegmentView } from '../../../src/http/pages/article/segments.ts';
import type { CellView } from '../../../src/http/pages/article/table-view.ts';
import type { TranslatePage } from '../../../src/http/pages/article/translate-page.ts';
import type { UnitPage } from '../../../src/http/pages/article/unit-page.ts';
import type { UnitView } from '../../../src/http/pages/article/unit-view.ts';
import type { ErrorPage } from '../../../src/http/pages/error-page.ts';
import { dated } from '../../../src/http/pages/frame/dates.ts';
import type { Frame } from '../../../src/http/pages/frame/frame.ts';
import type { AddTermPage } from '../../../src/http/pages/glossary/add-term-page.ts';
import type { CandidatesPage } from '../../../src/http/pages/glossary/candidates-page.ts';
import type { ConceptPage } from '../../../src/http/pages/glossary/concept-page.ts';
import type { EntryForm } from '../../../src/http/pages/glossary/entry-form.ts';
import type { GlossaryPage } from '../../../src/http/pages/glossary/glossary-page.ts';
import type { ChangesPage } from '../../../src/http/pages/history/changes-page.ts';
import type { UndoPage } from '../../../src/http/pages/history/undo-page.ts';
import type { VersionsPage } from '../../../src/http/pages/history/versions-page.ts';
import type { SearchPage } from '../../../src/http/pages/search/search-page.ts';
import type { RemovalPage } from '../../../src/http/pages/shelf/removal-page.ts';
import type { ShelfPage } from '../../../src/http/pages/shelf/shelf-page.ts';
import type { SignInPage } from '../../../src/http/pages/sign-in-page.ts';
import type { Views } from '../../../src/http/pages/views.ts';
import { IMPORT_CASES } from './adding/import-values.ts';

/** Each view with all there can be, with as little as there can be, and with what went wrong. */
export type ViewCases = { readonly [View in keyof Views]: Readonly<Record<'full' | 'empty' | 'failing', Views[View]>> };

const SOUND = { title: 'A title', revision: 'r3v1s10n', problems: null } satisfies Frame;
const ON_PAPER = { paper: { says: '“a” · Page 2 of 3', at: '/there?page=2' } };
const BROKEN = {
  ...SOUND,
  problems: {
    heading: 'Thirty corrections are needed',
    isMild: false,
    listed: [
      {
        fingerprint: 'a1b2c3d4',
        place: 'glossary/ai.yaml:12:5',
        of: null,
        message: 'write “en”',
        excerpt: 'enn: token',
      },
      {
        fingerprint: 'e5f6a7b8',
        place: 'content/essai/fr.md:1:1',
        of: [{ text: 'Essai', isFrench: true }],
        message: 'cannot be read',
        excerpt: '',
      },
    ],
    count: 30,
    more: 28,
  },
} satisfies Frame;

const RUN = {
  text: 'un ',
  emphasis: false,
  strong: false,
  code: false,
  ...{ deleted: false, isMarkup: false, isOfImage: false, note: null, picture: null },
  keep: false,
  isBreak: false,
  hidden: null,
  href: null,
};
const FRENCH = [
  {
    pair: 1,
    pieces: [
      { mention: null, runs: [RUN, { ...RUN, text: 'beau', emphasis: true, strong: true, code: true }] },
      { mention: null, runs: [{ ...RUN, text: '« ', keep: true }], begins: true },
      {
        ends: true,
        mention: {
          ...{ key: 'p2-1', concept: 'token', isName: true, isFree: true, verdict: 'preferred' },
          why: 'jeton, as written',
        },
        runs: [{ ...RUN, text: 'jeton' }],
      },
      {
        mention: null,
        runs: [
          { ...RUN, text: '10 000', keep: true },
          { ...RUN, text: '\n', isBreak: true },
          { ...RUN, text: '\u202e', hidden: 'U+202E' },
          { ...RUN, text: 'ailleurs', href: 'https://example.org/' },
          { ...RUN, text: 'ancien', deleted: true },
          { ...RUN, text: '{{< bas >}}', isMarkup: true },
          { ...RUN, text: '1', note: { label: '1', href: '#p3-fr', id: 'p3-fr-ref' } },
          { ...RUN, text: '2', note: { label: '2', href: '#p4-fr', id: null } },
          { ...RUN, text: '', isOfImage: true, picture: { src: '/articles/essai/files/plan.png', elsewhere: null } },
          { ...RUN, text: 'un plan', isOfImage: true },
          {
            ...RUN,
            text: '',
            picture: { src: null, elsewhere: { href: 'https://example.org/a.png', host: 'example.org' } },
          },
          { ...RUN, text: '', picture: { src: null, elsewhere: null } },
        ],
      },
    ],
  },
] satisfies SegmentView[];
const ENGLISH = [
  { pair: 1, pieces: [{ mention: null, runs: [{ ...RUN, text: 'a fine token' }] }] },
] satisfies SegmentView[];

const DRAFT = {
  ...{ id: 'p2', number: 2, kind: 'paragraph', isTitle: false, tag: 'p', source: FRENCH, target: ENGLISH },
  ...{ marker: '3.', depth: 1, afterRule: true, isHidden: false, cell: null, sourceNote: null, targetNote: null },
  ...{ picture: null, info: '', gap: '' },
  ...{
    editAt: '/articles/essai/units/p2',
    hasApparatus: true,
    isDraft: true,
    draftOrigin: dated('an engine, 2026-11-23'),
    origin: null,
  },
  ...{
    approve: 'Approve it',
    wants: 'draft',
    version: 'v3rs10n',
    notes: [{ label: dated('Ana, 2026-11-26'), text: 'a note' }],
    stale: [[{ text: 'token changed', isFrench: false }]],
    findings: [
      [
        { text: 'dix', isFrench: true },
        { text: ' is missing', isFrench: false },
      ],
    ],
    accepted: [[{ text: '11 is missing. Accepted by a person: said before.', isFrench: false }]],
  },
} satisfies UnitView;
const TITLE = {
  ...{ id: 'p1', number: 1, kind: 'title', isTitle: true, tag: 'h1', source: FRENCH, target: null },
  ...{ marker: '', depth: 0, afterRule: false, isHidden: false, cell: null, sourceNote: null, targetNote: null },
  ...{ picture: null, info: '', gap: 'Not translated yet.' },
  ...{ editAt: null, hasApparatus: false, isDraft: false, draftOrigin: null, origin: null },
  ...{ approve: null, wants: '', version: 'v0', notes: [], stale: [], findings: [], accepted: [] },
} satisfies UnitView;
const REVIEWED = {
  ...DRAFT,
  id: 'p3',
  isDraft: false,
  draftOrigin: null,
  origin: dated('a person'),
  approve: null,
} satisfies UnitView;
const HEAD = {
  ...{ opensTable: true, closesTable: false, opensRow: true, closesRow: true, column: 1, columns: '2', align: 'right' },
  widths: 'w2-3',
  ...{ tag: 'th', role: 'columnheader', part: { tag: 'thead', opens: true, closes: true } },
  ...{ before: [], after: [''], frenchHead: '', englishHead: '' },
} satisfies CellView;
const CELL = {
  ...{ opensTable: false, closesTable: true, opensRow: true, closesRow: true, column: 2, columns: '2', align: '' },
  widths: '',
  ...{ tag: 'td', role: 'cell', part: { tag: 'tbody', opens: true, closes: true } },
  ...{ before: [''], after: [], frenchHead: 'Jetons', englishHead: 'Tokens' },
} satisfies CellView;
const SHAPED = [
  { ...REVIEWED, id: 'p4', kind: 'cell', cell: HEAD },
  { ...REVIEWED, id: 'p5', kind: 'cell', cell: CELL },
  { ...TITLE, ...{ id: 'p6', kind: 'cell', isTitle: false, tag: 'p', cell: { ...CELL, ...HEAD, closesTable: true } } },
  {
    ...{ ...REVIEWED, id: 'p7', kind: 'note' },
    sourceNote: { label: '1', id: 'p7-fr', back: '#p7-fr-ref' },
    targetNote: { label: '1', id: 'p7-en', back: null },
  },
  { ...REVIEWED, id: 'p8', kind: 'figure', picture: '/articles/essai/files/plan.png' },
  { ...REVIEWED, id: 'p9', kind: 'code', tag: 'pre', info: 'python' },
  { ...REVIEWED, id: 'p10', kind: 'aside', tag: 'pre', isHidden: true },
] satisfies UnitView[];

const article = {
  full: {
    ...SOUND,
    ...{ site: 'Le Site', url: 'https://example.org/article', date: { iso: '2025-03-07', written: 'March 7, 2025' } },
    ...{
      summary: '1 term: 1 preferred',
      ways: [{ want: 'draft', label: '2 drafts', last: '#p9', first: '#p2' }],
      untranslated: '3 paragraphs',
      beginAt: '/articles/essai/units/p1',
      isOwn: true,
    },
    ...{
      at: '/articles/essai',
      translateAt: '/articles/essai/translate',
      importAt: '/import?article=essai',
      ledgerAt: '/articles/essai/ledger.json',
      searchIn: 'essai',
      entriesAt: '/glossary?article=essai',
      takeAway: [{ href: '/articles/essai/export/po', label: 'PO, the catalogue itself' }],
      ...ON_PAPER,
    },
    units: [TITLE, DRAFT, REVIEWED, ...SHAPED],
    concepts: [
      {
        ...{ id: 'token', href: '/glossary/token', french: 'jeton', english: 'token', search: 'token jeton' },
        ...{
          definition: 'A unit of text.',
          alsoFrench: { named: 'unité lexicale', more: '' },
          also: { named: 'lexeme', more: ' and 12 more' },
          not: { named: 'chip', more: '' },
          place: 'glossary/ai.yaml:1',
        },
        ...{ verdict: 'preferred', count: 'once' },
        occurrences: [{ unit: 'p2', label: '¶2', key: 'p2-1', text: 'jeton', verdict: 'preferred' }],
      },
    ],
  },
  empty: {
    ...SOUND,
    ...{
      site: null,
      url: null,
      date: null,
      summary: 'no terms',
      ways: [],
      untranslated: null,
      beginAt: null,
      isOwn: false,
    },
    ...{
      at: '/articles/essai',
      translateAt: '/articles/essai/translate',
      importAt: '/import?article=essai',
      ledgerAt: '/articles/essai/ledger.json',
      searchIn: 'essai',
      entriesAt: '/glossary?article=essai',
      takeAway: [],
      ...ON_PAPER,
      units: [],
      concepts: [],
    },
  },
  failing: {
    ...BROKEN,
    ...{
      site: 'Le Site',
      url: null,
      date: null,
      summary: '1 term: 1 missing',
      ways: [],
      untranslated: null,
      beginAt: null,
      isOwn: false,
    },
    ...{
      at: '/articles/essai',
      translateAt: '/articles/essai/translate',
      importAt: '/import?article=essai',
      ledgerAt: '/articles/essai/ledger.json',
      searchIn: 'essai',
      entriesAt: '/glossary?article=essai',
      takeAway: [],
      ...ON_PAPER,
      units: [TITLE],
    },
    concepts: [
      {
        ...{ id: 'name', href: '/glossary/name', french: 'Nom', english: null, search: 'nom' },
        ...{
          definition: null,
          alsoFrench: null,
          also: null,
          not: null,
          place: 'glossary/ai.yaml:9',
          verdict: 'missing',
          count: '2 times',
        },
        occurrences: [],
      },
    ],
  },
} satisfies Record<string, ArticlePage>;

const SHELVED = {
  ...{ href: '/articles/essai', title: 'Essai', target: 'Trial', site: 'Le Site' },
  date: { iso: '2025-03-07', written: 'March 7, 2025' },
  ...{ progress: '3 paragraphs: 2 translated, 1 reviewed', translated: 67, reviewed: 33 },
  ...{ problems: '2 errors', hasErrors: true, removeAt: '/articles/essai/remove' },
};
const shelf = {
  full: {
    ...SOUND,
    ...ON_PAPER,
    checking: '1,900 articles are still being checked.',
    ...{ total: '90 articles', query: 'essai', by: 'title', found: '3 found' },
    orders: [
      { label: 'Newest first', href: '/articles', isCurrent: false },
      { label: 'By title', href: '/articles?by=title', isCurrent: true },
    ],
    articles: [
      SHELVED,
      { ...SHELVED, target: null, site: null, problems: '', hasErrors: false },
      { ...SHELVED, date: null, problems: 'nothing to correct', hasErrors: false },
    ],
    pages: {
      ...{ says: 'Page 2 of 3', first: '/articles', previous: '/articles?page=1' },
      ...{ next: '/articles?page=3', last: '/articles?page=9' },
    },
  },
  empty: {
    ...SOUND,
    ...ON_PAPER,
    total: '',
    checking: '',
    query: '',
    by: '',
    found: '',
    orders: null,
    articles: [],
    pages: null,
  },
  failing: {
    ...BROKEN,
    ...ON_PAPER,
    total: '1 article',
    checking: '',
    query: 'x',
    by: '',
    found: '0 found',
    orders: null,
    articles: [],
    pages: null,
  },
} satisfies Record<string, ShelfPage>;

const search = {
  full: {
    ...SOUND,
    ...ON_PAPER,
    ...{ query: 'jetons', says: '3 paragraphs in 2 articles', cut: 'Only the beginning is sought.' },
    article: { slug: 'essai', title: 'Essai' },
    terms: [
      {
        asked: 'jetons',
        entries: [
          { before: '', href: '/glossary/token', french: 'jeton', english: 'token' },
          { before: ', ', href: '/glossary/openai', french: 'OpenAI', english: '' },
        ],
        forms: '2 forms in French, 2 in English',
      },
    ],
    groups: [
      {
        ...{ href: '/articles/essai', title: 'Essai', target: 'A trial', count: '2 paragraphs' },
        rows: [
          {
            ...{ href: '/articles/essai#p2', label: '¶2', more: '1 more in this paragraph', verdicts: [] },
            source: [
              { text: 'Trois ', isHit: false },
              { text: 'jetons', isHit: true },
            ],
            target: [{ text: 'Three', isHit: false }],
          },
          { href: '/articles/essai#p3', label: '¶3', more: '', verdicts: [], source: [], target: null },
        ],
      },
    ],
    pages: {
      ...{ says: 'Page 2 of 3', first: '/search?q=a', previous: '/search?q=a' },
      ...{ next: '/search?q=a&page=3', last: '/search?q=a&page=3' },
    },
  },
  empty: { ...SOUND, ...ON_PAPER, query: '', article: null, says: '', cut: '', terms: [], groups: [], pages: null },
  failing: {
    ...{ ...BROKEN, ...ON_PAPER, query: 'x', article: null, cut: '', terms: [], groups: [], pages: null },
    says: 'No paragraph has “x”.',
  },
} satisfies Record<string, SearchPage>;

const ASKED = { isText: false, isFile: false, isAddress: false, value: '', wrong: null, isFirstWrong: false };
const add = {
  full: {
    ...SOUND,
    fields: [
      { ...ASKED, isText: true, value: 'Un texte.' },
      { ...ASKED, isFile: true },
      { ...ASKED, isAddress: true, value: 'example.org' },
    ],
    ...{ wrong: null, isEnglishOpen: false },
    english: [
      { ...ASKED, isText: true, value: 'A text.' },
      { ...ASKED, isFile: true },
    ],
  },
  empty: { ...SOUND, fields: [], english: [], isEnglishOpen: false, wrong: null },
  failing: {
    ...BROKEN,
    english: [
      { ...ASKED, isText: true, value: 'x', wrong: 'Give one.', isFirstWrong: true },
      { ...ASKED, isFile: true, wrong: 'This is a PDF too.' },
    ],
    isEnglishOpen: true,
    fields: [
      { ...ASKED, isText: true, value: 'x', wrong: 'Paste it.', isFirstWrong: true },
      { ...ASKED, isFile: true, wrong: 'This is a PDF.' },
      { ...ASKED, isAddress: true, value: 'x', wrong: 'No such page.' },
    ],
    wrong: 'Send it again.',
  },
} satisfies Record<string, AddPage>;

const BOOK = {
  ...SOUND,
  action: '/add/p4rc3l',
  addAt: '/add',
  from: 'ponts.epub',
  book: null,
  wrong: null,
  warnings: [],
};
const book = {
  full: {
    ...BOOK,
    book: 'Les ponts',
    warnings: ['The book lacks 1 part.'],
    chapters: [{ number: 1, title: 'Débuts', opening: 'Un pont.' }],
  },
  empty: { ...BOOK, chapters: [] },
  failing: { ...BOOK, ...BROKEN, wrong: 'Choose one.', chapters: [] },
} satisfies Record<string, BookPage>;

const PARCEL = {
  ...SOUND,
  ...{ action: '/add/p4rc3l', addAt: '/add', from: 'essai.docx', chosen: '1 of 2 blocks', warnings: [] },
  ...{ english: null, send: 'Save' },
  ...{ fields: [], wrong: null, wrongBlocks: null, blocks: [], same: null },
};
const HEAD_FIELD = {
  ...{ name: 'title', label: 'Title', value: 'Essai', lang: 'fr', placeholder: null, advice: '', wrong: null },
  ...{ isFirstWrong: false, describedBy: null },
};
const BLOCK = {
  ...{ index: 0, number: 1, isTicked: true, doubt: null, kind: 'list', opening: 'un beau jeton' },
  units: [{ tag: 'p', level: 0, marker: '•', depth: 1, note: '', segments: FRENCH }],
  ...{ rows: [], isRule: false, written: null },
};
const PAIRS = {
  ...SOUND,
  ...{ action: '/add/p4rc3l/pairs', addAt: '/add', blocksAt: '/add/p4rc3l', from: 'essai.docx', english: 'trial.md' },
  ...{ warnings: [], wrong: null, says: '2 paragraphs: 1 sure.', doubtful: [], moreDoubtful: '', version: '0' },
  ...{ page: '1', rows: [], pages: null, undo: null, approves: false },
};
const PAIR = {
  ...{ index: 0, name: '¶1', sureness: 'sure', why: '', isDoubtful: false, next: null, french: 'Essai', emptiness: '' },
  sentences: [
    { text: 'A trial.', cut: null },
    { text: 'Another.', cut: { value: 'cut 0 0 9', opening: 'Another.' } },
  ],
  rest: '12 more characters',
  steps: [{ value: 'down 0', label: 'Down', key: 'd', isPressed: null }],
};
const WHY = 'only the French has “12”';
const pairs = {
  full: {
    ...PAIRS,
    doubtful: [{ href: '/add/p4rc3l/pairs?row=1#row-1', name: '¶2', sureness: 'weak', why: WHY, opening: 'Un jeton' }],
    ...{ moreDoubtful: 'and 3 more', undo: 'Undo (3)', approves: true, warnings: ['A picture was left out.'] },
    rows: [
      PAIR,
      { ...PAIR, sureness: 'weak', why: WHY, isDoubtful: true },
      { ...PAIR, isDoubtful: true, next: '/add/p4rc3l/pairs?row=9#row-9', sentences: [], rest: '', emptiness: 'No.' },
      {
        ...PAIR,
        french: null,
        sureness: '',
        steps: [{ value: 'note 2', label: 'A note', key: 'm', isPressed: 'true' }],
      },
    ],
    pages: { says: 'Page 2 of 3', first: '/a', previous: '/b', next: '/c', last: '/d' },
  },
  empty: PAIRS,
  failing: { ...PAIRS, ...BROKEN, wrong: 'The pairs changed.' },
} satisfies Record<string, PairsPage>;
const parcel = {
  full: {
    ...PARCEL,
    english: 'trial.md',
    warnings: ['A picture was left out.'],
    same: { says: 'It is here already:', href: '/articles/essai', title: 'Essai' },
    fields: [
      HEAD_FIELD,
      {
        ...HEAD_FIELD,
        name: 'date',
        lang: null,
        placeholder: '2025-03-07',
        advice: 'The day.',
        describedBy: 'date-advice',
      },
    ],
    blocks: [
      BLOCK,
      {
        ...BLOCK,
        index: 2,
        number: 3,
        kind: 'table',
        units: [],
        rows: [
          [
            { tag: 'th', align: 'right', segments: FRENCH },
            { tag: 'td', align: '', segments: [] },
          ],
        ],
      },
      {
        ...BLOCK,
        index: 1,
        number: 2,
        isTicked: false,
        doubt: 'links alone',
        kind: 'line',
        isRule: true,
        units: [],
        written: '***',
      },
    ],
  },
  empty: PARCEL,
  failing: {
    ...{ ...PARCEL, ...BROKEN, wrong: 'The disk is full.', wrongBlocks: 'Tick one.' },
    same: { says: 'It is here:', href: '/articles/essai', title: 'Essai' },
    fields: [{ ...HEAD_FIELD, wrong: 'Write the title.', isFirstWrong: true, describedBy: 'title-wrong' }],
    blocks: [{ ...BLOCK, units: [{ tag: 'p', level: 2, marker: '', depth: 0, note: '1', segments: FRENCH }] }],
  },
} satisfies Record<string, ParcelPage>;

const REMOVAL = {
  ...SOUND,
  article: { href: '/articles/essai', title: 'Essai', target: null, folder: 'content/essai' },
  ...{ progress: '3 paragraphs, not translated yet', action: '/articles/essai/remove', shelfAt: '/articles' },
};
const removal = {
  full: { ...REMOVAL, article: { ...REMOVAL.article, target: 'Trial' } },
  empty: REMOVAL,
  failing: { ...REMOVAL, ...BROKEN },
} satisfies Record<string, RemovalPage>;

const PIECES = [
  { text: 'One', isOut: false, isIn: false },
  { text: '.', isOut: true, isIn: false },
  { text: '!', isOut: false, isIn: true },
];
const WHAT = [
  { text: 'paragraph 2 of “', isFrench: false },
  { text: 'Un essai', isFrench: true },
  { text: ' / A trial”', isFrench: false },
];
const CHANGE = {
  name: 'Un.',
  diff: { language: 'en', pieces: PIECES },
  details: [
    [
      { isOut: true, isIn: false, line: dated('draft') },
      { isOut: false, isIn: true, line: dated('reviewed') },
    ],
    [
      { isOut: false, isIn: false, line: dated('terms: ') },
      { isOut: false, isIn: true, line: dated('token') },
    ],
  ],
};
const ENTRY_CHANGE = { name: '', diff: { language: '', pieces: [] }, details: [] };
const SAVE = {
  ...{ number: 7, file: 'content/essai/en.po', what: WHAT, where: '/articles/essai#p2' },
  ...{ time: '2025-03-07T09:41:00.000Z', clock: '09:41', undo: 'Undo', by: 'by you', more: 'and 3 more' },
  ...{ versionsAt: '/changes/versions?file=content%2Fessai%2Fen.po', changes: [CHANGE, ENTRY_CHANGE] },
};
const CHANGES = { ...SOUND, ...ON_PAPER, heading: WHAT, of: '', allAt: null, days: [], pages: null, exchange: null };
const BARE_SAVE = { ...SAVE, undo: null, by: '', more: '', changes: [], versionsAt: null, where: null };
const changes = {
  full: {
    ...{
      ...CHANGES,
      of: 'Un.',
      allAt: '/changes',
      exchange: { says: 'The other copy has every save.', at: '/changes/exchange' },
      pages: { says: 'Page 2 of 3', first: '/a', previous: '/b', next: '/c', last: '/d' },
    },
    days: [{ day: 'March 7, 2025', saves: [SAVE, { ...SAVE, number: 8, undo: 'Bring it back' }] }],
  },
  empty: CHANGES,
  failing: { ...CHANGES, ...BROKEN, days: [{ day: 'March 7, 2025', saves: [BARE_SAVE] }] },
} satisfies Record<string, ChangesPage>;

const UNDO = {
  ...{ ...SOUND, number: 7, what: WHAT, action: '/undo', changesAt: '/changes' },
  ...{ clean: '', asked: [], failure: null },
};
const ASKED_PART = {
  ...{ index: 1, version: '0123456789ab', saved: CHANGE, since: CHANGE.diff, undone: CHANGE.diff },
  ...{ says: 'Other words were changed.', text: 'One!', language: 'en', height: 3 },
  ...{ isBack: true, isKept: false, isWritten: false },
};
const undo = {
  full: {
    ...{ ...UNDO, clean: '3 other parts of it.', failure: 'Somebody wrote there again.' },
    asked: [ASKED_PART, { ...ASKED_PART, index: 2, language: '', isBack: false, isKept: true }],
  },
  empty: UNDO,
  failing: { ...UNDO, ...BROKEN, asked: [{ ...ASKED_PART, isBack: false, isWritten: true }] },
} satisfies Record<string, UndoPage>;

const VERSION = {
  ...{ name: '1234.po', until: 'March 7, 2025, 09:41', next: null, by: '', time: '2025-03-07T09:41:00.000Z' },
  ...{ compareAt: '/changes/versions?file=a&version=1234.po', compared: null },
};
const REPLACED = { next: [{ text: 'then paragraph 7', isFrench: false }], by: 'by you' };
const VERSIONS_OF = { file: 'content/essai/en.po', of: null, changesAt: '/changes', action: '/changes/versions' };
const versions = {
  full: {
    ...{ ...SOUND, ...VERSIONS_OF, of: WHAT },
    versions: [VERSION, { ...VERSION, ...REPLACED, compared: { says: 'It changes 1 part.', changes: [CHANGE] } }],
  },
  empty: { ...SOUND, ...VERSIONS_OF, versions: [] },
  failing: { ...SOUND, ...VERSIONS_OF, ...BROKEN, versions: [VERSION] },
} satisfies Record<string, VersionsPage>;

const NEAR = { before: 'Did you mean “', link: { words: 'essai', href: '/articles/essai' }, after: '”?' };
const SIGN = { before: 'Sign in.', link: null, after: '' };
const error = {
  full: { ...SOUND, status: 404, message: 'There is no such page.', advice: NEAR, offersSignIn: false },
  empty: { ...SOUND, status: 500, message: 'Internal error.', advice: null, offersSignIn: false },
  failing: { ...BROKEN, status: 401, message: 'Nothing was saved.', advice: SIGN, offersSignIn: true },
} satisfies Record<string, ErrorPage>;

const UNKNOWN = { heading: 'Sign in', says: 'Give it.', asksName: false, name: '', needsName: false };
const SIGN_IN = { ...SOUND, next: '/changes', goOn: 'Go on', isSignedIn: false, failure: null, ...UNKNOWN };
const signIn = {
  full: { ...SIGN_IN, isSignedIn: true, heading: 'You are signed in as Ana' },
  empty: { ...SIGN_IN, asksName: true, needsName: true },
  failing: { ...SIGN_IN, ...BROKEN, failure: 'This is not the password.' },
} satisfies Record<string, SignInPage>;

const NOTHING_RULED_OUT = {
  ...{ kind: 'not', title: 'Ruled out', language: 'en', advice: '', isRuledOut: true, asksForName: false, rows: [] },
};
const EMPTY_FORM = {
  ...{ action: '/add-term', entry: '', isNew: true, version: null, base: '{}', back: '', failure: null },
  ...{ conflicts: null, wrong: null, groups: [], keep: false, areas: [], lines: [], counts: [], files: [] },
  ...{ ruledOut: NOTHING_RULED_OUT, isMoreOpen: false, proposedFrom: '¶0' },
  impact: { isShown: false, summary: [], units: [], more: 0, findings: [] },
} satisfies EntryForm;
const FAILING_FORM = {
  ...{ action: '/glossary/token', entry: 'token', isNew: false, version: 'v3rs10n', base: '{"id":"token"}' },
  ...{ back: '/articles/essai#p2', failure: 'The disk is full.', wrong: 'write one of both', keep: true },
  conflicts: [{ key: 'note', base: 'a base', yours: 'your word', theirs: 'their word' }],
  groups: [
    {
      ...{
        kind: 'fr',
        title: 'French',
        language: 'fr',
        advice: 'First the preferred',
        isRuledOut: false,
        asksForName: true,
      },
      rows: [
        {
          ...{ name: 'fr.0.', label: 'French 1', term: 'jeton', why: '', forms: 'jetonnes', wrong: 'write a term' },
          ...{ describedBy: 'fr-advice fr.0.term-wrong', isOpen: true, set: 'noun, m', isFirstEmpty: true },
          proposals: [{ text: 'token', action: 'take:token' }],
          rules: [
            {
              ...{ name: 'fr.0.pos', label: 'Part of speech', wrong: 'write noun' },
              choices: [{ value: 'noun', label: 'a noun', isChosen: true }],
            },
          ],
        },
      ],
    },
  ],
  ruledOut: {
    ...NOTHING_RULED_OUT,
    advice: 'And why',
    rows: [
      {
        ...{ name: 'not.0.', label: 'Ruled out 1', term: 'chip', why: 'that is puce', forms: '', wrong: null },
        ...{ describedBy: 'not-advice', isOpen: false, set: '', rules: [], isFirstEmpty: false, proposals: [] },
      },
    ],
  },
  ...{ isMoreOpen: true, proposedFrom: '¶2' },
  areas: [
    { name: 'except', label: 'Phrases', value: 'jeton de présence', wrong: 'too long', rows: 2, lang: 'fr' },
    { name: 'note', label: 'Note', value: '', wrong: null, rows: 2, lang: null },
  ],
  lines: [{ name: 'id', label: 'Id', value: 'token', wrong: 'is taken', placeholder: 'follows' }],
  counts: [{ value: 'unit', label: 'once', isChosen: true }],
  files: [{ value: 'glossary/ai.yaml', label: 'glossary/ai.yaml', isChosen: true }],
  impact: {
    ...{
      isShown: true,
      summary: [{ text: '1 paragraph would change', isFrench: false }],
      more: 3,
      findings: ['two entries share a term'],
    },
    units: [
      {
        ...{
          href: '/articles/essai#p2',
          label: [
            { text: 'essai', isFrench: true },
            { text: ' ¶2', isFrench: false },
          ],
          becomesStale: true,
        },
        terms: [{ text: 'jetons', before: 'preferred', after: 'missing' }],
      },
    ],
  },
} satisfies EntryForm;
const addTerm = {
  full: { ...SOUND, back: { href: '/articles/essai#p2', label: 'Back' }, form: { ...FAILING_FORM, isNew: true } },
  empty: { ...SOUND, back: { href: '/glossary', label: 'Glossary' }, form: EMPTY_FORM },
  failing: { ...BROKEN, back: { href: '/glossary', label: 'Glossary' }, form: { ...FAILING_FORM, conflicts: [] } },
} satisfies Record<string, AddTermPage>;

const EMPTY_CONCEPT = {
  ...SOUND,
  ...ON_PAPER,
  ...{ names: [], definition: null, citation: null, field: null, note: null, place: 'glossary/ai.yaml:1' },
  ...{
    versionsAt: '/changes?entry=token',
    demand: 'each',
    see: [],
    except: [],
    examples: [],
    sides: [],
    ...{ found: '', checking: '', groups: [], pages: null },
    form: EMPTY_FORM,
  },
  ...{ isOpen: false, notEditable: null },
} satisfies ConceptPage;
const concept = {
  full: {
    ...SOUND,
    ...ON_PAPER,
    names: [
      { before: '', language: 'fr', text: 'jeton' },
      { before: ' / ', language: 'en', text: 'token' },
    ],
    ...{ definition: 'A unit of text.', citation: dated('a dictionary, 2024-09-06'), note: 'Mind it.' },
    field: { href: '/glossary?field=models', name: 'Models' },
    ...{
      place: 'glossary/ai.yaml:1',
      demand: 'each wants one',
      versionsAt: '/changes?entry=token',
      isOpen: true,
      notEditable: null,
    },
    see: [{ before: ', ', href: '/glossary/chip', label: 'the chip' }],
    except: [{ before: ', ', text: 'jeton de présence' }],
    examples: [
      { source: 'trois jetons', target: 'three tokens' },
      { source: 'jeton de présence', target: null },
    ],
    sides: [
      {
        ...{ language: 'fr', name: 'French' },
        terms: [
          {
            ...{ text: 'jeton', status: 'preferred', grammar: 'noun, m', why: 'as it is said' },
            forms: {
              count: 2,
              listed: [
                { before: '', text: 'jeton', label: '' },
                { before: ', ', text: 'jetons', label: 'plural' },
              ],
            },
          },
          { text: 'token', status: 'deprecated', grammar: '', why: null, forms: null },
        ],
        further: {
          says: 'and 2 more terms',
          terms: [{ text: 'unité', status: 'admitted', grammar: 'noun, f', why: null, forms: null }],
        },
      },
    ],
    found: '21 paragraphs in 2 articles',
    checking: '1 article is still being checked.',
    groups: [
      {
        ...{ href: '/articles/essai', title: 'Un essai', target: '', count: '20 paragraphs' },
        rows: [
          {
            ...{ href: '/articles/essai#p2', label: '¶2', more: '1 more in this paragraph' },
            verdicts: [{ verdict: 'preferred' }, { verdict: 'missing' }],
            source: [
              { text: '…un ', isHit: false },
              { text: 'jeton', isHit: true },
            ],
            target: null,
          },
        ],
      },
    ],
    pages: { says: 'Page 2 of 2', first: '/glossary/token', previous: '/glossary/token', next: null, last: null },
    form: FAILING_FORM,
  },
  empty: EMPTY_CONCEPT,
  failing: { ...EMPTY_CONCEPT, ...BROKEN, notEditable: 'glossary/old.tbx is an export.' },
} satisfies Record<string, ConceptPage>;

const EMPTY_GLOSSARY = {
  ...SOUND,
  ...ON_PAPER,
  ...{
    checking: '',
    total: '0 concepts',
    files: [],
    moreFiles: '',
    asked: [],
    found: '',
    fields: { listed: [], more: '' },
  },
  form: { query: '', field: '', statuses: [], articles: [], article: '' },
  ...{
    letters: [],
    groups: [],
    nothing: { says: 'No entry yet.', near: null },
    pages: null,
    takeAway: [],
    candidates: null,
  },
} satisfies GlossaryPage;
const glossary = {
  full: {
    ...SOUND,
    ...ON_PAPER,
    checking: '2 articles are still being checked.',
    ...{ total: '30 concepts', moreFiles: ' and 12 more files', found: '9 found' },
    takeAway: [{ href: '/glossary/export/csv', label: 'CSV, for Excel' }],
    files: [
      { before: '', name: 'glossary/ai.yaml' },
      { before: ', ', name: 'glossary/web.csv' },
    ],
    form: {
      ...{ query: 'jet', field: 'law', article: 'essai' },
      statuses: [{ value: 'note', label: 'with a note', isChosen: true }],
      articles: [{ value: 'essai', label: 'Un essai', isChosen: false }],
    },
    asked: [{ label: 'Law', without: '/glossary?q=jet' }],
    fields: {
      listed: [
        { href: '/glossary', label: 'All fields', count: '30', isCurrent: false },
        { href: '/glossary?field=law', label: 'Law', count: '9', isCurrent: true },
      ],
      more: 'and 7 smaller ones',
    },
    letters: [
      { href: '/glossary?letter=a', label: 'A', spoken: 'An A', isCurrent: true },
      { href: '/glossary?letter=other', label: '#', spoken: 'Signs', isCurrent: false },
    ],
    groups: [
      {
        ...{ name: 'Models', count: '2 concepts' },
        entries: [
          {
            ...{ id: 'token', href: '/glossary/token', french: 'jeton', english: 'token', definition: 'A unit.' },
            ...{ not: 'chip', remarks: ['twice there'], count: 'once in the articles', place: 'glossary/ai.yaml:1' },
          },
          {
            ...{ id: 'name', href: '/glossary/name', french: 'Nom', english: null, definition: '', not: '' },
            ...{ remarks: [], count: 'in no article', place: 'glossary/ai.yaml:9' },
          },
        ],
      },
    ],
    nothing: null,
    pages: {
      ...{ says: 'Page 2 of 3', first: '/glossary', previous: '/glossary?letter=b' },
      ...{ next: '/glossary?page=3', last: '/glossary?page=4' },
    },
    candidates: { href: '/articles/essai/candidates', label: 'What it lacks' },
  },
  empty: EMPTY_GLOSSARY,
  failing: {
    ...EMPTY_GLOSSARY,
    ...BROKEN,
    form: { ...EMPTY_GLOSSARY.form, articles: null, article: 'esai' },
    letters: [{ href: '/glossary', label: 'All', spoken: '', isCurrent: false }],
    nothing: { says: 'There is no article “esai”.', near: { href: '/glossary?article=essai', label: 'essai' } },
    pages: { says: 'Page 1 of 1', first: null, previous: null, next: null, last: null },
  },
} satisfies Record<string, GlossaryPage>;

const candidates = {
  full: {
    ...SOUND,
    article: { href: '/articles/essai', title: 'Un essai' },
    candidates: [
      {
        ...{ text: 'cadre temporel', more: 'and 4 more', addAt: '/add-term?fr=cadre+temporel' },
        places: [{ href: '/articles/essai#p3', label: '¶3' }],
      },
    ],
  },
  empty: { ...SOUND, article: { href: '/articles/essai', title: 'Un essai' }, candidates: [] },
  failing: { ...BROKEN, article: { href: '/articles/essai', title: 'Un essai' }, candidates: [] },
} satisfies Record<string, CandidatesPage>;

const NO_PLAN = {
  ...{ hasWork: false, units: 0, reused: 0, characters: '0', entries: 0, changed: 0, untold: 0, twins: 0 },
  remarks: [],
} satisfies TranslatePage['plan'];
const IDLE = {
  ...SOUND,
  article: { href: '/articles/essai', title: 'Essai' },
  ...{ catalogue: 'content/essai/en.po', startAt: '/api/articles/essai/translate', engines: [], plan: NO_PLAN },
  ...{ state: 'none', isRunning: false, job: null },
} satisfies TranslatePage;
const JOB = {
  ...{
    heading: 'Done: chat',
    total: '2 paragraphs',
    done: 2,
    most: 2,
    billed: '1200 characters billed',
    notices: ['An engine was slow.'],
  },
  cancelAt: null,
  short: [
    { before: '', href: '/articles/essai#p2', unit: 'p2' },
    { before: ', ', href: '/articles/essai#p3', unit: 'p3' },
  ],
  rows: [
    {
      ...{ href: '/articles/essai#p2', unit: 'p2', target: 'a fine token', refused: false, wrong: 1 },
      ...{ kept: '2 of 3 terms kept', repairs: ['chips → tokens'] },
    },
    {
      ...{ href: '/articles/essai#p3', unit: 'p3', target: 'a chip', refused: true, wrong: 0 },
      ...{ kept: null, repairs: [] },
    },
  ],
} satisfies TranslatePage['job'];
const RUNNING = {
  ...JOB,
  ...{ cancelAt: '/api/articles/essai/translate/cancel', short: [], rows: [] },
} satisfies TranslatePage['job'];
const PLAN = {
  ...{ hasWork: true, units: 3, reused: 1, characters: '12,345', entries: 4, changed: 1, untold: 1, twins: 1 },
  remarks: ['This month deepl was sent 412 characters from here.'],
} satisfies TranslatePage['plan'];
const translate = {
  full: {
    ...IDLE,
    ...{
      engines: [{ name: 'chat', isChosen: true, note: 'sends the text out' }],
      plan: PLAN,
      state: 'ended',
      job: JOB,
    },
  },
  empty: IDLE,
  failing: { ...IDLE, ...BROKEN, plan: PLAN, state: 'running', isRunning: true, job: RUNNING },
} satisfies Record<string, TranslatePage>;

const NO_CHOICES = {
  ...{ choices: [], canCompare: false, asking: null, state: 'none', isRunning: false, notices: [], isShown: true },
} satisfies ChoicesView;
const CHOICE = {
  ...{ action: 'take:0a1b2c3d4e5f', label: 'deepl en-US', origin: dated('2026-11-23, 12 characters') },
  pieces: [
    { text: 'a fine', isCommon: true },
    { text: ' chip', isCommon: false },
  ],
  ...{ tally: '1 term: 1 missing', isWrong: true, repairs: ['puces → chips'], isTaken: false },
} satisfies ChoicesView['choices'][number];
const CHOICES = {
  ...NO_CHOICES,
  choices: [CHOICE, { ...CHOICE, label: 'chat', isWrong: false, isTaken: true, repairs: [] }],
  ...{ canCompare: true, state: 'ended', notices: ['chat: It is down.'] },
  asking: { action: '/api/articles/essai/units/p2/drafts', prices: ['deepl: 12 characters'] },
} satisfies ChoicesView;

const EMPTY_UNIT = {
  ...SOUND,
  ...{ key: 'essai/p2', unit: 'p2', number: 2, action: '/articles/essai/units/p2', readAt: '/articles/essai#p2' },
  article: 'Un essai',
  ...{
    sides: { source: [], target: null },
    target: '',
    height: 4,
    state: 'draft',
    isReviewed: false,
    version: 'v3rs10n',
  },
  ...{
    accepted: [],
    note: '',
    thread: [],
    noteLabel: 'Shown to readers',
    noteName: 'Note',
    isNoteOpen: false,
    whyNot: '',
    ways: [],
    way: 'unreviewed',
  },
  ...{
    base: '',
    terms: [],
    otherSenses: [],
    findings: [],
    tally: 'no terms',
    suggestions: [],
    repairs: [],
    stale: [],
    disputed: '',
  },
  ...{
    versionsAt: '/changes?unit=essai%2Fp2',
    frenchChanges: null,
    conflict: null,
    failure: null,
    lastSave: null,
    proof: '{}',
  },
  choices: { ...NO_CHOICES, isShown: false },
} satisfies UnitPage;
const unit = {
  full: {
    ...EMPTY_UNIT,
    choices: CHOICES,
    ...{ sides: { source: FRENCH, target: ENGLISH }, target: 'a fine chip', base: 'a chip', state: 'reviewed' },
    ...{
      isReviewed: true,
      findings: [{ key: 'number-lost 0', said: [{ text: '10 is missing', isFrench: false }], accepts: 'number-lost' }],
      tally: '1 term: 1 deprecated',
      repairs: ['puces → chips'],
    },
    terms: [
      {
        key: 'p2-1',
        text: 'jeton',
        verdict: 'deprecated',
        href: '/glossary/token',
        why: [{ text: 'ruled out', isFrench: false }],
        accepts: 'token',
      },
    ],
    accepted: [[{ text: '11 is missing', isFrench: true }]],
    note: 'a play on words',
    isNoteOpen: true,
    thread: [
      { label: dated('Ana, 2026-11-26'), text: 'a pun', removal: 'a1' },
      { label: dated('Ben, 2026-11-26'), text: 'so it is', removal: null },
    ],
    ways: [
      {
        want: 'draft',
        previous: { href: '/articles/essai/units/p1?way=draft', label: '¶1' },
        next: { href: '/articles/essai/units/p9?way=draft', label: '¶9' },
      },
    ],
    otherSenses: [{ href: '/glossary/application', why: [{ text: 'application', isFrench: true }] }],
    suggestions: [{ text: 'chip → token', action: 'repair:0' }],
    stale: [[{ text: 'token changed', isFrench: false }]],
    disputed: 'was approved by Ana, who wrote it',
    frenchChanges: [
      { text: 'vieux', isOut: true, isIn: false },
      { text: 'neuf', isOut: false, isIn: true },
      { text: ' jeton', isOut: false, isIn: false },
    ],
    ...{ lastSave: { number: 7, clock: '09:41' }, proof: '{"id":"p2"}' },
  },
  empty: EMPTY_UNIT,
  failing: {
    ...EMPTY_UNIT,
    choices: { ...CHOICES, isRunning: true, state: 'running' },
    ...BROKEN,
    failure: 'The disk is full.',
    conflict: {
      heading: 'Two people',
      says: 'One text stands in the file.',
      texts: [{ name: 'yours', label: 'Yours', choice: 'yours', text: 'A', diff: { language: 'en', pieces: PIECES } }],
      takes: [{ text: 'A', label: 'Take it' }],
      leaveLabel: 'Later',
    },
  },
} satisfies Record<string, UnitPage>;

export const VIEW_CASES: ViewCases = {
  ...{ add, 'add-term': addTerm, article, book, candidates, changes, concept, error, glossary },
  ...IMPORT_CASES,
  ...{ pairs, parcel, removal, search, shelf, 'sign-in': signIn, translate, undo, unit, versions },
};
