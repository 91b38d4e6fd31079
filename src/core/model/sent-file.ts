/** What the server reads of a file that is sent, or of a text that is pasted, at most. Bytes. */
export const MOST_OF_FILE = 5_000_000;

/** What is said of a file, or of a text, that is larger, after its name. */
export const IS_TOO_LARGE = 'has more than 5 MB; give it in parts, or without its pictures.';
