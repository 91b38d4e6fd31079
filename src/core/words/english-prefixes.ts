import { addToGroup } from '../model/groups.ts';
import { lowerCase } from '../text/characters.ts';

/** Prefixes that English writes closed or with a hyphen: retraining, re-training. */

/** Those that open many words of which they are no part, each with the stems before which they stand. */
const BEFORE: Readonly<Record<string, string>> = {
  co: `agen author chair creat curat decision defend design determin develop direct edit efficien evol exist financ
    found fund habit host invent invest lead linear locat manag occur operat ordinat own payment pilot present process
    produc regulat signat sponsor teach train varian variat work writ`,
  inter: `acting action agen annot bank chang city class communal connect continent cultur depend disciplin governm
    institut laborat layer lingual link lock minister municipal nation office operab operat person process profession
    quartile region sentence session species token union word`,
  pre: `annotat approv built cach check comput conceiv condition configur defin determin exist fetch fill install load
    market norm occup paid print process regist requisit schedul school select test tokeniz train treat trial`,
  re: `activat align alloc analy annotat arm arrang assembl assess assign balanc boot build calcul calibrat centraliz
    check classif combin comput configur consider construct convert deploy design distribut draw educat emerg employ
    enabl encod enter entr establish evaluat examin export factor fina fine fram fuel generat habilit hir identif
    implement import index industrial initial instal instat introduc invent invest issu label launch learn load locat
    map model nam negotiat normaliz open order organis organiz paramet pars phras play position prompt publish purpos
    qualif rank read rout sale sampl scal sell shap shor shuffl siz skill start structur test think token train treat
    tun tweet weight work writ zon`,
  trans: 'atlantic border disciplin gender human nation pacific region',
  un: `annotat balanc bias capital cased censor condition expect fair filter fold freez interpret label learn licens
    load lock mask normaliz pack pair quantiz regist sampl seen serializ shackl structur supervis tag train trust`,
};
/** Those that are a part of most words that they open, each with how the others go on. */
const NOT_BEFORE: Readonly<Record<string, string>> = {
  auto: 'chth crac crat graph mak mat mob mot nom ps',
  back: 'er ground ward',
  bio: 'graph log',
  cross: '',
  cyber: '',
  hyper: '',
  meta: 'bol phor',
  micro: 'phon scop',
  mono: 'chrom pol ton',
  multi: 'pl tud',
  nano: '',
  neuro: 'log tic',
  non: '',
  over: 'all arch com haul head lap see sight throw turn whelm',
  post: 'al er pon ur',
  self: '',
  semi: 'colon con nar',
  sub: 'ject jug marin mis mit ord poen prim scri sequ serv sid sist stan stat stit tract vent',
  super: 'fic flu ior script ven vis',
  tele: 'gra metr phon scop vis',
  ultra: '',
  under: 'grad hand lay lie lin ly min neath pin priv scor secr sta sto ta to wat way wear',
};

/** A prefix, and how a word has to go on, or must not, for it to be one. */
interface Prefix {
  readonly prefix: string;
  readonly stems: readonly string[];
  readonly isBefore: boolean;
}

/** By the first two letters, which most words have in common with none. */
const PREFIXES: ReadonlyMap<number, readonly Prefix[]> = byFirstLetters([
  ...rowsOf(BEFORE, true),
  ...rowsOf(NOT_BEFORE, false),
]);

function byFirstLetters(rows: readonly Prefix[]): Map<number, Prefix[]> {
  const groups = new Map<number, Prefix[]>();
  for (const row of rows) addToGroup(groups, firstLettersOf(row.prefix), row);
  return groups;
}

/** A number for them, the same for capitals. */
function firstLettersOf(word: string): number {
  return ((word.charCodeAt(0) | 0x20) << 16) + (word.charCodeAt(1) | 0x20);
}

function rowsOf(table: Readonly<Record<string, string>>, isBefore: boolean): Prefix[] {
  return Object.entries(table).map(([prefix, stems]) => ({
    prefix,
    stems: stems.split(/\s+/).filter((stem) => stem !== ''),
    isBefore,
  }));
}

/** Letters that follow a prefix at least. */
const LEAST = /^[a-z]{4}/;

/** How many letters of a word are such a prefix; 0 where none is. */
export function englishPrefixLength(word: string): number {
  const rows = PREFIXES.get(firstLettersOf(word));
  if (rows === undefined) return 0;
  const lower = lowerCase(word);
  for (const { prefix, stems, isBefore } of rows) {
    if (!lower.startsWith(prefix)) continue;
    const goesOn = stems.some((stem) => lower.startsWith(stem, prefix.length));
    if (goesOn === isBefore && LEAST.test(lower.slice(prefix.length))) return prefix.length;
  }
  return 0;
}
