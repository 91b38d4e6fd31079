import { describe, expect, test } from 'vitest';
import { joinLines } from '../../../../src/formats/document/plain/broken-lines.ts';
import { readPlainText } from '../../../../src/formats/document/plain/plain-text.ts';

const read = (text: string) => {
  const { title, blocks, warnings } = readPlainText(text);
  return { title, blocks: blocks.map(({ doubt, markdown }) => `${doubt === null ? '' : '? '}${markdown}`), warnings };
};

const PDF = `Revue des eaux – n° 41 – mars 2025
Prévoir les crues lentes
Nous comparons les prévisions d’un modèle statistique avec les relevés faits à la
main par les agents d’un barrage. Sur trois hivers, le modèle se trompe moins sou-
vent que les anciens, mais il ne voit pas venir les orages d’été qui descendent de la
montagne.
1. Introduction
La question est ancienne. Dès 1932, l’ingénieur du site tenait un carnet où il no-
tait chaque matin la hauteur du lac, et l’eﬀet du vent.
12
Revue des eaux – n° 42 – mars 2025
Deux difficultés se présentent. La première est la rareté des grandes crues.`;

describe('a text that was copied from a PDF', () => {
  test('has paragraphs, whole words, and letters by themselves again', () => {
    expect(read(PDF)).toEqual({
      title: 'Prévoir les crues lentes',
      blocks: [
        'Nous comparons les prévisions d’un modèle statistique avec les relevés faits à la main par les agents d’un ' +
          'barrage. Sur trois hivers, le modèle se trompe moins souvent que les anciens, mais il ne voit pas venir les ' +
          'orages d’été qui descendent de la montagne.',
        '1\\. Introduction',
        'La question est ancienne. Dès 1932, l’ingénieur du site tenait un carnet où il notait chaque matin la hauteur ' +
          'du lac, et l’effet du vent.',
        'Deux difficultés se présentent. La première est la rareté des grandes crues.',
        '? Revue des eaux – n° 41 – mars 2025\\\n12\\\nRevue des eaux – n° 42 – mars 2025',
      ],
      warnings: [],
    });
  });

  test.each([
    [['un rendez-', 'vous manqué'], 'un rendez-vous manqué'],
    [['est-', 'il venu'], 'est-il venu'],
    [['dix-', 'huit mille'], 'dix-huit mille'],
    [['c’est-', 'à-dire'], 'c’est-à-dire'],
    [['au-', 'dessus de tout'], 'au-dessus de tout'],
    [['sou-', 'vent'], 'souvent'],
    [['Jean-', 'Paul'], 'Jean- Paul'],
    [['1939-', '1945'], '1939- 1945'],
    [['un – ', 'deux'], 'un –  deux'],
  ])('%j', (lines, joined) => {
    expect(joinLines(lines)).toBe(joined);
  });

  test.each<readonly [string, string, number]>([
    [
      'a line is a paragraph',
      Array(6)
        .fill('Le modèle se trompe moins souvent que les anciens, mais il ne voit pas venir les orages.')
        .map((line, i) => `${line} ${i}.`)
        .join('\n'),
      6,
    ],
    [
      'short lines of verse',
      Array.from({ length: 6 }, (_, i) => `et le moulin tourne ${i}\nsous le vent du soir`).join('\n'),
      12,
    ],
    [
      'items that end with a sign',
      Array.from(
        { length: 6 },
        (_, i) => `le niveau du lac, mesuré chaque matin par les agents de garde n° ${i}.`,
      ).join('\n'),
      6,
    ],
    [
      'long verses without capitals',
      'le lac monte la nuit quand la montagne dort\nla neige a fondu là-haut sous le vent du sud\nle garde allume au bord sa lampe et son réchaud\nsa plume note encore une heure un chiffre d’eau\nl’hiver passe le barrage compte ses jours\net la rivière dit la suite aux gens du bourg',
      6,
    ],
    [
      'steps without capitals',
      'Pour un barrage\nun lac\nun carnet\ndes crayons\nmesurer chaque matin la hauteur du lac à l’échelle\ncomparer cette hauteur aux relevés des hivers passés\nprévenir les agents du barrage quand elle dépasse\nouvrir alors la première vanne pendant une heure',
      8,
    ],
    [
      'items of any length',
      'le niveau du lac, mesuré chaque matin par les agents de garde\nle débit\nla pluie qui tombe\nle vent\nla neige des sommets',
      5,
    ],
    ['an empty line parts its paragraphs', PDF.replace('\n1. Intro', '\n\n1. Intro'), 2],
  ])('near-miss: %s', (_what, text, count) => {
    const { title, blocks } = readPlainText(text);
    expect(blocks.length + (title === null ? 0 : 1)).toBe(count);
  });
});

const cue = (n: number, text: string) => `${n}\n00:00:0${n},000 --> 00:00:0${n},900\n${text}`;

describe('what was said, with the times at which it was', () => {
  test.each<readonly [string, string, readonly string[], number]>([
    [
      'subtitles',
      [cue(1, 'Bonjour à tous.\nAujourd’hui, on parle'), cue(2, '<i>des modèles</i>.')].join('\n\n'),
      ['Bonjour à tous. Aujourd’hui, on parle des modèles.'],
      2,
    ],
    [
      'subtitles of the web',
      'WEBVTT\nKind: captions\nLanguage: fr\n\nun\n00:01.000 --> 00:02.000 align:start\n<v Zoé>Bonjour à tous.\n\n00:02.000 --> 00:03.000\n<v.b Eva>Oui.',
      ['— Zoé : Bonjour à tous.', '— Eva : Oui.'],
      2,
    ],
    [
      'subtitles of the web with remarks',
      'WEBVTT - Un titre\n\nNOTE un essai\nde plus\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000 line:0 position:20%\nNOTE bien !\n\n00:03.000 --> 00:04.000\nOui.',
      ['NOTE bien ! Oui.'],
      2,
    ],
    [
      'of a film',
      '0:00\nbonjour à tous\n0:03\non parle des\n1:02:06\nmodèles',
      ['bonjour à tous on parle des modèles'],
      3,
    ],
    [
      'in brackets',
      '[00:00:02] Zoé : Bonjour.\n\n[00:00:05] Eva : Oui.\n\n[00:01:10] Zoé : Bien.',
      ['Zoé : Bonjour.', 'Eva : Oui.', 'Zoé : Bien.'],
      3,
    ],
    [
      'behind who speaks',
      'Aïda Roy   0:04\nOn commence.\n\nPaul Roy   0:12\nOui.\n\nAïda Roy   0:21\nBien.',
      ['Aïda Roy\\\nOn commence.', 'Paul Roy\\\nOui.', 'Aïda Roy\\\nBien.'],
      3,
    ],
  ])('%s', (_what, text, blocks, count) => {
    expect(read(text)).toEqual({ title: null, blocks, warnings: [`Left out: ${count} time stamps.`] });
  });

  test('a title stands above it', () => {
    expect(read('Réunion\n\n[00:02] Bonjour.\n\n[00:05] Oui.\n\n[01:10] Bien.')).toMatchObject({
      title: 'Réunion',
      blocks: ['Bonjour.', 'Oui.', 'Bien.'],
    });
  });

  test('a long talk without a full stop has paragraphs', () => {
    const talk = Array.from(
      { length: 60 },
      (_, i) => `0:${10 + Math.floor(i / 2)}\nune ligne de ce qui fut dit là`,
    ).join('\n');
    const lengths = read(talk).blocks.map(({ length }) => length);
    expect([lengths.length, lengths.every((length) => length < 800)]).toEqual([3, true]);
  });

  test.each([
    ['a programme', '9:00 Accueil\n\n10:30 Conférence\n\n12:00 Repas\n\n14:00 Ateliers'],
    ['a programme in brackets', '[09:00] Accueil\n\n[10:30] Conférence\n\n[12:00] Repas'],
    ['times of a race', '1. Zoé 3:42\n\n2. Eva 3:51\n\n3. Ana 4:02'],
    ['times of a race by name', 'Zoé 3:42\nEva 3:51\nAna 4:02'],
    ['times that go back', '[0:20] Zoé.\n\n[0:10] Eva.\n\n[0:05] Ana.'],
    ['two of them', '[0:02] Zoé.\n\n[0:05] Eva.'],
    ['few among many lines', `0:02 Zoé.\n\n0:05 Eva.\n\n0:09 Ana.\n\n${'Un pont.\n\n'.repeat(20)}`],
    ['a programme with arrows', '9:00 --> 10:30 Accueil\n10:30 --> 12:00 Repas\n14:00 --> 15:00 Ateliers'],
    ['one with its hours alone', '9:00 --> 10:30\nAccueil\n\n10:30 --> 12:00\nRepas'],
    ['a programme after midnight', '0:00 Accueil de l’an neuf\n0:30 Feu\n1:00 Bal\n2:00 Soupe à l’oignon'],
    ['times of a short race', '0:45 Zoé\n0:47 Eva\n0:51 Ana\n1:02 Léa'],
    ['hours of a bus', 'Ligne 12\n0:10\n0:30\n0:50\n1:10'],
    ['an arrow in a text', 'Le code\n\nOn écrit a --> b pour dire qu’il suit.'],
  ])('near-miss: %s', (_what, text) => {
    expect(read(text).warnings).toEqual([]);
  });
});

test('a talk in lines as wide as a page has neither its times nor its breaks', () => {
  const talk = `[00:00:10] Bonjour à tous et bienvenue à cette soirée, où nous
parlons des ponts que le fleuve a emportés et de ceux que les
habitants ont refaits.
[00:00:40] Merci de votre invitation. Je voudrais dire que nous avons
souvent une idée trop simple de ce que ces ponts portaient, et
des gens qui les gardaient.
[00:01:20] Qui les gardait, et de quoi vivaient ceux que la commune y
avait mis ?`;
  expect(read(talk)).toEqual({
    title: null,
    blocks: [
      'Bonjour à tous et bienvenue à cette soirée, où nous parlons des ponts que le fleuve a emportés et de ceux que les habitants ont refaits.',
      'Merci de votre invitation. Je voudrais dire que nous avons souvent une idée trop simple de ce que ces ponts portaient, et des gens qui les gardaient.',
      'Qui les gardait, et de quoi vivaient ceux que la commune y avait mis ?',
    ],
    warnings: ['Left out: 3 time stamps.'],
  });
});

test('the head of a mail that Thunderbird saved is parted by tabs', () => {
  const head =
    'Sujet : \tRe: Le chapitre 2\nDate : \tTue, 18 Mar 2025 10:12:33 +0100\nDe : \tEva <e@a.example>\nPour : \tPaul\nCopie à : \tAna';
  expect(readPlainText(`${head}\n\n\n\nBonjour.`)).toMatchObject({
    title: 'Le chapitre 2',
    date: '2025-03-18',
    blocks: [{ doubt: 'the head of a mail' }, { markdown: 'Bonjour.', doubt: null }],
  });
});
