import { expect, test } from 'vitest';
import { formatProblem } from '../../../../src/core/checks/problem.ts';
import { glossaryOf } from '../../glossaries.ts';

test.each([
  [
    'a definition is missing',
    '- fr: jeton\n  en: token\n',
    ['1:3: info no-definition: “token” has no definition; write one plain sentence'],
  ],
  [
    'an infinitive without its part of speech',
    '- fr: entraîner\n  en: train\n  definition: X.\n',
    [
      '1:7: info part-of-speech: “entraîner” is taken for a noun, so only its plural is found; write “pos: verb” if it is one, or “pos: noun”',
    ],
  ],
  [
    'a participle without its part of speech',
    '- fr: supervisé\n  en: supervised\n  definition: X.\n',
    [
      '1:7: info part-of-speech: “supervisé” is taken for a noun, so only its plural is found; write “pos: adjective” if it is one, or “pos: noun”',
    ],
  ],
  ['an infinitive that says so', '- fr: { term: entraîner, pos: verb }\n  en: train\n  definition: X.\n', []],
  ['a noun in -er', '- fr: transformer\n  en: transformer\n  definition: X.\n', []],
  ['a noun in -é', '- fr: qualité\n  en: quality\n  definition: X.\n', []],
  [
    'a rendering breaks its own rule',
    '- fr: puce\n  en: chip\n  not: [Chip]\n  definition: X.\n',
    ['3:9: error own-rule: “Chip” is accepted and ruled out by the same entry; delete one of the two'],
  ],
  [
    'a rendering is a sign of another sense',
    '- fr: puce\n  en: [chip, flea]\n  unless: [flea, dog]\n  definition: X.\n',
    [
      '2:14: error own-rule: “flea” is accepted, and stands under “unless:” as a sign of another sense; delete one of the two',
    ],
  ],
  [
    'a sign of another sense has a capital of its own',
    '- fr: puce\n  en: [chip, flea]\n  unless: [Flea]\n  definition: X.\n',
    [],
  ],
  [
    'a rendering has a sign of another sense within it',
    '- fr: puce\n  en: chip\n  unless: [silicon chip]\n  definition: X.\n',
    [],
  ],
  [
    'a sign of another sense is ruled out',
    '- fr: puce\n  en: chip\n  not: [flea, nit]\n  unless: [flea, dog]\n  definition: X.\n',
    [
      '3:9: warning never-told: “flea” is ruled out, which is never told because “unless:” has it as a sign of another sense; delete one of the two',
    ],
  ],
  [
    'a sign of another sense with a capital is ruled out without',
    '- fr: puce\n  en: chip\n  not: [flea]\n  unless: [Flea]\n  definition: X.\n',
    [],
  ],
  [
    'what is ruled out is part of a sign of another sense',
    '- fr: puce\n  en: chip\n  not: [flea]\n  unless: [flea market]\n  definition: X.\n',
    [],
  ],
  ['a name is a sign of another sense without its capital', '- keep: Scam\n  unless: [scam]\n  definition: X.\n', []],
  [
    'an exception covers the term',
    '- fr: puce\n  en: chip\n  except: [puce]\n  definition: X.\n',
    ['1:7: error never-found: “puce” stands under “except:” too, so it is never found; delete one of the two'],
  ],
  [
    'a term without words',
    '- fr: "?!"\n  en: token\n  definition: X.\n',
    ['1:7: error never-found: “?!” holds no word, so it is never found; write a word'],
  ],
  [
    'two entries are copies',
    '- fr: jeton\n  en: token\n  definition: X.\n- fr: Jeton\n  en: [text token, token]\n  definition: X.\n',
    [
      '4:7: warning duplicate: “Jeton” stands at glossary/test.yaml:1 too, with the same English; merge the two entries',
    ],
  ],
  [
    'two names that their capitals tell apart are no copies',
    '- keep: { term: React, case: exact }\n  id: one\n  definition: X.\n- keep: { term: ReAct, case: exact }\n  id: two\n  definition: X.\n',
    [],
  ],
  [
    'a name found in any capitals is a copy of one that is not',
    '- keep: { term: React, case: exact }\n  id: one\n  definition: X.\n- keep: react\n  id: two\n  definition: X.\n',
    [
      '4:9: warning duplicate: “react” stands at glossary/test.yaml:1 too, with the same English; merge the two entries',
    ],
  ],
  [
    'two entries contradict each other',
    '- fr: jeton\n  en: token\n  definition: X.\n- fr: jeton\n  en: coin\n  not: [token]\n  definition: X.\n',
    [
      '4:7: warning conflict: “jeton” stands at glossary/test.yaml:1 too, where “token” is judged otherwise; agree on one',
    ],
  ],
  [
    'two meanings of one word',
    '- fr: puce\n  en: chip\n  definition: X.\n- fr: puce\n  en: bullet\n  definition: X.\n',
    [
      '4:7: info two-meanings: “puce” stands at glossary/test.yaml:1 too, with another English; either rendering will do',
    ],
  ],
  [
    'a noun and the adjective beside it are answered each by its own kind',
    '- fr: { term: génétique, pos: noun }\n  en: genetics\n  definition: X.\n- fr: { term: génétique, pos: adjective }\n  en: { term: genetic, pos: adjective }\n  definition: X.\n',
    [],
  ],
  [
    'chip ruled out for jeton and right for puce is the flagship pair',
    '- fr: jeton\n  en: token\n  not: [chip]\n  definition: X.\n- fr: puce\n  en: chip\n  not: [token]\n  definition: X.\n',
    [],
  ],
  [
    'a reference leads nowhere',
    '- fr: puce\n  en: chip\n  see: chips\n  definition: X.\n',
    ['1:3: error unknown-reference: see: no entry has the id “chips”; write the id of an entry, or delete it'],
  ],
  [
    'an example does not match',
    '- fr: puce\n  en: chip\n  definition: X.\n  examples: [une pucelle => a maid]\n',
    ['4:14: error example: no term of this entry is found in the French; add a term or a form, or correct the example'],
  ],
  [
    'an example is not rendered',
    '- fr: puce\n  en: chip\n  definition: X.\n  examples: [une puce => a flea]\n',
    ['4:14: error example: the English does not render it (missing); add the term used, or correct the example'],
  ],
  [
    'an example must not match',
    '- fr: puce\n  en: chip\n  definition: X.\n  examples: [une puce => -]\n',
    ['4:14: error example: “puce” is found here and must not be; add an “except:” phrase, or correct the example'],
  ],
])('%s', (_what, yaml, findings) => {
  expect(glossaryOf(yaml).findings.map((finding) => formatProblem(finding).replace('glossary/test.yaml:', ''))).toEqual(
    findings,
  );
});
