import type { Rule } from './rule.ts';

const OF_TEXT = { scope: 'text', waivable: 'by rule' } as const;
const IN_GLOSSARY = { scope: 'glossary', waivable: 'no: an entry is put right in its file' } as const;
const IN_FILE = {
  scope: 'file',
  severity: 'error',
  waivable: 'no: a file is put right, so that it can be read',
} as const;

/**
 * Every rule of the check. `check --rules`, the README and each finding take its id and its severity from here, and a
 * rule that is not here does not compile. What it says of itself stands in `rule-sentences.ts`. A rule of a text is a
 * file of its name in `pair/` or `article/`, one of the glossary in `glossary/`; those of files are asked where files
 * are parsed.
 */
const TABLE = {
  'missing-term': { severity: 'error', scope: 'text', waivable: 'by entry' },
  'free-rendering': { severity: 'info', scope: 'text', waivable: 'by entry' },
  'deprecated-term': { severity: 'error', scope: 'text', waivable: 'by entry' },
  untranslated: {
    severity: 'warning',
    scope: 'text',
    waivable: 'no: a waiver is tied to the English, and there is none',
  },
  'source-changed': { ...OF_TEXT, severity: 'warning' },
  'merge-conflict': { severity: 'error', scope: 'text', waivable: 'no: whoever saves the paragraph decides' },
  'lapsed-waiver': { severity: 'warning', scope: 'text', waivable: 'no: the line itself is deleted or written anew' },
  'not-translated': { ...OF_TEXT, severity: 'error' },
  'number-lost': { ...OF_TEXT, severity: 'error' },
  'number-changed': { ...OF_TEXT, severity: 'error' },
  'number-added': { ...OF_TEXT, severity: 'error' },
  quotation: { ...OF_TEXT, severity: 'warning' },
  'name-lost': { ...OF_TEXT, severity: 'warning' },
  'link-changed': { ...OF_TEXT, severity: 'warning' },
  'mark-lost': { ...OF_TEXT, severity: 'warning' },
  'sentence-count': { ...OF_TEXT, severity: 'info' },
  'hidden-character': { ...OF_TEXT, severity: 'warning' },
  'mixed-script': { ...OF_TEXT, severity: 'warning' },
  'first-mention': { ...OF_TEXT, severity: 'warning' },
  'duplicate-id': { ...IN_GLOSSARY, severity: 'error' },
  displaced: { ...IN_GLOSSARY, severity: 'info' },
  'unknown-reference': { ...IN_GLOSSARY, severity: 'error' },
  example: { ...IN_GLOSSARY, severity: 'error' },
  'no-definition': { ...IN_GLOSSARY, severity: 'info' },
  'own-rule': { ...IN_GLOSSARY, severity: 'error' },
  'never-found': { ...IN_GLOSSARY, severity: 'error' },
  'part-of-speech': { ...IN_GLOSSARY, severity: 'info' },
  conflict: { ...IN_GLOSSARY, severity: 'warning' },
  duplicate: { ...IN_GLOSSARY, severity: 'warning' },
  'never-told': { ...IN_GLOSSARY, severity: 'warning' },
  'two-meanings': { ...IN_GLOSSARY, severity: 'info' },
  'never-hit': { ...IN_GLOSSARY, severity: 'info' },
  file: { ...IN_FILE, milder: 'warning' },
  stray: { ...IN_FILE, severity: 'warning', milder: 'info' },
  more: { ...IN_FILE, milder: 'warning' },
  unforeseen: IN_FILE,
  'too-deep': IN_FILE,
  'too-many-marks': { ...IN_FILE, milder: 'warning' },
  'too-many-blocks': IN_FILE,
  yaml: IN_FILE,
  'glossary-entry': IN_FILE,
  csv: IN_FILE,
  'not-read': { ...IN_FILE, severity: 'info' },
  tbx: IN_FILE,
  'front-matter': IN_FILE,
  po: IN_FILE,
  waiver: IN_FILE,
  'entry-conflict': { ...IN_FILE, severity: 'warning' },
  orphan: { ...IN_FILE, severity: 'warning' },
  'own-review': { ...IN_FILE, severity: 'warning' },
} as const satisfies Readonly<Record<string, Rule>>;

/** The id of a rule, as findings, waivers and `--skip` name it. */
export type RuleId = keyof typeof TABLE;

export const RULES: Readonly<Record<RuleId, Rule>> = TABLE;

/** In the order of the table. */
export const RULE_IDS = Object.keys(TABLE) as readonly RuleId[];

export function isRuleId(word: string): word is RuleId {
  return Object.hasOwn(TABLE, word);
}
