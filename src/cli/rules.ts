import { RULE_SENTENCES } from '../core/checks/rule-sentences.ts';
import { RULE_IDS, RULES, type RuleId } from '../core/checks/rules.ts';
import { sayJson } from './check-report.ts';
import type { Console, ExitCode } from './command.ts';

/** How the table of rules is told. */
export const RULES_FORMATS = ['text', 'json'] as const;
export type RulesFormat = (typeof RULES_FORMATS)[number];

/** `visavis check --rules`: every rule with its severity, what it says and why it is there. */
export function runRules(format: RulesFormat, console: Console): ExitCode {
  if (format === 'json') sayJson(RULE_IDS.map(reported), console.out);
  else for (const line of RULE_IDS.flatMap(told)) console.out(line);
  return 0;
}

function reported(id: RuleId) {
  const { waivable, ...rule } = RULES[id];
  const refusal = waivable.startsWith('no: ') ? waivable.slice('no: '.length) : null;
  return { rule: id, ...rule, ...RULE_SENTENCES[id], waivable: refusal === null, refusal };
}

const WIDTH = RULE_IDS.reduce((most, { length }) => Math.max(most, length), 0) + 2;

/** A few lines: what it says beside its name, why, and whether a person may accept it. */
function told(id: RuleId): string[] {
  const { severity, milder, scope, waivable } = RULES[id];
  const { says, why } = RULE_SENTENCES[id];
  const accepting = waivable.startsWith('no: ')
    ? `cannot be accepted: ${waivable.slice('no: '.length)}`
    : `can be accepted: # waive: ${waivable === 'by rule' ? id : '<id of the entry>'} <hash> - <reason>`;
  const lines = [
    `${id.padEnd(WIDTH)}${[severity, ...(milder === undefined ? [] : [milder])].join(' or ')}, ${scope}: ${says}`,
    `why: ${why}`,
    ...(scope === 'text' ? [accepting] : []),
  ];
  return lines.map((line, i) => (i === 0 ? line : ' '.repeat(WIDTH) + line));
}
