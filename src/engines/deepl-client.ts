import { DeepLClient, type DeepLClientOptions } from 'deepl-node';

/** Bytes of one answer; no translation of one request is longer. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Where the client makes up each of its requests. */
interface Requests {
  prepareRequest: (...given: readonly unknown[]) => object;
}

/**
 * The client with the bounds that it has no options for: redirects are answers like others, an answer has a size, and
 * an attempt ends even where bytes keep coming.
 *
 * @param deadline time for one attempt. Milliseconds
 */
export function createDeepLClient(key: string, options: DeepLClientOptions, deadline: number): DeepLClient {
  const client = new DeepLClient(key, options);
  const { httpClient: requests } = client as unknown as { readonly httpClient: Requests };
  const prepare = requests.prepareRequest.bind(requests);
  requests.prepareRequest = (...given) => ({
    ...prepare(...given),
    maxRedirects: 0,
    // The client itself takes a redirect for an answer.
    validateStatus: (status: number) => status < 300 || status >= 400,
    maxContentLength: MOST_BYTES,
    signal: AbortSignal.timeout(deadline),
  });
  return client;
}
