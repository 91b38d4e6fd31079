import { expect, test } from 'vitest';
import { readHtmlFragment } from '../../../../src/formats/document/html/html-tree.ts';

const markdown = (html: string) => readHtmlFragment(html).blocks.map((block) => block.markdown);

test.each([
  [
    'of LaTeXML, with its number three times',
    'jetons<span class="ltx_note ltx_role_footnote"><sup class="ltx_note_mark">1</sup><span class="ltx_note_outer">' +
      '<span class="ltx_note_content"><sup class="ltx_note_mark">1</sup><span class="ltx_tag ltx_tag_note">1</span>' +
      'L’apostrophe <em>compte</em>.</span></span></span>, dit-on.',
    ['jetons[^1], dit-on.', '[^1]: L’apostrophe *compte*.'],
  ],
  [
    'beside the text, its number made by the style',
    'Le pont<span class="sidenote-number"></span><span class="sidenote">Bâti en 1902.</span> tient.',
    ['Le pont[^1] tient.', '[^1]: Bâti en 1902.'],
  ],
  [
    'in the margin, behind the sign that opens it',
    'Le pont<label for="m" class="margin-toggle">⊕</label><input type="checkbox" id="m"><span class="marginnote">Oui.</span>.',
    ['Le pont[^1].', '[^1]: Oui.'],
  ],
  [
    'opened by a plug-in, twice',
    'Un<span class="footnote-wrapper"><sup>1</sup><span class="footnote-text">La roue.</span></span>, deux' +
      '<span class="footnote-wrapper"><sup>2</sup><span class="footnote-text">Le bief.</span></span>.',
    ['Un[^1], deux[^2].', '[^1]: La roue.', '[^2]: Le bief.'],
  ],
])('a note in its sentence: %s', (_, line, expected) => {
  expect(markdown(`<p>${line}</p>`)).toEqual(expected);
});

test.each([
  ['a reference named as a note', '<p>Un mot<span class="footnote">¹</span>.</p>', 'Un mot¹.'],
  ['a paragraph named as a note', '<p><span class="footnote">Toute la ligne.</span></p>', 'Toute la ligne.'],
  ['a word that is noted', '<p>Bien <span class="noted">noté</span>.</p>', 'Bien noté.'],
  ...['footnote-ref', 'footnote-trigger', 'sidenote-anchor', 'has-footnote', 'footnote_word'].map((name) => [
    `a word with a note: ${name}`,
    `<p>Un <span class="${name}">pont</span> tient.</p>`,
    'Un pont tient.',
  ]),
  ['a remark in the text', '<p>Il vient <span class="note">(tard)</span>.</p>', 'Il vient (tard).'],
])('no note: %s', (_, html, expected) => {
  expect(markdown(html)).toEqual([expected]);
});

test('a link to the heading of all notes is none of them', () => {
  const list = '<div><h2 id="notes">Notes</h2><p id="n1"><a href="#r1">1</a>. La note.</p></div>';
  const read = markdown(`<p><a href="#notes">Notes</a></p><p>Mot<a id="r1" href="#n1">1</a>.</p>${list}`);
  expect(read).toEqual(['Notes', 'Mot[^1].', '## Notes', '[^1]: La note.']);
});

test('a number in brackets of its own leaves no empty line to a note', () => {
  const label = '<span>[</span><a role="doc-backlink" href="#r">1</a><span>]</span>';
  const note = `<aside class="footnote" id="n"><span class="label">${label}</span><p>La note.</p></aside>`;
  expect(markdown(`<p>Mot<a id="r" href="#n">[1]</a>.</p>${note}`)).toEqual(['Mot[^1].', '[^1]: La note.']);
});

test.each([
  ['a number that is called so', '<span class="footnote-number">2</span> La note.', 'La note.'],
  ['a raised number', '<sup>2</sup> La note.', 'La note.'],
  ['near-miss: another number', '<sup>3</sup> La note.', '³ La note.'],
  ['near-miss: what is counted', '<b>2</b> ponts.', '**2** ponts.'],
])('before a note stands %s', (_, body, expected) => {
  expect(markdown(`<p>Mot<a href="#n">2</a>.</p><p id="n">${body}</p>`)).toEqual(['Mot[^2].', `[^2]: ${expected}`]);
});
