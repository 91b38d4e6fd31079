import { describe, expect, test } from 'vitest';
import { parseGlossaryCsv } from '../../../src/formats/glossary/csv.ts';
import { saying } from './saying.ts';

const table = (text: string) => saying(parseGlossaryCsv(text, 'a.csv'));

test.each([
  'francuski,angielski',
  'angielski;francuski',
  'Termin francuski,Termin angielski',
  'Fransızca,İngilizce',
  '法语,英语',
  '法文術語,英文術語',
  'フランス語,英語',
  '프랑스어,영어',
  'Французский,Английский',
  'французька,англійська',
  'Термин на английском,Термин на французском',
  'Γαλλικά,Αγγλικά',
  'الفرنسية,الإنجليزية',
  'Frans,Engels',
  'Franse term,Engelse term',
  'Francês,Inglês',
  'franska,engelska',
  'Ranska,Englanti',
  'Francouzsky,Anglicky',
  'Francia,Angol',
  'franceză,engleză',
  'Tiếng Pháp,Tiếng Anh',
])('“%s” names the languages of its columns', (header) => {
  const isReversed = /^(?:angielski|Термин на англ)/.test(header);
  const sign = header.includes(';') ? ';' : ',';
  expect(table(`${header}\n${(isReversed ? ['token', 'jeton'] : ['jeton', 'token']).join(sign)}\n`)).toEqual([
    'jeton = token',
  ]);
});

test.each([
  'Quelle,Ziel',
  'Origen,Destino',
  'Origem,Destino',
  'Origine,Destinazione',
  'Bron,Doel',
  'Kaynak,Hedef',
  'Źródło,Cel',
  '原文,译文',
  '源语言,目标语言',
  '原文,訳文',
  'Оригинал,Перевод',
  'Terme,Traduction',
  'Original,Traduction,Remarque',
])('“%s” names the side that is translated', (header) => {
  expect(table(`${header}\njeton,token\n`)).toEqual(['jeton = token']);
});

describe('a first row that names columns, and says of none which language it holds, is asked about', () => {
  test.each([
    ['termin źródłowy,termin tłumaczony'],
    ['用語,説明'],
    ['Термин,Значение'],
    ['Langue A,Langue B'],
    ['Terme 1,Terme 2'],
    ['term_a,term_b'],
    ['Kavram,Karşılık'],
    ['Mot,Sens,Remarque'],
    ['x,y,Definition'],
    ['%20260101~120000,%User ID'],
  ])('“%s”', (header) => {
    const [one, two] = header.split(',');
    expect(table(`${header}\njeton,token\n`)).toEqual([
      `! “${one}” and “${two}” read like the names of columns, and do not say which is French and which is English; name them fr and en, or write a line “fr,en” above where they are terms`,
    ]);
  });

  test.each([
    'jeton,token',
    'α,alpha',
    'π,pi',
    'théorème de Gödel,Gödel’s theorem',
    'Łukasiewicz,Lukasiewicz',
    'logique de Łukasiewicz,Łukasiewicz logic',
    'max_tokens,max_tokens',
    'vitamine A,vitamin B',
    'étape 1,step 1',
    'señor,señor',
    'origine,origin',
    'mal,evil',
    'cil,eyelash',
    'quelle,which',
    'traduction,translation',
    'remplacement,replacement',
    'préféré,preferred',
    'jeton,token,unit of text',
    'lingua franca,lingua franca',
  ])('“%s” is a pair of terms', (row) => {
    const [fr, en] = row.split(',');
    expect(table(`${row}\npuce,chip\n`)).toEqual([`${fr} = ${en}`, 'puce = chip']);
  });

  test('and a line “fr,en” above makes it one', () => {
    expect(table('fr,en\nKavram,Karşılık\n')).toEqual(['Kavram = Karşılık']);
  });
});
