import {
  choicesOf,
  EXPORT_OPTION_NAMES,
  type ExportOption,
  type ExportOptions,
} from '../formats/book/export-options.ts';

type ExportSwitches = {
  readonly [Name in ExportOption]: { readonly type: ExportOptions[Name] extends boolean ? 'boolean' : 'string' };
};

/** Those of an export, as its table has them. */
export const EXPORT_SWITCHES = Object.fromEntries(
  EXPORT_OPTION_NAMES.map((option) => [option, { type: choicesOf(option).length === 0 ? 'boolean' : 'string' }]),
) as ExportSwitches;
