/** What is the same in a book and in a page of its own: nothing of it is needed to read. */
const SHARED = `
.pair, td { break-inside: avoid; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; break-after: avoid; }
blockquote { margin: 0.5em 0; padding-left: 1em; border-left: 2px solid; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.9em; }
pre.aside, .markup { opacity: 0.7; }
ul, ol { list-style: none; margin: 0; padding-left: 1.2em; }
img { max-width: 100%; height: auto; }
.keep { white-space: nowrap; }
.term { text-decoration: underline dotted; text-underline-offset: 0.2em; }
.draft, .none, .told, .no-picture, .sign { font-family: sans-serif; font-size: 0.8em; }
.draft { font-weight: bold; }
.draft::before { content: "✎ "; }
.none, .told { font-style: italic; }
aside { font-size: 0.9em; margin: 0.5em 0; }
table.cells { border-collapse: collapse; margin: 1em 0; }
table.cells th, table.cells td { border: 1px solid; padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
table.cells .right { text-align: right; }
table.cells .center { text-align: center; }
table.cells p { margin: 0.1em 0; }
`;

/** The style of a book. Colours and typefaces are the reader’s own. */
export const BOOK_STYLE = `${SHARED}
.english { margin-left: 1.2em; }
.pair { margin: 0 0 1em; }
.pair p { margin: 0.2em 0; }
table.pairs { width: 100%; border-collapse: collapse; table-layout: fixed; }
table.pairs > thead > tr > th, table.pairs > tbody > tr > td { padding: 0.3em 0.6em; text-align: left; vertical-align: top; }
${[1, 2, 3, 4, 5, 6].map((depth) => `table.pairs .d${depth} > td { padding-left: ${0.6 + depth}em; }\n`).join('')}`;

/** The style of a page of its own: both themes, print, side by side where there is room. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; }
body { max-width: 78rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; font: 1.06rem/1.55 Georgia, "Times New Roman", serif; color: light-dark(#222, #e6e4e0); background: light-dark(#fffdf9, #1b1a18); }
.pair { padding: 0.35rem 0; }
.pair p { margin: 0.3rem 0; }
.english { padding-left: 1rem; border-left: 1px solid light-dark(#c9c2b4, #55524b); }
a { color: inherit; }
.draft { color: light-dark(#8a3b00, #ffb98a); }
.none { color: light-dark(#5c5850, #b3aea4); }
.made { margin-top: 3rem; border-top: 1px solid; font: 0.85rem/1.5 system-ui, sans-serif; }
${SHARED}
@media (min-width: 48em) {
  .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 2.5rem; }
  .pair > .picture, .one > .side { grid-column: 1 / -1; }
  .english { padding-left: 0; border-left: 0; }
}
@media print {
  :root { color-scheme: light; }
  body { max-width: none; padding: 0; font-size: 9.5pt; background: none; color: #000; }
  .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 8mm; }
  .pair > .picture, .one > .side { grid-column: 1 / -1; }
  .english { padding-left: 0; border-left: 0; }
  @page { margin: 16mm 14mm; }
}
`;
