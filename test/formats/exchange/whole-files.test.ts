import { expect, test } from 'vitest';
import { GLOSSARY_EXPORTS } from '../../../src/formats/exchange/glossary-exports.ts';
import { writeTmx } from '../../../src/formats/exchange/tmx.ts';
import { writeXliff12 } from '../../../src/formats/exchange/xliff12.ts';
import { writeXliff21 } from '../../../src/formats/exchange/xliff21.ts';
import { conceptsOf } from '../../core/glossaries.ts';
import { articleOf } from './articles.ts';

/** A title that is reviewed, a paragraph with every mark and no English, code, and a note that is a draft. */
const ARTICLE = articleOf(
  'a',
  `# Un *titre*

**Deux** [mots](u) ~~x~~ \`c\`\\
![plan](p.png) [^1]

~~~
x = 1
~~~

[^1]: Note.
`,
  `# note: Said & done.
msgid "Un *titre*"
msgstr "A *title*"

#, fuzzy
msgid "Note."
msgstr "Note"
`,
);

test.each([
  [
    'XLIFF 1.2',
    writeXliff12,
    `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="content/a" source-language="fr" target-language="en" datatype="plaintext" tool-id="visavis">
<header><tool tool-id="visavis" tool-name="Vis-à-vis" tool-version="1.2.3"/></header>
<body>
<trans-unit id="d70d02b30138" resname="p1" restype="x-title" approved="yes" xml:space="preserve">
<source xml:lang="fr">Un <bpt id="1" ctype="italic">*</bpt>titre<ept id="1">*</ept></source>
<target xml:lang="en" state="signed-off">A <bpt id="1" ctype="italic">*</bpt>title<ept id="1">*</ept></target>
<note from="translator">Said &amp; done.</note>
</trans-unit>
<trans-unit id="3b6d2ed0cbf4" resname="p2" restype="x-paragraph" xml:space="preserve">
<source xml:lang="fr"><bpt id="1" ctype="bold">**</bpt>Deux<ept id="1">**</ept> <bpt id="2" ctype="link">[</bpt>mots<ept id="2">](u)</ept> <bpt id="3" ctype="x-deleted">~~</bpt>x<ept id="3">~~</ept> <ph id="4" ctype="x-code" equiv-text="c">\`c\`</ph><ph id="5" ctype="lb" equiv-text="&#10;">\\
</ph><bpt id="6" ctype="x-image">![</bpt>plan<ept id="6">](p.png)</ept> <ph id="7" ctype="x-note" equiv-text="">[^1]</ph></source>
</trans-unit>
<trans-unit id="21ee7d0040e0" resname="p3" restype="x-code" translate="no" xml:space="preserve">
<source xml:lang="fr">x = 1</source>
</trans-unit>
<trans-unit id="317562d00e01" resname="p4" restype="x-note" xml:space="preserve">
<source xml:lang="fr"><ph id="1" ctype="x-lead" equiv-text="">[^1]: </ph>Note.</source>
<target xml:lang="en" state="needs-review-translation">Note</target>
</trans-unit>
</body>
</file>
</xliff>
`,
  ],
  [
    'XLIFF 2.1',
    writeXliff21,
    `<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:vv="urn:visavis:exchange">
<file id="a" original="content/a" xml:space="preserve">
<unit id="d70d02b30138" name="p1" type="vv:title">
<notes>
<note category="translator" appliesTo="target">Said &amp; done.</note>
</notes>
<originalData>
<data id="d1">*</data>
</originalData>
<segment state="final">
<source>Un <pc id="1" type="fmt" subType="xlf:i" dataRefStart="d1" dataRefEnd="d1">titre</pc></source>
<target>A <pc id="1" type="fmt" subType="xlf:i" dataRefStart="d1" dataRefEnd="d1">title</pc></target>
</segment>
</unit>
<unit id="3b6d2ed0cbf4" name="p2" type="vv:paragraph">
<originalData>
<data id="d1">**</data>
<data id="d2">[</data>
<data id="d3">](u)</data>
<data id="d4">~~</data>
<data id="d5">\`c\`</data>
<data id="d6">\\
</data>
<data id="d7">![</data>
<data id="d8">](p.png)</data>
<data id="d9">[^1]</data>
</originalData>
<segment state="initial">
<source><pc id="1" type="fmt" subType="xlf:b" dataRefStart="d1" dataRefEnd="d1">Deux</pc> <pc id="2" type="link" dataRefStart="d2" dataRefEnd="d3">mots</pc> <pc id="3" type="fmt" subType="vv:deleted" dataRefStart="d4" dataRefEnd="d4">x</pc> <ph id="4" type="other" subType="vv:code" equiv="c" dataRef="d5"/><ph id="5" type="fmt" subType="xlf:lb" equiv="&#10;" dataRef="d6"/><pc id="6" type="image" dataRefStart="d7" dataRefEnd="d8">plan</pc> <ph id="7" type="other" subType="vv:note" equiv="" dataRef="d9"/></source>
</segment>
</unit>
<unit id="21ee7d0040e0" name="p3" type="vv:code" translate="no">
<segment state="initial">
<source>x = 1</source>
</segment>
</unit>
<unit id="317562d00e01" name="p4" type="vv:note">
<originalData>
<data id="d1">[^1]: </data>
</originalData>
<segment state="translated">
<source><ph id="1" type="other" subType="vv:lead" equiv="" dataRef="d1"/>Note.</source>
<target>Note</target>
</segment>
</unit>
</file>
</xliff>
`,
  ],
  [
    'TMX',
    writeTmx,
    `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
<header creationtool="visavis" creationtoolversion="1.2.3" segtype="paragraph" o-tmf="visavis" adminlang="en" srclang="fr" datatype="plaintext"><prop type="x-article">a</prop></header>
<body>
<tu tuid="d70d02b30138">
<note>Said &amp; done.</note>
<prop type="x-unit">p1</prop>
<prop type="x-state">reviewed</prop>
<tuv xml:lang="fr"><seg>Un <bpt i="1" x="1" type="italic">*</bpt>titre<ept i="1">*</ept></seg></tuv>
<tuv xml:lang="en"><seg>A <bpt i="1" x="1" type="italic">*</bpt>title<ept i="1">*</ept></seg></tuv>
</tu>
<tu tuid="317562d00e01">
<prop type="x-unit">p4</prop>
<prop type="x-state">translated</prop>
<tuv xml:lang="fr"><seg><ph x="1" type="lead">[^1]: </ph>Note.</seg></tuv>
<tuv xml:lang="en"><seg>Note</seg></tuv>
</tu>
</body>
</tmx>
`,
  ],
] as const)('an article is this file of %s, to the byte', (_format, write, text) => {
  expect([...write(ARTICLE, { version: '1.2.3', drafts: true })].join('')).toBe(text);
});

const GLOSSARY = conceptsOf(`
- fr: [{ term: jeton, gender: m }, { term: unité, gender: f }]
  en: [token, TK]
  not: [{ term: chip, why: that is a puce }]
  domain: text
  definition: "Smallest  unit,\\nread & written."
  source: JO
  note: Not a coin.
- fr: { term: 3D, status: superseded }
  en: 3D printing
`);

test.each([
  [
    'tbx',
    `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><sourceDesc><p>A glossary of Vis-à-vis</p></sourceDesc></fileDesc><encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
<termEntry id="token"><descrip type="subjectField">text</descrip>\
<descripGrp><descrip type="definition">Smallest  unit,
read &amp; written.</descrip><admin type="source">JO</admin></descripGrp><note>Not a coin.</note>\
<langSet xml:lang="fr">\
<tig><term>jeton</term><termNote type="partOfSpeech">noun</termNote><termNote type="grammaticalGender">masculine</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>\
<tig><term>unité</term><termNote type="partOfSpeech">noun</termNote><termNote type="grammaticalGender">feminine</termNote><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig></langSet>\
<langSet xml:lang="en">\
<tig><term>token</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>\
<tig><term>TK</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>\
<tig><term>chip</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote><note>that is a puce</note></tig></langSet></termEntry>
<termEntry id="_3d-printing">\
<langSet xml:lang="fr">\
<tig><term>3D</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet>\
<langSet xml:lang="en">\
<tig><term>3D printing</term><termNote type="partOfSpeech">noun</termNote><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet></termEntry>
</body></text>
</martif>
`,
  ],
  [
    'tbx3',
    `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<tbxHeader><fileDesc><sourceDesc><p>A glossary of Vis-à-vis</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
<conceptEntry id="token"><min:subjectField>text</min:subjectField>\
<descripGrp><basic:definition>Smallest  unit,
read &amp; written.</basic:definition><basic:source>JO</basic:source></descripGrp><note>Not a coin.</note>\
<langSec xml:lang="fr">\
<termSec><term>jeton</term><min:partOfSpeech>noun</min:partOfSpeech><basic:grammaticalGender>masculine</basic:grammaticalGender><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>\
<termSec><term>unité</term><min:partOfSpeech>noun</min:partOfSpeech><basic:grammaticalGender>feminine</basic:grammaticalGender><min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus></termSec></langSec>\
<langSec xml:lang="en">\
<termSec><term>token</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>\
<termSec><term>TK</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>\
<termSec><term>chip</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus><note>that is a puce</note></termSec></langSec></conceptEntry>
<conceptEntry id="_3d-printing">\
<langSec xml:lang="fr">\
<termSec><term>3D</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec></langSec>\
<langSec xml:lang="en">\
<termSec><term>3D printing</term><min:partOfSpeech>noun</min:partOfSpeech><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec></conceptEntry>
</body></text>
</tbx>
`,
  ],
  [
    'csv',
    `\ufeffconcept id,language,term,status,part of speech,gender,definition,domain,note\r
token,fr,jeton,preferred,noun,m,"Smallest  unit,
read & written.",text,Not a coin.\r
token,fr,unité,admitted,noun,f,,,\r
token,en,token,preferred,noun,,,,\r
token,en,TK,preferred,noun,,,,\r
token,en,chip,deprecated,noun,,,,that is a puce\r
3d-printing,fr,3D,superseded,noun,,,,\r
3d-printing,en,3D printing,preferred,noun,,,,\r
`,
  ],
  [
    'tsv',
    `concept id\tlanguage\tterm\tstatus\tpart of speech\tgender\tdefinition\tdomain\tnote\r
token\tfr\tjeton\tpreferred\tnoun\tm\t"Smallest  unit,
read & written."\ttext\tNot a coin.\r
token\tfr\tunité\tadmitted\tnoun\tf\t\t\t\r
token\ten\ttoken\tpreferred\tnoun\t\t\t\t\r
token\ten\tTK\tpreferred\tnoun\t\t\t\t\r
token\ten\tchip\tdeprecated\tnoun\t\t\t\tthat is a puce\r
3d-printing\tfr\t3D\tsuperseded\tnoun\t\t\t\t\r
3d-printing\ten\t3D printing\tpreferred\tnoun\t\t\t\t\r
`,
  ],
  [
    'omegat',
    `# French\tEnglish\tRemark
jeton\ttoken\tSmallest unit, read & written.
unité\ttoken\tSmallest unit, read & written.
`,
  ],
  [
    'deepl',
    `jeton,token,fr,en\r
unité,token,fr,en\r
`,
  ],
] as const)('a glossary is this file of %s, to the byte', (format, text) => {
  expect([...GLOSSARY_EXPORTS[format].write(GLOSSARY)].join('')).toBe(text);
});
