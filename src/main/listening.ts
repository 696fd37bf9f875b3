import { createServer, type RequestListener } from "node:http";

export type Listener = { readonly port: number; readonly close: () => Promise<void> };

const second = 1000;

/** Listens for requests; `close` takes no new ones and lets what is running finish, for at most five seconds. */
export async function listenAt(host: string, port: number, answer: RequestListener): Promise<Listener> {
  const http = createServer(answer);
  await new Promise<void>((ready, failed) => http.once("error", failed).listen(port, host, ready));
  return {
    port: (http.address() as { port: number }).port,
    close: async () => {
      const closed = new Promise((done) => http.close(done));
      http.closeIdleConnections();
      setTimeout(() => http.closeAllConnections(), 5 * second).unref();
      await closed;
    },
  };
}
