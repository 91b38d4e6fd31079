import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import type { BilingualFile } from '../../../src/formats/exchange/bilingual.ts';
import { UnreadableBilingual } from '../../../src/formats/exchange/bilingual.ts';
import { tmxSlices } from '../../../src/formats/exchange/read-tmx.ts';
import { readXliff, xliffSlices } from '../../../src/formats/exchange/read-xliff.ts';
import { writeTmx } from '../../../src/formats/exchange/tmx.ts';
import { writeXliff12 } from '../../../src/formats/exchange/xliff12.ts';
import { writeXliff21 } from '../../../src/formats/exchange/xliff21.ts';
import { rounds } from '../../rounds.ts';
import { pairOf } from './articles.ts';

const xliff12 = (body: string, head = 'source-language="fr" target-language="en"') =>
  `<?xml version="1.0"?>\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="x" datatype="html" ${head}><body>${body}</body></file></xliff>`;
const xliff2 = (body: string, head = 'srcLang="fr" trgLang="en"') =>
  `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" ${head}><file id="f">${body}</file></xliff>`;
const tmx = (body: string) =>
  `<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="*all*" adminlang="en"/><body>${body}</body></tmx>`;

const pairs = ({ units }: BilingualFile) => units.map(({ source, target, state }) => [source, target, state]);
const inXliff = (text: string) => pairs(readXliff(text, 'a.xlf'));
const inTmx = (text: string) => pairs(finish(tmxSlices(text, 'a.tmx')));
const refusal = (read: () => unknown) => {
  try {
    read();
    return 'read';
  } catch (error) {
    if (!(error instanceof UnreadableBilingual)) throw error;
    return `${error.place.line}:${error.place.column} ${error.message}`;
  }
};

describe('XLIFF 1.2 of another tool', () => {
  const unit = (inner: string, attributes = '') => `<trans-unit id="1" ${attributes}>${inner}</trans-unit>`;
  test.each<[what: string, body: string, found: unknown]>([
    ['is a pair', unit('<source>Un mot</source><target>A word</target>'), [['Un mot', 'A word', 'translated']]],
    ['has no target yet', unit('<source>Un</source>'), [['Un', null, 'initial']]],
    ['has an empty one', unit('<source>Un</source><target/>'), [['Un', null, 'initial']]],
    [
      'has segments',
      unit(
        '<source>Un. Deux.</source><seg-source><mrk mtype="seg" mid="0">Un.</mrk> <mrk mtype="seg" mid="1">Deux.</mrk></seg-source><target><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></target>',
      ),
      [['Un. Deux.', 'One. Two.', 'translated']],
    ],
    [
      'has other translations beside',
      unit('<source>Un</source><alt-trans><source>Deux</source><target>Two</target></alt-trans>'),
      [['Un', null, 'initial']],
    ],
    [
      'has groups in groups, and pictures',
      `<group><bin-unit id="b"><bin-source/></bin-unit><group>${unit('<source>Un</source><target>One</target>')}</group></group>`,
      [['Un', 'One', 'translated']],
    ],
    [
      'has marks around words',
      unit('<source>Un <g id="1" ctype="bold">mot</g><x id="2" ctype="lb"/>ici</source>'),
      [['Un **mot**\\\nici', null, 'initial']],
    ],
    [
      'has ends of marks alone',
      unit('<source>a<bx id="1" ctype="italic"/>b<ex id="2" rid="1"/></source>'),
      [['a*b*', null, 'initial']],
    ],
    [
      'has text within code',
      unit('<source>a <ph id="1">&lt;img alt="<sub>un mot</sub>"&gt;</ph> b</source>'),
      [['a <img alt="un mot"> b', null, 'initial']],
    ],
    ['is indented', unit('<source>\n      Un\n      mot\n    </source>'), [['Un mot', null, 'initial']]],
    ['keeps blanks', unit('<source> Un\n mot </source>', 'xml:space="preserve"'), [[' Un\n mot ', null, 'initial']]],
    ['is in CDATA', unit('<source><![CDATA[a <b>x</b>]]></source>'), [['a \\<b>x\\</b>', null, 'initial']]],
    [
      'is of another namespace in part',
      unit('<x:source xmlns:x="urn:x">no</x:source><source>Un</source>'),
      [['Un', null, 'initial']],
    ],
  ])('that %s', (_what, body, found) => {
    expect(inXliff(xliff12(body))).toEqual(found);
  });

  test.each([
    ['approved="yes"', '', 'reviewed'],
    ['approved="no"', 'state="final"', 'translated'],
    ['', 'state="final"', 'reviewed'],
    ['', 'state="signed-off"', 'reviewed'],
    ['', 'state="translated"', 'translated'],
    ['', 'state="needs-review-translation"', 'translated'],
    ['approved="yes"', 'state="needs-review-translation"', 'translated'],
    ['approved="yes"', 'state="translated"', 'reviewed'],
    ['approved="yes"', 'state="new"', 'translated'],
    ['', '', 'translated'],
  ])('with %s and %s is %s', (approved, state, found) => {
    const body = unit(`<source>Un</source><target ${state}>One</target>`, approved);
    expect(inXliff(xliff12(body))).toEqual([['Un', 'One', found]]);
  });

  test.each(['new', 'needs-translation'])('%s and the same as the source is no translation', (state) => {
    const body = unit(`<source>Un</source><target state="${state}">Un</target>`);
    expect(inXliff(xliff12(body))).toEqual([['Un', null, 'initial']]);
  });

  test('may be several files', () => {
    const text = xliff12(
      `</body></file><file original="content/b" source-language="fr-CA"><body>${unit('<source>Un</source>')}`,
    );
    const { slug, units } = readXliff(text, 'a.xlf');
    expect([slug, units.length]).toEqual(['b', 1]);
  });

  test('has notes, a name and a place', () => {
    const body = `\n${unit('<source>Un</source><note>a</note><note from="x"> b </note>', 'resname="p7"')}`;
    expect(readXliff(xliff12(body), 'a.xlf').units).toEqual([
      {
        ...{ key: null, context: 'p7', source: 'Un', target: null, state: 'initial', notes: ['a', 'b'] },
        place: { file: 'a.xlf', line: 3, column: 1 },
      },
    ]);
  });
});

describe('XLIFF 2 of another tool', () => {
  const segment = (source: string, target: string, attributes = '') =>
    `<segment ${attributes}><source>${source}</source><target>${target}</target></segment>`;
  test.each<[what: string, body: string, found: unknown]>([
    [
      'has several segments',
      `<unit id="1">${segment('Un.', 'One.', 'state="final"')}<ignorable><source> </source></ignorable>${segment('Deux.', 'Two.', 'state="reviewed"')}</unit>`,
      [['Un. Deux.', 'One. Two.', 'reviewed']],
    ],
    [
      'has segments in another order',
      '<unit id="1"><segment><source>a</source><target order="2">B</target></segment><segment><source>b</source><target order="1">A</target></segment></unit>',
      [['ab', 'AB', 'translated']],
    ],
    [
      'is reviewed in part',
      `<unit id="1">${segment('Un.', 'One.', 'state="final"')}${segment('Deux.', 'Two.', 'state="translated"')}</unit>`,
      [['Un.Deux.', 'One.Two.', 'translated']],
    ],
    [
      'is translated in part',
      `<unit id="1">${segment('Un.', 'One.', 'state="final"')}<segment state="final"><source>Deux.</source></segment></unit>`,
      [['Un.Deux.', 'One.', 'translated']],
    ],
    [
      'has groups and matches',
      `<group id="g"><unit id="1"><mtc:matches><mtc:match ref="#s"><source>no</source><target>no</target></mtc:match></mtc:matches>${segment('Un', 'One')}</unit></group>`,
      [['Un', 'One', 'translated']],
    ],
    [
      'has marks with their signs elsewhere',
      '<unit id="1"><originalData><data id="a">**</data><data id="b">`x`</data></originalData><segment><source>Un <pc id="1" dataRefStart="a" dataRefEnd="a">mot</pc> <ph id="2" dataRef="b"/></source></segment></unit>',
      [['Un **mot** `x`', null, 'initial']],
    ],
    [
      'has marks with types',
      '<unit id="1"><segment><source>Un <pc id="1" type="fmt" subType="xlf:i">mot</pc><ph id="2" type="fmt" subType="xlf:lb"/>ici</source></segment></unit>',
      [['Un *mot*\\\nici', null, 'initial']],
    ],
    [
      'has marks that overlap, and remarks',
      '<unit id="1"><originalData><data id="a">*</data></originalData><segment><source><sc id="1" dataRef="a"/>Un <mrk id="m" type="term">mot</mrk><ec startRef="1" dataRef="a"/> <sm id="n" type="comment"/>ici<em startRef="n"/></source></segment></unit>',
      [['*Un mot* ici', null, 'initial']],
    ],
    [
      'has a control character',
      '<unit id="1"><segment><source>a<cp hex="001b"/>b</source></segment></unit>',
      [['a\u001bb', null, 'initial']],
    ],
    [
      'is new, and the same as the source',
      `<unit id="1">${segment('Un', 'Un', 'state="initial"')}</unit>`,
      [['Un', null, 'initial']],
    ],
    [
      'reads the same in both languages',
      `<unit id="1">${segment('R1', 'R1', 'state="final"')}</unit>`,
      [['R1', 'R1', 'reviewed']],
    ],
  ])('that %s', (_what, body, found) => {
    expect(inXliff(xliff2(body))).toEqual(found);
  });
});

describe('TMX of another tool', () => {
  test.each<[what: string, body: string, found: unknown]>([
    [
      'has regions',
      '<tu><tuv xml:lang="fr-FR"><seg>Un</seg></tuv><tuv xml:lang="EN_gb"><seg>One</seg></tuv></tu>',
      [['Un', 'One', 'translated']],
    ],
    [
      'has English first, and others',
      '<tu><tuv lang="EN-US"><seg>One</seg></tuv><tuv lang="de"><seg>Eins</seg></tuv><tuv lang="FR"><seg>Un</seg></tuv></tu>',
      [['Un', 'One', 'translated']],
    ],
    [
      'has two Englishes',
      '<tu><tuv xml:lang="fr"><seg>Un</seg></tuv><tuv xml:lang="en-GB"><seg>One</seg></tuv><tuv xml:lang="en-US"><seg>1</seg></tuv></tu>',
      [['Un', 'One', 'translated']],
    ],
    [
      'has marks of every kind',
      '<tu><tuv xml:lang="fr"><seg>a <bpt i="1">*</bpt>b<ept i="1">*</ept> <ph x="1">`c`</ph> <hi type="x">d</hi> <it pos="begin">e</it> <ut>f</ut></seg></tuv><tuv xml:lang="en"><seg>A</seg></tuv></tu>',
      [['a *b* `c` d e f', 'A', 'translated']],
    ],
    [
      'has entries without one of them',
      '<tu><tuv xml:lang="fr"><seg>Un</seg></tuv></tu><tu><tuv xml:lang="fr"><seg>Deux</seg></tuv><tuv xml:lang="en"><seg>Two</seg></tuv></tu>',
      [['Deux', 'Two', 'translated']],
    ],
  ])('that %s', (_what, body, found) => {
    expect(inTmx(tmx(body))).toEqual(found);
  });
});

describe('a file from English to French', () => {
  test.each([
    [
      '1.2',
      xliff12(
        '<trans-unit id="1" approved="yes"><source>One</source><target>Un</target></trans-unit>',
        'source-language="en-US" target-language="fr"',
      ),
    ],
    [
      '2',
      xliff2(
        '<unit id="1"><segment state="final"><source>One</source><target>Un</target></segment></unit>',
        'srcLang="en" trgLang="fr-FR"',
      ),
    ],
  ])('in XLIFF %s is read the other way round, as drafts', (_version, text) => {
    const read = readXliff(text, 'a.xlf');
    expect([pairs(read), read.remarks.map(({ message }) => message)]).toEqual([
      [['Un', 'One', 'translated']],
      ['this file goes from English to French; its English is read as a draft for its French'],
    ]);
  });

  test('says nothing of what has no French', () => {
    const head = 'source-language="en" target-language="fr"';
    expect(inXliff(xliff12('<trans-unit id="1"><source>One</source></trans-unit>', head))).toEqual([]);
  });
});

describe('letters', () => {
  const text = xliff12('<trans-unit id="1"><source>« Modèle » 😀</source></trans-unit>');
  const wide = (isBig: boolean, content: string) =>
    Uint8Array.from(
      [...content].flatMap((sign) =>
        sign.split('').flatMap((unit) => {
          const code = unit.charCodeAt(0);
          return isBig ? [code >> 8, code & 255] : [code & 255, code >> 8];
        }),
      ),
    );
  const named = text.replace('version="1.0"', 'version="1.0" encoding="UTF-16"');
  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['UTF-8 that says it is UTF-16', new TextEncoder().encode(named)],
    ['UTF-16, little end first', wide(false, `\ufeff${named}`)],
    ['UTF-16, big end first', wide(true, `\ufeff${named}`)],
    ['UTF-16 without a mark', wide(false, named)],
  ])('in %s are read', (_what, bytes) => {
    expect(pairs(readXliff(bytes, 'a.xlf'))).toEqual([['« Modèle » 😀', null, 'initial']]);
  });

  test('in an older encoding are read where it is named', () => {
    const old = text.replace('version="1.0"', 'version="1.0" encoding="ISO-8859-1"').replace(' 😀', '');
    expect(
      pairs(
        readXliff(
          Uint8Array.from(old, (sign) => sign.charCodeAt(0)),
          'a.xlf',
        ),
      ),
    ).toEqual([['« Modèle »', null, 'initial']]);
  });

  test('that are not what they are said to be are refused', () => {
    expect(
      refusal(() =>
        readXliff(
          Uint8Array.from('<a>é</a>', (sign) => sign.charCodeAt(0)),
          'a.xlf',
        ),
      ),
    ).toBe('1:1 the file is not in the encoding that it names; save it as UTF-8');
  });
});

describe('refused with its place is', () => {
  const deep = '<group>'.repeat(100);
  test.each([
    ['what is no XML', 'Bonjour', /^1:\d+ this is no well-formed XML \(.+\); export it again$/],
    ['nothing', '', /^1:1 this is no well-formed XML/],
    [
      'a tag that is not closed',
      xliff12('<trans-unit id="1"><source>a</trans-unit>'),
      /^2:\d+ .*unexpected close tag/i,
    ],
    ['an entity', xliff12('<trans-unit id="1"><source>&x;</source></trans-unit>'), /^2:\d+ .*entity/i],
    [
      'a DOCTYPE with entities',
      `<!DOCTYPE x [<!ENTITY x "y">]>${xliff12('')}`,
      /a DOCTYPE with declarations is not read/,
    ],
    ['XML of another kind', '<tmx/>', '1:1 this is no XLIFF, it begins with <tmx>'],
    [
      'a version to come',
      '<xliff version="3.0"/>',
      '1:1 “3.0” is no version of XLIFF that is read here; export it as 1.2 or 2.1',
    ],
    ['deep nesting', xliff12(deep + '</group>'.repeat(100)), /nests deeper than 100 levels/],
    [
      'a unit without a source',
      xliff12('\n<trans-unit id="1"><target>a</target></trans-unit>'),
      '3:1 this <trans-unit> has no <source>',
    ],
    [
      'two sources',
      xliff12('\n<trans-unit id="1"><source>a</source>\n<source>b</source></trans-unit>'),
      '4:1 this <trans-unit> has two <source>; leave one',
    ],
    ['no source language', xliff12('', ''), /says no source-language/],
    ['no language in XLIFF 2', xliff2('', ''), '1:1 this file says no srcLang; write srcLang="fr"'],
    ['a unit without an id', xliff2('<unit><segment><source>a</source></segment></unit>'), /this <unit> has no id/],
    ['a unit without a segment', xliff2('<unit id="1"/>'), /this <unit> has no <segment>/],
    ['a segment without a source', xliff2('<unit id="1"><segment/></unit>'), /this <segment> has no <source>/],
    [
      'a target first',
      xliff2('<unit id="1"><segment><target>a</target><source>b</source></segment></unit>'),
      /stands before its <source>/,
    ],
    [
      'an id twice',
      xliff2('<unit id="1"><segment><source>a</source></segment></unit>'.repeat(2)),
      /two <unit> have the id “1”/,
    ],
    [
      'data that is not there',
      xliff2('<unit id="1"><segment><source><ph id="1" dataRef="d9"/></source></segment></unit>'),
      /no <data> of this unit is called “d9”/,
    ],
    [
      'other languages',
      xliff12('<trans-unit id="1"><source>a</source></trans-unit>', 'source-language="fr" target-language="de"'),
      /is not between French and English/,
    ],
  ])('%s', (_what, text, message) => {
    const said = refusal(() => readXliff(text, 'a.xlf'));
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test.each([
    ['XML of another kind', '<xliff/>', '1:1 this is no TMX, it begins with <xliff>'],
    [
      'a memory of other languages',
      tmx('<tu><tuv xml:lang="de"><seg>a</seg></tuv></tu>'),
      /is not between French and English/,
    ],
  ])('as TMX: %s', (_what, text, message) => {
    const said = refusal(() => finish(tmxSlices(text, 'a.tmx')));
    if (typeof message === 'string') expect(said).toBe(message);
    else expect(said).toMatch(message);
  });

  test('a file over 5 MB', () => {
    expect(refusal(() => readXliff(' '.repeat(6_000_000), 'a.xlf'))).toBe('1:1 the file is larger than 5 MB; split it');
  });
});

describe('what a tool made of marks is read as Markdown', () => {
  const signs = {
    b: '<bpt id="1">**</bpt>',
    '/b': '<ept id="1">**</ept>',
    i: '<bpt id="2">_</bpt>',
    '/i': '<ept id="2">_</ept>',
  };
  const back = (target: string) => {
    const marked = target.replaceAll(/<(\/?[bi])>/g, (_, name: keyof typeof signs) => signs[name]);
    const source =
      'Un <bpt id="1">**</bpt>mot<ept id="1">**</ept> <bpt id="2">_</bpt>ici<ept id="2">_</ept> <ph id="3">`x`</ph>';
    return inXliff(
      xliff12(
        `<trans-unit id="1" xml:space="preserve"><source>${source}</source><target>${marked}</target></trans-unit>`,
      ),
    )[0]?.[1];
  };
  test.each([
    ['all there', 'A <b>word</b> <i>here</i> <ph id="3">`x`</ph>', 'A **word** _here_ `x`'],
    ['moved', '<i>Here</i> a <b>word</b>', '_Here_ a **word**'],
    ['in each other', '<b>A <i>word</i></b>', '**A _word_**'],
    ['lost', 'A word here', 'A word here'],
    ['lost at its end', 'A <b>word here', 'A word here'],
    ['lost at its beginning', 'A word</b> here', 'A word here'],
    ['the wrong way round', 'A </b>word<b> here', 'A word here'],
    ['with a blank inside', 'A<b> word </b>here', 'A **word** here'],
    ['within a word', 'A wo<b>rd</b> h<i>er</i>e', 'A wo**rd** h*er*e'],
    ['where no emphasis can be', 'A<b>(word)</b>s', 'A(word)s'],
    ['without their signs', 'A <bpt id="1"/>word<ept id="1"/> <ph id="3"/>', 'A **word** `x`'],
    ['as other elements', 'A <g id="1">word</g> <x id="3"/>', 'A **word** `x`'],
    [
      'and signs of its own',
      'A 2*3*4 <b>*word*</b> [a](b) `c` &lt;br&gt; &amp;amp;',
      'A 2\\*3\\*4 **\\*word\\*** \\[a\\](b) \\`c` \\<br> \\&amp;',
    ],
    ['and signs that do no harm', 'A 2 * 3 &lt; 4 &amp; snake_case [sic] ~1', 'A 2 * 3 < 4 & snake_case [sic] ~1'],
    ['quoted otherwise', 'A &quot;word&quot; &#233;', 'A "word" é'],
  ])('%s', (_what, target, english) => {
    expect(back(target)).toBe(english);
  });
});

test('whatever is in a file, it is read or refused', () => {
  const article = pairOf('Un *mot* [là](u) `x`\u0001', 'A *word* [there](u) `x`');
  const whole = [writeXliff12, writeXliff21, writeTmx].map((write) => [...write(article, { version: '1' })].join(''));
  const shard = fc.constantFrom(
    ...['<', '>', '</', '/>', '&', '&x;', '"', ']]>', '<!--', '<![CDATA[', '<?x', '<source>', '</source>', '<target/>'],
    ...[
      '<segment>',
      '</segment>',
      '<unit id="1">',
      '<mrk>',
      '<ph/>',
      '<pc>',
      '</pc>',
      '\0',
      '\ud800',
      '\r',
      '<tu>',
      '*',
    ],
    ...['</trans-unit>', '<trans-unit>', '</tu>', '<seg>', '</file>', 'xml:space="x"', ' x="y"', '<cp hex="zz"/>'],
  );
  const spoiled = fc.record({
    text: fc.constantFrom(...whole),
    cuts: fc.array(fc.record({ at: fc.nat(5000), shard, cut: fc.nat(12) }), { minLength: 1, maxLength: 4 }),
  });
  fc.assert(
    fc.property(spoiled, ({ text, cuts }) => {
      const bad = cuts.reduce((all, { at, shard: sign, cut }) => {
        const place = at % all.length;
        return all.slice(0, place) + sign + all.slice(place + cut);
      }, text);
      const read = bad.includes('<tmx') ? tmxSlices(bad, 'a.xlf') : xliffSlices(bad, 'a.xlf');
      expect(refusal(() => finish(read))).toMatch(/^(?:read|\d+:\d+ .+)$/s);
    }),
    { numRuns: rounds(300, 7500) },
  );
});
