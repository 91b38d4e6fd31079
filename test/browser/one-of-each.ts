/** A short site whose article has one of everything that a page can show: each kind of paragraph, state and verdict. */
export const ONE_OF_EACH = {
  'glossary/ai.yaml': `- fr: [jeton, unité lexicale]
  en: [token, lexical unit]
  not: [{ term: chip, why: that is puce }]
  definition: The smallest unit of text that a model reads.
  domain: language
- fr: puce
  en: chip
- keep: OpenAI
`,
  'glossary/broken.yaml': '- fr: a\n  em: b\n',
  'content/essai/fr.md': `---
title: Un essai
site: Le Journal
url: https://example.org/essai
date: 2026-11-02
---

## Les jetons d’OpenAI

Trois jetons, *une* puce et 70 % de [pages](https://example.org/pages).

- Un jeton seul.
- Une puce seule.

> Des jetons et des jetons.

Cinq jetons.

Sept jetons encore.

Rien encore.

| Jeton | Nombre |
| --- | ---: |
| petit[^1] | 12 |
| ~~grand~~ | |

![Un plan des jetons](plan.png)

![Une image ailleurs](https://example.org/loin.png)

- [x] Compter

<!-- à relire -->

[^1]: Une note sur un jeton.
`,
  'content/essai/en.po': `msgid "Un essai"
msgstr "A trial"

msgid "Les jetons d’OpenAI"
msgstr "OpenAI’s tokens"

# note: The French has a play on words here.
msgid "Trois jetons, *une* puce et 70 % de [pages](https://example.org/pages)."
msgstr "Four chips, *a* chip and 70% of [pages](https://example.org/pages)."

# origin: deepl en-US glossary 000000 2026-11-23 13 characters
#, fuzzy
msgid "Un jeton seul."
msgstr "One lone lexical unit."

# terms: chip 000000
msgid "Une puce seule."
msgstr "One lone chip."

# waive: token 05f43aa6f19b - said once
msgid "Des jetons et des jetons."
msgstr "Tokens upon more."

# waive: number-changed f57d8b7dd3f9 - counted anew
msgid "Cinq jetons."
msgstr "Six tokens."

# origin: person 2026-11-23
msgid "Sept jetons encore."
msgstr "Seven more."
`,
};
