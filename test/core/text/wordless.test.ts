import { describe, expect, test } from 'vitest';
import { findWordless } from '../../../src/core/text/wordless.ts';

const found = (text: string) => findWordless(text).map(({ start, end }) => text.slice(start, end));

describe('is no word of a language', () => {
  test.each([
    ['an address', 'Lire https://presse.fr/jeton/puce-ia ce soir.', ['https://presse.fr/jeton/puce-ia']],
    ['an address, its full stop left', 'Lire http://presse.fr/jeton.', ['http://presse.fr/jeton']],
    ['an address in brackets', '(voir https://presse.fr/jeton)', ['https://presse.fr/jeton']],
    ['brackets of the address itself', 'https://fr.wiki.org/Jeton_(monnaie).', ['https://fr.wiki.org/Jeton_(monnaie)']],
    ['an address after an elided word', 'l’https://presse.fr/jeton', ['https://presse.fr/jeton']],
    ['an address between guillemets', '«https://presse.fr/jeton»', ['https://presse.fr/jeton']],
    [
      'another scheme',
      'ftp://depot.fr/puces et git+ssh://depot.fr/puces',
      ['ftp://depot.fr/puces', 'git+ssh://depot.fr/puces'],
    ],
    ['www', 'www.jeton.fr', ['www.jeton.fr']],
    [
      'mail',
      'Écrire à puce.ia@presse.fr, ou à mailto:jeton@presse.fr',
      ['puce.ia@presse.fr', 'mailto:jeton@presse.fr'],
    ],
    ['a host alone', 'Le site jeton.fr a fermé.', ['jeton.fr']],
    ['a host with a path', 'exemple.be/jeton?puce=1#ia', ['exemple.be/jeton?puce=1#ia']],
    ['a file', 'Ouvrez jeton.py, puis src/puce.ts.', ['jeton.py', 'src/puce.ts']],
    ['a file in capitals', 'JETON.PDF', ['JETON.PDF']],
    ['paths', '/usr/lib/jeton, ./puce, ~/jeton et C:\\puce', ['/usr/lib/jeton', './puce', '~/jeton', 'C:\\puce']],
    ['a handle', 'Selon @jeton_ia, tout va bien.', ['@jeton_ia']],
    ['a hashtag', '#jeton et #IA2025', ['#jeton', '#IA2025']],
    [
      'brackets and bars in an address',
      'https://a.fr/?q=a|puce et https://a.fr/?q[puce]=1.',
      ['https://a.fr/?q=a|puce', 'https://a.fr/?q[puce]=1'],
    ],
    ['a place in a file', 'puce.py:12', ['puce.py:12']],
    ['a query behind a file', 'puce.csv?raw=1', ['puce.csv?raw=1']],
    ['whose file it is', 'puce.py’s', ['puce.py']],
    ['a list of files', 'puce.py,jeton.js', ['puce.py', 'jeton.js']],
    ['a file behind an ellipsis', 'puce…jeton.py', ['jeton.py']],
    ['a formula', 'où $$\\puce{jeton}$$ vaut 3', ['$$\\puce{jeton}$$']],
    ['emphasised files', '**jeton.py**', ['jeton.py']],
  ])('%s', (_what, text, expected) => {
    expect(found(text)).toEqual(expected);
  });
});

describe('is words all the same', () => {
  test.each([
    ['alternatives', 'jeton/seconde, et/ou, IA/ML'],
    ['a full stop without a space', 'Trois jetons.Les puces coûtent.'],
    ['a company’s name', 'Booking.com et Node.js, mais Character.AI'],
    ['a rank', 'le #1 des puces'],
    ['a language', 'en C# et en F#'],
    ['a clause after a colon', 'jeton:puce'],
    ['figures', '3.5 et 1.250,40 et 12/10/2025'],
    ['an abbreviation', 'p. ex. M. Jeton, i.e. les puces, c.-à-d.'],
    ['an ellipsis', 'des jetons...et des puces'],
    ['a country’s ending in a sentence', 'La fin.de la phrase'],
    ['inclusive writing', 'les utilisateur.rice.s'],
    ['a sign before one letter', 'la note #a de @b, et C,#a,y'],
    ['an ending alone', 'un .py, un /'],
  ])('%s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});
