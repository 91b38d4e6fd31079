/** Words that English makes of a noun: evaluation → evaluate, transparency → transparent. */

import { lowerCase } from '../text/characters.ts';
import { verbInflections } from './english-verbs.ts';
import { NO_VERBS } from './verbs.ts';

/** Endings that say by themselves which verb or adjective a noun is made of. The first that fits counts. */
const REGULAR: readonly (readonly [ending: RegExp, others: readonly string[]])[] = [
  [/i[sz]ation$/, ['ize', 'ise']],
  [/ification$/, ['ify']],
  [/(?<=\w{3})ation$/, ['ate']],
  [/(?<=\w{2})ability$/, ['able']],
  [/(?<=\w{2})ibility$/, ['ible']],
  [/(?<=\w{3})ivity$/, ['ive']],
  [/(?<=\w{3})([bdgklmnprt])\1ing$/, ['$1', '$1$1']],
  [/(?<=\w{3})ing$/, ['', 'e']],
];
/** Nouns in -ing that are made of no verb. */
const NO_GERUNDS = new Set(
  'evening morning ceiling sibling shilling wedding herring pudding earring stocking sterling darling during offspring'.split(
    ' ',
  ),
);

/** Nouns whose verb or adjective no ending tells for sure; a word that is not here has none. */
const OTHERS = pairsOf(`
  acceptance accept; accuracy accurate; acquisition acquire; adaptation adapt adaptive; addition add; adjustment adjust; adoption adopt;
  agreement agree; alignment align; allowance allow; analysis analyze analyse; appearance appear; approval approve; arrangement arrange;
  assessment assess; assistance assist; assumption assume; attachment attach; attention attend; augmentation augment; awareness aware;
  bias biased; capacity capable; choice choose chose chosen; collection collect; combination combine; commitment commit; comparison compare comparative;
  completion complete; complexity complex; compliance comply compliant; compression compress; computation compute computational;
  conclusion conclude; configuration configure; connection connect; construction construct; consumption consume; contribution contribute;
  conversion convert; convolution convolve convolutional; correction correct corrective; creation create; decision decide; deduction deduce;
  definition define; demonstration demonstrate demonstrative; dependence depend dependent; dependency depend dependent; deployment deploy; derivation derive; description describe descriptive;
  destruction destroy; detection detect; development develop; difference differ different; discovery discover; discrimination discriminate;
  distribution distribute; diversity diverse; documentation document; efficiency efficient; embedding embed; encryption encrypt;
  enforcement enforce; engagement engage; enhancement enhance; enrichment enrich; entropy entropic; equality equal; examination examine;
  exclusion exclude; execution execute; existence exist; expansion expand; explanation explain explanatory; exploitation exploit; exploration explore exploratory;
  exposure expose; expression express; extension extend; extraction extract; failure fail; fairness fair; freedom free; fusion fuse;
  growth grow grew grown; guidance guide; illustration illustrate illustrative; imagination imagine; implementation implement; imposition impose; improvement improve;
  inclusion include; independence independent; inference infer; inspection inspect; installation install; interpretation interpret;
  introduction introduce; invention invent; investment invest; knowledge know knew known; latency latent; learning learn;
  length long; likelihood likely; limitation limit; loss lose lost; maintenance maintain; management manage; measurement measure;
  movement move; normality normal; observation observe; occurrence occur; omission omit; operation operate; opposition oppose;
  orchestration orchestrate; performance perform; permission permit; persistence persist persistent; perplexity perplexed;
  perturbation perturb; placement place; prediction predict predictive; preference prefer; preparation prepare preparatory; presence present; presentation present;
  prevention prevent preventive; privacy private; probability probable; procedure proceed; production produce; projection project; proof prove;
  proposal propose; protection protect protective; provision provide; publication publish; quality qualitative; quantity quantitative;
  reasoning reason; reception receive; recognition recognize recognise; recommendation recommend; reconstruction reconstruct;
  recurrence recur recurrent; reduction reduce; redundancy redundant; refinement refine; regression regress; reinforcement reinforce;
  relevance relevant; reliance rely; removal remove; replacement replace; representation represent; requirement require; resilience resilient;
  resistance resist; resolution resolve; response respond; restriction restrict; retrieval retrieve; revision revise; robustness robust;
  safety safe; security secure; segmentation segment; selection select; sensitivity sensitive; separation separate; similarity similar;
  simplicity simple; simulation simulate; solution solve; sparsity sparse; speech speak spoke spoken; stability stable; storage store;
  strength strong; submission submit; subscription subscribe; suggestion suggest; supervision supervise; surveillance surveil;
  suppression suppress; synthesis synthesize synthesise; transcription transcribe; transfer transferred; transformation transform;
  transmission transmit; transparency transparent; treatment treat; truth true; understanding understand understood; uncertainty uncertain;
  use using used; validity valid; variance vary; violation violate; vision visual; weakness weak; writing write wrote written
`);

function pairsOf(rows: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    rows
      .split(';')
      .map((row) => row.trim().split(/\s+/))
      .map(([noun = '', ...others]) => [noun, others]),
  );
}

/**
 * The words of other kinds that a translator may put for an English noun: the forms of its verb, its adjective, and
 * the noun itself taken as a verb (process → processing, head → headed). Lower case. By endings that leave no doubt
 * and a list for all others, never by comparing beginnings: sentence is not sent. What is no English word hits nothing.
 */
export function derivedForms(noun: string): string[] {
  const lower = lowerCase(noun);
  if (!/^[a-z-]{3,}$/.test(lower) || NO_GERUNDS.has(lower)) return [];
  const roots = OTHERS.get(lower) ?? regular(lower);
  const asVerb = lower.endsWith('ing')
    ? []
    : verbInflections(lower, NO_VERBS).filter((form) => /(?:ed|ing)$/.test(form));
  const forms = roots.flatMap((root) => [root, ...verbInflections(root, NO_VERBS)]);
  return [...new Set([...forms, ...asVerb])].filter((form) => form !== lower);
}

function regular(noun: string): string[] {
  const row = REGULAR.find(([ending]) => ending.test(noun));
  return row === undefined ? [] : row[1].map((other) => noun.replace(row[0], other));
}
