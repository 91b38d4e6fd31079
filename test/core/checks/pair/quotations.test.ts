import { describe, expect, test } from 'vitest';
import { compareQuotations } from '../../../../src/core/checks/pair/quotations.ts';
import { findQuotations } from '../../../../src/core/words/quotes.ts';
import { parseInlineMarks } from '../../../../src/formats/article/inline-marks.ts';

describe('quotation marks of both languages', () => {
  test.each<[string, string[]]>([
    ['« Oui », dit-il.', ['« Oui »']],
    ['«Oui», dit-il.', ['«Oui»']],
    ['“Yes,” he said.', ['“Yes,”']],
    ['"Yes," he said.', ['"Yes,"']],
    ['Il dit " oui " et part.', ['" oui "']],
    ['‘Yes,’ he said.', ['‘Yes,’']],
    ["'Yes,' he said.", ["'Yes,'"]],
    ['The term ‘risk’ means harm.', ['‘risk’']],
    ['„Ja“, sagt er.', ['„Ja“']],
    ['Les ‹ coins › comptent.', ['‹ coins ›']],
    // nested
    ['« Il a dit “oui” hier »', ['« Il a dit “oui” hier »']],
    ['“He said ‘yes’ then,” she said.', ['“He said ‘yes’ then,”']],
    ['‘He said “yes” then.’', ['“yes”']],
    // over paragraphs
    ['“We will see. It goes on', ['“We will see. It goes on']],
    ['and it ends”, he said.', ['and it ends”']],
    ['… est plus faible », a dit Lee.', ['… est plus faible »']],
    // apostrophes and inches
    ['l’été d’avant', []],
    ['the players’ choice', []],
    ["the players' choice and the '90s", []],
    ["rock 'n' roll", []],
    ['the ’90s', []],
    ['a 27" screen', []],
    ['5\'10" tall', []],
    ["don't and won't", []],
    // a straight single sign closes within 300 signs
    [`'${'a'.repeat(298)}' b`, [`'${'a'.repeat(298)}'`]],
    [`'${'a'.repeat(299)}' b`, []],
  ])('%s', (text, quoted) => {
    const found = findQuotations(text).map(({ start, end }) => text.slice(start, end));
    expect(found.slice(0, 1)).toEqual(quoted.slice(0, 1));
  });
});

/** What is quoted on both sides, whatever the signs. */
const KEPT: readonly (readonly [french: string, english: string])[] = [
  ['«risque», la probabilité d’un mal;', '‘risk’ means the probability of harm;'],
  ['« risque », la probabilité d’un mal.', "'Risk' means the probability of harm."],
  ['« Oui », dit-il.', '"Yes," he said.'],
  ['“Oui”, dit-il.', '‘Yes,’ he said.'],
  ['« Oui, dit-il, et non. »', '“Yes,” he said, “and no.”'],
  ['« Oui, dit-il, et non, ajoute-t-il, hélas. »', '“Yes,” he said, “and no,” he went on, “alas.”'],
  ['« Il a dit “oui” hier », dit-elle.', '“He said ‘yes’ yesterday,” she said.'],
  ['Il écrit « chat » et « ["ch", "at"] ».', 'It writes "cat" and ["c", "at"].'],
  ['Il parle : « Nous verrons. Cela dure', 'He speaks: “We will see. It lasts'],
  ['et c’est fini », a dit Lee.', 'and it is over,” said Lee.'],
  ['et c’est fini », a dit Lee.', 'and it is over, said Lee.'],
  ['— Oui, dit-il.', '“Yes,” he said.'],
  ['– Oui. – Non.', '“Yes.” “No.”'],
  ['Le roman The Grey Tram est court.', 'The novel “The Grey Tram” is short.'],
  ['Il lit Martin et Lumen.', 'It reads “Martin” and “Lumen”.'],
  ['On appelle cela *outside*.', 'This is called "outside".'],
  ['La clé `nom` est lue.', 'The "name" key is read.'],
  ['Il veut « un » mot.', 'He wants *one* word.'],
  ['l’été des joueurs', 'the players’ summer'],
  ['Il aime les années 90.', "He loves the '90s."],
  ['Un écran de 27 pouces.', 'A 27" screen.'],
  ['Une « ruse » et une « farce ».', 'A “trick” and a “joke”.'],
  ['Une « ruse » et une *farce*.', 'A “trick” and a “joke”.'],
  ['Une « ruse » et une « farce ».', 'A “trick” and a *joke*.'],
  ['« Oui, dit-il, et non » à la « ruse ».', '“Yes,” he said, “and no” to the “trick”.'],
  ['« Oui », dit-il. « Et non », ajoute-t-il.', '“Yes and no,” he said.'],
  ['Un jeton « vide » (de l’anglais « blank ») reste.', 'A “blank” token stays.'],
  ['« Oui », dit-il. La « ruse » dure', '“Yes,” he said. “The trick lasts'],
  ['Lumen va.', '“Lumen” goes.'],
  // many quotations on one side: each side marks words in its own way
  ['« a » « b » « c » « d » « e » « f » « g »', '“h” “i” “j” “k” “l” “m”'],
  // what interrupts a quotation: 120 signs
  ['« Oui et non. »', `“Yes,” ${'he '.repeat(39)}“and no.”`],
];

/** What one side quotes alone. */
const CHANGED: readonly (readonly [french: string, english: string, outcome: string])[] = [
  ['«risque», la probabilité d’un mal;', 'risk means the probability of harm;', 'lost'],
  ['« Oui », dit-il.', 'He agreed.', 'lost'],
  ['“Oui”, dit-il.', 'He agreed, as players’ friends do.', 'lost'],
  ['‘Oui’, dit-il.', "He didn't agree.", 'lost'],
  ['" Oui ", dit-il.', 'He agreed.', 'lost'],
  ['Il veut « un », « deux » et « trois » mots.', 'He wants “one”, two and three words.', 'lost'],
  [
    'Il dit « oui » à Paul, « non » à Luc, « rien » à Jean.',
    'He says “yes” to Paul, no to Luc, nothing to Jean.',
    'lost',
  ],
  ['Il accepta.', '“Yes,” he said.', 'added'],
  ['Il accepta.', '‘Yes,’ he said.', 'added'],
  ['Il accepta.', "'Yes,' he said.", 'added'],
  ['Il accepta.', '"Yes," he said.', 'added'],
  ['l’été des joueurs', 'the “players” summer', 'added'],
  ['Il lit Martinet et Lumens.', 'It reads “Martin” and Lumens.', 'added'],
  ['Les jetons rapides.', 'The "fast" tokens.', 'added'],
  ['Le Parisien arrive.', 'The man of “Paris” arrives.', 'added'],
  ['Les Martinets volent.', 'The “Martin” birds fly.', 'added'],
  ['Un écran de 27 pouces.', 'A “27-inch” screen.', 'added'],
  ['Il veut « un » mot, deux mots, trois mots.', 'He wants “one”, “two” and “three” words.', 'added'],
  ['Il aime les années 90.', "He 'loves' the '90s.", 'added'],
  ['Il voit une « ruse » et promet une « farce ».', 'He sees a “trick” and promises a joke.', 'lost'],
  ['Il voit une ruse et promet une « farce ».', 'He sees a “trick” and promises a “joke”.', 'added'],
  ['Une « ruse », une « farce » et une « fête ».', 'A “trick”, a joke and a “feast”.', 'lost'],
  ['Une « ruse » **noire** et une « farce ».', 'A “trick”, **black**, and a joke.', 'lost'],
  ['Une *ruse* et une « farce ».', 'A *trick*, a “joke” and a “feast”.', 'added'],
  ['Un jeton « vide » (dit « blanc ») reste.', 'A “blank” token stays.', 'lost'],
  ['Le « GPT » et la « ruse ».', 'The “GPT” and the trick.', 'lost'],
  ['« a » « b » « c » « d » « e » « f »', '“h” “i” “j” “k” “l”', 'lost'],
  ['« Oui et non. »', `“Yes,” ${'he '.repeat(39)}or so, “and no.”`, 'added'],
];

const outcome = (source: string, target: string) => {
  const difference = compareQuotations(parseInlineMarks(source), parseInlineMarks(target));
  return difference === null ? 'kept' : difference.source === null ? 'added' : 'lost';
};

describe('quotations are compared', () => {
  test.each(KEPT)('kept: %s | %s', (french, english) => {
    expect(outcome(french, english)).toBe('kept');
  });

  test.each(CHANGED)('%s | %s: %s', (french, english, expected) => {
    expect(outcome(french, english)).toBe(expected);
  });
});
