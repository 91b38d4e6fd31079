import { RULE_IDS, RULES, type RuleId } from '../core/checks/rules.ts';
import { printableJson } from '../core/text/printable.ts';
import type { CheckFormat } from './check.ts';
import type { Console, ExitCode } from './command.ts';

/** `visavis check --rules`: every rule with its severity, what it says and why it is there. */
export function runRules(format: CheckFormat, console: Console): ExitCode {
  if (format === 'json') for (const line of printableJson(RULE_IDS.map(reported), 2).split('\n')) console.out(line);
  else for (const line of RULE_IDS.flatMap(told)) console.out(line);
  return 0;
}

function reported(id: RuleId) {
  const { waivable, ...rule } = RULES[id];
  const refusal = waivable.startsWith('no: ') ? waivable.slice('no: '.length) : null;
  return { rule: id, ...rule, waivable: refusal === null, refusal };
}

const WIDTH = RULE_IDS.reduce((most, { length }) => Math.max(most, length), 0) + 2;

/** A few lines: what it says beside its name, why, and whether a person may accept it. */
function told(id: RuleId): string[] {
  const { severity, milder, scope, says, why, waivable } = RULES[id];
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
