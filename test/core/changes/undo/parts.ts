import { type FilePart, HEAD, type PartReader, TAIL } from '../../../../src/core/changes/ports/file-parts.ts';
import { atOnce } from '../../../../src/core/model/slices.ts';
import { mergeTexts } from '../../../../src/core/text/text-diff.ts';

/** The parts of a file: `a` for one, `a=two_words` for what it says, `#why:a` for a remark above it. */
export function partsOf(file: string): FilePart[] {
  const parts = file
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [, remark, key = '', body = ''] = /^(?:#(\w+):)?([^=]*)=?(.*)$/.exec(word) ?? [];
      return {
        key,
        gap: remark === undefined ? '\n' : `\n# ${remark}\n`,
        body: `${key}: ${body.replaceAll('_', ' ')}`,
      };
    });
  return [{ key: HEAD, gap: '', body: '' }, ...parts, { key: TAIL, gap: '', body: '' }];
}

/** The same, written. */
export function told(parts: readonly FilePart[] | null): string | null {
  if (parts === null) return null;
  const words = parts.slice(1, -1).map(({ key, gap, body }) => {
    const [, remark] = /# (\w+)/.exec(gap) ?? [];
    const says = body.replace(`${key}: `, '').replaceAll(' ', '_');
    return (remark === undefined ? '' : `#${remark}:`) + (body === '' ? '' : says === '' ? key : `${key}=${says}`);
  });
  return words.join(' ');
}

/** Of parts as they are here. */
export const READER: PartReader = {
  split: (text) => atOnce(() => partsOf(text)),
  merge: mergeTexts,
  says: (body) => ({ name: body, text: body, language: '', details: [] }),
  withText: (_body, text) => text,
  headFor: (head) => head,
};
