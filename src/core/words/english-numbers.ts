import { type NumberWords, numbered, unitsNamed, valued, withOpenings } from './number-words.ts';

/** English, British and American: a billion is 10⁹. */
export const ENGLISH_NUMBERS: NumberWords = withOpenings({
  language: 'en',
  units: unitsNamed(
    'second=second/seconds/sec/secs minute=minute/minutes/mins hour=hour/hours/hr/hrs/h day=day/days week=week/weeks fortnight=fortnight/fortnights month=month/months year=year/years century=century/centuries m=metre/metres/meter/meters km=kilometre/kilometres/kilometer/kilometers cm=centimetre/centimetres/centimeter/centimeters mm=millimetre/millimetres/millimeter/millimeters inch=inch/inches foot=foot/feet yard=yard/yards mile=mile/miles kg=kilo/kilos/kilogram/kilograms g=g/gram/grams t=tonne/tonnes/ton/tons/t q=quintal/quintals ha=hectare/hectares acre=acre/acres l=l/litre/litres/liter/liters gallon=gallon/gallons £=pound/pounds rouble=ruble/rubles/rouble/roubles rupee=rupee/rupees KB=kilobyte/kilobytes MB=megabyte/megabytes GB=gigabyte/gigabytes TB=terabyte/terabytes',
  ),
  cardinals: new Map([
    ...numbered('two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen', 2),
    ...numbered('seventeen eighteen nineteen', 17),
    ...valued('twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90'),
    ...valued('hundred/hundreds=100 thousand/thousands=1000'),
  ]),
  ordinals: new Map([
    ...numbered('fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth', 4),
    ...numbered('sixteenth seventeenth eighteenth nineteenth twentieth', 16),
    ...valued('thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70 eightieth=80 ninetieth=90'),
    ...valued('hundredth=100 thousandth=1000'),
  ]),
  scales: new Map(valued('million/millions=1e6 billion/billions=1e9 trillion/trillions=1e12 quintillion=1e18')),
  suffixes: new Map(valued('k/K=1e3 M/m/mn/mln/MM=1e6 B/b/bn/Bn/BN=1e9 T/tn/trn=1e12')),
  months: new Map(
    numbered(
      'january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct november/nov december/dec',
    ),
  ),
  loose: new Map(
    valued(
      'one=1 first/firstly=1 second/secondly=2 third/thirds=3 zero/no/none/nil/null=0 tens=10 dozen/dozens=12 decade/decades=10 twice/double/doubled/doubles/doubling/twofold/twin=2 pair/couple/both/either/neither/latter/duo=2 thrice/triple/tripled/tripling/threefold/treble/trebled/trio=3 quadruple/quadrupled/fourfold=4 fivefold=5 sixfold=6 sevenfold=7 eightfold=8 tenfold=10 twentyfold=20 thirtyfold=30 fortyfold=40 fiftyfold=50 sixtyfold=60 half/halves/halved/halve/halving=0.5 quarter/quarters=4 once/single/sole=1 quarterly=3 fortnight/fortnightly=15 noon/midday=12 midnight=0 score=20',
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
