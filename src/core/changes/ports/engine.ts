/** What an engine can do; the plan, the price and the run are the same for all. */
export interface EngineAbilities {
  /** `native`: it keeps a glossary; `prompt`: it is told the terms of each batch; `none`. */
  readonly glossary: 'native' | 'prompt' | 'none';
  /** Whether it reads the neighbouring paragraphs without translating them. */
  readonly context: boolean;
  /** Of one request. Characters are Unicode code points. */
  readonly mostTexts: number;
  readonly mostCharacters: number;
  /** What it costs: characters of the source, tokens that it counts itself, or nothing. */
  readonly price: 'characters' | 'tokens' | 'free';
  /** Whether the text stays on this machine. */
  readonly offline: boolean;
  /** Whether it can be asked again for a paragraph and told what was wrong with its first answer. */
  readonly canBeTold?: boolean;
}

/** A French term and the English it wants. */
export interface TermPair {
  readonly source: string;
  readonly target: string;
}

export interface EngineBatch {
  /** French paragraphs, each without line breaks of its own. */
  readonly texts: readonly string[];
  /** French text around them; not to be translated. */
  readonly context: string;
  /** The terms that stand in these texts. */
  readonly terms: readonly TermPair[];
  /** For each text what was wrong with the answer before; absent when they are asked for the first time. */
  readonly corrections?: readonly Correction[];
  /** Whether somebody asked to stop; an engine that waits looks now and then, and sends nothing more. */
  readonly isCancelled?: () => boolean;
}

/** An answer that did not hold to the terms. */
export interface Correction {
  readonly target: string;
  /** A sentence for each verdict, in English, for the engine to read. */
  readonly faults: readonly string[];
}

/**
 * Why there is no translation of one text, in one sentence for a person; the others of the batch are as they should be.
 */
export interface Refusal {
  readonly refused: string;
  /** As of an error: whether it may go well in a smaller request. Absent where it will not. */
  readonly reach?: 'size' | 'batch';
}

export type TextAnswer = string | Refusal;

/** What an answer took, as the server counts it, answers of no use among it. */
export interface TokenUsage {
  readonly prompt: number;
  readonly completion: number;
}

export interface EngineAnswer {
  /** As many as were sent, in order; another number is an answer of no use. */
  readonly texts: readonly TextAnswer[];
  /** Characters that the engine says it billed. */
  readonly billed: number;
  /** Absent where the server counts no tokens, or does not say. */
  readonly usage?: TokenUsage;
  /** False where it was made without the terms, though there are some; absent where that is as always. */
  readonly knewTerms?: boolean;
  /** What a person should hear of it. */
  readonly notices?: readonly string[];
}

/** Something that translates French into American English. */
export interface Engine {
  /** As `--engine` takes it. */
  readonly name: string;
  /** Name and settings as they stand in `# origin:`; another label is another translation. */
  readonly label: string;
  readonly abilities: EngineAbilities;
  /** Makes the engine’s own glossary agree with ours, once before the first batch. Gives what it could not take. */
  prepare(pairs: readonly TermPair[]): Promise<readonly string[]>;
  /** Whether the terms reach it, after `prepare`; absent where they always do, or never. */
  knowsTerms?(): boolean;
  /** @throws {EngineError} */
  translate(batch: EngineBatch): Promise<EngineAnswer>;
  /** Characters left in the billing period; null when the engine does not say. */
  remaining(): Promise<number | null>;
}

/** The engine of a name, or the first where none is named; undefined where there is no such engine. */
export function engineNamed(engines: readonly Engine[], name: string | null): Engine | undefined {
  return name === null ? engines[0] : engines.find((engine) => engine.name === name);
}

/**
 * How far an error reaches. `size`: it was too much, and fewer or shorter texts may go well; `batch`: something in the
 * request is not taken, and the texts one by one may go well; `stop`: no request of this run will go well; `setup`:
 * none will before somebody changes a setting, such as the key, the address or the model. After one of the first two
 * for a single text, that text is refused and the next may go well.
 */
export type ErrorReach = 'size' | 'batch' | 'stop' | 'setup';

/** Why an engine did not answer, in one sentence for a person. Never holds a key. */
export class EngineError extends Error {
  readonly reach: ErrorReach;
  /** Whether it is certain that nothing was billed; an answer that was lost on its way may well be. */
  readonly isUnbilled: boolean;
  constructor(message: string, reach: ErrorReach, isUnbilled = reach !== 'stop') {
    super(message);
    this.reach = reach;
    this.isUnbilled = isUnbilled;
  }
}

/** The very same request may go well in a moment. Each time that it is sent it may be billed. */
export class PassingError extends EngineError {
  /** @param isUnbilled as above */
  constructor(message: string, isUnbilled: boolean) {
    super(message, 'stop', isUnbilled);
  }
}
