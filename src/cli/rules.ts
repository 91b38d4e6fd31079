import { RULE_IDS, RULES, type RuleId } from '../core/checks/rules.ts';
import type { CheckFormat } from './check.ts';
import type { Console, ExitCode } from './command.ts';

/** `visavis check --rules`: every rule with its severity, what it says and why it is there. */
export function runRules(format: CheckFormat, console: Console): ExitCode {
  if (format === 'json') console.out(`${JSON.stringify(RULE_IDS.map(reported), null, 2)}\n`);
  else for (const id of RULE_IDS) console.out(told(id));
  return 0;
}

function reported(id: RuleId) {
  const { waivable, ...rule } = RULES[id];
  const refusal = waivable.startsWith('no: ') ? waivable.slice('no: '.length) : null;
  return { rule: id, ...rule, waivable: refusal === null, refusal };
}

const WIDTH = Math.max(...RULE_IDS.map((id) => id.length)) + 2;

/** A few lines: what it says beside its name, why, and whether a person may accept it. */
function told(id: RuleId): string {
  const { severity, milder, scope, says, why, waivable } = RULES[id];
  const accepting = waivable.startsWith('no: ')
    ? `cannot be accepted: ${waivable.slice('no: '.length)}`
    : `can be accepted: # waive: ${waivable === 'by rule' ? id : '<id of the entry>'} <hash> - <reason>`;
  const lines = [
    `${id.padEnd(WIDTH)}${[severity, ...(milder === undefined ? [] : [milder])].join(' or ')}, ${scope}: ${says}`,
    `why: ${why}`,
    ...(scope === 'text' ? [accepting] : []),
  ];
  return `${lines.join(`\n${' '.repeat(WIDTH)}`)}\n`;
}
