/** Where requests go: the doors themselves, or a program that listens. */
type Answering = { readonly app: { readonly fetch: (request: Request) => Response | Promise<Response> } };

/** A browser without script at the doors of one host: keeps cookies, and goes where it is led within that host. */
export type Browser = {
  readonly cookies: Map<string, string>;
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, fields: Record<string, string>) => Promise<Response>;
  /** Where it comes to rest, and the page there. */
  readonly visit: (path: string) => Promise<{ readonly at: string; readonly status: number; readonly page: string }>;
};

export function browserOf({ app }: Answering, host: string, scheme: "http" | "https" = "http"): Browser {
  const cookies = new Map<string, string>();
  const origin = `${scheme}://${host}`;
  const knock = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await app.fetch(new Request(new URL(path, origin), { ...init, headers: { cookie } }));
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (/max-age=0/i.test(set)) cookies.delete(name!);
      else cookies.set(name!, value!);
    }
    return answer;
  };
  return {
    cookies,
    get: (path) => knock(path),
    post: (path, fields) => knock(path, { method: "POST", body: new URLSearchParams(fields) }),
    visit: async (path) => {
      for (let at = path; ;) {
        const answer = await knock(at);
        const next = answer.headers.get("location");
        if (!next) return { at, status: answer.status, page: await answer.text() };
        at = next.replace(origin, "");
      }
    },
  };
}
