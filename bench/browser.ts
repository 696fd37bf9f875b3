import { Agent, type IncomingMessage, request } from "node:http";

export type Answer = { readonly status: number; readonly location: string; readonly body: string };

const longest = 20_000;

/** Asks the server on loopback as a browser would, over connections that stay open. */
export function browserAt(port: number, maxSockets = 64) {
  const agent = new Agent({ keepAlive: true, maxSockets });
  const ask = (method: string, path: string, cookie: string, form?: Readonly<Record<string, string>>): Promise<Answer> =>
    new Promise((done, failed) => {
      const body = form && new URLSearchParams(form).toString();
      const headers = {
        cookie,
        accept: "text/html",
        ...(body && { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) }),
      };
      const signal = AbortSignal.timeout(longest);
      request({ host: "127.0.0.1", port, method, path, headers, agent, signal }, (answer) => void read(answer).then(done, failed))
        .on("error", failed)
        .end(body);
    });
  return {
    get: (path: string, cookie: string) => ask("GET", path, cookie),
    post: (path: string, cookie: string, form: Readonly<Record<string, string>>) => ask("POST", path, cookie, form),
    close: () => agent.destroy(),
  };
}
export type Browser = ReturnType<typeof browserAt>;

async function read(answer: IncomingMessage): Promise<Answer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return { status: answer.statusCode ?? 0, location: answer.headers.location ?? "", body: Buffer.concat(parts).toString() };
}

/** What proves that a form is ours, as it stands in any page of this session. */
export async function formToken(browser: Browser, cookie: string): Promise<string> {
  const { body } = await browser.get("/write", cookie);
  const token = /name="token" value="([^"]+)"/.exec(body)?.[1];
  if (!token) throw new Error("The page to write on carries no form token");
  return token;
}
