import { describe, expect, test } from 'vitest';
import { findPublicationDate } from '../../../../src/formats/document/page/publication-line.ts';
import { readPage } from '../../../../src/formats/document/page/read-page.ts';

const LONG =
  'Dans la salle des machines du barrage, trois ingénieurs comparent depuis l’automne les prévisions avec les relevés, ' +
  'et notent sur un tableau noir les jours où la machine s’est trompée de plus de dix centimètres.';
const OTHER =
  'Reste la question de l’argent : le contrat prévoit cinq ans d’entretien, après quoi la commune devra choisir, ' +
  'former ses agents ou payer quelqu’un d’autre, et le conseil en parle déjà.';

const page = (body: string, head = '') =>
  readPage(`<html lang="fr"><head><title>Le barrage</title>${head}</head><body>${body}</body></html>`, null);

const text = (inner: string) => page(`<main><h1>Le barrage</h1><p>${LONG}</p>${inner}<p>${OTHER}</p></main>`);
const sure = (inner: string) => {
  const blocks = text(inner).blocks.filter(({ doubt }) => doubt === null);
  return blocks.map(({ markdown }) => markdown).filter((block) => block !== LONG && block !== OTHER);
};

describe('lines around a text that are told by their words', () => {
  test.each([
    '<p>Passer la publicité</p>',
    '<p><strong>À LIRE AUSSI</strong><a href="https://eaux.example/c">Le cristal se vend moins</a></p>',
    '<p>Chaque jeudi, une lettre sur les langues. <a href="https://eaux.example/n">Abonnez-vous gratuitement</a>.</p>',
    '<p>Cliquez ici pour développer…</p>',
    '<div class="prompt">In&nbsp;[12]:</div>',
  ])('are left to a person: %s', (line) => {
    expect(sure(line)).toEqual([]);
  });

  test.each([
    `Voir aussi la foire aux questions. ${OTHER}`,
    'On peut passer la publicité après cinq secondes.',
    'Il ne faut pas lire aussi vite.',
    'Les lecteurs qui s’abonnent gratuitement reviennent plus souvent que les autres.',
    'Cliquer ici pour développer une photographie n’a pas de sens : il faut un bain et du temps.',
    'In [1] et Out [2] sont les signes d’un carnet.',
    'Sortie : par la porte du fond.',
  ])('near-miss: %s', (line) => {
    expect(sure(`<p>${line}</p>`).join('\n').replaceAll('\\', '')).toBe(line);
  });
});

const item = (hour: string) =>
  `<h2>${hour}</h2><p>Le niveau au pont dépasse à ${hour} la cote prévue par la préfecture.</p>`;
const hours = (...all: string[]) => text(all.map(item).join('')).warnings.filter((one) => one.includes('ticker'));

test.each<readonly [string, readonly string[], number]>([
  ['the last hour stands first', ['18:42', '18:30', '17h12', '16:50', '15:10'], 1],
  ['a programme goes on as the day does', ['9h00', '10h30', '12:00', '14:00', '16:15'], 0],
  ['four hours are few', ['18:42', '18:30', '17:12', '16:50'], 0],
  ['one part a day, at the same hour', ['20:00', '20:00', '20:00', '18:00', '18:00'], 0],
  ['hours in sentences', ['à 18:42', 'à 18:30', 'à 17:12', 'à 16:50', 'à 15:10'], 0],
  ['scores are no hours', ['3-2', '2-1', '1-1', '1-0', '0-0'], 0],
])('hours between paragraphs: %s', (_what, all, count) => {
  expect(hours(...all)).toHaveLength(count);
});

describe('boxes and lines that have a name', () => {
  test.each([
    [
      'the head of a box',
      '<div class="panel"><div class="panelHeader"><b>Rappel</b></div><div><p>La sonde gèle en janvier.</p></div></div>',
      ['**Rappel**', 'La sonde gèle en janvier.'],
    ],
    [
      'who said what is quoted above',
      '<div><blockquote><p>Un robot qui doute pose une question.</p></blockquote><div class="author"><p>Inès Vauthier</p></div></div>',
      ['> Un robot qui doute pose une question.', 'Inès Vauthier'],
    ],
    [
      'near-miss: who wrote the page',
      '<blockquote><p>Un robot qui doute pose une question.</p></blockquote><p>La sonde gèle en janvier.</p><p class="author">Par Inès Vauthier</p>',
      ['> Un robot qui doute pose une question.', 'La sonde gèle en janvier.'],
    ],
    ['labels of tabs', '<div><label>Linux</label><label>Windows</label></div>', ['Linux Windows']],
    [
      'with buttons',
      '<div><input type="radio"><label>Linux</label><input type="radio"><label>Mac</label></div>',
      ['Linux Mac'],
    ],
    [
      'a label in a sentence',
      '<p>Le mot «\u00a0<label>pont</label>\u00a0», l’<label>eau</label>.</p>',
      ['Le mot «\u00a0pont\u00a0», l’eau.'],
    ],
    [
      'numbers of paragraphs',
      `<div class="para"><span class="no-para">3</span><p>La sonde gèle en janvier, et l’on attend mars.</p></div>`,
      ['La sonde gèle en janvier, et l’on attend mars.'],
    ],
    [
      'near-miss: figures that are told',
      '<div class="chiffre"><span class="numero">41</span><p>gestes appris en trois ans de travail.</p></div>',
      ['41', 'gestes appris en trois ans de travail.'],
    ],
  ])('%s', (_what, inner, wanted) => {
    expect(sure(inner)).toEqual(wanted);
  });

  test('near-miss: the head of the page stands above its title', () => {
    const head = '<div class="header">Le site des eaux</div><div><p>Bienvenue à tous.</p></div>';
    const { blocks } = page(`${head}<main><h1>Le barrage</h1><p>${LONG}</p><p>${OTHER}</p></main>`);
    expect(blocks.map(({ markdown }) => markdown)).not.toContain('Le site des eaux');
  });

  test('what stands below the title is a description where Pandoc calls it that', () => {
    const below = ([id, name]: readonly string[]) => {
      const head = `<header id="${id}"><h1>Le barrage</h1><div class="${name}">Comment une régression suffit souvent.</div></header>`;
      const { blocks } = page(`<main>${head}<p>${LONG}</p><p>${OTHER}</p></main>`);
      return blocks.find(({ doubt }) => doubt === null)?.markdown;
    };
    const block = 'title-block-header';
    const read = [
      [block, 'description'],
      [block, 'author-description'],
    ].map(below);
    expect(read).toEqual(['Comment une régression suffit souvent.', LONG]);
  });
});

test('an abstract in a box of its own is told by its language', () => {
  const abstract = `<div lang="en">In the engine room of the dam three engineers have been comparing forecasts.</div>`;
  expect(text(`<section>${abstract}</section>`).blocks.find(({ doubt }) => doubt !== null)?.doubt).toBe(
    'in another language',
  );
});

describe('a table of contents goes with the line above it', () => {
  const list = '<ul><li><a href="#a">À qui il sert</a></li><li><a href="#b">Comment</a></li></ul>';
  const told = (inner: string) => {
    const html = `<main><h1>Le barrage</h1><p>${LONG}</p>${inner}<h2>À qui il sert</h2><p>${OTHER}</p></main>`;
    const { blocks } = readPage(`<html lang="fr"><body>${html}</body></html>`, 'https://eaux.example/a');
    return blocks.slice(1, -2).map(({ doubt }) => doubt);
  };
  const contents = 'a table of contents';
  test.each<readonly [string, string, readonly (string | null)[]]>([
    ['below a heading', `<h2>Sur cette page</h2>${list}`, [contents, contents]],
    ['below a line', `<p>Sommaire :</p>${list}`, [contents, contents]],
    ['near-miss: a summary', '<h2>Sommaire</h2><p>Le barrage apprend.</p>', [null, null]],
    ['near-miss: another heading', `<h2>Les parties</h2>${list}`, [null, contents]],
    [
      'near-miss: a list that says more',
      `<h2>Sommaire</h2>${list.replace('Comment', 'Comment</a> faire<a>')}`,
      [null, null],
    ],
    ['near-miss: one link', '<h2>Sommaire</h2><ul><li><a href="#a">À qui</a></li></ul>', [null, null]],
    ['a day of changes', '<p>Date de modification : 2024-05-30</p>', ['a line about the article']],
    ['a day in words', '<p>Date de publication : 12 mai 2024</p>', ['a line about the article']],
    ['near-miss: a day that is told', '<p>Date de modification de la loi, 2024 reste connue.</p>', [null]],
    [
      'an abstract',
      '<h2>Abstract</h2><p lang="en">The abstract of this paper is about bridges.</p>',
      ['in another language', 'in another language'],
    ],
    ['near-miss: a word of English', '<h2>Abstract</h2><p>Le mot vient du latin.</p>', [null, null]],
  ])('%s', (_what, inner, doubts) => {
    expect(told(inner)).toEqual(doubts);
  });
});

const note = (mark: string) =>
  text(`<p>Le mot<a href="#n1"><sup>(1)</sup></a> est de lui.</p><hr><p><a name="n1"></a>${mark}</p>`).blocks.at(-1);

test.each([
  ['(1) Le mot est de lui.', 'Le mot est de lui.'],
  ['[1] Le mot est de lui.', 'Le mot est de lui.'],
  ['(2) Le mot est de lui.', '(2) Le mot est de lui.'],
  ['1 kg de sel.', '1 kg de sel.'],
  ['(un) Le mot.', '(un) Le mot.'],
])('the number of a note is not part of it: %s', (written, wanted) => {
  expect(note(written)?.markdown.replaceAll('\\', '')).toBe(`[^1]: ${wanted}`);
});

test('the heading of notes goes with them, where nothing else stands below it', () => {
  const read = (heading: string) => {
    const notes = `<h2>${heading}</h2><p id="n1">La note.</p><h2>Bibliographie</h2><p>Chabot, Rodez, 2021.</p>`;
    const { blocks } = page(
      `<main><h1>Le barrage</h1><p>${LONG}</p><p>Mot<a href="#n1">1</a>. ${OTHER}</p>${notes}</main>`,
    );
    return blocks.slice(2).map(({ markdown }) => markdown);
  };
  const rest = ['## Bibliographie', 'Chabot, Rodez, 2021.'];
  const cited = `<h2 id="c">Pour citer cet article</h2><p>Chabot, Rodez.</p>`;
  const notes = `<h2>Notes</h2><p id="n1">La note.</p>${cited}`;
  const { blocks } = page(
    `<main><h1>Le barrage</h1><p>${LONG}</p><p>Mot<a href="#n1">1</a>. ${OTHER}</p>${notes}</main>`,
  );
  expect(blocks.at(-2)).toMatchObject({ markdown: '## Notes', doubt: null });
  expect(read('Notes')).toEqual([...rest, '## Notes', '[^1]: La note.']);
  expect(read('Sources')).toEqual(['## Sources', ...rest, '[^1]: La note.']);
});

describe('documents that Google keeps, saved as a page', () => {
  const list = '<ul class="lst-kix_a-0"><li>un geste</li></ul>';
  test('a link leads where it says', () => {
    const url = 'https://www.google.com/url?q=https://labo.example/a%3Fb&amp;sa=D&amp;usg=x';
    expect(sure(`<p>La <a href="${url}">méthode</a>.</p>`)).toEqual(['La [méthode](https://labo.example/a?b).']);
    const other = 'https://www.google.com/search?q=https://labo.example/a';
    expect(sure(`<p>La <a href="${other}">recherche</a>.</p>`)).toEqual([`La [recherche](${other}).`]);
  });

  test('a remark is no note', () => {
    const remark = '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Vérifier avec Paul.</span></p></div>';
    const mark = '<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>';
    expect(sure(`<p>Le mot${mark} est de lui.</p>${remark}`)).toEqual(['Le mot est de lui.']);
  });

  test('a table has no head, as in a file of Word', () => {
    const table =
      '<table><tr><td><p>Geste</p></td><td><p>Verbe</p></td></tr><tr><td><p>main</p></td><td><p>saluer</p></td></tr></table>';
    expect(sure(list + table)).toEqual(['- un geste', '| | |\n| - | - |\n| Geste | Verbe |\n| main | saluer |']);
    expect(sure(table)).toEqual(['Geste', 'Verbe', 'main', 'saluer']);
  });
});

test.each([
  ['Page mise à jour le 12/06/2001\npar Bernard Lacoste, Auch, le 3 mai 1999', '1999-05-03'],
  ['Mis à jour le 2 juin 2024, publié le 3 mai 2024', '2024-05-03'],
  ['Publié le 3 mai 2024, mis à jour le 2 juin 2024', '2024-05-03'],
  ['Dernière mise à jour : 9 mars 2025', '2025-03-09'],
  ['Modifié le 9 mars 2025', '2025-03-09'],
  ['La loi du 3 mai 1999 fut modifiée le 9 mars 2001 par le conseil.', null],
])('of %s', (lines, date) => {
  expect(findPublicationDate(lines)).toBe(date);
});

test.each([
  ['1', 'Salle de lecture'],
  ['2', 'Le barrage'],
])('a heading that only machines see as one, of level %s', (level, title) => {
  const head = `<div role="heading" aria-level="${level}">Salle de lecture</div>`;
  expect(page(`${head}<main><p>${LONG}</p><p>${OTHER}</p></main>`).title).toBe(title);
});
