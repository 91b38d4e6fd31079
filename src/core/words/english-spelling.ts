/** How English words are spelled on either side of the Atlantic, and compounds in one word, two, or with a hyphen. */

type Rules = readonly (readonly [pattern: RegExp, replacement: string])[];

const BRITISH: Rules = [
  [/iz(e|es|ed|er|ers|ing|able|ation|ations)\b/g, 'is$1'],
  [/yz(e|es|ed|er|ers|ing)\b/g, 'ys$1'],
  [
    /\b(arm|behavi|col|discol|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap|vig)or(?=(?:s|ed|ing|al|ally|able|ite|ites|ful|er|ers|hood|hoods)?\b)/g,
    '$1our',
  ],
  [/\b((?:kilo|centi|milli|micro|nano)?met|cent|fib|lit|theat|calib)er(?=s?\b)/g, '$1re'],
  [/\b(multi|de|re|self-)?center(?=(?:ed|ing)\b)/g, '$1centr'],
  [/\b(licen|defen|offen|preten)se(?=s?\b)/g, '$1ce'],
  [
    /(cancel|channel|counsel|dial|fuel|funnel|initial|label|level|marshal|marvel|model|panel|parcel|pixel|signal|total|travel|tunnel|unravel)(ed|ing|ings|er|ers)\b/g,
    '$1l$2',
  ],
  [/\b(enrol|fulfil|instal|distil)l(?=(?:s|ment|ments)?\b)/g, '$1'],
  [/\bprogram(?=s?\b)/g, 'programme'],
  [/\b(catal|dial|anal|monol|prol)og(?=s?\b)/g, '$1ogue'],
  [/\b(judg|acknowledg)ment/g, '$1ement'],
  [/\bartifact/g, 'artefact'],
  [/\bgray/g, 'grey'],
  [/\bskeptic/g, 'sceptic'],
  [/\bmaneuver/g, 'manoeuvre'],
];
const AMERICAN: Rules = [
  [/is(e|es|ed|er|ers|ing|able|ation|ations)\b/g, 'iz$1'],
  [/ys(e|es|ed|er|ers|ing)\b/g, 'yz$1'],
  [/\b(arm|behavi|col|discol|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap|vig)our/g, '$1or'],
  [/\b((?:kilo|centi|milli|micro|nano)?met|cent|fib|lit|theat|calib)re(?=s?\b)/g, '$1er'],
  [/\b(multi|de|re|self-)?centr(?=(?:ed|ing)\b)/g, '$1center'],
  [/\b(licen|defen|offen|preten)ce(?=s?\b)/g, '$1se'],
  [
    /(cancel|channel|counsel|dial|fuel|funnel|initial|label|level|marshal|marvel|model|panel|parcel|pixel|signal|total|travel|tunnel|unravel)l(ed|ing|ings|er|ers)\b/g,
    '$1$2',
  ],
  [/\b(enrol|fulfil|instal|distil)(?=(?:s|ment|ments)?\b)/g, '$1l'],
  [/\bprogramme(?=s?\b)/g, 'program'],
  [/\b(catal|dial|anal|monol|prol)ogue(?=s?\b)/g, '$1og'],
  [/\b(judg|acknowledg)ement/g, '$1ment'],
  [/\bartefact/g, 'artifact'],
  [/\bgrey/g, 'gray'],
  [/\bsceptic/g, 'skeptic'],
  [/\bmanoeuvre/g, 'maneuver'],
];

/** Any ending or word that differs between the two sides; most terms have none. */
const DIFFERS =
  /[iy][sz][eia]|ou?r|(?:cent|fib|met|lit|theat|calib)(?:er|re|r)|en[sc]e|l(?:ed|ing|er)|(?:enrol|fulfil|instal|distil)|program|og(?:ue)?s?\b|ge?ment|art[ei]fact|gr[ae]y|s[kc]eptic|mano?euver?/;

/** First words of compounds that are written in one word, two, or with a hyphen. */
const COMPOUND =
  /\b(band(?=[ -]?width)|bench(?=[ -]?mark)|block(?=[ -]?chain)|chat(?=[ -]?bot)|check(?=[ -]?(?:list|point|sum))|code(?=[ -]?base)|data(?=[ -]?(?:base|cent|flow|lake|set|sheet))|dead(?=[ -]?line)|end(?=[ -]?point)|feed(?=[ -]?(?:back|forward))|file(?=[ -]?(?:name|system))|fine(?=[ -]?tun)|hand(?=[ -]?(?:book|held|writ))|key(?=[ -]?(?:board|frame|point|word))|life(?=[ -]?(?:cycle|span|time))|pipe(?=[ -]?line)|play(?=[ -]?ground)|road(?=[ -]?map)|screen(?=[ -]?shot)|test(?=[ -]?bed)|time(?=[ -]?(?:frame|line|out|stamp|step))|trade(?=[ -]?off)|web(?=[ -]?(?:page|site))|work(?=[ -]?(?:flow|load|place|space|station)))[ -]?/g;

/** The text itself, and every other way it is spelled. */
export function englishSpellings(text: string): string[] {
  if (text.search(COMPOUND) < 0) return [...new Set(respellings(text))];
  const compounds = ['', ' ', '-'].map((joint) => text.replaceAll(COMPOUND, `$1${joint}`));
  return [...new Set([text, ...compounds.flatMap(respellings)])];
}

/** The text, and as the other side of the Atlantic writes it. */
function respellings(text: string): string[] {
  if (!DIFFERS.test(text)) return [text];
  return [text, respell(text, BRITISH), respell(text, AMERICAN)];
}

function respell(text: string, rules: Rules): string {
  return rules.reduce((spelled, [pattern, ending]) => spelled.replace(pattern, ending), text);
}
