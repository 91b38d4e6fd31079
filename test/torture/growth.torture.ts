import { expect, test } from 'vitest';
import { ALL, growthOf } from '../growth.ts';
import { report } from './server.ts';

test.each(ALL)('$name', (growth) => {
  growthOf(growth, 1000, 1);
  const { ratio, times } = growthOf(growth, 16_000);
  report(`${growth.name}: ${times.map((time) => time.toFixed(0)).join(', ')} ms`, ratio.toFixed(1), '≤ 9');
  expect(ratio).toBeLessThanOrEqual(9);
});
