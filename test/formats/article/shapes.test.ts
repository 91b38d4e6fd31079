import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceUnit } from '../../../src/core/model/article.ts';
import type { RichText } from '../../../src/core/model/rich-text.ts';
import { finish } from '../../../src/core/model/slices.ts';
import { stretchSlices } from '../../../src/core/text/stretches.ts';
import { parseInlineMarks } from '../../../src/formats/article/inline-marks.ts';
import { parseArticle } from '../../../src/formats/article/markdown.ts';
import { rounds } from '../../rounds.ts';

const unitsOf = (body: string) => parseArticle(`# T\n\n${body}`, 'fr.md').units.slice(1);
const shown = ({ source }: SourceUnit) => source.text;
const kinds = (body: string) =>
  unitsOf(body).map((unit) => `${unit.kind}${unit.isKept ? ' kept' : ''}: ${shown(unit)}`);

describe('a cell of a table is a unit', () => {
  const cells = (body: string) =>
    unitsOf(body).map((unit) => {
      const { cell } = unit;
      const place = cell && `${cell.table}:${cell.row},${cell.column}/${cell.columns}${cell.align?.[0] ?? ''}`;
      return `${place ?? unit.kind} ${shown(unit)}`;
    });
  test.each([
    ['with its place', '| A | B |\n| --- | --- |\n| c | d |', ['1:0,1/2 A', '1:0,2/2 B', '1:1,1/2 c', '1:1,2/2 d']],
    ['without bars around', 'A | B\n--- | ---\nc | d', ['1:0,1/2 A', '1:0,2/2 B', '1:1,1/2 c', '1:1,2/2 d']],
    ['to the left, in the middle, to the right', '|A|B|C|\n|:-|:-:|-:|', ['1:0,1/3l A', '1:0,2/3c B', '1:0,3/3r C']],
    ['not where it is empty', '| A | |\n|---|---|\n| | d |', ['1:0,1/2 A', '1:1,2/2 d']],
    ['with a bar that was escaped', '| a \\| b |\n|---|\n| `c \\| d` |', ['1:0,1/1 a | b', '1:1,1/1 `c | d`']],
    ['beyond the last head too', '|A|\n|---|\n|b|c|', ['1:0,1/2 A', '1:1,1/2 b', '1:1,2/2 c']],
    ['in the second table', '|A|\n|-|\n\nMot.\n\n|B|\n|-|', ['1:0,1/1 A', 'paragraph Mot.', '2:0,1/1 B']],
    ['in a quotation', '> |A|\n> |-|\n> |b|', ['1:0,1/1 A', '1:1,1/1 b']],
    ['in an item', '- |A|\n  |-|\n  |b|', ['1:0,1/1 A', '1:1,1/1 b']],
    ['right behind a paragraph', 'Mot.\n| A |\n|---|', ['paragraph Mot.', '1:0,1/1 A']],
    ['before a line across the page', '| A |\n|---|\n| b |\n---\nMot.', ['1:0,1/1 A', '1:1,1/1 b', 'paragraph Mot.']],
    ['no table without a line under the head', '| A | B |\n| c | d |', ['paragraph | A | B |\n| c | d |']],
    ['no table where the line has other columns', '| A | B |\n|---|', ['paragraph | A | B |\n|---|']],
    [
      'no table of one bar in a sentence',
      'Le signe a | b\nest une barre.',
      ['paragraph Le signe a | b\nest une barre.'],
    ],
    ['no table in code', '    | A |\n    |---|', ['code | A |\n|---|']],
  ])('%s', (_what, body, found) => {
    expect(cells(body)).toEqual(found);
  });

  test.each([
    ['2024', true],
    ['✓', true],
    ['—', true],
    ['1–2', true],
    ['`jeton`', true],
    ['https://exemple.fr', true],
    ['128 000', false],
    ['3,5', false],
    ['12 %', false],
    ['R1', false],
    ['oui', false],
  ])('“%s” reads the same in both languages: %s', (text, isKept) => {
    expect(unitsOf(`| A |\n|---|\n| ${text} |`)[1]?.isKept ?? false).toBe(isKept);
  });
});

describe('a task', () => {
  test.each([
    ['is open', '- [ ] Lire', ['☐ Lire']],
    ['is done', '- [x] Lire\n- [X] Lu', ['☑ Lire', '☑ Lu']],
    ['has a number', '1. [x] Lire', ['1. ☑ Lire']],
    ['is in another', '- [ ] Un\n  - [x] Deux', ['☐ Un', '☑ Deux']],
    ['is none with a word in the brackets', '- [xx] Lire', ['• [xx] Lire']],
    ['is none without a space', '- [x]Lire', ['• [x]Lire']],
    ['is none outside of a list', '[x] Lire', [' [x] Lire']],
  ])('%s', (_what, body, found) => {
    const read = unitsOf(body).map(
      ({ item, source }) => `${item?.marker ?? ''} ${source.words.replaceAll('\ufffc', '').trimStart()}`,
    );
    expect(read).toEqual(found);
  });

  test.each([
    ['- [ ] ', true],
    ['- [x] \n- b', true],
    ['$$\nx = y\n$$', true],
    ['> $$x$$', true],
    ['- $$x$$', true],
    ['- [ ] Lire', false],
    ['$$x$$ et puis', false],
    ['Soit $$x$$', false],
    ['5 $$', false],
  ])('or a formula that says nothing is not translated: %j: %s', (body, isKept) => {
    expect(unitsOf(body)[0]?.isKept ?? false).toBe(isKept);
  });

  test('says so in its translation too', () => {
    const [unit] = unitsOf('- [x] Lire');
    const read = (text: string) => parseInlineMarks(text, unit?.source.setting).words.replaceAll('\ufffc', '').trim();
    expect([read('[x] Read'), read('Read'), parseInlineMarks('[x] Read').words]).toEqual(['Read', 'Read', '[x] Read']);
  });
});

test.each([
  ['Un <code>mot et la suite.', 'Un mot et la suite.'],
  ['Un <kbd>mot et *deux*.', 'Un mot et deux.'],
  ['Un <code>mot</code> et un <code>autre.', 'Un  et un autre.'],
  ['**Un <code>mot** et</code> deux.', 'Un  et deux.'],
])('a tag of code that nothing ends hides nothing: %s', (body, words) => {
  expect(unitsOf(body)[0]?.source.words.replaceAll('\ufffc', '')).toBe(words);
});

test.each([
  ['a paragraph', '- un\n-\n\nMot.', ['•', undefined]],
  ['a heading', '1. un\n2.\n\n## Mot', ['1.', undefined]],
  ['a cell', '- un\n-\n\n| A |\n| - |', ['•', undefined]],
  ['the item behind it', '- un\n-\n- deux', ['•', '•']],
  ['near-miss: a list in it', '- un\n-\n  - deux', ['•', '◦']],
])('an item that says nothing gives its sign to nothing: %s', (_what, body, markers) => {
  expect(unitsOf(body).map(({ item }) => item?.marker)).toEqual(markers);
});

test.each([
  ['{% highlight js %}\nlet a\n{% endhighlight %}', ['aside kept: {% highlight js %}\nlet a\n{% endhighlight %}']],
  ['{% comment %} un mot {% endcomment %}', ['aside kept: {% comment %} un mot {% endcomment %}']],
  [
    '{% comment %}a{% endcomment %} mot {% comment %}b{% endcomment %}',
    ['paragraph: {% comment %}a{% endcomment %} mot {% comment %}b{% endcomment %}'],
  ],
  ['{% comment %} un {% endcomment %} mot', ['paragraph: {% comment %} un {% endcomment %} mot']],
  ['{% note %} un mot {% endnote %}', ['paragraph: {% note %} un mot {% endnote %}']],
  [
    '{% highlight sh %}\n# un\n\n# deux\n{% endhighlight %}\n\nMot.',
    [
      'aside kept: {% highlight sh %}',
      'aside kept: un',
      'aside kept: deux',
      'aside kept: {% endhighlight %}',
      'paragraph: Mot.',
    ],
  ],
  [
    '{{< highlight go >}}\nun\n\ndeux\n{{< /highlight >}}',
    ['aside kept: {{< highlight go >}}\nun', 'aside kept: deux\n{{< /highlight >}}'],
  ],
  ['$$\nun\n\ndeux\n$$', ['aside kept: $$\nun', 'aside kept: deux\n$$']],
  ['\\begin{align}\nun\n\\end{align}', ['aside kept: \\begin{align}\nun\n\\end{align}']],
  ['{% highlight sh %}\n\nMot.', ['aside kept: {% highlight sh %}', 'paragraph: Mot.']],
  [
    '{{< highlight go >}}\n\nun {{< /highlight >}} mot',
    ['aside kept: {{< highlight go >}}', 'paragraph: un {{< /highlight >}} mot'],
  ],
  ['Mot $$\n\ndeux $$', ['paragraph: Mot $$', 'paragraph: deux $$']],
  ['$$ à part\n\n## Mot\n\nMot $$', ['paragraph: $$ à part', 'heading: Mot', 'paragraph: Mot $$']],
  ['\u200b\n\nMot.', ['paragraph: Mot.']],
  ['\u200bMot.', ['paragraph: \u200bMot.']],
])('what says nothing to a reader is not translated: %j', (body, found) => {
  expect(kinds(body)).toEqual(found);
});

test('lines of old Macs are lines', () => {
  expect(unitsOf('Un mot\rdeux.\r\r> Trois\r> quatre.').map(shown)).toEqual(['Un mot\ndeux.', 'Trois\nquatre.']);
});

describe('a footnote', () => {
  const notes = (body: string) =>
    unitsOf(body).map(({ kind, note, source }) => `${kind} ${note ?? '-'} ${source.text}`);
  test.each([
    ['is a unit', 'Mot[^1].\n\n[^1]: Une note.', ['paragraph - Mot[^1].', 'note 1 [^1]: Une note.']],
    ['of one word is one too', '[^a]: Ibidem', ['note a [^a]: Ibidem']],
    ['goes on', '[^a]: Une note.\n\n    Encore.', ['note a [^a]: Une note.', 'note - Encore.']],
    ['stands under another', '[^a]: Un.\n[^b]: Deux.', ['note a [^a]: Un.', 'note b [^b]: Deux.']],
    ['may begin with a list', '[^a]:\n    - Un', ['note a [^a]:', 'item - Un']],
    ['of a label with a space is what CommonMark takes it for', '[^ a]: Un.', ['aside - [^ a]: Un.']],
    ['has a colon', '[^a] Un.', ['paragraph - [^a] Un.']],
  ])('%s', (_what, body, found) => {
    expect(notes(body)).toEqual(found);
  });

  test.each([
    ['Un mot[^1] et[^deux].', ['1', 'DEUX']],
    ['Un `[^1]` mot', []],
    ['Un \\[^1] mot', []],
    ['Un [^] mot, [^a b] et [1]', []],
    ['[^1]: Une note[^2].', ['2']],
  ])('is called in “%s”', (text, labels) => {
    expect(parseInlineMarks(text).marks.flatMap(({ kind, label }) => (kind === 'note' ? label : []))).toEqual(labels);
  });
});

describe('marks of GFM, and links by label', () => {
  const marks = (text: string, links: readonly { label: string; address: string }[] = []) =>
    parseInlineMarks(text, { links }).marks.map(
      ({ kind, start, end, href }) => `${kind} ${text.slice(start, end)} ${href}`,
    );
  const here = [{ label: 'ICI', address: 'https://a.fr' }];
  test.each([
    ['struck words', 'un ~~vieux~~ mot', ['deleted ~~vieux~~ null']],
    ['stress in them', '~~un *vieux* mot~~', ['deleted ~~un *vieux* mot~~ null', 'emphasis *vieux* null']],
    ['one sign alone', 'environ ~50 et ~60', []],
    ['signs around a space', 'a ~~ b ~~ c', []],
    ['an image', '![un chat](chat.png "t")', ['image ![un chat](chat.png "t") chat.png']],
    ['an image with a space in its name', '![](./mon%20chat.png)', ['image ![](./mon%20chat.png) mon chat.png']],
    ['an image elsewhere', '![a](https://a.fr/b.png)', ['image ![a](https://a.fr/b.png) https://a.fr/b.png']],
    ['an image above', '![a](../b.png)', ['image ![a](../b.png) null']],
    ['an image in a folder', '![a](images/b.png)', ['image ![a](images/b.png) images/b.png']],
    ['an image in folders', '![a](./a/b%20c/%C3%A9.png)', ['image ![a](./a/b%20c/%C3%A9.png) a/b c/é.png']],
    ['an image above a folder', '![a](a/../../b.png)', ['image ![a](a/../../b.png) null']],
    ['an image above, written in signs', '![a](a/%2e%2e/b.png)', ['image ![a](a/%2e%2e/b.png) null']],
    ['an image whose slash is written in signs', '![a](a%2Fb.png)', ['image ![a](a%2Fb.png) null']],
    ['an image decoded once', '![a](a/%252e%252e/b.png)', ['image ![a](a/%252e%252e/b.png) a/%2e%2e/b.png']],
    ['an image from the top of a site', '![a](/a/b.png)', ['image ![a](/a/b.png) null']],
    ['an image of a hidden folder', '![a](.git/b.png)', ['image ![a](.git/b.png) null']],
    ['an image that is a script', '![a](javascript:alert(1))', ['image ![a](javascript:alert(1)) null']],
    ['an image in the text of another', '![a ![b](c.png)](d.png)', ['image ![a ![b](c.png)](d.png) d.png']],
    ['an image that is not closed', 'un ![mot](', []],
  ])('%s', (_what, text, found) => {
    expect(marks(text)).toEqual(found);
  });
  test.each([
    ['[mot][ici]', ['link [mot][ici] https://a.fr']],
    ['[ici][]', ['link [ici][] https://a.fr']],
    ['[Ici]', ['link [Ici] https://a.fr']],
    ['![mot][ici]', ['image ![mot][ici] https://a.fr']],
    ['[mot][là]', []],
    ['[là] et \\[ici]', []],
    ['`[ici]`', ['code `[ici]` null']],
  ])('%s with a definition of “ici”', (text, found) => {
    expect(marks(text, here)).toEqual(found);
  });
});

describe('what says where links lead', () => {
  test.each([
    ['before or behind', '[a]: https://a.fr\n\nUn [mot][a].', 'https://a.fr'],
    ['the first of two', 'Un [mot][a].\n\n[a]: https://a.fr\n[a]: https://b.fr', 'https://a.fr'],
    ['in a quotation', 'Un [mot][a].\n\n> [a]: https://a.fr', 'https://a.fr'],
    ['a label of two words, with capitals', 'Un [mot][A  b].\n\n[a\nB]: https://a.fr', 'https://a.fr'],
    ['a label that every object has', 'Un [mot][__proto__].\n\n[__proto__]: https://a.fr', 'https://a.fr'],
  ])('%s', (_what, body, href) => {
    expect(unitsOf(body).flatMap(({ source }) => source.marks.map((mark) => mark.href))).toEqual([href]);
  });

  test('is hidden where a link needs it, shown as it is where none does, and never translated', () => {
    const body = 'Un [mot][a].\n\n[a]: https://a.fr "Un titre"\n[b]: https://b.fr\n\n[//]: # (une remarque)';
    expect(unitsOf(body).map(({ kind, isKept, isHidden, source }) => [kind, isKept, isHidden, source.text])).toEqual([
      ['paragraph', undefined, undefined, 'Un [mot][a].'],
      ['aside', true, true, '[a]: https://a.fr "Un titre"'],
      ['aside', true, undefined, '[b]: https://b.fr'],
      ['aside', true, undefined, '[//]: # (une remarque)'],
    ]);
  });
});

describe('an image alone is a figure', () => {
  test.each([
    ['![Un chat](chat.png)', 'figure: ![Un chat](chat.png)'],
    ['[![Un chat](chat.png)](https://a.fr)', 'figure: [![Un chat](chat.png)](https://a.fr)'],
    ['![](chat.png)', 'figure kept: ![](chat.png)'],
    ['![Un chat](chat.png) ici', 'paragraph: ![Un chat](chat.png) ici'],
    ['![a](a.png) ![b](b.png)', 'paragraph: ![a](a.png) ![b](b.png)'],
    ['- ![Un chat](chat.png)', 'item: ![Un chat](chat.png)'],
  ])('%s', (body, found) => {
    expect(kinds(body)).toEqual([found]);
  });
});

describe('what is meant for another program is shown as it is, and its words are found', () => {
  test.each([
    ['a shortcode of Hugo', '{{< figure src="a.png" caption="Un *mot*" >}}', ['aside kept']],
    ['one with Markdown in it', '{{% notice %}}\nUn mot.\n{{% /notice %}}', ['paragraph']],
    ['a tag of Liquid', '{% include a.html %}', ['aside kept']],
    ['a value of Liquid', '{{ page.title }}', ['aside kept']],
    ['an import of MDX', "import Carte from './carte.js'\nexport const a = 1", ['aside kept']],
    ['a component of MDX', '<Carte titre="Un mot" />', ['aside kept']],
    ['an embedded note of Obsidian', '![[Plan du port]]', ['aside kept']],
    ['a fence', ':::note', ['aside kept']],
    ['a fence around words', ':::note\nUn mot.\n:::', ['paragraph']],
    ['a remark of HTML', '<!-- à relire -->', ['aside kept']],
    ['a tag', '<div class="a">', ['aside kept']],
    ['tags with words', '<details><summary>Un mot</summary></details>', ['paragraph']],
    ['a paragraph of HTML', '<p>Un mot</p>', ['paragraph']],
    ['an address', '<https://a.fr>', ['paragraph']],
    ['a sentence that begins so', 'import est un mot', ['paragraph']],
    ['two brackets in a sentence', 'Le signe {{ ouvre', ['paragraph']],
  ])('%s', (_what, body, found) => {
    expect(kinds(body).map((one) => one.slice(0, one.indexOf(':')))).toEqual(found);
  });

  const words = (text: string) => parseInlineMarks(text).words.replaceAll('\ufffc', '').trim();
  test.each([
    ['<!-- un\n\ndeux --> Un mot', 'Un mot'],
    ['<script>\na\n \nb\n</script> Un mot', 'Un mot'],
    ['<!-- un\n\nmot', '<!-- un\n\nmot'],
    ['un *mot\n\nclair*', 'un *mot\n\nclair*'],
    ['Voir {{< ref "jeton.md" >}} ici', 'Voir  ici'],
    ['[ici]({{< ref "jeton.md" >}})', 'ici'],
    ['Un {% raw %}jeton{% endraw %}', 'Un jeton'],
    ['`{{` ouvre, `}}` ferme', 'ouvre,  ferme'],
    ['Un %%jeton%% mot', 'Un  mot'],
    ['De 5 % à 6 %', 'De 5 % à 6 %'],
    ['Titre {#ancre}', 'Titre'],
    ['{a} et {:b} ici', '{a} et {:b} ici'],
    ['[!NOTE]\nUn mot', 'Un mot'],
    ['[!] Un mot', '[!] Un mot'],
    [':::note Attention\nUn mot\n:::', 'Attention\nUn mot'],
    ['note ::: mot', 'note ::: mot'],
  ])('“%s” is read as “%s”', (text, read) => {
    expect(words(text)).toBe(read);
  });
});

/** What a person reads of a text, bold words between stars. */
const readOf = (rich: RichText) =>
  finish(stretchSlices(rich, { picture: () => null, noteLink: () => null, noteLabel: () => null }))
    .map(({ run, shown, start, end }) => {
      const words = run === null ? '' : (shown ?? rich.text.slice(start, end));
      return run?.strong && words !== '' ? `*${words}*` : words;
    })
    .join('');

describe('signs of Obsidian are not shown', () => {
  test.each([
    ['Un ==mot clair== ici', 'Un mot clair ici'],
    ['L’==idée==, puis ==l’autre==.', 'L’idée, puis l’autre.'],
    ['==Un **mot** clair==', 'Un *mot* clair'],
    ['**==mot==** neuf', '*mot* neuf'],
    ['a == b, et c == d', 'a == b, et c == d'],
    ['a==b et c==d', 'a==b et c==d'],
    ['Un ==mot', 'Un ==mot'],
    ['Ni `==x==` ni \\==x\\==', 'Ni ==x== ni ==x=='],
    ['===trois===', '===trois==='],
    ['Un mot. ^37066d', 'Un mot.'],
    ['Un mot. ^123456', 'Un mot.'],
    ['Un *mot*. ^la-phrase-2', 'Un mot.'],
    ['Le carré de x ^2', 'Le carré de x ^2'],
    ['Le mot ^exposant au milieu', 'Le mot ^exposant au milieu'],
    ['a^bcd', 'a^bcd'],
    ['Un mot %%à relire%% clair', 'Un mot  clair'],
    ['Un *mot %%à* relire%% clair*', 'Un mot  clair'],
    ['%%ici%% Un mot%%et là%%', ' Un mot'],
    ['Un mot %%à relire', 'Un mot %%à relire'],
    ['Ni `%%x%%` ni y', 'Ni %%x%% ni y'],
    ['Un \\%%mot%% et %%là%%', 'Un %%mot%% et '],
    ['Un \\\\%%mot%% clair', 'Un \\ clair'],
    ['Un \\\\\\%%mot%% clair', 'Un \\%%mot%% clair'],
    ['De 5 %% à 6 %% et plus', 'De 5 %% à 6 %% et plus'],
    ['De 5%% à 6%% et plus', 'De 5%% à 6%% et plus'],
    ['Un mot <!-- à relire --> clair', 'Un mot  clair'],
    ['<!-- ici --> Un mot<!--\net là-->', ' Un mot'],
    ['Un *mot <!-- à* `relire -- --> clair*', 'Un mot  clair'],
    ['<p>Un <!-- jeton --> mot</p>', '<p>Un  mot</p>'],
    ['Un mot <!-- à relire', 'Un mot <!-- à relire'],
    ['Ni `<!-- x -->` ni \\<!-- y -->', 'Ni <!-- x --> ni <!-- y -->'],
    ['Ni <br> ni <!DOCTYPE y>', 'Ni <br> ni <!DOCTYPE y>'],
  ])('“%s” is read as “%s”', (text, read) => {
    expect(readOf(parseInlineMarks(text))).toBe(read);
  });

  test.each([
    ['a paragraph', '%% à relire %%', '-'],
    ['two in a paragraph', '%%à relire%% %%demain%%', '-'],
    ['lines', '%%\nà relire\ndemain\n%%', '-'],
    ['several paragraphs', '%%\nà relire\n\n- demain\n\n```\nx\n```\n\nou jamais\n%%\n\nUn mot.', '- - - - Un mot.'],
    ['signs by themselves', '%%\n\nà relire\n\n%%\n\nUn mot.', '- - - Un mot.'],
    ['one behind the other', '%%\n\na\n\n%%\n\nUn mot.\n\n%%\n\nb\n\n%%', '- - - Un mot. - - -'],
    ['ended behind a year', '%%\n\nà relire\n\nen 1990\n%%\n\nUn mot.', '- - - Un mot.'],
    ['a slip of per cent within', '%% à relire\n\nDe 5 %% donc.\n\nou jamais %%\n\nUn mot.', '- - - Un mot.'],
    [
      'near-miss: a slip of per cent ends none',
      '%% à relire\n\nUn.\n\nHausse de 50 %%',
      '%% à relire Un. Hausse de 50 %%',
    ],
    ['near-miss: nor without a space', '%% à relire\n\nHausse de 50%%', '%% à relire Hausse de 50%%'],
    ['near-miss: nor one with a narrow one', '%% à relire\n\nHausse de 50\u202f%%', '%% à relire Hausse de 50\u202f%%'],
    ['near-miss: a heading within', '%% à relire\n\nUn.\n\n## Deux\n\nTrois %%', '%% à relire Un. Deux Trois %%'],
    ['a heading between signs on their lines', '%%\n\n## Plan\n\n- un\n%%\n\nUn mot.', '- - - Un mot.'],
    ['one behind a heading that another was left open before', '%% x\n\n## Deux\n\n%% a\n\nb %%', '%% x Deux - -'],
    ['near-miss: with words beside it', '%%à relire%% Un mot.', '%%à relire%% Un mot.'],
    ['near-miss: what nothing ends', '%%\n\nUn mot.', '%% Un mot.'],
    ['near-miss: within a sentence', 'Un %%\n\nmot\n\n%%', 'Un %% mot %%'],
    ['of HTML', '<!-- à relire -->', '-'],
    ['two of HTML', '<!-- à relire --> <!-- demain -->\n\nUn mot.', '- Un mot.'],
    ['of HTML with an empty line', '<!--\nà relire\n\n- demain\n-->\n\nUn mot.', '- Un mot.'],
    ['near-miss: of HTML with words behind it', '<!-- à relire --> Un mot.', '<!-- à relire --> Un mot.'],
    ['near-miss: of HTML in code', '```\n<!-- x -->\n```', '<!-- x -->'],
    ['near-miss: a tag', '<hr>', '<hr>'],
    ['near-miss: in code', '```\n%%\n```\n\nUn mot.\n\n```\n%%\n```', '%% Un mot. %%'],
  ])('a remark of its own is hidden and kept: %s', (_what, body, shown) => {
    const units = unitsOf(body).map(({ isHidden, isKept, source }) => (isHidden && isKept ? '-' : source.text));
    expect(units.join(' ')).toBe(shown);
  });

  test('the name of a table or a list stands below it, and is no text', () => {
    const units = unitsOf('- a\n\n^ma-liste\n\nUn mot ici.');
    expect(units.map(({ kind, isKept, isHidden }) => [kind, isKept, isHidden]).slice(-2)).toEqual([
      ['aside', true, true],
      ['paragraph', undefined, undefined],
    ]);
  });
});

describe('notes that lead to each other by name', () => {
  test.each([
    ['Voir [[Modèle]] ici', 'Voir Modèle ici'],
    ['Voir [[Modèle|le modèle]] ici', 'Voir le modèle ici'],
    ['Voir [[Modèle|]] ici', 'Voir Modèle ici'],
    ['Voir [[#Les têtes]] et [[Modèle#Têtes]]', 'Voir Les têtes et Modèle#Têtes'],
    ['**[[Modèle]]** neuf', '*Modèle* neuf'],
    ['Le [[2025-03-04]], dit-il', 'Le 2025-03-04, dit-il'],
    ['Ni `[[x]]` ni \\[[x]]', 'Ni [[x]] ni [[x]]'],
    ['Ni [[0, 1]] ni [[^1]]', 'Ni [[0, 1]] ni [[^1]]'],
    ['Ni [[ -f x ]] ni [[x] y]', 'Ni [[ -f x ]] ni [[x] y]'],
    ['[[mot]](https://a.fr)', '[mot]'],
  ])('“%s” is read as “%s”', (text, read) => {
    expect(readOf(parseInlineMarks(text))).toBe(read);
  });

  test('are links that lead nowhere from here, unless their name is defined', () => {
    const [unit] = unitsOf('[[Un]] et [[deux]].\n\n[deux]: https://a.fr');
    expect(unit?.source.marks.map(({ kind, href }) => [kind, href])).toEqual([
      ['link', null],
      ['link', 'https://a.fr'],
    ]);
  });

  test.each([
    ['![[carte.png]]', 'figure kept', 'carte.png', ''],
    ['![[images/ma carte.png|300]]', 'figure kept', 'images/ma carte.png', ''],
    ['![[carte.png|300x200]]', 'figure kept', 'carte.png', ''],
    ['![[carte.png|La carte]]', 'figure', 'carte.png', 'La carte'],
    ['![[../carte.png]]', 'figure kept', null, ''],
  ])('a picture among them is one: %s', (text, found, href, words) => {
    const [unit] = unitsOf(text);
    expect([kinds(text)[0]?.split(':', 1)[0], unit?.source.marks[0]?.href, unit && readOf(unit.source)]).toEqual([
      found,
      href,
      words,
    ]);
  });
});

describe('a quotation that names itself', () => {
  test.each([
    ['by a title', '> [!note] À retenir\n> Un mot.', ['quote: *À retenir*', 'quote: Un mot.']],
    ['folded', '> [!warning]- À *retenir*\n> Un\n> mot.', ['quote: *À **retenir*', 'quote: Un\nmot.']],
    ['with a title alone', '> [!note] À retenir', ['quote: *À retenir*']],
    ['by its kind', '> [!TIP]\n> Un mot.', ['quote kept: *TIP*', 'quote: Un mot.']],
    ['with an empty line', '> [!note] Titre\n>\n> Un mot.', ['quote: *Titre*', 'quote: Un mot.']],
    ['with CR LF', '> [!note] Titre\r\n> Un mot.', ['quote: *Titre*', 'quote: Un mot.']],
    ['within another', '> Avant.\n>\n> > [!note] Titre\n> > Un.', ['quote: Avant.', 'quote: *Titre*', 'quote: Un.']],
    ['in an item', '- Un.\n\n  > [!note] Titre\n  > Deux.', ['item: Un.', 'quote: *Titre*', 'quote: Deux.']],
    ['near-miss: a link first', '> [a] Titre\n> Un mot.', ['quote: [a] Titre\nUn mot.']],
    ['near-miss: no kind', '> [!] Titre\n> Un mot.', ['quote: [!] Titre\nUn mot.']],
    ['near-miss: in its second line', '> Un mot.\n> [!note] Titre', ['quote: Un mot.\n[!note] Titre']],
    ['near-miss: no quotation', '[!note] Titre\nUn mot.', ['paragraph: [!note] Titre\nUn mot.']],
  ])('%s', (_what, body, found) => {
    expect(unitsOf(body).map((unit) => `${unit.kind}${unit.isKept ? ' kept' : ''}: ${readOf(unit.source)}`)).toEqual(
      found,
    );
  });

  test('has its words where they stand in the file', () => {
    const places = unitsOf('> [!note] Titre\n> Un mot.').map(({ place }) => [place.line, place.column]);
    expect(places).toEqual([
      [3, 3],
      [4, 3],
    ]);
  });
});

test('code keeps what its fence says', () => {
  expect(unitsOf('```python title="Un titre"\nx\n```\n\n```\ny\n```').map(({ info }) => info)).toEqual([
    'python title="Un titre"',
    undefined,
  ]);
});

describe('nothing vanishes', () => {
  const word = fc.integer({ min: 0, max: 99_999 }).map((n) => `mot${n}`);
  const inline = fc.oneof(
    { weight: 4, arbitrary: word },
    word.map((w) => `**${w}**`),
    word.map((w) => `~~${w}~~`),
    word.map((w) => `\`${w}\``),
    fc.tuple(word, word).map(([a, b]) => `[${a}](https://a.fr/${b} "${a}x")`),
    fc.tuple(word, word).map(([a, b]) => `![${a}](${b}.png)`),
    fc.tuple(word, word).map(([a, b]) => `[${a}][${b}]`),
    word.map((w) => `[^${w}]`),
    word.map((w) => `{{< ${w} >}}`),
    word.map((w) => `<b title="${w}">`),
    fc.tuple(word, word).map(([a, b]) => `[[${a}|${b}]] ![[${b}.png|${a}]] ![[${b}]]`),
  );
  const line = fc.array(inline, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
  const cells = fc.array(line, { minLength: 2, maxLength: 2 }).map((all) => `| ${all.join(' | ')} |`);
  const block = fc.oneof(
    line,
    fc.tuple(line, line).map((all) => all.join('\n')),
    line.map((l) => `## ${l}`),
    line.map((l) => `${l}\n===`),
    line.map((l) => `> ${l}\n> ${l}`),
    fc.tuple(word, line).map(([a, l]) => `> [!${a}] ${l}\n> ${l}`),
    fc.tuple(line, line).map(([a, b]) => `- [ ] ${a}\n- ${b}\n  1. ${a}`),
    fc.tuple(cells, cells, cells).map(([a, b, c]) => `${a}\n|---|:-:|\n${b}\n${c} ${c}`),
    fc.tuple(word, line, line).map(([a, b, c]) => `[^${a}]: ${b}\n\n    ${c}`),
    fc.tuple(word, word).map(([a, b]) => `[${a}]: https://a.fr/${b} "${b} ${a}"`),
    fc.tuple(word, word).map(([a, b]) => `\`\`\`${a} ${b}\n${b}\n\`\`\``),
    fc.tuple(word, line).map(([a, b]) => `<div id="${a}">\n${b}\n</div>`),
    word.map((w) => `<!-- ${w} -->`),
    fc.tuple(word, line).map(([a, b]) => `:::${a}\n${b}\n:::`),
    word.map((w) => `{% ${w} %}`),
    word.map((w) => `    ${w}`),
    fc.constant('***'),
  );
  const body = fc
    .array(fc.tuple(block, fc.constantFrom('\n\n', '\n\n', '\n\n', '\n')), { minLength: 1, maxLength: 12 })
    .map((all) => all.flat().join(''));

  test('every word of an article is in a unit', () => {
    fc.assert(
      fc.property(body, (text) => {
        const held = unitsOf(text).map(({ source, info }) => `${source.text} ${info ?? ''}`);
        const found = new Set(held.join(' ').match(/mot\d+/g));
        expect([...new Set(text.match(/mot\d+/g))].filter((one) => !found.has(one))).toEqual([]);
      }),
      { numRuns: rounds(50, 750) },
    );
  });
});
