import { SMTPServer } from "smtp-server";

/** A mail server on this machine that keeps of each e-mail only its id. */
export async function openPost() {
  const arrived: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    onData: (stream, _, done) => {
      let text = "";
      stream.on("data", (piece: Buffer) => (text += piece.toString("latin1")));
      stream.on("end", () => {
        arrived.push(/^Message-ID:\s*<([^@>]+)@/im.exec(text)?.[1] ?? "none");
        done(null);
      });
    },
  });
  server.on("error", () => {});
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { port: (server.server.address() as { port: number }).port, arrived, close: () => new Promise<void>((done) => server.close(done)) };
}
