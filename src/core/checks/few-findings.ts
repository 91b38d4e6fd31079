import { counted } from '../text/counted.ts';
import { fewTold, MOST_TOLD, type Several, worstOf } from './few-told.ts';
import type { Finding } from './finding.ts';

/** The first findings of each paragraph of an article, and how many more it has. */
export function fewFindings(findings: readonly Finding[]): Finding[] {
  return fewTold(findings, ({ unit }) => unit, restOf);
}

function restOf(findings: Several<Finding>): Finding {
  const [first] = findings;
  const said = `${moreFindings(findings.length)}; correct the ${MOST_TOLD} before first`;
  const nothing = { concept: null, source: null, expected: [], found: [] };
  return { ...first, ...worstOf(findings), ...nothing, rule: 'more', message: `${said} [${first.unit}]`, said };
}

/** “this paragraph has 3 more findings” */
export function moreFindings(count: number): string {
  return `this paragraph has ${counted(count, 'more finding')}`;
}
