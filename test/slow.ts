/** Tests of the slow set alone: they wait for servers that end, locks that grow old, tabs with a spoiled storage. */
export const SLOW: string[] = ['browser/storage.test.ts', 'cli/ending.test.ts'];
