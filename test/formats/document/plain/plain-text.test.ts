import { describe, expect, test } from 'vitest';
import { readPlainText } from '../../../../src/formats/document/plain/plain-text.ts';
import { rounds } from '../../../rounds.ts';
import { readOne } from '../packed.ts';

const read = (text: string) => {
  const { title, blocks } = readPlainText(text);
  return [title, blocks.map(({ markdown }) => markdown)];
};
const WRAPPED = `Le pont que l’on voit depuis la place du marché a été bâti en\ntrois ans par des gens venus de la vallée, et personne ne sait\nplus leurs noms.`;

describe('a mail with its head is called as its subject', () => {
  test.each<[head: string, title: string, date: string | null]>([
    [
      'De : Eva <eva@a.fr>\nÀ : bourg@a.fr\nObjet : Re: RE : Les ponts\nDate : lun. 6 mai 2024 10:12',
      'Les ponts',
      '2024-05-06',
    ],
    ['From: Eva\nSent: soon\nSubject: Les ponts', 'Les ponts', null],
    ['Objet\u00a0: Tr : Un pont, deux rives.\nDe\u00a0: Eva', 'Un pont, deux rives.', null],
  ])('%j', (head, title, date) => {
    expect(readPlainText(`${head}\n\nUn pont.\n\nDeux.`)).toMatchObject({ title, date, blocks: { length: 3 } });
  });

  test.each([
    'De : Eva\nObjet :\nDate : 6 mai 2024',
    'De : Eva\nÀ : Jean',
    'Objet : un pont\nDate : 6 mai 2024',
    'De : Eva\nObjet : un pont\nElle écrit ceci.',
    'Demain : Eva\nObjets : un pont',
  ])('near-miss: %j', (head) => {
    const [first] = head.split('\n');
    expect(readPlainText(`${head}\n\nUn pont.\n\nDeux.`)).toMatchObject({ title: first, date: null });
  });

  test.each([
    ['Un pont.', [null]],
    ['Un pont.\n-- \nEva\n\nRédaction', [null, 'a signature', 'a signature']],
    ['Un pont.\n\n--\nEva', [null, 'a signature']],
    ['Un pont.\n\n-- Eva', [null, null]],
    ['Un pont.\n> Deux ?\n> Ou trois ?\nTrois.', [null, 'quoted from another mail', null]],
    ['> Un pont ?\n>\n> > Deux ?', ['quoted from another mail', 'quoted from another mail']],
  ])('and its head and its signature are no text of it: %j', (text, doubts) => {
    const { blocks } = readPlainText(`De : Eva\nObjet : Les ponts\n\n${text}`);
    expect([blocks[0]?.markdown, ...blocks.map(({ doubt }) => doubt)]).toEqual([
      'De : Eva\\\nObjet : Les ponts',
      'the head of a mail',
      ...doubts,
    ]);
  });

  test.each([
    ['Les ponts\n\n> Un pont,\n> deux rives.\n\nFin.', ['Les ponts', ['> Un pont, deux rives.', 'Fin.']]],
    ['Les ponts\n\nElle dit :\n>Un pont.\n>>Non.\nFin.', ['Les ponts', ['Elle dit :', '> Un pont.', '> Non.', 'Fin.']]],
    ['Les ponts\n\n> Un.\n>\n> Deux.', ['Les ponts', ['> Un.', '> Deux.']]],
    ['> Les ponts\n\nFin.', [null, ['> Les ponts', 'Fin.']]],
    ['Les ponts\n\n> 5 mètres.\n\nFin.', ['Les ponts', ['\\> 5 mètres.', 'Fin.']]],
    ['Les ponts\n\nSi a > b, ou\nb > c, fin.', ['Les ponts', ['Si a > b, ou b > c, fin.']]],
  ])('lines of a text that begin with “>” are a quotation: %j', (text, document) => {
    expect(read(text)).toEqual(document);
  });

  test('a table that a text begins with is no title, and stays', () => {
    expect(read('Pont\tLong\nVieux\t38\n\nFin.')).toEqual([
      null,
      ['| Pont | Long |\n| - | - |\n| Vieux | 38 |', 'Fin.'],
    ]);
  });

  test('near-miss: two dashes in a text that is no mail', () => {
    expect(readPlainText('Un pont.\n\n--\nEva').blocks.map(({ doubt }) => doubt)).toEqual([null, null]);
  });
});

describe('a plain text', () => {
  test.each([
    [
      'a first line without a stop is the title',
      'Les ponts\n\nUn pont.\n\nDeux.',
      ['Les ponts', ['Un pont.', 'Deux.']],
    ],
    ['a first line with a stop is none', 'Un pont.\n\nDeux.', [null, ['Un pont.', 'Deux.']]],
    ['a question is none', 'Un pont ?\n\nDeux.', [null, ['Un pont ?', 'Deux.']]],
    ['a quotation that ends is none', '« Un pont. »\n\nDeux.', [null, ['« Un pont. »', 'Deux.']]],
    [
      'a long first line is none',
      `${'Un pont '.repeat(30)}\n\nDeux.`,
      [null, [`${'Un pont '.repeat(30).trim()}`, 'Deux.']],
    ],
    ['one line alone is a paragraph', 'Un pont', [null, ['Un pont']]],
    [
      'lines that were broken to fit are one paragraph',
      `Ponts\n\n${WRAPPED}`,
      ['Ponts', [WRAPPED.replaceAll('\n', ' ')]],
    ],
    ['without an empty line, each line is a paragraph', 'Ponts\nUn pont.\nDeux.', ['Ponts', ['Un pont.', 'Deux.']]],
    ['lines of Windows', 'Ponts\r\n\r\nUn pont.\r\nneuf.\r\n', ['Ponts', ['Un pont. neuf.']]],
    ['lines of old Macs', 'Ponts\rUn pont.\rDeux.', ['Ponts', ['Un pont.', 'Deux.']]],
    [
      'a list is a line each',
      'Ponts\n\n- un\n- deux\nsuite\n- trois',
      ['Ponts', ['\\- un', '\\- deux suite', '\\- trois']],
    ],
    ['a dialogue is a line each', 'Ponts\n\n— Un pont ?\n— Oui.', ['Ponts', ['— Un pont ?', '— Oui.']]],
    ['numbered lines are a line each', 'Ponts\n\n1. un\n2. deux', ['Ponts', ['1\\. un', '2\\. deux']]],
    [
      'a dash within a paragraph parts nothing',
      'Ponts\n\nUn pont\n- vieux - neuf.',
      ['Ponts', ['Un pont - vieux - neuf.']],
    ],
    ['tabs and spaces are one space', 'Ponts\n\n\tUn \t  pont.', ['Ponts', ['Un pont.']]],
    [
      'no-break spaces stay',
      'Ponts\n\n«\u00a0Un\u00a0» : 10\u202f000.',
      ['Ponts', ['«\u00a0Un\u00a0» : 10\u202f000.']],
    ],
    [
      'marks are none',
      'Ponts\n\nUn *pont* <b>neuf</b> [1] `a`.',
      ['Ponts', ['Un \\*pont\\* \\<b>neuf\\</b> \\[1] \\`a\\`.']],
    ],
    ['signs that no file holds are left out', 'Ponts\n\nUn\u0007 po\fnt.', ['Ponts', ['Un po nt.']]],
    [
      'short lines stay lines, as in verse and in lists without a sign',
      'Ponts\n\nPour le pont\n300 g de pierre\nun peu de sable',
      ['Ponts', ['Pour le pont\\\n300 g de pierre\\\nun peu de sable']],
    ],
    ['and two that begin anew', 'Ponts\n\nUn pont\nDeux ponts', ['Ponts', ['Un pont\\\nDeux ponts']]],
    ...[39, 40].map((width): [string, string, [string, string[]]] => {
      const lines = ['un '.repeat(11).padEnd(width, 'x'), 'deux '.repeat(7).trim(), 'trois '.repeat(5).trim()];
      const what = `three lines of which the widest has ${width} signs`;
      return [what, `Ponts\n\n${lines.join('\n')}`, ['Ponts', [lines.join(width === 39 ? '\\\n' : ' ')]]];
    }),
    [
      'so do lines of which each leaves room for the next word',
      `Ponts\n\nUn pont\n${'mot '.repeat(15).trim()}\nDeux ponts\nFin`,
      ['Ponts', [`Un pont\\\n${'mot '.repeat(15).trim()}\\\nDeux ponts\\\nFin`]],
    ],
    [
      'and a stanza, though its lines are wide',
      `Ponts\n\n${Array.from({ length: 4 }, (_, i) => `Le pont ${i} regarde passer les bateaux du matin`).join('\n')}`,
      ['Ponts', [Array.from({ length: 4 }, (_, i) => `Le pont ${i} regarde passer les bateaux du matin`).join('\\\n')]],
    ],
    [
      'near-miss: three wide lines are no stanza',
      `Ponts\n\n${Array.from({ length: 3 }, (_, i) => `Le pont ${i} regarde passer les bateaux du matin`).join('\n')}`,
      ['Ponts', [Array.from({ length: 3 }, (_, i) => `Le pont ${i} regarde passer les bateaux du matin`).join(' ')]],
    ],
    [
      'a title with a line below it is that line alone',
      'Ponts\nPar Jeanne\n\nUn pont.',
      ['Ponts', ['Par Jeanne', 'Un pont.']],
    ],
    [
      'lines of cells are a table',
      'Ponts\n\nNom\tLong\nNeuf\t12 m\n\tvieux',
      ['Ponts', ['| Nom | Long |\n| - | - |\n| Neuf | 12 m |\n| | vieux |']],
    ],
    ['near-miss: a tab in one line is a space', 'Ponts\n\nUn\tpont\nneuf.', ['Ponts', ['Un pont neuf.']]],
    [
      'a list below its heading is a line each',
      'Ponts\n\nIl y a :\n- un\n- deux',
      ['Ponts', ['Il y a :', '\\- un', '\\- deux']],
    ],
    ['front matter is read', '---\ntitle: Ponts\n---\n\nUn pont.', ['Ponts', ['Un pont.']]],
    ['nothing', ' \n\n', [null, []]],
  ])('%s', (_what, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('a text without words is named', async () => {
    await expect(readOne(new TextEncoder().encode(' \n'), 'a.txt')).rejects.toThrow(
      '“a.txt” holds no text that can be read',
    );
  });

  test('of 5 MB is read in less than 8 seconds of the processor: a second, and 1.4 for each megabyte', async () => {
    const MEGABYTES = rounds(1, 5);
    const paragraph = `${'Une phrase *assez* longue sur un pont de 1900. '.repeat(9)}\n\n`;
    const bytes = new TextEncoder().encode(`Ponts\n\n${paragraph.repeat(MEGABYTES * 2200)}`);
    const began = process.cpuUsage();
    const { blocks } = await readOne(bytes, 'a.txt');
    expect([
      bytes.length > MEGABYTES * 0.9e6,
      blocks.length,
      process.cpuUsage(began).user < 1_000_000 + MEGABYTES * 1_400_000,
    ]).toEqual([true, MEGABYTES * 2200, true]);
  });
});
