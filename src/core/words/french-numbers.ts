import { type NumberWords, numbered, unitsNamed, valued, withOpenings } from './number-words.ts';

/** French: un milliard is 10⁹, un billion 10¹². */
export const FRENCH_NUMBERS: NumberWords = withOpenings({
  language: 'fr',
  units: unitsNamed(
    'second=seconde/secondes minute=minute/minutes/mn hour=heure/heures/h day=jour/jours/journée/journées week=semaine/semaines month=mois year=an/ans/année/années century=siècle/siècles m=m/mètre/mètres km=kilomètre/kilomètres cm=centimètre/centimètres mm=millimètre/millimètres inch=pouce/pouces foot=pied/pieds mile=mile/miles kg=kilo/kilos/kilogramme/kilogrammes g=g/gramme/grammes t=tonne/tonnes/t q=quintal/quintaux/q ha=hectare/hectares l=l/litre/litres £=livres/sterling rouble=rouble/roubles rupee=roupie/roupies KB=ko/kio/kilooctets MB=mo/mio/mégaoctet/mégaoctets GB=go/gio/gigaoctet/gigaoctets TB=to/tio/téraoctet/téraoctets PB=po/pio',
  ),
  cardinals: new Map([
    ...numbered('deux trois quatre cinq six sept huit', 2),
    ...numbered('dix onze douze treize quatorze quinze seize', 10),
    ...valued('vingt/vingts/vingtaine/vingtaines=20 trente/trentaine=30 quarante=40 cinquante/cinquantaine=50'),
    ...valued('soixante/soixantaine=60 septante=70 huitante/octante=80 nonante=90 cent/cents/centaine/centaines=100'),
    ...valued('mille/millier/milliers=1000'),
  ]),
  ordinals: new Map([
    ...numbered('deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième', 2),
    ...numbered('douzième treizième quatorzième quinzième seizième', 12),
    ...valued('vingtième=20 trentième=30 quarantième=40 cinquantième=50 soixantième=60 centième=100 millième=1000'),
  ]),
  scales: new Map(valued('million/millions=1e6 milliard/milliards=1e9 billion/billions=1e12 trillion/trillions=1e18')),
  suffixes: new Map(valued('k/K=1e3 M/MM/Mio=1e6 Md/Mds/Mrd/Mrds/md/mds/mrd/mrds/MD/MDS/B/b=1e9 T=1e12')),
  months: new Map(
    numbered('janvier février mars avril mai juin juillet août/aout septembre octobre novembre décembre'),
  ),
  loose: new Map(
    valued(
      'un/une=1 uns/unes=2 neuf/neuve=9 rentrée=9 premier/première/premiers/premières=1 second/seconde=2 zéro=0 dizaine/dizaines=10 douzaine/douzaines=12 huitaine=8 quinzaine=15 quarantaine=40 décennie/décennies=10 décuple/décuplé/décupler=10 double/doubler/doublé/doublée/doublent/doublés=2 triple/tripler/triplé/triplée=3 quadruple/quadrupler/quadruplé=4 demi/demie/moitié/moitiés=0.5 tiers=3 quart/quarts=4 midi=12 minuit=0 unième=1 trentenaire/trentenaires=30 quadragénaire/quadragénaires=40 quinquagénaire/quinquagénaires=50 sexagénaire/sexagénaires=60 septuagénaire/septuagénaires=70 octogénaire/octogénaires=80 nonagénaire/nonagénaires=90 quinquennat/quinquennats=5 septennat/septennats=7 unique/seul/seule=1 paire/couple/duo=2 trio=3 aucun/aucune=0',
    ),
  ),
  endings: new Set(['un', 'une', 'neuf', 'unième']),
  fractions: new Map([
    ...valued('demi/demie/demis/demies=2 tiers=3 quart/quarts=4 cinquième/cinquièmes=5 sixième/sixièmes=6'),
    ...valued('huitième/huitièmes=8 dixième/dixièmes=10 centième/centièmes=100 millième/millièmes=1000'),
  ]),
  decades: new Map(),
});
