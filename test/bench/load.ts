import { connect, type Socket } from 'node:net';

/** Requests a second that a server answers on kept connections, each sending its next request when an answer is whole. */
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
