import { createTransport } from "nodemailer";
import type { Language } from "#src/kernel/language.ts";
import type { MailSettings } from "#src/platform/settings.ts";
import { isAddress } from "./address.ts";

/** One e-mail to one person. */
export type Letter = {
  /** The same for every try, so that a receiver can drop what came twice. */
  readonly id: string;
  readonly to: string;
  readonly municipality: string;
  /** The host name of the municipality, without https. */
  readonly host: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where one says that one wants no more of these; an invitation has no such place. */
  readonly settings?: string | undefined;
  readonly at: Date;
};

/** refused: this address takes no mail. later: not this one now. away: the server takes nothing now; code says why, without an address. */
export type Outcome = { readonly went: "sent" | "refused" } | { readonly went: "later" | "away"; readonly code: string };

export type Postman = { readonly send: (letter: Letter) => Promise<Outcome>; readonly close: () => void };

const second = 1000;
/** Longer than this no e-mail takes; the next try of the same one comes only afterwards. */
const longest = 60 * second;
const loopback = /^(localhost|127\.\d+\.\d+\.\d+|::1|\[::1\])$/;
const oneLine = (name: string): string => name.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim();

/** Hands e-mail to the mail server, over TLS unless that runs on this machine; one connection, kept while there is work. */
export function openPostman({ host, port, secure, login, from }: MailSettings): Postman {
  const own = loopback.test(host);
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    maxRequeues: 0,
    idleTimeout: 10 * second,
    host: host.replace(/^\[(.*)\]$/, "$1"),
    port,
    secure,
    requireTLS: !secure && !own,
    ignoreTLS: !secure && own,
    tls: { minVersion: "TLSv1.2" },
    ...(login && { auth: { user: login.user, pass: login.password } }),
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    dnsTimeout: 10 * second,
    socketTimeout: 30 * second,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    close: () => transport.close({ force: true }),
    send: async ({ id, to, municipality, host: site, language, subject, text, html, settings, at }) => {
      if (!isAddress(to)) return { went: "refused" };
      try {
        await transport.sendMail({
          messageId: `<${id}@${new URL(`https://${site}/`).hostname}>`,
          date: at,
          from: { name: oneLine(`Haarvat, gemeente ${municipality}`), address: from },
          to: { name: "", address: to },
          envelope: { from, to },
          subject: oneLine(subject),
          text,
          html,
          ...(settings && { list: { unsubscribe: { url: settings, comment: "" } } }),
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", "Content-Language": language },
          xMailer: false,
          signal: AbortSignal.timeout(longest),
        });
        return { went: "sent" };
      } catch (error) {
        return outcomeOf(error as Failure);
      }
    },
  };
}

type Failure = { readonly code?: string; readonly command?: string; readonly responseCode?: number; readonly permanent?: boolean };

function outcomeOf({ code = "unknown", command, responseCode, permanent }: Failure): Outcome {
  const said = responseCode ? `${code} ${responseCode}` : code;
  if (code === "EENVELOPE" && command === "RCPT TO") return permanent ? { went: "refused" } : { went: "later", code: said };
  return code === "EMESSAGE" ? { went: "later", code: said } : { went: "away", code: said };
}
