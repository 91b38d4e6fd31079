import { describe, expect, test } from 'vitest';
import { readPage } from '../../../../src/formats/document/page/read-page.ts';

const LONG = [
  'Dans la salle des machines du barrage, trois ingénieurs comparent depuis l’automne les prévisions avec les relevés.',
  'Le résultat les a surpris : sur les crues lentes, la machine se trompe moins souvent que les anciens, mais pas l’été.',
  'Reste la question de l’argent. Le contrat prévoit cinq ans d’entretien, après quoi la commune devra choisir.',
];
const text = `<div class="texte"><p>${LONG[0]}</p><p>${LONG[1]}</p></div>`;
const end = `<div class="texte"><h2>La suite</h2><p>${LONG[2]}</p><p>${LONG[1]}</p></div>`;

function sure(between: string): string[] {
  const page = `<html lang="fr"><title>Le barrage</title><main><h1>Le barrage</h1>${text}${between}${end}</main></html>`;
  const { blocks } = readPage(page, 'https://eaux.example/barrage');
  return blocks.filter(({ doubt }) => doubt === null).map(({ markdown }) => markdown);
}

const others = sure('');

describe('what stands between two parts of a text', () => {
  test.each([
    [
      'a notice with a heading',
      '<div><section class="alert"><h2>Avis</h2><p>Les anciennes réponses restent valables un an.</p></section></div>',
      ['## Avis', 'Les anciennes réponses restent valables un an.'],
    ],
    [
      'a short paragraph in a box',
      '<div class="bloc"><p>La sonde gèle en janvier.</p></div>',
      ['La sonde gèle en janvier.'],
    ],
    [
      'a short list in a box',
      '<div class="bloc"><ul><li>le niveau du lac</li><li>le débit</li></ul></div>',
      ['- le niveau du lac\n- le débit'],
    ],
    [
      'a table in a box',
      '<div class="bloc"><table><tr><th>Mois</th></tr><tr><td>mars</td></tr></table></div>',
      ['| Mois |\n| - |\n| mars |'],
    ],
    ['code in a box', '<div class="bloc"><pre>lire --bande 12</pre></div>', ['```\nlire --bande 12\n```']],
  ])('is text: %s', (_what, between, wanted) => {
    expect(sure(between).filter((block) => !others.includes(block))).toEqual(wanted);
  });

  test.each([
    [
      'a row of links',
      '<div class="bloc"><ul><li><a href="/a">Le sel</a></li><li><a href="/b">Le gel</a></li></ul></div>',
    ],
    ['a card that is a link', '<div><a href="/c"><h2>Cent livres</h2><h3>Comment ranger</h3></a></div>'],
    ['a menu', '<nav><p>Vous lisez la rubrique des eaux, que voici.</p></nav>'],
    ['what says that it is beside it', '<div class="sidebar-item"><p>Notre atelier reçoit le samedi matin.</p></div>'],
    ['a heading above links', '<div><h2>Lire aussi</h2><p><a href="/d">Le lac qui baisse en été.</a></p></div>'],
    ['a heading above a table of contents', '<div><h2>Plan</h2><ul><li><a href="#s">La suite</a></li></ul></div>'],
    ['what nobody sees', '<div hidden><p>La version imprimée de ce texte est là.</p></div>'],
    ['a line that asks for a subscription', '<div class="bloc"><p>Abonnez-vous pour lire la suite.</p></div>'],
  ])('is none: %s', (_what, between) => {
    expect(sure(between)).toEqual(others);
  });
});
