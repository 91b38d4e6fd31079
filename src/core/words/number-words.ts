import type { Language } from '../model/concept.ts';

/** What the number words of a language are worth. */
export interface NumberWords {
  readonly cardinals: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Multiply what stands before them. French: milliard 10⁹, billion 10¹²; English: billion 10⁹, trillion 10¹². */
  readonly scales: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  readonly currencies: ReadonlyMap<string, string>;
  /** Worth a number without being missed: un, neuf (also “new”), one, first, decade, dozens. */
  readonly loose: ReadonlyMap<string, number>;
  /** Every word that a number or a month can begin with. */
  readonly openings: ReadonlySet<string>;
}

function withOpenings(words: Omit<NumberWords, 'openings'>): NumberWords {
  const { cardinals, ordinals, scales, months, loose } = words;
  const openings = [cardinals, ordinals, scales, months, loose].flatMap((worth) => [...worth.keys()]);
  return { ...words, openings: new Set(openings) };
}

function counted(words: string, first = 1): [string, number][] {
  return words.split(' ').flatMap((group, i) => group.split('/').map((word): [string, number] => [word, first + i]));
}

function valued(table: string): [string, number][] {
  return table.split(' ').map((pair) => {
    const [word = '', value = '0'] = pair.split('=');
    return [word, Number(value)];
  });
}

function named(table: string): [string, string][] {
  return table.split(' ').map((pair) => pair.split('=') as [string, string]);
}

const FRENCH = withOpenings({
  cardinals: new Map([
    ...counted('deux trois quatre cinq six sept huit', 2),
    ...counted('dix onze douze treize quatorze quinze seize', 10),
    ...valued('vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80 nonante=90'),
    ...valued('cent=100 cents=100 centaine=100 centaines=100 mille=1000 millier=1000 milliers=1000'),
  ]),
  ordinals: new Map(counted('deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième', 2)),
  scales: new Map(valued('million=1e6 millions=1e6 milliard=1e9 milliards=1e9 billion=1e12 billions=1e12')),
  months: new Map(counted('janvier février mars avril mai juin juillet août/aout septembre octobre novembre décembre')),
  currencies: new Map(named('dollar=$ dollars=$ euro=€ euros=€ yuan=yuan yuans=yuan yen=yen yens=yen livres=£')),
  loose: new Map(
    valued(
      'un=1 une=1 neuf=9 premier=1 première=1 premiers=1 premières=1 second=2 seconde=2 dizaine=10 dizaines=10 douzaine=12 douzaines=12 décennie=10 décennies=10 double=2 tiers=3 quart=4 midi=12 minuit=0',
    ),
  ),
});

const ENGLISH = withOpenings({
  cardinals: new Map([
    ...counted('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 2),
    ...valued(
      'seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80',
    ),
    ...valued('ninety=90 hundred=100 hundreds=100 thousand=1000 thousands=1000'),
  ]),
  ordinals: new Map(counted('fourth fifth sixth seventh eighth ninth tenth', 4)),
  scales: new Map(valued('million=1e6 millions=1e6 billion=1e9 billions=1e9 trillion=1e12 trillions=1e12')),
  months: new Map(
    counted(
      'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
    ),
  ),
  currencies: new Map(named('dollar=$ dollars=$ euro=€ euros=€ yuan=yuan yen=yen pounds=£')),
  loose: new Map(
    valued(
      'one=1 first=1 second=2 third=3 tens=10 dozen=12 dozens=12 decade=10 decades=10 twice=2 double=2 pair=2 couple=2 both=2 half=2 quarter=4 once=1 noon=12 midnight=0',
    ),
  ),
});

export function numberWords(language: Language): NumberWords {
  return language === 'fr' ? FRENCH : ENGLISH;
}
