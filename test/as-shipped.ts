import type { Plugin } from 'vitest/config';

/** Packages as the program loads them: what some of them check while one develops costs a tenth of all tests. */
export const AS_SHIPPED: Plugin = {
  name: 'as-shipped',
  enforce: 'post',
  configResolved({ resolve, ssr, environments }) {
    for (const options of [resolve, ssr.resolve, ...Object.values(environments).map((one) => one.resolve)]) {
      if (options?.conditions) options.conditions = options.conditions.filter(isOurs);
      if (options?.externalConditions) options.externalConditions = options.externalConditions.filter(isOurs);
    }
  },
};

/** What stands for “development”, unless the whole run is one of production. */
function isOurs(condition: string): boolean {
  return condition !== 'development|production';
}
