/** French words on the left, and the English words that mostly render them; in small letters, without accents. */
const LINES = [
  'je j moi : i me',
  'me m : me my myself',
  'tu te toi vous : you',
  'nous : we us',
  'il lui : he him it',
  'elle : she her it',
  'ils elles eux : they them',
  'mon ma mes : my',
  'ton ta tes votre vos : your',
  'son sa ses : his her its',
  'notre nos : our',
  'leur leurs : their them',
  'et : and',
  'ou : or where',
  'mais : but',
  'si : if so',
  'parce : because',
  'ne n non pas : not no t cannot',
  'aucun aucune : no not any none',
  'tout tous toute toutes : all every whole everything',
  'quand lorsque lorsqu : when',
  'comment : how',
  'pourquoi : why',
  'qui : who which that',
  'premier premiere premiers premieres : first',
  'second seconde deuxieme : second',
  'deux 2 : two 2',
  'trois 3 : three 3',
  'quatre 4 : four 4',
  'cinq 5 : five 5',
  'six 6 : six 6',
  'sept 7 : seven 7',
  'huit 8 : eight 8',
  'neuf 9 : nine 9',
  'dix 10 : ten 10',
  'cent cents 100 : hundred 100',
  'mille 1000 : thousand 1000',
];

/** The words that stand in nearly every text, however short, each with the words of English that mostly render it. */
export const COMMON_WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  LINES.flatMap((line) => {
    const [words, renderings] = line.split(' : ').map((side) => side.split(' '));
    return (words ?? []).map((word) => [word, renderings ?? []] as const);
  }),
);
