import type { Library } from '../../../core/changes/ports/library.ts';
import type { Pacer } from '../../../core/model/slices.ts';
import { createGlossaryLists } from './glossary-list.ts';

/** Time after a change in which the pages that are open ask for theirs first. Milliseconds. */
const LISTS_AFTER = 500;

interface ReadyListsPorts {
  readonly library: Library;
  readonly pacer: Pacer;
  /** Told where a list could not be made that nobody asked for. */
  readonly onTrouble: (error: unknown) => void;
}

/** Lists of the glossary that are made before anybody asks for one: a hundred thousand entries take their time. */
export function createReadyLists({
  library,
  pacer,
  onTrouble,
}: ReadyListsPorts): ReturnType<typeof createGlossaryLists> {
  const lists = createGlossaryLists(pacer);
  const prepare = () => {
    library
      .tested()
      .then(() => lists(library.current()))
      .catch(onTrouble);
  };
  let timer: NodeJS.Timeout | undefined;
  const prepareLater = () => {
    clearTimeout(timer);
    timer = setTimeout(prepare, LISTS_AFTER).unref();
  };
  library.onChange(prepareLater);
  prepareLater();
  return lists;
}
