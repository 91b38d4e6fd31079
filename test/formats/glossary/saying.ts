import type { GlossaryFile } from '../../../src/formats/glossary/yaml.ts';

const SIGNS = { preferred: '', admitted: '~', deprecated: '-', superseded: '-' } as const;

/** `jeton = token, ~unit, -chip`: what goes first, is admitted, and is ruled out; behind the entries what is said. */
export function saying({ concepts, problems }: GlossaryFile): string[] {
  const list = (terms: (typeof concepts)[number]['fr']) =>
    terms.map(({ text, status }) => SIGNS[status] + text).join(', ');
  return [
    ...concepts.map(({ fr, en }) => `${list(fr)} = ${list(en)}`),
    ...problems.map(({ message }) => `! ${message}`),
  ];
}
