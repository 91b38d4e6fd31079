/** A text, which is written as UTF-8, or bytes as they are. */
export type FileContent = string | Uint8Array;

export function bytesOf(content: FileContent): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content) : content;
}
