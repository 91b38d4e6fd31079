/** Conjugation of regular French verbs: the forms that stand in running text. Tables after the Bescherelle. */

const ER_ENDINGS =
  'e es ons ez ent ais ait ions iez aient ai as a âmes âtes èrent erai eras era erons erez eront erais erait erions eriez eraient asse asses ât assions assiez assent er ant é ée és ées';
const IR_ENDINGS =
  'is it issons issez issent issais issait issions issiez issaient îmes îtes irent irai iras ira irons irez iront irais irait irions iriez iraient isse isses ît ir issant i ie ies issons';
const RE_ENDINGS =
  's  ons ez ent ais ait ions iez aient is it îmes îtes irent rai ras ra rons rez ront rais rait rions riez raient e es isse isses ît issions issiez issent re ant u ue us ues';

/** Stem written before a silent ending (e, es, ent and the future), where it differs from the infinitive’s. */
function silentStem(stem: string): string | null {
  if (/(oy|uy)$/.test(stem)) return `${stem.slice(0, -1)}i`;
  if (/é[^aeiouyéèê]{1,2}u?$/.test(stem)) return stem.replace(/é([^aeiouyéèê]{1,2}u?)$/, 'è$1');
  if (/[^aeiouyéèêâô]e[mnpsv]$/.test(stem)) return stem.replace(/e([mnpsv])$/, 'è$1');
  if (/(appel|jet|nivel|modèl)$/.test(stem)) return `${stem}${stem.at(-1)}`;
  return null;
}

/** All simple forms and participles of a regular verb in -er, -ir (-issant) or -re; [] for any other word. */
export function frenchConjugation(infinitive: string): string[] {
  if (infinitive.endsWith('er')) return erForms(infinitive.slice(0, -2));
  if (infinitive.endsWith('ir')) return endings(infinitive.slice(0, -2), IR_ENDINGS);
  if (infinitive.endsWith('re')) return endings(infinitive.slice(0, -2), RE_ENDINGS);
  return [];
}

function erForms(stem: string): string[] {
  const softened = /g$/.test(stem) ? `${stem}e` : /c$/.test(stem) ? `${stem.slice(0, -1)}ç` : stem;
  const silent = silentStem(stem);
  return ER_ENDINGS.split(' ').flatMap((ending) => {
    if (/^[aâo]/.test(ending)) return [`${softened}${ending}`];
    if (silent !== null && /^(e|es|ent|er(ai|as|a|ons|ez|ont|ais|ait|ions|iez|aient))$/.test(ending)) {
      return [`${silent}${ending}`, ...(/é/.test(stem) && ending.startsWith('er') ? [`${stem}${ending}`] : [])];
    }
    return [`${stem}${ending}`];
  });
}

function endings(stem: string, list: string): string[] {
  return list.split(' ').map((ending) => `${stem}${ending}`);
}
