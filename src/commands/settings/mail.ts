import { isAddress } from "#src/platform/mail/address.ts";
import type { MailSettings } from "#src/platform/settings.ts";
import type { Reader } from "./reader.ts";

/** SMTP_URL and MAIL_FROM: where e-mail goes out, and whom it says it comes from. */
export function readMail({ required, address, check }: Reader): MailSettings {
  required("SMTP_URL", "Set SMTP_URL to your mail server, as in smtp://user:password@mail.example.nl:587.");
  const url = address("SMTP_URL", "SMTP_URL is not an address; it looks like smtp://user:password@mail.example.nl:587.") ?? new URL("smtp://nowhere");
  check(["smtp:", "smtps:"].includes(url.protocol), "SMTP_URL has to begin with smtp:// or smtps://.");
  const from = required("MAIL_FROM", "Set MAIL_FROM to the address e-mail comes from, as in haarvat@example.nl.");
  check(from === "" || isAddress(from), "MAIL_FROM is not an e-mail address.");
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname,
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    login: url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : undefined,
    from,
  };
}
