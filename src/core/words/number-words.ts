import type { Language } from '../model/concept.ts';

/** What the number words of a language are worth. */
export interface NumberWords {
  readonly cardinals: ReadonlyMap<string, number>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** Multiply what stands before them. French: milliard 10⁹, billion 10¹²; English: billion 10⁹, trillion 10¹². */
  readonly scales: ReadonlyMap<string, number>;
  /** Letters that stand right after figures and multiply them: 70B, 3,6 Md€. With their case. */
  readonly suffixes: ReadonlyMap<string, number>;
  readonly months: ReadonlyMap<string, number>;
  /** Worth a number without being missed: un, neuf (also “new”), one, first, decade, dozens. */
  readonly loose: ReadonlyMap<string, number>;
  /** Of those, what may end a larger number: vingt et un, twenty-first. */
  readonly endings: ReadonlySet<string>;
  /** What parts are called after their number: tiers, quarts, thirds. */
  readonly fractions: ReadonlyMap<string, number>;
  /** Tens of years: nineties. */
  readonly decades: ReadonlyMap<string, number>;
  /** Every word that a number or a month can begin with. */
  readonly openings: ReadonlySet<string>;
}

function withOpenings(words: Omit<NumberWords, 'openings'>): NumberWords {
  const { cardinals, ordinals, scales, months, loose, decades } = words;
  const openings = [cardinals, ordinals, scales, months, loose, decades].flatMap((worth) => [...worth.keys()]);
  return { ...words, openings: new Set(openings) };
}

function counted(words: string, first = 1): [string, number][] {
  return words.split(' ').flatMap((group, i) => group.split('/').map((word): [string, number] => [word, first + i]));
}

function valued(table: string): [string, number][] {
  return table.split(' ').flatMap((pair) => {
    const [words = '', value = '0'] = pair.split('=');
    return words.split('/').map((word): [string, number] => [word, Number(value)]);
  });
}

const FRENCH = withOpenings({
  cardinals: new Map([
    ...counted('deux trois quatre cinq six sept huit', 2),
    ...counted('dix onze douze treize quatorze quinze seize', 10),
    ...valued('vingt/vingts/vingtaine/vingtaines=20 trente/trentaine=30 quarante=40 cinquante/cinquantaine=50'),
    ...valued('soixante/soixantaine=60 septante=70 huitante/octante=80 nonante=90 cent/cents/centaine/centaines=100'),
    ...valued('mille/millier/milliers=1000'),
  ]),
  ordinals: new Map([
    ...counted('deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième', 2),
    ...counted('douzième treizième quatorzième quinzième seizième', 12),
    ...valued('vingtième=20 trentième=30 quarantième=40 cinquantième=50 soixantième=60 centième=100 millième=1000'),
  ]),
  scales: new Map(valued('million/millions=1e6 milliard/milliards=1e9 billion/billions=1e12 trillion/trillions=1e18')),
  suffixes: new Map(valued('k/K=1e3 M/Mio=1e6 Md/Mds/Mrd/Mrds/B/b=1e9 T=1e12')),
  months: new Map(counted('janvier février mars avril mai juin juillet août/aout septembre octobre novembre décembre')),
  loose: new Map(
    valued(
      'un/une=1 neuf/neuve=9 premier/première/premiers/premières=1 second/seconde=2 zéro=0 dizaine/dizaines=10 douzaine/douzaines=12 quinzaine=15 quarantaine=40 décennie/décennies=10 décuple/décuplé/décupler=10 double/doubler/doublé/doublée/doublent/doublés=2 triple/tripler/triplé/triplée=3 quadruple/quadrupler/quadruplé=4 demi/demie/moitié/moitiés=0.5 tiers=3 quart/quarts=4 midi=12 minuit=0 unième=1 unique/seul/seule=1 paire/couple/duo=2 trio=3 aucun/aucune=0',
    ),
  ),
  endings: new Set(['un', 'une', 'neuf', 'unième']),
  fractions: new Map([
    ...valued('demi/demie/demis/demies=2 tiers=3 quart/quarts=4 cinquième/cinquièmes=5 sixième/sixièmes=6'),
    ...valued('huitième/huitièmes=8 dixième/dixièmes=10 centième/centièmes=100 millième/millièmes=1000'),
  ]),
  decades: new Map(),
});

const ENGLISH = withOpenings({
  cardinals: new Map([
    ...counted('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 2),
    ...counted('seventeen eighteen nineteen', 17),
    ...valued('twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90'),
    ...valued('hundred/hundreds=100 thousand/thousands=1000'),
  ]),
  ordinals: new Map([
    ...counted('fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth', 4),
    ...counted('sixteenth seventeenth eighteenth nineteenth twentieth', 16),
    ...valued('thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90'),
    ...valued('hundredth=100 thousandth=1000'),
  ]),
  scales: new Map(valued('million/millions=1e6 billion/billions=1e9 trillion/trillions=1e12 quintillion=1e18')),
  suffixes: new Map(valued('k/K=1e3 M/m/mn/mln/MM=1e6 B/b/bn/Bn/BN=1e9 T/tn/trn=1e12')),
  months: new Map(
    counted(
      'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
    ),
  ),
  loose: new Map(
    valued(
      'one=1 first/firstly=1 second/secondly=2 third/thirds=3 zero/no/none/nil/null=0 tens=10 dozen/dozens=12 decade/decades=10 twice/double/doubled/doubles/doubling/twofold/twin=2 pair/couple/both/either/neither/latter/duo=2 thrice/triple/tripled/tripling/threefold/treble/trebled/trio=3 quadruple/quadrupled/fourfold=4 fivefold=5 tenfold=10 half/halves/halved/halve/halving=0.5 quarter/quarters=4 once/single/sole=1 noon/midday=12 midnight=0 score=20',
    ),
  ),
  endings: new Set(['one', 'first', 'second', 'third']),
  fractions: new Map([
    ...valued('half/halves=2 third/thirds=3 quarter/quarters=4 fourth/fourths=4 fifth/fifths=5 sixth/sixths=6'),
    ...valued('eighth/eighths=8 tenth/tenths=10 hundredth/hundredths=100 thousandth/thousandths=1000'),
  ]),
  decades: new Map(
    valued(
      'twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 nineties=90 noughties=2000',
    ),
  ),
});

export function numberWords(language: Language): NumberWords {
  return language === 'fr' ? FRENCH : ENGLISH;
}
