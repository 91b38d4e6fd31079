import { connect, type Socket } from 'node:net';

/**
 * Requests a second that a server answers on kept connections, each sending its next request when an answer is whole.
 */
export async function measureRate(
  url: URL,
  { connections, milliseconds }: { connections: number; milliseconds: number },
): Promise<number> {
  const request = `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`;
  const size = await answerSize(url, request);
  let answers = 0;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(url)));
  const started = process.hrtime.bigint();
  for (const socket of sockets) {
    let received = 0;
    socket.on('data', (chunk) => {
      received += chunk.length;
      if (received < size) return;
      received -= size;
      answers += 1;
      socket.write(request);
    });
    socket.write(request);
  }
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  const rate = answers / seconds;
  for (const socket of sockets) socket.destroy();
  return rate;
}

/** What many connections waited for, and what went wrong. */
export interface Waits {
  /** Of each whole answer, the shortest first. Milliseconds. */
  readonly waits: readonly number[];
  /** Answers that were not 200, and connections that broke. */
  readonly errors: number;
}

/**
 * Asks for a page that changes meanwhile, on kept connections, each asking again when an answer is whole.
 *
 * @param isOver asked after each answer
 */
export async function measureWaits(url: URL, connections: number, isOver: () => boolean): Promise<Waits> {
  const request = `GET ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`;
  const waits: number[] = [];
  let errors = 0;
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(url)));
  const askOn = (socket: Socket) =>
    new Promise<void>((resolve) => {
      let began = performance.now();
      const left = createCounter((status) => {
        waits.push(performance.now() - began);
        if (status !== 200) errors += 1;
        if (isOver()) return socket.destroy();
        began = performance.now();
        return socket.write(request);
      });
      socket.on('data', left).on('close', () => resolve());
      socket.on('error', () => {
        errors += 1;
      });
      socket.write(request);
    });
  await Promise.all(sockets.map(askOn));
  return { waits: waits.sort((a, b) => a - b), errors };
}

/** Counts the bytes of one answer after the other, by its Content-Length; told of each whole one. */
function createCounter(onWhole: (status: number) => void): (chunk: Buffer) => void {
  let head = '';
  let body = -1;
  return (chunk) => {
    let bytes = chunk.length;
    if (body < 0) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      bytes = head.length - end - 4;
      body = Number(/^content-length: (\d+)/im.exec(head.slice(0, end + 2))?.[1] ?? 0);
    }
    body -= bytes;
    if (body > 0) return;
    const status = Number(head.slice(9, 12));
    head = '';
    body = -1;
    onWhole(status);
  };
}

function open(url: URL): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(url.port), '127.0.0.1', () => resolve(socket));
    socket.setNoDelay(true).on('error', reject);
  });
}

/** Bytes of one whole answer, headers included; they are the same for each. */
async function answerSize(url: URL, request: string): Promise<number> {
  const socket = await open(url);
  const chunks: Buffer[] = [];
  const size = await new Promise<number>((resolve) => {
    socket.on('data', (chunk) => {
      chunks.push(chunk);
      const head = Buffer.concat(chunks).toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      const length = /content-length: (\d+)/i.exec(head)?.[1];
      if (end > 0 && length !== undefined && head.length >= end + 4 + Number(length)) resolve(end + 4 + Number(length));
    });
    socket.write(request);
  });
  socket.destroy();
  return size;
}

/** The middle one. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
