import { defineConfig, type Plugin, type RolldownOptions } from 'rolldown';

/** The scripts of the pages, by the name under which they are served: `/browser/reader.js`. */
const PAGES = ['reader', 'unit', 'entry', 'glossary', 'translate', 'add'];

/** Blocks of Markdown, which no script of a page reads: it has a paragraph, and all these are switched off there. */
const BLOCKS = /(?<=export const (?:document|contentInitial|flowInitial|flow) = )\{[^{}]*\}/g;

/** Leaves out what reads blocks of Markdown. */
const WITHOUT_BLOCKS: Plugin = {
  name: 'without-blocks',
  transform: {
    filter: { id: /micromark.lib.constructs\.js$/ },
    handler(code) {
      if (code.match(BLOCKS)?.length !== 4) throw new Error('The constructs of micromark are written otherwise.');
      return { code: code.replaceAll(BLOCKS, '{}'), map: null };
    },
  },
};

/** A character that HTML names, and how the table of them writes it: `AElig: 'Æ',`. */
const NAMED = /^ {2}(\w+): (?:'(.+)'|(".+")),?$/gm;

/** Writes the 2,000 names of characters in a row, which takes two thirds of the room: AEligÆAacuteÁ… */
const NAMES_IN_A_ROW: Plugin = {
  name: 'names-in-a-row',
  transform: {
    filter: { id: /character-entities.index\.js$/ },
    handler(code) {
      const named = [...code.matchAll(NAMED)];
      if (named.length < 2000 || named.length !== code.match(/: ['"]/g)?.length)
        throw new Error('The table of named characters is written otherwise.');
      const isApart = ([, , sign = 'quoted']: RegExpExecArray) => /[a-z\d]/i.test(sign);
      const row = named.filter((one) => !isApart(one)).map(([, name, sign]) => `${name}${sign}`);
      const apart = named.filter(isApart).map(([, name, sign, quoted]) => `${name}: ${quoted ?? `'${sign}'`}`);
      const pairs = `Array.from('${row.join('')}'.matchAll(/([a-z\\d]+)([^a-z\\d]+)/gi), (one) => one.slice(1))`;
      return {
        code: `export const characterEntities = {...Object.fromEntries(${pairs}), ${apart.join(', ')}}`,
        map: null,
      };
    },
  },
};

const COMMON: RolldownOptions = {
  plugins: [WITHOUT_BLOCKS, NAMES_IN_A_ROW],
  // What packages are everywhere, not what they are in a browser: one of them decodes references by innerHTML there.
  platform: 'neutral',
  resolve: { conditionNames: ['import', 'default'], mainFields: ['module', 'main'] },
  // A module that is not found is only warned of.
  onLog(level, { message }) {
    if (level === 'warn') throw new Error(message);
  },
};

/** Each script as small as it gets; licences stay in it. */
const SMALL = {
  minify: true,
  comments: { legal: true, annotation: false, jsdoc: false },
  sourcemap: true,
};

/**
 * One bundle a page, and one of what they share. What is loaded later has a hash in its name, so that a page that was
 * open over an update never gets half of each.
 */
export default defineConfig([
  {
    ...COMMON,
    input: Object.fromEntries(PAGES.map((page) => [page, `src/browser/pages/${page}.ts`])),
    output: {
      dir: 'dist/browser',
      chunkFileNames: '[name]-[hash].js',
      codeSplitting: {
        groups: [
          {
            name: 'shared',
            test: /browser.(shared|reading)|core.text.counted|idiomorph/,
            minShareCount: 2,
          },
          // What readers of an article have no use for.
          { name: 'core', test: /core.(text.characters|model.(concept|slices))/, minShareCount: 2 },
        ],
      },
      ...SMALL,
    },
  },
  {
    // A plain script, since it must run before the first paint.
    ...COMMON,
    input: 'src/browser/pages/before-paint.ts',
    output: { file: 'dist/browser/before-paint.js', format: 'iife', ...SMALL },
  },
]);
