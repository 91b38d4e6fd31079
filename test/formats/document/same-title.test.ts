import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { odt, readOne } from './packed.ts';

const text = (title: string, first: string) => strToU8(`---\ntitle: ${title}\n---\n\n${first}\n\nUn.\n\nDeux.\n`);
const page = (title: string, first: string) =>
  strToU8(`<html><head><title>${title}</title></head><body><p>${first}</p><p>Un.</p><p>Deux.</p></body></html>`);
const properties = (title: string, first: string) =>
  odt([first, 'Un.', 'Deux.'].map((words) => `<text:p>${words}</text:p>`).join(''), {
    'meta.xml': `<m xmlns:dc="d"><dc:title>${title}</dc:title></m>`,
  });

const formats = [
  ['a.txt', text],
  ['a.html', page],
  ['a.odt', properties],
] as const;

describe.each(formats)('%s: a first paragraph that says the title again is no block', (name, write) => {
  test.each([
    ['as it is', 'L’été', 'L’été', ['Un.', 'Deux.']],
    ['in capitals', 'L’été', 'L’ÉTÉ', ['Un.', 'Deux.']],
    ['with another apostrophe', 'L’été', "L'été", ['Un.', 'Deux.']],
    ['near-miss: one that says more', 'L’été', 'L’été revient', ['L’été revient', 'Un.', 'Deux.']],
    ['near-miss: an accent less', 'L’été', 'L’éte', ['L’éte', 'Un.', 'Deux.']],
  ])('%s', async (_what, title, first, blocks) => {
    const read = await readOne(write(title, first), name);
    expect([read.title, read.blocks.map(({ markdown }) => markdown)]).toEqual([title, blocks]);
  });
});
