import { describe, expect, test } from 'vitest';
import { openLexicon } from '../../src/lexicon/lexicon.ts';

const lexicon = openLexicon();

describe('the forms of a French verb', () => {
  test('stand by person', () => {
    expect(lexicon.french('lire')?.persons.map(([form]) => form)).toEqual([
      'lis',
      'lis',
      'lit',
      'lisons',
      'lisez',
      'lisent',
    ]);
  });

  test('have commands and participles of their own', () => {
    const verb = lexicon.french('lire');
    expect([verb?.commands, verb?.presentParticiple, verb?.pastParticiple]).toEqual([
      [['lis'], ['lisons'], ['lisez']],
      ['lisant'],
      ['lu', 'lus', 'lue', 'lues'],
    ]);
  });

  test('are missing where the verb has none', () => {
    const verb = lexicon.french('falloir');
    expect([verb?.persons.map((forms) => forms.length > 0), verb?.commands, verb?.presentParticiple]).toEqual([
      [false, false, true, false, false, false],
      [[], [], []],
      [],
    ]);
  });

  test.each(['tokeniser', 'jeton', 'voilà', 'P', 'constructor', '__proto__', ''])('are not known of “%s”', (word) => {
    expect(lexicon.french(word)).toBeNull();
  });
});

test('each person of a French verb has its forms, tense by tense', () => {
  expect(lexicon.french('venir')?.persons.map((forms) => forms.join(' '))).toEqual([
    'viens vienne venais vins vinsse viendrai viendrais',
    'viens viennes venais vins vinsses viendras viendrais',
    'vient vienne venait vint vînt viendra viendrait',
    'venons venions vînmes vinssions viendrons viendrions',
    'venez veniez vîntes vinssiez viendrez viendriez',
    'viennent venaient vinrent vinssent viendront viendraient',
  ]);
});

describe('the pasts of an English verb', () => {
  test.each([
    ['write', ['wrote', 'written']],
    ['learn', ['learned', 'learnt']],
    ['set', ['set']],
  ])('%s', (verb, pasts) => {
    expect(lexicon.english(verb)).toEqual(pasts);
  });

  test.each(['train', 'constructor', 'toString', ''])('are not known of “%s”', (word) => {
    expect(lexicon.english(word)).toBeNull();
  });
});
