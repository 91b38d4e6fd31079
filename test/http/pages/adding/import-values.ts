import type { ImportPage } from '../../../../src/http/pages/adding/import-page.ts';
import type { EntryRowView, ImportTermsPage } from '../../../../src/http/pages/adding/import-terms-page.ts';
import type { ImportRowView, ImportTextsPage } from '../../../../src/http/pages/adding/import-texts-page.ts';
import type { Frame } from '../../../../src/http/pages/frame/frame.ts';

const SOUND = { title: 'A title', revision: 'r3v1s10n', problems: null } satisfies Frame;
const ARTICLES = [
  { slug: 'essai', title: 'Essai', isChosen: true },
  { slug: 'conte', title: 'Conte', isChosen: false },
];
const AT = { action: '/import/abc', importAt: '/import', from: 'revue.xlf' };
const KNOWN = { isOpen: false, canTake: true, isTicked: true };

const CHANGED = {
  ...{ value: '0 abc', id: 'row-0', name: '¶2', href: '/articles/essai#p2', kind: 'changed', ...KNOWN },
  ...{ french: 'Trois jetons.', theirFrench: null, state: 'reviewed', notes: ['a note'], findings: ['10 is missing'] },
  pieces: [
    { text: 'Three', isOut: false, isIn: false },
    { text: ' chips', isOut: true, isIn: false },
    { text: ' tokens', isOut: false, isIn: true },
  ],
} satisfies ImportRowView;
const UNKNOWN = {
  ...CHANGED,
  ...{ value: '1 ', id: 'row-1', name: 'unknown', href: null, kind: 'no paragraph reads so', isOpen: true },
  ...{ canTake: false, isTicked: false, theirFrench: 'Deux jetons.', notes: [], findings: [] },
} satisfies ImportRowView;

const ENTRY = {
  ...{ value: '0 ', id: 'row-0', name: 'token', href: null, kind: 'new', ...KNOWN },
  ...{ french: 'jeton', english: 'token', not: 'chip', definition: 'A unit.', says: [], findings: ['never found'] },
} satisfies EntryRowView;
const AGAINST = {
  ...ENTRY,
  ...{ value: '1 abc', id: 'row-1', name: 'chip', href: '/glossary/chip', kind: 'contradicts', isOpen: true },
  ...{ canTake: false, isTicked: false, not: '', definition: '', says: ['“puce” is ruled out there'], findings: [] },
} satisfies EntryRowView;

const texts = {
  ...{ ...SOUND, ...AT, articleAt: '/articles/essai', articleTitle: 'Essai' },
  ...{ says: '2 texts: 1 changed, 1 unknown.', articles: null, remarks: [], wrong: null, canSave: false },
  ...{ rows: [], more: '', isFresh: true },
} satisfies ImportTextsPage;
const terms = {
  ...{ ...SOUND, ...AT, into: 'glossary/revue.yaml', says: '1 new.', remarks: [], wrong: null, canSave: false },
  ...{
    rows: [],
    more: '',
    isFresh: true,
    impact: [{ text: 'With what is ticked here, 1 paragraph becomes a problem.', isFrench: false }],
  },
} satisfies ImportTermsPage;
const form = {
  ...{ ...SOUND, action: '/import', file: { value: '', wrong: null }, text: { value: '', wrong: null } },
  ...{ articles: null, wrong: null },
} satisfies ImportPage;

/** The views of importing, as `VIEW_CASES` has all of them. */
export const IMPORT_CASES = {
  import: {
    full: { ...form, articles: ARTICLES, text: { value: 'jeton,token', wrong: null } },
    empty: form,
    failing: {
      ...{
        ...form,
        file: { value: '', wrong: 'is empty' },
        text: { value: 'x', wrong: 'is none' },
        wrong: 'no article',
      },
    },
  },
  'import-texts': {
    full: {
      ...texts,
      articles: ARTICLES,
      remarks: ['Line 3: odd'],
      canSave: true,
      rows: [CHANGED],
      more: 'and 3 more',
    },
    empty: texts,
    failing: { ...texts, wrong: 'Nothing is ticked.', isFresh: false, rows: [UNKNOWN] },
  },
  'import-terms': {
    full: { ...terms, remarks: ['Line 3: odd'], canSave: true, rows: [ENTRY], more: 'and 3 more' },
    empty: terms,
    failing: { ...terms, wrong: 'Nothing is ticked.', isFresh: false, rows: [AGAINST] },
  },
} as const;
