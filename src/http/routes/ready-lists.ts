import type { Logger } from 'pino';
import type { Library } from '../../core/changes/library.ts';
import type { Pacer } from '../../core/model/slices.ts';
import { createGlossaryLists } from '../pages/glossary-list.ts';

/** Time after a change in which the pages that are open ask for theirs first. Milliseconds. */
const LISTS_AFTER = 1000;

interface ReadyListsPorts {
  readonly library: Library;
  readonly pacer: Pacer;
  readonly log: Logger;
}

/** Lists of the glossary that are made before anybody asks for one: a hundred thousand entries take their time. */
export function createReadyLists({ library, pacer, log }: ReadyListsPorts): ReturnType<typeof createGlossaryLists> {
  const lists = createGlossaryLists(pacer);
  const prepare = () => {
    const failed = (error: unknown) => log.error(error, 'the list of the glossary could not be made');
    lists(library.current()).catch(failed);
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
