/** A file of another tool that is not read at all; the message says why, from the name of the file on: “is …”. */
export class UnreadableImport extends Error {}
