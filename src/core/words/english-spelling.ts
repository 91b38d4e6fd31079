import { compoundSpellings } from './english-compounds.ts';

/** How English words are spelled on either side of the Atlantic, and compounds in one word, two, or with a hyphen. */

/** Letters without which a rule has nothing to do, most of the time; what one side writes otherwise; and how. */
type Rules = readonly (readonly [letters: string, pattern: RegExp, replacement: string])[];

const BRITISH: Rules = [
  ['iz', /iz(e|es|ed|er|ers|ing|able|ation|ations)\b/g, 'is$1'],
  ['yz', /yz(e|es|ed|er|ers|ing)\b/g, 'ys$1'],
  [
    'or',
    /\b(arm|behavi|col|discol|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap|vig)or(?=(?:s|ed|ing|al|ally|able|ite|ites|ful|er|ers|hood|hoods)?\b)/g,
    '$1our',
  ],
  ['er', /\b((?:kilo|centi|milli|micro|nano)?met|cent|fib|lit|theat|calib)er(?=s?\b)/g, '$1re'],
  ['center', /\b(multi|de|re|self-)?center(?=(?:ed|ing)\b)/g, '$1centr'],
  ['nse', /\b(licen|defen|offen|preten)se(?=s?\b)/g, '$1ce'],
  [
    'l',
    /(cancel|channel|counsel|dial|fuel|funnel|initial|label|level|marshal|marvel|model|panel|parcel|pixel|signal|total|travel|tunnel|unravel)(ed|ing|ings|er|ers)\b/g,
    '$1l$2',
  ],
  ['ll', /\b(enrol|fulfil|instal|distil)l(?=(?:s|ment|ments)?\b)/g, '$1'],
  ['program', /\bprogram(?=s?\b)/g, 'programme'],
  ['og', /\b(catal|dial|anal|monol|prol)og(?=s?\b)/g, '$1ogue'],
  ['dgment', /\b(judg|acknowledg)ment/g, '$1ement'],
  ['artifact', /\bartifact/g, 'artefact'],
  ['gray', /\bgray/g, 'grey'],
  ['skeptic', /\bskeptic/g, 'sceptic'],
  ['maneuver', /\bmaneuver/g, 'manoeuvre'],
];
const AMERICAN: Rules = [
  ['is', /is(e|es|ed|er|ers|ing|able|ation|ations)\b/g, 'iz$1'],
  ['ys', /ys(e|es|ed|er|ers|ing)\b/g, 'yz$1'],
  ['our', /\b(arm|behavi|col|discol|endeav|fav|flav|harb|hon|hum|lab|neighb|rum|tum|vap|vig)our/g, '$1or'],
  ['re', /\b((?:kilo|centi|milli|micro|nano)?met|cent|fib|lit|theat|calib)re(?=s?\b)/g, '$1er'],
  ['centr', /\b(multi|de|re|self-)?centr(?=(?:ed|ing)\b)/g, '$1center'],
  ['nce', /\b(licen|defen|offen|preten)ce(?=s?\b)/g, '$1se'],
  [
    'll',
    /(cancel|channel|counsel|dial|fuel|funnel|initial|label|level|marshal|marvel|model|panel|parcel|pixel|signal|total|travel|tunnel|unravel)l(ed|ing|ings|er|ers)\b/g,
    '$1$2',
  ],
  ['l', /\b(enrol|fulfil|instal|distil)(?=(?:s|ment|ments)?\b)/g, '$1l'],
  ['programme', /\bprogramme(?=s?\b)/g, 'program'],
  ['ogue', /\b(catal|dial|anal|monol|prol)ogue(?=s?\b)/g, '$1og'],
  ['dgement', /\b(judg|acknowledg)ement/g, '$1ment'],
  ['artefact', /\bartefact/g, 'artifact'],
  ['grey', /\bgrey/g, 'gray'],
  ['sceptic', /\bsceptic/g, 'skeptic'],
  ['manoeuvre', /\bmanoeuvre/g, 'maneuver'],
];

/** Any ending or word that differs between the two sides; most terms have none. */
const DIFFERS =
  /[iy][sz][eia]|ou?r|(?:cent|fib|met|lit|theat|calib)(?:er|re|r)|en[sc]e|l(?:ed|ing|er)|(?:enrol|fulfil|instal|distil)|program|og(?:ue)?s?\b|ge?ment|art[ei]fact|gr[ae]y|s[kc]eptic|mano?euv/;

/** The text itself, and every other way it is spelled. */
export function englishSpellings(text: string): string[] {
  const joined = compoundSpellings(text);
  // As nearly all are; what follows takes far longer.
  if (joined.length === 1 && !DIFFERS.test(text)) return joined;
  return [...new Set(joined.flatMap(respellings))];
}

/** The text, and as the other side of the Atlantic writes it. */
function respellings(text: string): string[] {
  return DIFFERS.test(text) ? [text, respell(text, BRITISH), respell(text, AMERICAN)] : [text];
}

function respell(text: string, rules: Rules): string {
  let spelled = text;
  for (const [letters, pattern, replacement] of rules)
    if (spelled.includes(letters)) spelled = spelled.replace(pattern, replacement);
  return spelled;
}
