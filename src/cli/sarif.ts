import type { Finding } from '../core/checks/finding.ts';
import type { Problem } from '../core/checks/problem.ts';
import { RULE_SENTENCES } from '../core/checks/rule-sentences.ts';
import { RULE_IDS, RULES, type RuleId } from '../core/checks/rules.ts';
import { capitalized } from '../core/text/capitalized.ts';
import { fingerprint } from '../core/text/fingerprint.ts';

/** What tools that read SARIF call our severities. */
const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/** Where a check ran. */
interface Run {
  /** Version of this program. */
  readonly version: string;
  /** Where the root stands in the checkout: `docs/`. */
  readonly below: string;
}

/** What a check found, as a log of SARIF 2.1.0 (OASIS), which build servers and editors read. */
export function sarifLog(found: readonly (Finding | Problem)[], { version, below }: Run) {
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'visavis', semanticVersion: version, rules: RULE_IDS.map(describedRule) } },
        columnKind: 'utf16CodeUnits',
        results: found.map((one) => resultOf(one, below)),
      },
    ],
  };
}

function describedRule(id: RuleId) {
  const { says, why } = RULE_SENTENCES[id];
  return {
    id,
    shortDescription: { text: `${capitalized(says)}.` },
    fullDescription: { text: `${capitalized(why)}.` },
    defaultConfiguration: { level: LEVELS[RULES[id].severity] },
  };
}

function resultOf(one: Finding | Problem, below: string) {
  const { rule, severity, message, file, line, column } = one;
  const artifactLocation = { uri: (below + file).split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
  return {
    ruleId: rule,
    ruleIndex: RULE_IDS.indexOf(rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation, region: { startLine: line, startColumn: column } } }],
    partialFingerprints: { 'visavis/v1': fingerprint([rule, file, identityOf(one)]) },
  };
}

/** What it is about, wherever that stands by now: lines and numbers of paragraphs move. */
function identityOf(one: Finding | Problem): string {
  return 'unit' in one ? `${one.concept ?? ''} ${one.source?.text ?? ''} ${one.found.join(' ')}` : one.message;
}
