import { type Engine, EngineError } from '../core/changes/ports/engine.ts';
import { type Cost, sumOfCosts } from '../core/changes/ports/spending.ts';
import { counted } from '../core/text/counted.ts';

/** What a run spends, answers of no use among it, whatever engines it asks. */
export interface Purse {
  /** A sentence where sending so many characters would pass the limit; null where there is room for them. */
  whyNot(engine: Engine, characters: number): string | null;
  /** @throws {EngineError} where sending so much more would pass the limit */
  wantRoomFor(engine: Engine, characters: number): void;
  /** @param sent characters; an engine that says it billed less is counted by them */
  spend(engine: Engine, sent: number, cost: Cost): void;
  /** What the engines said they billed. */
  spent(): Cost;
}

/** @param most characters that one run may send to engines that bill; null for no limit */
export function createPurse(most: number | null): Purse {
  let sentSoFar = 0;
  let spent: Cost = { characters: 0, tokens: null };
  const isOver = ({ abilities }: Engine, characters: number) =>
    abilities.price !== 'free' && most !== null && sentSoFar + characters > most;
  return {
    whyNot: (engine, characters) =>
      isOver(engine, characters)
        ? `This would bill ${counted(characters, 'character')}; VISAVIS_MOST_CHARACTERS allows ${most} a run. Nothing was sent.`
        : null,
    wantRoomFor(engine, characters) {
      if (!isOver(engine, characters)) return;
      const message = `${engine.name} gave no translation for some of the ${counted(sentSoFar, 'character')} it was sent; sending them again would pass the ${most} that VISAVIS_MOST_CHARACTERS allows a run. What had arrived is saved.`;
      throw new EngineError(message, 'stop', true);
    },
    spend(engine, sent, cost) {
      if (engine.abilities.price !== 'free') sentSoFar += Math.max(sent, cost.characters);
      spent = sumOfCosts(spent, cost);
    },
    spent: () => spent,
  };
}
