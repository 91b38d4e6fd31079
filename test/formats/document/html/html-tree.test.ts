import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counted } from '../../../../src/core/text/counted.ts';
import { UnreadableDocument } from '../../../../src/formats/document/blocks/document.ts';
import { admitHtml } from '../../../../src/formats/document/html/html-gate.ts';
import { readHtmlFragment } from '../../../../src/formats/document/html/html-tree.ts';
import { rounds } from '../../../rounds.ts';
import { shownText, treeOf } from '../markdown-text.ts';

const markdown = (html: string) => readHtmlFragment(html).blocks.map((block) => block.markdown);
const kinds = (html: string) => readHtmlFragment(html).blocks.map(({ kind, level }) => `${kind}${level || ''}`);

describe('marks keep clear of words', () => {
  test.each([
    ['a space within', '<p>ceux d<em>e </em>Lyon</p>', 'ceux d*e* Lyon'],
    ['a no-break space within', '<p>«<em>\u00a0oui\u00a0</em>»</p>', '«\u00a0*oui*\u00a0»'],
    ['a narrow one within', '<p>Quoi<b>\u202f?</b></p>', 'Quoi\u202f**?**'],
    ['neighbours of a kind', '<p><b>dé</b><b>but</b></p>', '**début**'],
    [
      'links of one address',
      '<p><a href="https://a.fr/">dé</a><a href="https://a.fr/">but</a></p>',
      '[début](https://a.fr/)',
    ],
    ['an empty one', '<p>a<em></em>b<strong> </strong>c</p>', 'ab c'],
    ['a line break at an edge', '<p><b>a<br></b>b</p>', '**a**\\\nb'],
    ['a line break at the end', '<p>a<br></p>', 'a'],
    ['a mark in itself', '<p><i>a <em>b</em> c</i></p>', '*a b c*'],
    ['guillemets beside a letter', '<p>mot<b>«gras»</b> fin</p>', 'mot«**gras»** fin'],
    ['a bracket beside a letter', '<p>mot<i>(x)</i>fin</p>', 'mot(*x*)fin'],
    ['an apostrophe before it', '<p>l’<em>œuvre</em></p>', 'l’*œuvre*'],
    ['marks within marks in a word', '<p>un<b><i>deux</i></b>trois</p>', 'un*deux*trois'],
    ['a mark around blocks', '<b><p>un</p><p>deux</p></b>', '**un**\n\n**deux**'],
    [
      'a link around blocks',
      '<a href="https://a.fr/"><h2>Titre</h2><p>mot</p></a>',
      '## [Titre](https://a.fr/)\n\n[mot](https://a.fr/)',
    ],
    ['bold that is none', '<b style="font-weight:normal"><p>mot</p></b>', 'mot'],
    ['bold by style', '<p><span style="font-weight:700">mot</span></p>', '**mot**'],
    ['italics by style', '<p><span style="font-style: italic">mot</span></p>', '*mot*'],
    ['a heading that is strong', '<h2><strong>Titre</strong></h2>', '## Titre'],
  ])('%s', (_, html, expected) => {
    expect(markdown(html).join('\n\n')).toBe(expected);
  });

  const piece = fc.constantFrom(
    ' ',
    '\u00a0',
    'mot',
    '«',
    '»',
    '(',
    '.',
    '’',
    '!',
    '*',
    '_',
    'é',
    '1.',
    '<br>',
    '&amp;',
    '#',
  );
  const mark = fc.constantFrom('b', 'i', 'em', 'strong', 's', 'a href="https://a.fr/b_c"', 'span', 'code', 'q', 'sup');
  const inline = fc.letrec<{ node: string; tree: string }>((tie) => ({
    node: fc.oneof({ maxDepth: 4 }, piece, tie('tree')),
    tree: fc.tuple(mark, fc.array(tie('node'), { maxLength: 4 })).map(([name, inner]) => {
      return `<${name}>${inner.join('')}</${name.split(' ')[0]}>`;
    }),
  }));

  test('words are the same before and after, and no sign is written as a number', () => {
    fc.assert(
      fc.property(fc.array(inline.node, { maxLength: 8 }), (nodes) => {
        const html = `<p>${nodes.join('')}</p>`;
        const read = readHtmlFragment(html);
        const letters = (text: string) => text.replaceAll(/[^\p{L}\u00a0’*_#!.(]/gu, '');
        const shown = html
          .replaceAll(/<q>/g, '')
          .replaceAll(/<[^>]*>/g, '')
          .replaceAll('&amp;', '&');
        const quoted = html.includes('<q>');
        if (!quoted)
          expect(letters(shownText(read.blocks)).replaceAll('\u00a0', '')).toBe(
            letters(shown).replaceAll('\u00a0', ''),
          );
        const written = read.blocks.map((block) => block.markdown).join('\n');
        expect(written.replaceAll(/`[^`]*`/g, '')).not.toMatch(/(?<!\\)&#x/);
      }),
      { numRuns: rounds(40, 2000) },
    );
  });
});

/** A cell that stands beside others. */
const X = '<td>x</td>';

describe('blocks', () => {
  test.each([
    [
      'a layout table is its cells',
      '<table><tr><td><p>un</p><p>deux</p></td><td>trois</td></tr></table>',
      ['paragraph', 'paragraph', 'paragraph'],
    ],
    ['a table with a head is one', '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>', ['table']],
    [
      'a table with a caption is one, its caption above',
      '<table><caption>c</caption><tr><td>b</td></tr></table>',
      ['paragraph', 'table'],
    ],
    ['a table for looks alone is none', '<table role="presentation"><tr><th>a</th></tr></table>', ['paragraph']],
    [
      'a table that holds another is layout',
      '<table><tr><th>a<table><tr><th>b</th></tr></table></th></tr></table>',
      ['paragraph', 'table'],
    ],
    ['a list is one', '<ul><li>a</li><li>b</li></ul>', ['list']],
    ['two lists in a row are one', '<ul><li>a</li></ul> <ul><li>b</li></ul>', ['list']],
    ['two lists of numbers are two', '<ol><li>a</li></ol><ol><li>b</li></ol>', ['list', 'list']],
    ['items with headings are no list', '<ul><li><h3>a</h3><p>b</p></li></ul>', ['heading3', 'paragraph']],
    ['a list of definitions is one', '<dl><dt>a</dt><dd>b</dd></dl>', ['list']],
    ['an indent is no list', '<dl><dd>b</dd></dl>', ['paragraph']],
    ['two line breaks part paragraphs', 'a<br> <br/>b', ['paragraph', 'paragraph']],
    ['details are what they hold', '<details><summary>a</summary>b</details>', ['paragraph', 'paragraph']],
    ['a line between', '<p>a</p><hr><hr><p>b</p><hr>', ['paragraph', 'rule', 'paragraph']],
    ['a frame around code is none', '<figure><pre><code>x = 1</code></pre></figure>', ['code']],
    [
      'numbers of lines are no code',
      '<table><tr><td><pre>1\n2\n</pre></td><td><pre>a\nb</pre></td></tr></table>',
      ['code'],
    ],
    [
      'lines of a program behind their numbers',
      '<table><tr><td>1</td><td><code>a = 1</code></td></tr><tr><td>2</td><td><code>b</code></td></tr></table>',
      ['code'],
    ],
    [
      'the same whose numbers are drawn',
      '<table><tr><td></td><td class="blob-code">a</td></tr><tr><td></td><td class="blob-code"> b</td></tr></table>',
      ['code'],
    ],
    [
      'numbers of something else',
      '<table><tr><td>1</td><td><code>a</code></td></tr><tr><td>3</td><td><code>b</code></td></tr></table>',
      ['paragraph', 'paragraph', 'paragraph', 'paragraph'],
    ],
    [
      'what is counted, and no program',
      '<table><tr><td>1</td><td>Lyon</td></tr><tr><td>2</td><td>Nice</td></tr></table>',
      ['paragraph', 'paragraph', 'paragraph', 'paragraph'],
    ],
    [
      'numbers of lines that breaks end are no code',
      '<table><tr><td><pre><i>1</i><br>2<br></pre></td><td><pre>a<br>b</pre></td></tr></table>',
      ['code'],
    ],
    ['a quotation', '<blockquote><p>a</p><p>b</p></blockquote>', ['quote']],
    ['text without any element', 'un mot', ['paragraph']],
    [
      'empty ones are none',
      '<p>&nbsp;</p><h2> </h2><ul><li></li></ul><blockquote></blockquote><table><tr><th></th></tr></table>',
      [],
    ],
  ])('%s', (_, html, expected) => {
    expect(kinds(html)).toEqual(expected);
  });

  test.each([
    ['nested lists', '<ul><li>a<ol start="3"><li>b</li></ol></li><li>c</li></ul>', '- a\n\n  3. b\n- c'],
    ['a list in a list without an item', '<ul><li>a</li><ul><li>b</li></ul></ul>', '- a\n  - b'],
    ['loose items', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n\n- c'],
    [
      'cells that span',
      '<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2">c<br>d</td></tr></table>',
      '| a | b |\n| - | - |\n| c d | |',
    ],
    [
      'cells that span rows',
      '<table><tr><th>a</th><th>b</th></tr><tr><td rowspan="2">c</td><td>d</td></tr><tr><td>e</td></tr></table>',
      '| a | b |\n| - | - |\n| c | d |\n| | e |',
    ],
    [
      'a head without words',
      '<table><thead><tr><td></td><td> </td></tr></thead><tr><th>a</th><td>b</td></tr></table>',
      '| | |\n| - | - |\n| a | b |',
    ],
    [
      'a head of pictures alone',
      '<table><thead><tr><th><img src="x"></th></tr></thead><tr><td>a</td></tr></table>',
      '| |\n| - |\n| a |',
    ],
    [
      'a head of no cells',
      '<table><thead><tr></tr></thead><tr><td>a</td></tr><tr><th></th></tr></table>',
      '| |\n| - |\n| a |',
    ],
    [
      'a head with a row without words above it',
      '<table><thead><tr><td></td></tr><tr><td>a</td></tr></thead><tr><th>b</th></tr></table>',
      '| a |\n| - |\n| b |',
    ],
    [
      'a row without words above its heads',
      '<table><tr><td></td></tr><tr><th>a</th></tr><tr><td>b</td></tr></table>',
      '| a |\n| - |\n| b |',
    ],
    [
      'a row without words between others',
      '<table><tr><th>a</th></tr><tr><td></td></tr><tr><td>b</td></tr></table>',
      '| a |\n| - |\n| b |',
    ],
    ['heads at the side', '<table><tr><th>a</th><td>b</td></tr></table>', '| | |\n| - | - |\n| a | b |'],
    [
      'what stands in no cell',
      '<table><caption>a</caption><caption>b</caption><tr><th>c</th><div>d</div></tr>e<tbody>f<tr><td>g</td></tr></tbody></table>',
      'a\n\nb\n\nd\n\nef\n\n| c |\n| - |\n| g |',
    ],
    [
      'a caption of a table in it',
      '<table><tr><td>a<table><caption>b</caption><tr><td>c</td></tr></table></td></tr></table>',
      'a\n\nb\n\n| |\n| - |\n| c |',
    ],
    ['a bar in a cell', '<table><tr><th>a|b</th></tr></table>', '| a\\|b |\n| - |'],
    [
      'a formula',
      '<p>Soit <math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>.</p>',
      'Soit `x^2`.',
    ],
    ['raised numbers', '<p>10<sup>6</sup> m<sup>2</sup>, 1<sup>er</sup>, CO<sub>2</sub></p>', '10⁶ m², 1er, CO2'],
    ['quotations in French', '<p><q>oui, <q>non</q></q></p>', '«\u00a0oui, “non”\u00a0»'],
    ['quotation marks that stand already', '<p><q>«\u00a0oui\u00a0»</q></p>', '«\u00a0oui\u00a0»'],
    ['readings of signs', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>', '漢 (kan)'],
    ['what was struck out', '<p><del>un</del> <s>deux</s></p>', '~~un~~ ~~deux~~'],
    ['lines of code that breaks end', '<pre><i>a</i><br>b<br></pre>', '```\na\nb\n```'],
    ['a language of code', '<pre><code class="language-python">a\n\n  b\n</code></pre>', '```python\na\n\n  b\n```'],
    ['verse', '<pre class="wp-block-verse">un\ndeux</pre>', 'un\\\ndeux'],
    ['a bookmark of Word', '<p><a id="_Toc1"></a>mot <a name="x">deux</a></p>', 'mot deux'],
    ['places within the page', '<p><a href="#x">mot</a></p>', 'mot'],
    ['addresses that do something', '<p><a href="javascript:f()">a</a> <a href="data:text/html,x">b</a></p>', 'a b'],
    [
      'anchors of headings',
      '<h2>Titre <a href="#t">¶</a></h2><h3><a href="#u">#</a> Autre</h3>',
      '## Titre\n\n### Autre',
    ],
    ['a heading that folds', '<h3><button>Titre</button></h3>', '### Titre'],
    ['soft hyphens', '<p>re&shy;vi&#8203;ent</p>', 'revient'],
    ['accents in two signs', '<p>e\u0301te\u0301</p>', 'été'],
    [
      'what Markdown would misread',
      '<p>1. a</p><p>- b</p><p># c</p><p>&gt; d</p><p>+ e</p><p>f_g_h *i* [j](k) &lt;b&gt;</p>',
      '1\\. a\n\n\\- b\n\n\\# c\n\n\\> d\n\n\\+ e\n\nf_g_h \\*i\\* \\[j]\\(k) \\<b>',
    ],
    ['pictures of signs', '<p>Oui <img class="emoji" alt="🙂" src="x.svg"></p>', 'Oui 🙂'],
    [
      'XHTML that closes itself',
      '<?xml version="1.0"?><html><head><title/></head><body><a id="p1"/><p>un<span/> deux</p></body></html>',
      'un deux',
    ],
    [
      'declarations of its own',
      '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "]>"><!ENTITY b SYSTEM "x">]><p>mot</p>',
      'mot',
    ],
    ['declarations that nothing ends', '<!doctype html [<!ENTITY a "b"><p>mot</p>', 'mot'],
    ['near-miss: brackets in its text', '<!doctype html><p>[mot]</p>', '\\[mot]'],
    ['a page without a body', '<!doctype html><html><head><title>x</title></head><p>mot</p></html>', 'mot'],
  ])('%s', (_, html, expected) => {
    expect(markdown(html).join('\n\n')).toBe(expected);
  });

  test.each([
    [
      'as Word has them',
      '<p>Mot<sup><a href="#n-1" id="r-1">[1]</a></sup>.</p><ol><li id="n-1"><p>Note. <a href="#r-1">↑</a></p></li></ol>',
    ],
    [
      'as Pandoc has them',
      '<p>Mot<a href="#fn1" id="fnref1"><sup>1</sup></a>.</p><section><ol><li id="fn1"><p>Note.<a href="#fnref1">↩︎</a></p></li></ol></section>',
    ],
    ['as EPUB has them', '<p>Mot<a href="#n1">*</a>.</p><aside id="n1"><p>Note.</p></aside>'],
    [
      'as an encyclopaedia has them',
      '<p>Mot<sup id="r_1"><a href="#n_1"><span>[</span>1<span>]</span></a></sup>.</p><ol><li id="n_1"><span><a href="#r_1">↑</a></span> <span>Note.</span></li></ol>',
    ],
    ['by anchors', '<p>Mot <a href="#n1">(1)</a>.</p><p><a name="n1"></a>Note.</p>'],
  ])('notes %s', (_, html) => {
    expect(markdown(html).join('\n').replace('Mot [', 'Mot[')).toBe('Mot[^1].\n[^1]: Note.');
  });

  test('a reference in brackets of the page has none of them', () => {
    expect(markdown('<p>Mot [<a href="#n">1</a>], [<a href="https://a.fr/">2</a>].</p><p id="n">Note.</p>')[0]).toBe(
      'Mot [^1], \\[[2](https://a.fr/)].',
    );
  });

  test('a list of contents is no list of notes', () => {
    expect(kinds('<ul><li><a href="#a">Introduction</a></li></ul><h2 id="a">Introduction</h2><p>b</p>')).toEqual([
      'list',
      'heading2',
      'paragraph',
    ]);
  });

  test('a reference without its note goes', () => {
    expect(markdown('<p>Mot<sup><a href="#gone">[3]</a></sup>.</p>')).toEqual(['Mot.']);
  });
});

describe('what is no text', () => {
  test.each(['aside', 'nav', 'form', 'button', 'svg', 'iframe', 'script', 'style', 'noscript', 'template', 'select'])(
    '%s is left out',
    (name) => {
      expect(markdown(`<p>avant</p><${name}>dedans</${name}><p>après</p>`)).toEqual(['avant', 'après']);
    },
  );

  test.each([
    ['<dialog open><p>Un avis.</p></dialog>', ['“Un avis.”']],
    ['<dialog>Un avis.</dialog>', ['“Un avis.”']],
    ['<p>mot <textarea>Un texte.</textarea></p>', ['“Un texte.”']],
    ['<select><optgroup label="x"><option>un<option>deux</optgroup></select>', ['“un deux”']],
    ['<label>Un nom <input value="x"></label>', []],
    ['<textarea> </textarea><select></select><dialog hidden>Un avis.</dialog>', []],
    ['<details><summary>Un titre</summary>Un texte.</details>', []],
  ])('the words of what is filled in or opened are told: %s', (html, named) => {
    const count = named.length === 1 ? '1 field or dialog' : `${named.length} fields and dialogs`;
    const told = named.length === 0 ? [] : [`Left out: the words of ${count}: ${named.join(', ')}.`];
    expect(readHtmlFragment(`<p>avant</p>${html}`).warnings).toEqual(told);
  });

  test.each(['hidden', 'style="display: none"', 'class="sr-only"'])('%s is not seen', (attribute) => {
    expect(markdown(`<p>avant <span ${attribute}>dedans</span></p><div ${attribute}>dedans</div>`)).toEqual(['avant']);
  });

  test('boxes and pictures are told', () => {
    const html =
      '<aside><p>Pour aller plus loin</p></aside><figure><img alt="Un  chat"><figcaption>Légende</figcaption></figure>';
    expect(readHtmlFragment(`${html}<img src="data:image/png;base64,AAAA">`).warnings).toEqual([
      'Left out: 2 pictures: “Un chat”.',
      'Left out: 1 box beside the text: “Pour aller plus loin”.',
    ]);
  });

  test.each([
    ['<p>a <svg><title>x</title><text>Débit <tspan>du fleuve</tspan></text></svg> b</p>', ['“Débit du fleuve”']],
    ['<figure><svg><g><text>a</text><text>b</text></g></svg></figure><svg><text>c</text></svg>', ['“a b”', '“c”']],
    ['<table><tr><th><svg><foreignObject><div>a</div></foreignObject></svg>b</th></tr></table>', ['“a”']],
    ['<svg hidden><text>a</text></svg><svg style="display:none"><text>b</text></svg>', []],
    ['<svg><title>a</title><path d="M0 0"/><text> </text></svg>', []],
    ['<aside><svg><text>a</text></svg></aside>', []],
    ['<svg><defs><text>a</text></defs><symbol><g><text>b</text></g></symbol><path/></svg>', []],
    ['<svg><defs><path/></defs><g><text>a</text></g></svg>', ['“a”']],
    ['<svg><text style="display:none">a</text><g hidden><text>b</text></g></svg>', []],
    ['<svg><foreignObject>a <text>b</text></foreignObject></svg>', ['“a b”']],
    ['<svg><svg><text>a</text></svg></svg>', ['“a”']],
  ])('the words of drawings are told: %s', (html, named) => {
    const told =
      named.length === 0 ? [] : [`Left out: the words of ${counted(named.length, 'drawing')}: ${named.join(', ')}.`];
    expect(readHtmlFragment(`<p>mot</p>${html}`).warnings).toEqual(told);
  });

  test.each([
    ['which holds another', `<tr><th>a</th></tr><tr>${X}<td>b<table><tr><td>c</td></tr></table>d</td></tr>`, 1],
    [
      'with a caption, which holds another',
      `<caption>a</caption><tr>${X}<td>b<table><tr><td>c</td></tr></table></td></tr>`,
      1,
    ],
    ['which holds a heading', `<tr><th>a</th></tr><tr>${X}<td><h3>b</h3></td></tr>`, 1],
    ['of more columns than any', `<tr>${'<th>a</th>'.repeat(61)}</tr>`, 1],
    ['two of them', `<tr>${X}<th>a<table><tr>${X}<th>b<pre>c</pre></th></tr></table></th></tr>`, 2],
    ['with a caption that is not seen', `<caption class="sr-only">a</caption><tr>${X}<td><h3>b</h3></td></tr>`, 1],
    ['which has no head', '<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>', 1],
    [
      'which has no head, in one for looks',
      '<tr><td>a</td><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></td></tr>',
      1,
    ],
    ['near-miss: of one column with a head', '<tr><th>a</th></tr><tr><td><h3>b</h3></td></tr>', 0],
    ['near-miss: of one cell with a caption', '<caption>a</caption><tr><td><h3>b</h3></td></tr>', 0],
    ['near-miss: paragraphs in cells', `<tr>${X}<td>b</td></tr><tr>${X}<td><p>c</p><p>d</p></td></tr>`, 0],
    [
      'near-miss: boxes in cells',
      `<tr>${X}<td>b</td></tr><tr>${X}<td><div><div>c</div><div>d</div></div></td></tr>`,
      0,
    ],
    ['near-miss: a list in a cell', `<tr>${X}<td>b</td></tr><tr>${X}<td><ul><li>c</li></ul></td></tr>`, 0],
    ['near-miss: running text in a cell', `<tr>${X}<td>b</td></tr><tr>${X}<td>${'mot '.repeat(80)}</td></tr>`, 0],
    ['one paragraph a cell', `<tr>${X}<td><p>b</p></td></tr><tr>${X}<td><p>c</p><p></p></td></tr>`, 1],
    [
      'figures in boxes',
      '<tr><td><p>an</p></td><td><p>ponts</p></td></tr><tr><td><p>1900</p></td><td><p>12 %</p></td></tr>',
      1,
    ],
    [
      'near-miss: a box in each cell',
      '<tr><td><div>a</div></td><td><div>b</div></td></tr><tr><td><p>le 3 mai</p></td><td>\n<p>d</p></td></tr>',
      0,
    ],
    ['near-miss: a title across two columns', '<tr><td colspan="2">a</td></tr><tr><td>b</td><td>c</td></tr>', 0],
    ['near-miss: columns beside each other', '<tr><td>a</td><td>b</td></tr>', 0],
    ['near-miss: a column', '<tr><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr>', 0],
    ['near-miss: cells without words', '<tr><td>a</td><td> </td></tr><tr><td><br></td><td>b</td></tr>', 0],
    ['near-miss: with a caption of nothing', '<caption> &nbsp;</caption><tr><td>b<h3>c</h3></td></tr>', 0],
    ['near-miss: a table for looks around a table', '<tr><td><table><tr><th>a</th></tr></table></td></tr>', 0],
    ['near-miss: a table', '<tr><th>a</th></tr><tr><td>b<ul><li>c</li></ul></td></tr>', 0],
    ['near-miss: a table without words', '<tr><th></th></tr><tr><td><table></table></td></tr>', 0],
  ])('a table that comes as paragraphs is told: %s', (_what, rows, tables) => {
    const told = readHtmlFragment(`<p>avant</p><table>${rows}</table>`).warnings.map((one) => one.split(' (', 1)[0]);
    const expected = tables === 0 ? [] : [`As paragraphs, cell by cell: ${tables} table${tables === 1 ? '' : 's'}`];
    expect(told).toEqual(expected);
  });

  test.each([
    ['<h2>Titre</h2><p>Texte</p>', 'Titre Texte'],
    ['<p>Un po<b>nt</b></p>', 'Un pont'],
    ['Un<br>deux', 'Un deux'],
    ['<ul><li>un</li><li> deux</li></ul>', 'un deux'],
    ['<style>p { }</style><p>Un <i hidden>a</i> mot</p>', 'Un mot'],
    [`<p>${'mot '.repeat(14)}fini</p>`, `${'mot '.repeat(14)}fini`],
    [`<p>${'mot '.repeat(14)}fini</p>.`, `${'mot '.repeat(14)}fini…`],
    [`<p>${' '.repeat(9999)}Un</p>${'<p> </p>'.repeat(99)}deux`, 'Un deux'],
  ])('what is left out is called by its first words, as they are seen: %s', (html, called) => {
    const [told] = readHtmlFragment(`<p>avant</p><aside>${html}</aside>`).warnings;
    expect(told).toBe(`Left out: 1 box beside the text: “${called}”.`);
  });

  test('tables in tables around many words take less than 2 seconds of the processor', () => {
    const began = process.cpuUsage();
    readHtmlFragment('<table><caption>c</caption><tr><td>'.repeat(80) + 'un mot '.repeat(80_000));
    expect(process.cpuUsage(began).user).toBeLessThan(2_000_000);
  });

  test('each reason for that is told once', () => {
    const reasons = [
      '<table><tr><td>a</td></tr></table>',
      '<pre>a</pre>',
      '<h2>a</h2>',
      '<h4>a</h4>',
      '<blockquote>a</blockquote>',
      'a',
    ];
    const html = reasons.map((within) => `<table><tr>${X}${X}</tr><tr>${X}<td>${within}</td></tr></table>`).join('');
    const heads = reasons.map((within) => `<table><tr>${X}<th>${within}</th></tr></table>`).join('');
    const large = `<table><tr>${'<th>a</th>'.repeat(61)}</tr></table>`;
    const [told = ''] = readHtmlFragment(html + heads + large).warnings;
    expect(/\(([^)]*)\)/.exec(told)?.[1]?.split(', ')).toEqual([
      'without a head',
      'with a table in a cell',
      'with code in a cell',
      'with a heading in a cell',
      'with a quotation in a cell',
      'too large',
    ]);
  });

  test('a table that comes as paragraphs is called by its cells', () => {
    const html =
      '<table><tr><th>an</th><th>ponts</th></tr><tr><td>1900<table><tr><td>12</td></tr></table></td></tr></table>';
    expect(readHtmlFragment(html).warnings).toEqual([
      'As paragraphs, cell by cell: 1 table (with a table in a cell): “an ponts 1900 12”.',
    ]);
  });

  test.each([
    ['a caption', '<figure><img src="a.png"><figcaption>Le <b>pont</b></figcaption></figure>', ['Le **pont**']],
    ['a caption above', '<figure><figcaption>Le pont</figcaption><img src="a.png"></figure>', ['Le pont']],
    [
      'a caption of two paragraphs',
      '<figure><img><figcaption><p>Un</p><p>Deux</p></figcaption></figure>',
      ['Un', 'Deux'],
    ],
    ['words that are called no caption', '<figure><img src="a.png"><p>Le pont</p></figure>', ['Le pont']],
    [
      'a figure in a figure',
      '<figure><figure><img><figcaption>A</figcaption></figure><figcaption>B</figcaption></figure>',
      ['A', 'B'],
    ],
    [
      'a figure in a paragraph',
      '<p>Avant <span><figure><img><figcaption>Le pont</figcaption></figure></span> après</p>',
      ['Avant', 'Le pont', 'après'],
    ],
    ['a figure in a list', '<ul><li><figure><img><figcaption>Le pont</figcaption></figure></li></ul>', ['- Le pont']],
    [
      'a figure in a cell',
      '<table><tr><th>a</th></tr><tr><td><figure><img><figcaption>Le pont</figcaption></figure></td></tr></table>',
      ['| a |\n| - |\n| Le pont |'],
    ],
    [
      'a caption of a table',
      '<figure><table><tr><th>a</th></tr></table><figcaption>Le pont</figcaption></figure>',
      ['| a |\n| - |', 'Le pont'],
    ],
    [
      'a caption of a film',
      '<figure><video src="a.mp4">Votre navigateur</video><figcaption>Le pont</figcaption></figure>',
      ['Le pont'],
    ],
    ['a picture alone', '<figure><img src="a.png" alt="Le pont"></figure>', []],
  ])('%s keeps its words', (_what, html, expected) => {
    expect(markdown(html)).toEqual(expected);
  });

  test('a form around the whole page is none', () => {
    expect(markdown(`<form id="aspnetForm"><p>${'Un mot de plus. '.repeat(40)}</p></form>`)).toHaveLength(1);
  });

  test.each([
    ['À lire aussi : le reste', 'leads to another article'],
    ['LIRE AUSSI | Le reste', 'leads to another article'],
    ['Voir aussi : le reste', 'leads to another article'],
    ['À découvrir aussi le reste', 'leads to another article'],
    ['Lire la suite', 'leads to another article'],
    ['Lire notre dossier sur les ponts', 'leads to another article'],
    ['En savoir plus', 'leads to another article'],
    ['Previous post: bridges', 'leads to another article'],
    ['Publicité', 'an advertisement'],
    ['Contenu sponsorisé', 'an advertisement'],
    ['Abonnez-vous pour lire la suite', 'asks for a subscription'],
    ['Article réservé aux abonnés', 'asks for a subscription'],
    ['Recevez notre infolettre', 'asks for a subscription'],
    ['Votre adresse e-mail pour valider', 'asks for a subscription'],
    ['Sign up', 'asks for a subscription'],
    ['Nous utilisons des cookies : accepter', 'asks about cookies'],
    ['Suivez-nous', 'asks to be followed'],
    ['Partagez cet article', 'a line for sharing'],
    ['Email, copier le lien', 'a line for sharing'],
    ['e-mail via courriel', 'a line for sharing'],
    ['Listen', 'a line for sharing'],
    ['Publié le 3 mai 2020', 'a line about the article'],
    ['Temps de lecture : 5 min', 'a line about the article'],
    ['Mots-clés :', 'a line about the article'],
    ['Crédit photo : Ana Lima', 'a caption'],
    ['Tous droits réservés', 'a line about the site'],
    ['Retour en haut', 'a line about the site'],
    ['Texte intégral', 'a heading of the page'],
    ['Leave a reply', 'comments of readers'],
    ['Aucun commentaire', 'comments of readers'],
    ['À lire, ce livre est un bonheur', null],
    ['Lire un livre par mois suffit.', null],
    ['La publicité paie le journal.', null],
    ['Voir Naples et mourir', null],
    ['Le cookie est un petit fichier.', null],
    ['Suivez le fil de la rivière.', null],
  ])('“%s” is doubted: %s', (words, reason) => {
    expect(readHtmlFragment(`<p>${words}</p>`).blocks.map(({ doubt }) => doubt)).toEqual([reason]);
  });
});

/** Every element of HTML, old ones too. */
const ELEMENTS =
  'a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button ' +
  'canvas caption center cite code col colgroup command constructor content data datalist dd del details dfn dialog dir div dl dt ' +
  'element em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr ' +
  'html i iframe image img input ins isindex kbd keygen label legend li link listing main map mark marquee math menu ' +
  'menuitem meta meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option output p param ' +
  'picture plaintext portal pre progress q rb rbc rp rt rtc ruby s samp script search section select shadow slot small ' +
  'source spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time ' +
  'title tr track tt u ul var video wbr x-autre xmp';
const WITHOUT_WORDS = new Set(
  (
    'applet area aside audio base basefont bgsound br button canvas col colgroup command datalist dialog embed ' +
    'form frame frameset head hr iframe image img input keygen link map menuitem meta meter nav noembed noframes noscript ' +
    'object optgroup option param picture progress rp script select source style svg template textarea title track video ' +
    'wbr plaintext'
  ).split(' '),
);

describe('each element of HTML', () => {
  test.each(ELEMENTS.split(' '))('%s', (name) => {
    const around = [
      '%',
      '<p>mot %</p>',
      '<div>%</div>',
      '<ul><li>%</li></ul>',
      '<table><tr><th>%</th></tr></table>',
      '<h2>%</h2>',
      '<b>%</b>',
    ];
    for (const frame of around) {
      const html = frame.replace('%', `<${name} href="https://a.fr/" src="x">dedans <p>profond</p></${name}>`);
      const text = shownText(readHtmlFragment(`${html}<p>après</p>`).blocks);
      if (!WITHOUT_WORDS.has(name)) expect(text, html).toContain('dedans');
      if (!WITHOUT_WORDS.has(name)) expect(text, html).toContain('profond');
      if (name !== 'plaintext') expect(text, html).toContain('après');
    }
  });

  const words = fc.constantFrom('un', 'deux«', 'trois !', 'quatre', '5.', '*six*', '[sept]', '');
  const names = fc.constantFrom(...ELEMENTS.split(' ').filter((name) => !WITHOUT_WORDS.has(name)));
  const html = fc.letrec<{ node: string; tree: string }>((tie) => ({
    node: fc.oneof({ maxDepth: 6 }, words, tie('tree')),
    tree: fc.tuple(names, fc.array(tie('node'), { maxLength: 5 }), fc.boolean()).map(([name, inner, isClosed]) => {
      return `<${name}>${inner.join(' ')}${isClosed ? `</${name}>` : ''}`;
    }),
  }));

  test('no visible word is lost, whatever stands in whatever; each block is one block of Markdown', () => {
    fc.assert(
      fc.property(fc.array(html.node, { maxLength: 6 }), (nodes) => {
        const written = nodes.join(' ');
        const { blocks } = readHtmlFragment(written);
        const seen = (text: string) =>
          [...text.matchAll(/un|deux|trois|quatre|six|sept/g)].map(([word]) => word).sort();
        expect(seen(shownText(blocks))).toEqual(seen(written.replaceAll(/<[^>]*>/g, ' ')));
        for (const block of blocks) expect(treeOf(block.markdown).children, block.markdown).toHaveLength(1);
      }),
      { numRuns: rounds(20, 1000) },
    );
  });
});

describe('a column of a table stands as its cells do', () => {
  test.each([
    ['style="text-align:center"', ':-:'],
    ['style="text-align: right;"', '-:'],
    ['style="color:red;TEXT-ALIGN : Center !important"', ':-:'],
    ['align="center"', ':-:'],
    ['align="RIGHT"', '-:'],
    ['align="right" style="text-align:center"', ':-:'],
    ['align="right" style="text-align:left"', '-'],
    ['style="text-align:left"', '-'],
    ['style="text-align-last:center"', '-'],
    ['style="vertical-align:center"', '-'],
    ['style="color:center"', '-'],
    ['align="centered"', '-'],
    ['', '-'],
  ])('%s', (attribute, expected) => {
    const [table = ''] = markdown(`<table><tr><th>a</th></tr><tr><td ${attribute}>b</td></tr></table>`);
    expect(table.split('\n')[1]?.replaceAll(/[| ]/g, '')).toBe(expected);
  });

  test('whatever rows without words stand below them', () => {
    const [table = ''] = markdown(
      '<table><tr><th>a</th></tr><tr><td align="right">b</td></tr><tr><td></td></tr><tr></tr></table>',
    );
    expect(table.split('\n')[1]).toBe('| -: |');
  });
});

test.each(['constructor', 'toString', 'hasOwnProperty', '__proto__', 'valueOf'])(
  'what is called %s, as every object has it, is read as anything else',
  (name) => {
    const html = `<p ${name}="a" class="${name}" id="${name}">un <${name} href="#${name}">deux</${name}> trois</p>`;
    expect(markdown(html.replaceAll(/<\/?__proto__[^>]*>/g, ''))).toEqual(['un deux trois']);
  },
);

describe('a page made to be too much', () => {
  test.each([
    ['elements within elements', '<div>'.repeat(50_000)],
    ['lists within lists', '<ul><li>'.repeat(2000)],
    ['marks without end', '<b><i>'.repeat(2000)],
    ['cells of drawings', `<svg>${'<td>'.repeat(5000)}`],
    ['more than 5 MB', 'a'.repeat(5 * 1024 * 1024 + 1)],
    ['more than 200,000 tags', '<br>'.repeat(200_001)],
    ['attributes without end', `<p ${'a=b '.repeat(1000)}>x</p>`],
  ])('%s is refused with a sentence', (_, html) => {
    expect(() => readHtmlFragment(html)).toThrow(UnreadableDocument);
    expect(() => readHtmlFragment(html)).toThrow(/paste it instead\.$/);
  });

  test.each([
    ['5 MB', 'a'.repeat(5 * 1024 * 1024)],
    ['200,000 tags', '<br>'.repeat(200_000)],
    ['300 elements within each other', '<i>'.repeat(300)],
    ['500 attributes', `<p${' a=b'.repeat(500)}>x`],
    ['500 attributes with spaces around the sign', `<p${" a = 'b c'".repeat(500)}>x`],
    ['500 attributes without a value', `<p${'\na'.repeat(500)}>x`],
    ['500 attributes without a space', `<p${'a="b"'.repeat(500)}>x`],
  ])('as much as is read, and no more, is not: %s', (_, html) => {
    expect(admitHtml(html)).toBe(html);
  });

  test.each([
    ['301 elements within each other', '<i>'.repeat(301)],
    ['501 attributes', `<p${' a=b'.repeat(501)}>x`],
    ['501 attributes without a value', `<p${' a'.repeat(501)}>x`],
    ['501 attributes without a space', `<p ${'a="b"'.repeat(501)}>x`],
  ])('one more is: %s', (_, html) => {
    expect(() => admitHtml(html)).toThrow(UnreadableDocument);
  });

  test.each([
    ['paragraphs without an end tag', '<p>mot<li>mot<td>mot'.repeat(rounds(2000, 10_000))],
    ['a tag within a script', `<script>${'"<div>"'.repeat(5000)}</script><p>mot</p>`],
    ['a tag within a comment', `<!--${'<div>'.repeat(5000)}--><p>mot</p>`],
    ['lists of 32 levels', `${'<ul><li>mot'.repeat(32)}`],
  ])('%s is not', (_, html) => {
    expect(readHtmlFragment(html).blocks.length).toBeGreaterThan(0);
  });
});

describe('verse and what stands before a text', () => {
  const line = (text: string) => `<p class="l">${text}</p>`;
  const two = line('Un vers') + line('un autre');
  test.each([
    ['a stanza of lines', `<div class="stanza">${two}</div>`, ['Un vers\\\nun autre']],
    [
      'stanzas of a poem',
      `<div class="poem"><div>${two}</div><div class="stanza">${two}</div></div>`,
      ['Un vers', 'un autre', 'Un vers\\\nun autre'],
    ],
    [
      'stanzas that an empty line parts',
      `<div class="poem">${two}<p> </p>${two}</div>`,
      ['Un vers\\\nun autre', 'Un vers\\\nun autre'],
    ],
    ['lines with breaks of their own', '<p class="verse">Un vers<br/>un autre</p>', ['Un vers\\\nun autre']],
    [
      'lines in a stanza with marks',
      `<div class="stanza">${line('Un <i>vers</i>')}${line('un autre')}</div>`,
      ['Un *vers*\\\nun autre'],
    ],
    [
      'near-miss: a heading in it',
      `<div class="poem"><h2>Le pont</h2>${two}</div>`,
      ['## Le pont', 'Un vers', 'un autre'],
    ],
    [
      'near-miss: a paragraph in it',
      `<div class="poem">${line('mot '.repeat(40))}${two}</div>`,
      ['mot '.repeat(40).trim(), 'Un vers', 'un autre'],
    ],
    ['near-miss: another word', `<div class="universe">${two}</div>`, ['Un vers', 'un autre']],
    ['an epigraph', `<div class="epigraph">${two}</div>`, ['> Un vers\n>\n> un autre']],
    ['one of a book', '<section epub:type="epigraph"><p>Un vers</p></section>', ['> Un vers']],
    ['a paragraph that is one', '<p role="doc-epigraph">Un vers</p>', ['> Un vers']],
    [
      'one that is a quotation already',
      '<div class="x"><blockquote class="epigraph"><p>Un vers</p></blockquote></div>',
      ['> Un vers'],
    ],
  ])('%s', (_what, html, expected) => {
    expect(markdown(html)).toEqual(expected);
  });
});
