import { createServer, type RequestListener } from "node:http";

export type Listener = { readonly port: number; readonly close: () => Promise<void> };

const second = 1000;
/** What a browser of ours never reaches: longer or slower requests are refused before anybody reads them. */
const bounds = {
  maxHeaderSize: 16_384,
  headersTimeout: 10 * second,
  requestTimeout: 60 * second,
  keepAliveTimeout: 10 * second,
  connectionsCheckingInterval: second,
};
const mostConnections = 2000;

/** Listens for requests; `close` takes no new connections and lets what is running finish, for at most five seconds. */
export async function listenAt(host: string, port: number, answer: RequestListener): Promise<Listener> {
  const http = createServer(bounds, answer);
  http.maxConnections = mostConnections;
  await new Promise<void>((ready, failed) => http.once("error", failed).listen(port, host, ready));
  return {
    port: (http.address() as { port: number }).port,
    close: async () => {
      const closed = new Promise((done) => http.close(done));
      // A browser keeps its connection open: it is closed as soon as its last answer is out.
      const tidying = setInterval(() => http.closeIdleConnections(), second / 10);
      setTimeout(() => http.closeAllConnections(), 5 * second).unref();
      await closed.finally(() => clearInterval(tidying));
    },
  };
}
