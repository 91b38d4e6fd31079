/** What pages of a small site say, by their address below it: a line for each block. */
export const PAGE_WORDS: readonly (readonly [address: string, words: string])[] = [
  [
    'articles',
    `Articles
1 article, French and English. Add an article, or import a translation.
Search ‹title or site›
Find
http://site/articles
Essai
Trial
Le Pont March 7, 2025
5 paragraphs: 4 translated, 2 reviewed · 2 errors · Remove: Essai`,
  ],
  [
    'articles/essai',
    `Le Pont March 7, 2025
‹Title›
‹Edit paragraph 1› Edit
Essai
Trial
‹Paragraph 2›
‹Paragraph 2› 2
‹Edit paragraph 2› Edit
Trois ‹jetons: plural of jeton.
Rendered by “chips” (plural of chip), which the entry rules out (that is puce); write “token”.› jetons.
Three ‹jetons: plural of jeton.
Rendered by “chips” (plural of chip), which the entry rules out (that is puce); write “token”.› chips.
Draft not approved yet (deepl en-US, 2026-11-23, 13 characters).
Approve it as it is
Finding “chips” is ruled out for “jetons” (that is puce); write “tokens”.
‹Paragraph 3›
‹Paragraph 3› 3
‹Edit paragraph 3› Edit
Une ‹Rendered by “chip”, the preferred term.› puce.
A ‹Rendered by “chip”, the preferred term.› chip.
Translator’s note Said.
‹Paragraph 4›
‹Paragraph 4› 4
‹Edit paragraph 4› Edit
Deux ‹jetons: plural of jeton.
Rendered by “tokens” (plural of token), the preferred term.› jetons.
A pair of ‹jetons: plural of jeton.
Rendered by “tokens” (plural of token), the preferred term.› tokens.
Draft not approved yet.
Approve it as it is
Finding somebody else wrote “Two tokens.”; save what is right.
‹Paragraph 5›
‹Paragraph 5› 5
‹Edit paragraph 5› Edit
Rien.
Not translated yet.`,
  ],
  [
    'articles/essai/units/p2',
    `Back to paragraph 2 of “Essai”
Edit paragraph 2
‹Other paragraphs› problem ‹Next problem, ¶4› ¶4 › draft ‹Next draft, ¶4› ¶4 › unreviewed ‹Next unreviewed, ¶4› ¶4 › untranslated ‹Next untranslated, ¶5› ¶5 ›
Trois ‹jetons: plural of jeton.
Rendered by “chips” (plural of chip), which the entry rules out (that is puce); write “token”.› jetons.
English
Three chips.
State
• Draft
Reviewed: I stand by it, and no engine touches it
Save
Save and next
Check
Translate in this browser
Back to the saved text Leave it Ctrl Enter saves, with Shift goes on to the next unreviewed, Alt R reviewed or not, Alt G the first repair, Esc leaves
‹What asks for something›
jetons deprecated jetons: plural of jeton. Rendered by “chips” (plural of chip), which the entry rules out (that is puce); write “token”.
Accept as it is
because
Accept
chips → tokens
1 term: 1 deprecated
‹The English with its terms› Three ‹jetons: plural of jeton.
Rendered by “chips” (plural of chip), which the entry rules out (that is puce); write “token”.› chips.
Translator’s note
Shown to readers under the paragraph, one a line
Versions of this paragraph`,
  ],
  [
    'glossary',
    `Glossary
3 concepts, French and English. Add a term, or import a glossary.
Search
Show | all entries| in the articles| in no article| not kept somewhere| with ruled-out words| with remarks of the check| with a note| without a definition| without a source| the same in both languages
In | any article or none| Essai
Find
http://site/glossary
‹Fields›
• All fields 3
Models 1
Without a field 2
‹First letters›
‹All letters› • All
‹J› J
‹O› O
‹P› P
Models 1 concept
jeton / token
A piece of text.
Not: chip
2 times in the articles, 1 not kept glossary/ai.yaml:1
Without a field 2 concepts
OpenAI
A company.
in no article glossary/ai.yaml:8
puce / chip
once in the articles glossary/ai.yaml:6
What “Essai” has and the glossary may lack
Take away
TBX, for most tools
TBX of 2019
CSV, for Excel
text with tabs
OmegaT
DeepL
Kept in glossary/ai.yaml.`,
  ],
  [
    'glossary/token',
    `Glossary Models
Edit it Its versions
jeton / token
A piece of text.
glossary/ai.yaml:1 each occurrence wants its rendering
French
jeton preferred noun
2 forms are recognized
jeton, jetons (plural)
English
token preferred noun
2 forms are recognized
token, tokens (plural)
chip deprecated noun: that is puce
2 forms are recognized
chip, chips (plural)
In the articles
2 paragraphs in 1 article, in any of its forms, in either language.
http://site/glossary/token
Essai Trial 2 paragraphs
¶2 of Essai deprecated
Trois jetons.
Three chips.
¶4 of Essai preferred
Deux jetons.
A pair of tokens.
Edit this entry
French
The preferred term first; further terms are found too.
French 1
Rules
Part of speech | as usual| noun| verb| adjective| adverb| name| other
Gender | as usual| m| f
Status | as usual| preferred| admitted| deprecated| superseded
Capitals | as usual| exact| any
Further forms, with ; between
French 2
Rules
Part of speech | as usual| noun| verb| adjective| adverb| name| other
Gender | as usual| m| f
Status | as usual| preferred| admitted| deprecated| superseded
Capitals | as usual| exact| any
Further forms, with ; between
A name that stays as it is in English
English
The preferred term first; further terms are accepted.
English 1
Rules
Part of speech | as usual| noun| verb| adjective| adverb| name| other
Gender | as usual| m| f
Status | as usual| preferred| admitted| deprecated| superseded
Capitals | as usual| exact| any
Plural | as usual| none
Further forms, with ; between
English 2
Rules
Part of speech | as usual| noun| verb| adjective| adverb| name| other
Gender | as usual| m| f
Status | as usual| preferred| admitted| deprecated| superseded
Capitals | as usual| exact| any
Plural | as usual| none
Further forms, with ; between
Save
Show what it would touch
One more row
Delete this entry Enter saves, in a field of several lines Ctrl Enter; Esc leaves
What it would touch
Ruled out, definition and all else
Ruled out
English that must not stand for it, and why.
Ruled out 1
Why not
‹why not›
Rules
Part of speech | as usual| noun| verb| adjective| adverb| name| other
Capitals | as usual| exact| any
Plural | as usual| none
Ruled out 2
Why not
‹why not›
Rules
Part of speech | as usual| noun| verb| adjective| adverb| name| other
Capitals | as usual| exact| any
Plural | as usual| none
Definition
A piece of text.
Note
French phrases in which it is not this term, one a line
English words that show another sense, one a line
Examples: French => English, or => - for what is not this term; one a line
Where the pair comes from
Subject field
See also: ids
Id ‹follows from the English›
Wanted | as usual| each time| once a paragraph| as English has it`,
  ],
  [
    'articles/essai/translate',
    `Essai
Translate
No engine is set up. Set DEEPL_AUTH_KEY, run visavis model fetch for an engine on this machine, or point LIBRETRANSLATE_URL, or CHAT_URL and CHAT_MODEL, to a server.
Or write it, paragraph by paragraph; it stands in content/essai/en.po.
Paragraphs
1
Characters
5
Entries that apply
0
Kept from before, at no cost
1
Of them drafts whose terms changed
1`,
  ],
  [
    'articles/essai/candidates',
    `Glossary Essai
What the article has and the glossary may lack
The glossary lacks nothing that looks like a term.`,
  ],
  [
    'articles/essai/remove',
    `Articles
Remove this article?
Essai / Trial
5 paragraphs: 4 translated, 2 reviewed content/essai
Its folder is taken out of content/, with its English and all that was said of it, and kept in .visavis/. Nothing is deleted: the next page, and all changes, have a button that brings it back.
Remove it Keep it`,
  ],
  [
    'search?q=jeton',
    `Search: jeton
Words, French or English
Find
A paragraph is found when it has all of the words, on either side; accents and capitals do not matter. A term of the glossary is found in all its forms and renderings; in quotation marks it is found as it is.
http://site/search?q=jeton
2 paragraphs in 1 article
“jeton” is a form of jeton / token: 2 forms in French, 3 in English are sought.
Essai Trial 2 paragraphs
¶2 of Essai
Trois jetons.
Three chips.
¶4 of Essai
Deux jetons.
A pair of tokens.`,
  ],
  [
    'changes',
    `Changes
What was saved from these pages. Each change can be undone, in any order, whatever else was written since; where somebody else wrote in the same place, you see the difference first. Undoing is a change too.
http://site/changes
Nothing has been saved yet.`,
  ],
  [
    'nowhere',
    `404
Not found
There is no such page.
The articles and the glossary are linked from the first page.
Go to the articles`,
  ],
];

/** What they say besides where something is otherwise: a conflict, a filter, a search without a hit. */
export const PART_WORDS: readonly (readonly [address: string, words: string])[] = [
  [
    'articles/essai/units/p4',
    `Two people wrote this paragraph
They wrote it in two copies of these files. One text stands in the file; take over from the other what you want. What you save decides.
The other text
A pair ofTwo tokens.
In the file
A pair of tokens.
Take the other text
Decide later`,
  ],
  [
    'articles/essai/units/p4',
    `‹What asks for something›
somebody else wrote “Two tokens.”; save what is right.
1 term: 1 preferred`,
  ],
  [
    'glossary?q=chip',
    `2 found “chip” ×: take this away
‹Fields›
• All fields 2
Models 1
Without a field 1
‹First letters›
‹All letters› • All
‹J› J
‹P› P
Called “chip” 2 concepts
jeton / token
A piece of text.
Not: chip
2 times in the articles, 1 not kept glossary/ai.yaml:1
puce / chip
once in the articles glossary/ai.yaml:6`,
  ],
  ['search?q=zz', 'No paragraph has “zz”.'],
];

/** What the page that follows a file says, by what the file holds. */
export const IMPORT_WORDS: readonly (readonly [what: string, text: string, words: string])[] = [
  [
    'a translation',
    `msgid "Essai"
msgstr "Test"

msgid "Rien."
msgstr "Nothing."

#, fuzzy
msgid "Une puce."
msgstr "One chip."

msgid "Autre."
msgstr "Other."
`,
    `Import another file instead
What this file would change
From the text that was pasted, of Essai. Nothing is saved yet.
4 texts: 0 changed, 1 new, 2 changed on both sides, 1 unknown.
Paragraph by paragraph
What is ticked is written into the translation. A paragraph that was reviewed here is never overwritten by a draft.
¶1
changed on both sides: reviewed on both sides
Read it: ¶1
Essai
TrialTest
As it comes: reviewed
•
¶5
new
Read it: ¶5
Rien.
Nothing.
As it comes: reviewed
¶3
changed on both sides: reviewed here, and a draft there, so it stays
Read it: ¶3
Une puce.
AOne chip.
As it comes: draft
unknown
no paragraph of the article reads so
Autre.
Other.
As it comes: draft
Save what is ticked`,
  ],
  [
    'terms',
    `- fr: jeton
  en: counter
- fr: ligne
  en: line
- fr: puce
  en: [chip, flea]
- keep: OpenAI
`,
    `Import another file instead
What this file would add
Terms of the text that was pasted. Nothing is saved yet.
1 new, 2 changed, 1 the same.
With what is ticked here, no paragraph of any article changes for better or worse.
Entry by entry
New entries that are ticked go into glossary/pasted-text.yaml. A tick at one that is there adds to it what the file says.
token
says more than the entry that is there
The entry: token
jeton / counter
“counter” is new
•
line
new
ligne / line
chip
says more than the entry that is there
The entry: chip
puce / chip, flea
“flea” is new
Save what is ticked`,
  ],
];
