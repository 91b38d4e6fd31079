/** What an engine can do; the plan, the price and the run are the same for all. */
export interface EngineAbilities {
  /** `native`: it keeps a glossary; `prompt`: it is told the terms of each batch; `none`. */
  readonly glossary: 'native' | 'prompt' | 'none';
  /** Whether it reads the neighbouring paragraphs without translating them. */
  readonly context: boolean;
  /** Of one request. Characters are Unicode code points. */
  readonly mostTexts: number;
  readonly mostCharacters: number;
  /** What it costs: characters of the source, or nothing. */
  readonly price: 'characters' | 'free';
  /** Whether the text stays on this machine. */
  readonly offline: boolean;
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
}

export interface EngineAnswer {
  /** As many as were sent, in order. */
  readonly texts: readonly string[];
  /** Characters that the engine says it billed. */
  readonly billed: number;
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
  /** @throws {EngineError} */
  translate(batch: EngineBatch): Promise<EngineAnswer>;
  /** Characters left in the billing period; null when the engine does not say. */
  remaining(): Promise<number | null>;
}

/** Why an engine did not answer, in one sentence for a person. Never holds a key. */
export class EngineError extends Error {
  /** `batch`: a smaller request may go well; `stop`: none will. */
  readonly reach: 'batch' | 'stop';
  constructor(message: string, reach: 'batch' | 'stop') {
    super(message);
    this.reach = reach;
  }
}
