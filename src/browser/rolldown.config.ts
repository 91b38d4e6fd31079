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

const COMMON: RolldownOptions = {
  plugins: [WITHOUT_BLOCKS],
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
