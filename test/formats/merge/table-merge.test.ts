import { expect, test } from 'vitest';
import { finish } from '../../../src/core/model/slices.ts';
import { readGlossarySlices } from '../../../src/formats/glossary/kinds.ts';
import { mergerOf } from '../../../src/formats/merge/merge-versions.ts';

const BASE = 'fr,en,domain\njeton,token,\nmodèle,model,\nréseau,network,\n';

const merge = (versions: { base: string; ours: string; theirs: string }, file = 'glossary/t.csv') =>
  mergerOf(file)?.(versions);

test.each<[string, string, string, string]>([
  [
    'rows side by side',
    BASE.replace('token', 'unit'),
    BASE.replace('model', 'pattern').replace('network', 'net'),
    'fr,en,domain\njeton,unit,\nmodèle,pattern,\nréseau,net,\n',
  ],
  [
    'two cells of one row',
    BASE.replace('jeton,token,', 'jeton,unit,'),
    BASE.replace('jeton,token,', 'jeton,token,models'),
    BASE.replace('jeton,token,', 'jeton,unit,models'),
  ],
  ['rows added at the end', `${BASE}puce,chip,\n`, `${BASE}lot,batch,\n`, `${BASE}lot,batch,\npuce,chip,\n`],
  ['one row added at the end by both', `${BASE}puce,chip,\n`, `${BASE}puce,chip,\n`, `${BASE}puce,chip,\n`],
  [
    'one French added with two English',
    `${BASE}puce,chip,\n`,
    `${BASE}puce,flea,\n`,
    `${BASE}# conflict: puce,flea,\npuce,chip,\n`,
  ],
  [
    'one cell both ways',
    BASE.replace('token', 'unit'),
    BASE.replace('token', 'word'),
    BASE.replace('jeton,token', '# conflict: jeton,word,\njeton,unit'),
  ],
  [
    'different words of one cell',
    BASE.replace('token', 'big token'),
    BASE.replace('token', 'token model'),
    BASE.replace('jeton,token', '# conflict: jeton,token model,\njeton,big token'),
  ],
  ['a deletion of theirs', BASE, BASE.replace('modèle,model,\n', ''), BASE.replace('modèle,model,\n', '')],
  [
    'a deletion of ours, an edit of theirs',
    BASE.replace('modèle,model,\n', ''),
    BASE.replace('model', 'pattern'),
    BASE.replace('model', 'pattern'),
  ],
  [
    'a column of theirs, a row of ours',
    BASE.replace('token', 'unit'),
    'fr,en,domain,note\njeton,token,,\nmodèle,model,,\nréseau,network,,x\n',
    'fr,en,domain,note\njeton,unit,,\nmodèle,model,,\nréseau,network,,x\n',
  ],
])('%s', (_what, ours, theirs, merged) => {
  expect(merge({ base: BASE, ours, theirs })).toBe(merged);
});

test('a table without a header may lose its first row, and keeps its mark and its line ends', () => {
  const base = '\ufeffa,b\r\nc,d\r\n';
  expect(merge({ base, ours: base.replace('d', 'e'), theirs: base.replace('a,b\r\n', '') })).toBe('\ufeffc,e\r\n');
});

test.each<[string, string, string, string, string]>([
  ['semicolons', 'fr;en\na;b\nc;d\n', 'fr;en\na;x\nc;d\n', 'fr;en\na;b\nc;y\n', 'fr;en\na;x\nc;y\n'],
  ['rows that one sorted', 'a,b\nc,d\ne,f\n', 'e,f\nc,d\na,b\n', 'a,b\nc,x\ne,f\n', 'e,f\nc,x\na,b\n'],
  ['two rows of one French', 'a,b\na,c\n', 'a,x\na,c\n', 'a,b\na,y\n', 'a,x\na,y\n'],
  ['a French of ours, its English of theirs', 'a,b\nc,d\n', 'z,b\nc,d\n', 'a,y\nc,d\n', 'a,y\nz,b\nc,d\n'],
  ['a remark', '# un\na,b\n', '# un, revu\na,b\n', '# un\na,y\n', '# un, revu\na,y\n'],
  ['no line end at the end', 'a,b', 'a,b\nc,d', 'a,x', 'a,x\nc,d'],
  ['a table that was empty', '', 'a,b\n', 'c,d\n', 'c,d\na,b\n'],
  ['a cell in quotation marks', '"a, b",c\n', '"a, b",x\n', '"a, b",c\nd,e\n', '"a, b",x\nd,e\n'],
])('%s', (_what, base, ours, theirs, merged) => {
  expect(merge({ base, ours, theirs })).toBe(merged);
});

test('tabs part cells as well', () => {
  const base = 'jeton\ttoken\tx\n';
  const both = { base, ours: base.replace('token', 'a, b'), theirs: base.replace('x', 'y') };
  expect(merge(both, 'glossary/t.tsv')).toBe('jeton\ta, b\ty\n');
});

test.each<[string, string, string, string, string]>([
  ['a column between', 'fr,en\na,b\n', 'fr,note,en\na,x,b\n', 'fr,en\na,b\nc,d\n', 'fr,note,en\na,x,b\nc,,d\n'],
  ['a column of theirs between', 'fr,en\na,b\n', 'fr,en\na,c\n', 'fr,note,en\na,x,b\n', 'fr,note,en\na,x,c\n'],
  ['columns in another order', 'fr,en\na,b\n', 'en,fr\nb,a\n', 'fr,en\na,c\n', 'en,fr\nc,a\n'],
  ['another sign between cells', 'fr,en\na,b\n', 'fr;en\na;b\n', 'fr,en\na,b\nc,x;y\n', 'fr;en\na;b\nc;"x;y"\n'],
  ['names in capitals', 'fr,en\na,b\n', 'FR,EN\na,b\n', 'fr,en\na,c\n', 'FR,EN\na,c\n'],
  [
    'a second English',
    'fr,en,en\na,b,c\n',
    'fr,note,en,en\na,x,b,c\n',
    'fr,en,en\na,b,d\n',
    'fr,note,en,en\na,x,b,d\n',
  ],
  ['a term that begins with #', 'fr,en\na,b\n', 'en,fr\nb,a\n', 'fr,en\n#a,b c\na,b\n', 'en,fr\nb c,#a\nb,a\n'],
  ['a remark of theirs', 'fr,en\na,b\n', 'en,fr\nb,a\n', 'fr,en\n# a, b\n#c,\na,b\n', 'en,fr\n# a, b\n#c,\nb,a\n'],
  [
    'what theirs left open',
    'fr,en\na,b\n',
    'en,fr\nb,a\n',
    'fr,en\n# conflict: a,c\na,b\nd,e\n',
    'en,fr\n# conflict: c,a\nb,a\ne,d\n',
  ],
  ['the same columns', 'fr,en\na,b\n', 'en,fr\nb,a\n', 'en,fr\nc,a\n', 'en,fr\nc,a\n'],
  ['two new tables', '', 'fr,en\na,b\n', 'en,fr\nd,c\n', 'fr,en\nc,d\na,b\n'],
])('rows follow their columns: %s', (_what, base, ours, theirs, merged) => {
  expect(merge({ base, ours, theirs })).toBe(merged);
});

test.each<[string, string, string, string]>([
  ['a column that ours took away', 'fr,en,note\na,b,x\n', 'fr,en\na,b\n', 'fr,en,note\na,b,y\n'],
  ['a cell beyond the columns', 'fr,en\na,b\n', 'fr,note,en\na,x,b\n', 'fr,en\na,b,y\n'],
  ['a header that ours took away', 'fr,en\na,b\n', 'a,b\n', 'fr,en\na,c\n'],
  ['another order of each', 'fr,en,note\na,b,x\n', 'en,fr,note\nb,a,x\n', 'note,fr,en\nx,a,b\n'],
  ['the names of columns', 'fr,en\na,b\n', 'fr,de\na,b\n', 'fr,nl\na,b\n'],
  ['a row that goes on over several lines', 'fr,en\na,"b\nc"\n', 'fr,en\na,"b\nd"\n', 'fr,en\na,"b\nc"\ne,f\n'],
])('%s: told by lines alone', (_what, base, ours, theirs) => {
  expect(merge({ base, ours, theirs })).toBeNull();
});

test.each<[string, string, string, string]>([
  ['a second one', '# conflict: a,y\na,x\n', 'a,z\n', '# conflict: a,y\n# conflict: a,z\na,x\n'],
  ['each beside the other', '# conflict: a,y\na,x\n', '# conflict: a,x\na,y\n', '# conflict: a,y\na,x\n'],
  ['the same twice', '# conflict: a,y\na,x\n', 'a,y\n', '# conflict: a,y\na,x\n'],
  ['a remark of each', '# un, vu\na,b\n', '# un, lu\na,b\n', '# un, vu\n# un, lu\na,b\n'],
])('conflicts: %s', (_what, ours, theirs, merged) => {
  expect(merge({ base: 'a,b\n', ours, theirs })).toBe(merged);
});

test('what stands in a conflict is no entry, and told', () => {
  const text = merge({
    base: BASE,
    ours: BASE.replace('token', 'unit'),
    theirs: BASE.replace('token', '"a ""b"", c"'),
  });
  const { concepts, problems } = finish(readGlossarySlices(text ?? '', 'glossary/t.csv'));
  expect([concepts.map(({ id }) => id), problems.map(({ line, rule, message }) => [line, rule, message])]).toEqual([
    ['unit', 'model', 'network'],
    [[2, 'entry-conflict', 'somebody else wrote jeton,"a ""b"", c",; keep what is right, and delete this line']],
  ]);
});
