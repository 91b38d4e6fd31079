import { expect, test } from 'vitest';
import { xliffMistakes } from './xliff-rules.ts';

const file = (unit: string, more = ' trgLang="en"') =>
  `<xliff version="2.1" srcLang="fr"${more} xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">${unit}</file></xliff>`;
const unit = (parts: string) => `<unit id="u">${parts}</unit>`;
const segment = (source: string, target = '', more = '') =>
  unit(`<segment${more}><source>${source}</source>${target === '' ? '' : `<target>${target}</target>`}</segment>`);

test.each([
  ['a segment', file(segment('a', 'b', ' state="final"'))],
  ['a mark of both sides', file(segment('<pc id="1">a</pc>', '<pc id="1">b</pc>'))],
  ['a mark that is split', file(segment('<sc id="1"/>a<ec startRef="1"/>'))],
  ['half of one', file(segment('a<ec id="1" isolated="yes"/>'))],
  ['no target, and no language of it', file(segment('a'), '')],
])('%s is no mistake', (_what, text) => {
  expect(xliffMistakes(text)).toEqual([]);
});

test.each([
  ['a state without a target', file(segment('a', '', ' state="final"')), 'a segment is final and has no target'],
  ['a state of XLIFF 1.2', file(segment('a', 'b', ' state="signed-off"')), 'segment state="signed-off"'],
  [
    'a state of a target',
    file(segment('a').replace('</source>', '</source><target state="final">b</target>')),
    'target state="final"',
  ],
  ['a subState alone', file(segment('a', 'b', ' subState="vv:x"')), 'segment has a subState and no state'],
  [
    'a target before its source',
    file(unit('<segment><target>b</target><source>a</source></segment>')),
    'segment holds target source ',
  ],
  ['no segment', file(unit('<ignorable><source> </source></ignorable>')), 'unit holds ignorable '],
  ['a mark twice', file(segment('<pc id="1">a</pc><pc id="1">b</pc>')), 'source 1 twice'],
  ['a mark that is another one there', file(segment('<pc id="1">a</pc>', '<ph id="1"/>b')), 'ph 1 is pc in the source'],
  ['a subtype of another type', file(segment('<pc id="1" type="link" subType="xlf:b">a</pc>')), 'pc link xlf:b'],
  ['data that are nowhere', file(segment('<ph id="1" dataRef="d1"/>')), 'ph dataRef is nowhere'],
  ['an end without a start', file(segment('a<ec startRef="9"/>')), 'an ec belongs to no sc'],
  ['a start without an end', file(segment('<sc id="1"/>a')), 'sc 1 and its ec'],
  ['an answer that is none', file(segment('<ph id="1" canCopy="maybe"/>')), 'ph canCopy="maybe"'],
  ['a target without its language', file(segment('a', 'b'), ''), 'no trgLang'],
  ['an attribute of ours', file(segment('a', 'b', ' note="x"')), 'segment note="x"'],
])('%s is one', (_what, text, mistake) => {
  expect(xliffMistakes(text)).toContain(mistake);
});
