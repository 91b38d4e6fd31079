import { mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';
const made = mergeConfig(base, {});
made.test.exclude = [];
export default made;
