import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../../src/serve.ts';
import { makeRoot, SMALL, start } from '../../site.ts';

const FRENCH = `---
title: Essai
---

Un jeton[^a] et un autre[^a], rien[^b].

| Jeton | Nombre |
| --- | ---: |
| petit | 12 |
| | 3,5 |

![Un plan](plan.png)

![Loin](https://exemple.fr/loin.png) et ![près](/etc/plan.png).

- [x] Lire

[^a]: Une note.

[un]: https://exemple.fr
Voir [un].
`;
const message = (id: string, text: string) => `msgid ${JSON.stringify(id)}\nmsgstr ${JSON.stringify(text)}\n\n`;
const ENGLISH =
  message('Un jeton[^a] et un autre[^a], rien[^b].', 'A token[^a] and another[^a], nothing[^b].') +
  message('Jeton', 'Token') +
  message('[^a]: Une note.', '[^a]: A note.') +
  message('Voir [un].', 'See [one][un].');

let site: Site;
let html: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const made = await makeRoot({ ...SMALL, 'content/essai/fr.md': FRENCH, 'content/essai/en.po': ENGLISH });
  remove = made.remove;
  site = await start(made.root);
  html = await (await fetch(`${site.url}articles/essai`)).text();
});
afterAll(async () => {
  await site.close();
  await remove();
});

/** The section of a unit. */
const unit = (id: string) => html.split('<section ').find((part) => part.includes(` id="${id}" `)) ?? '';
const tagsIn = (text: string, tag: RegExp) => [...text.matchAll(tag)].map(([found]) => found);

test('every unit holds one element in French and one in English', () => {
  const sections = tagsIn(html, /<section class="unit"[\s\S]*?<\/section>/g);
  const counts = sections.map((section) => ['fr', 'en'].map((lang) => section.split(` lang="${lang}"`).length - 1));
  expect([sections.length, new Set(counts.map(String))]).toEqual([13, new Set(['1,1'])]);
});

describe('a table', () => {
  test('is one, with rows, heads and cells', () => {
    const roles = tagsIn(html, /(?<=<(?:table|thead|tbody|tr|th|td)[^>]* role=")\w+/g);
    expect(roles).toEqual([
      ...['table', 'rowgroup', 'row', 'columnheader', 'columnheader'],
      ...['rowgroup', 'row', 'cell', 'cell', 'row', 'cell', 'cell'],
    ]);
  });

  test.each([
    ['in both languages', 'p5', ['data-head="Jeton"', 'data-head="Token"']],
    ['in French alone where it is not translated', 'p6', ['data-head="Nombre"']],
  ])('says in each cell what its head says, %s', (_, id, heads) => {
    expect(tagsIn(unit(id), /data-head="[^"]*"/g)).toEqual(heads);
  });

  test('shows what reads the same in both on both sides', () => {
    expect(tagsIn(unit('p6'), />12</g).length).toBe(2);
  });

  test('wants an English for a figure that is written in another way', () => {
    expect(unit('p7')).toContain('Not translated yet.');
  });
});

describe('a footnote', () => {
  test('is led to in either language, and leads back to where it is called first', () => {
    const links = tagsIn(html, /(?<=<a class="note-(?:link|label)" )(?:href="[^"]*"|)(?: id="[^"]*")?/g);
    expect(links).toEqual([
      ...['href="#p11-fr" id="p11-fr-ref"', 'href="#p11-fr"', 'href="#p11-en" id="p11-en-ref"', 'href="#p11-en"'],
      ...['href="#p11-fr-ref"', 'href="#p11-en-ref"'],
    ]);
  });

  test('has its places in the page', () => {
    expect(tagsIn(unit('p11'), / id="[^"]*"/g)).toEqual([' id="p11"', ' id="p11-fr"', ' id="p11-en"']);
  });

  test('that is not there leaves its label as it is written', () => {
    expect(tagsIn(unit('p2'), /\[\^b\]/g).length).toBe(2);
  });
});

describe('an image', () => {
  test('of the article stands over both sides', () => {
    expect(tagsIn(unit('p8'), /<img [^>]*>/g)).toEqual([
      '<img src="/articles/essai/files/plan.png" alt="" loading="lazy">',
    ]);
  });

  test('elsewhere is a link, and one that may not be is named', () => {
    expect([unit('p9').includes('<img'), tagsIn(unit('p9'), /no-picture"[^>]*>[^<]*/g)]).toEqual([
      false,
      [
        'no-picture" href="https://exemple.fr/loin.png" rel="noopener noreferrer">image at exemple.fr',
        'no-picture">image',
      ],
    ]);
  });
});

test('a link by its label leads where its definition says, which is not shown', () => {
  expect([tagsIn(unit('p13'), /href="https:[^"]*"/g).length, unit('p12').includes(' hidden')]).toEqual([2, true]);
});

test('a task shows whether it is done', () => {
  expect(tagsIn(unit('p10'), /data-marker="☑"/g).length).toBeGreaterThan(0);
});
