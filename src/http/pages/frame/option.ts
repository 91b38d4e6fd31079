/** One of those that a form offers to choose from. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}
