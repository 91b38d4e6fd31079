import { type Engine, EngineError } from '../core/changes/engine.ts';

/** What a run spends, answers of no use among it. Characters. */
export interface Purse {
  /** @throws {EngineError} where sending so much more would pass the limit */
  wantRoomFor(characters: number): void;
  spend(characters: number): void;
}

/** @param most that one run may send to an engine that bills; null for no limit */
export function createPurse({ name, abilities }: Engine, most: number | null): Purse {
  let spent = 0;
  return {
    wantRoomFor(characters) {
      if (abilities.price !== 'characters' || most === null || spent + characters <= most) return;
      const message = `${name} gave no translation for some of the ${spent} characters it was sent; sending them again would pass the ${most} that VISAVIS_MOST_CHARACTERS allows a run. What had arrived is saved.`;
      throw new EngineError(message, 'stop');
    },
    spend(characters) {
      spent += characters;
    },
  };
}
