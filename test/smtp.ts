import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll } from "vitest";
import type { MailSettings } from "#src/platform/settings.ts";
import { selfSigned } from "./certificate.ts";

const certificate = selfSigned(["localhost"], ["127.0.0.1", "0.0.0.0"]);
setDefaultCACertificates([...getCACertificates("default"), certificate.cert]);

/** What arrived: every byte, what a reader makes of it, and how it came. */
export type Arrived = { readonly raw: string; readonly mail: ParsedMail; readonly from: string; readonly to: readonly string[]; readonly secure: boolean };

export type Smtp = {
  readonly settings: MailSettings;
  readonly arrived: Arrived[];
  /** What arrived for this address. */
  readonly at: (address: string) => Arrived[];
  /** Answers with this status when mail for the address comes; undefined: takes it again. */
  readonly refuse: (address: string, status: number | undefined) => void;
  /** Runs when an e-mail is in, before its sender hears so. */
  whenIn: (mail: Arrived) => void | Promise<void>;
  readonly stop: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
};

type Wishes = {
  /** TLS from the first byte; otherwise STARTTLS, unless it is `plain`. */
  readonly secure?: boolean;
  readonly plain?: boolean;
  readonly host?: string;
  /** Shows a certificate that nobody vouches for. */
  readonly stranger?: boolean;
};

/** A real mail server on this machine, over TLS, that keeps what it gets. */
export async function openSmtp({ secure = true, plain = false, host = "127.0.0.1", stranger = false }: Wishes = {}): Promise<Smtp> {
  const refused = new Map<string, number>();
  const make = () => {
    const server = new SMTPServer({
      ...(stranger ? selfSigned(["localhost"], ["127.0.0.1"]) : certificate),
      secure,
      disabledCommands: plain ? ["STARTTLS"] : [],
      authOptional: true,
      disableReverseLookup: true,
      closeTimeout: 100,
      onRcptTo: ({ address }, _, done) => {
        const status = refused.get(address);
        done(status === undefined ? null : Object.assign(new Error("not here"), { responseCode: status }));
      },
      onData: (stream, session, done) => {
        const pieces: Buffer[] = [];
        stream.on("data", (piece: Buffer) => void pieces.push(piece));
        stream.on("end", () => void take(Buffer.concat(pieces), session).then(() => done(null), done));
      },
    });
    server.on("error", () => {});
    return server;
  };
  const take = async (raw: Buffer, session: { envelope: { mailFrom: false | { address: string }; rcptTo: { address: string }[] }; secure: boolean }) => {
    const { mailFrom, rcptTo } = session.envelope;
    const mail = {
      raw: raw.toString("latin1"),
      mail: await simpleParser(raw),
      from: mailFrom ? mailFrom.address : "",
      to: rcptTo.map(({ address }) => address),
      secure: session.secure,
    };
    smtp.arrived.push(mail);
    await smtp.whenIn(mail);
  };
  const listen = (server: SMTPServer, port: number) =>
    new Promise<number>((ready) => void server.listen(port, "0.0.0.0", () => ready((server.server.address() as { port: number }).port)));
  let server: SMTPServer | undefined = make();
  const port = await listen(server, 0);
  const smtp: Smtp = {
    settings: { host, port, secure, login: undefined, from: "haarvat@gemeente.example" },
    arrived: [],
    at: (address) => smtp.arrived.filter(({ to }) => to.includes(address)),
    refuse: (address, status) => void (status === undefined ? refused.delete(address) : refused.set(address, status)),
    whenIn: () => {},
    stop: async () => {
      await new Promise<void>((done) => (server ? server.close(done) : done()));
      server = undefined;
    },
    comeBack: async () => {
      server = make();
      await listen(server, port);
    },
  };
  afterAll(() => smtp.stop());
  return smtp;
}
