import type { Concept } from '../../core/model/concept.ts';
import type { ExportFormat } from '../book/export-options.ts';
import { writeCsv, writeDeepl, writeOmegat, writeTsv } from './glossary-table.ts';
import { writeTbx, writeTbx3 } from './glossary-tbx.ts';

/** A way to take the glossary away. */
export interface GlossaryExport extends ExportFormat {
  /** The file in pieces, which are small each. */
  readonly write: (concepts: readonly Concept[]) => Generator<string>;
}

const TEXT = { isText: true, options: [], variants: [] } as const;

/** Every way there is. A further one is one line here. */
export const GLOSSARY_EXPORTS = {
  tbx: { says: 'TBX, for most tools', extension: '.tbx', mediaType: 'application/x-tbx', ...TEXT, write: writeTbx },
  tbx3: { says: 'TBX of 2019', extension: '.tbx', mediaType: 'application/x-tbx', ...TEXT, write: writeTbx3 },
  csv: { says: 'CSV, for Excel', extension: '.csv', mediaType: 'text/csv', ...TEXT, write: writeCsv },
  tsv: {
    ...{ says: 'text with tabs', extension: '.tsv', mediaType: 'text/tab-separated-values', ...TEXT },
    write: writeTsv,
  },
  omegat: { says: 'OmegaT', extension: '.utf8', mediaType: 'text/plain', ...TEXT, write: writeOmegat },
  deepl: { says: 'DeepL', extension: '.csv', mediaType: 'text/csv', ...TEXT, write: writeDeepl },
} as const satisfies Readonly<Record<string, GlossaryExport>>;

export type GlossaryFormat = keyof typeof GLOSSARY_EXPORTS;
export const GLOSSARY_FORMATS = Object.keys(GLOSSARY_EXPORTS) as readonly GlossaryFormat[];

export function isGlossaryFormat(name: string): name is GlossaryFormat {
  return Object.hasOwn(GLOSSARY_EXPORTS, name);
}
