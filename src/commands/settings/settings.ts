import { isAddressOrRange } from "#src/platform/addresses.ts";
import type { DatabaseSettings, MailSettings, Settings } from "#src/platform/settings.ts";
import { readDatabase } from "./database.ts";
import { readLogin } from "./login.ts";
import { readMail } from "./mail.ts";
import { type Environment, type Reader, readWith } from "./reader.ts";
import { readEarlierKeys } from "./trail.ts";

/** Whether there is a database of one's own, rather than that of a folder. */
export const namesDatabase = (environment: Environment): boolean => Boolean(environment["DATABASE_URL"] || environment["DATABASE_URL_FILE"]);

/** What a command needs that works on the database alone. */
export const readDatabaseSettings = (environment: Environment): DatabaseSettings => readWith(environment, readDatabase);

/** The same, and where e-mail goes out when that is set. */
export const readMailingSettings = (environment: Environment): DatabaseSettings & { readonly mail: MailSettings | undefined } =>
  readWith(environment, (reader) => ({ ...readDatabase(reader), mail: reader.optional("SMTP_URL") ? readMail(reader) : undefined }));

/** Everything `serve` needs; each setting stands in haarvat.env.example. */
export const readSettings = (environment: Environment): Settings =>
  readWith(environment, (reader) => ({
    ...readDatabase(reader),
    login: readLogin(reader),
    mail: readMail(reader),
    trailHeads: reader.required("TRAIL_HEADS", "Set TRAIL_HEADS to a folder outside the database, in which the signed heads of the trail are kept."),
    earlierTrailKeys: readEarlierKeys(reader),
    proxies: readProxies(reader),
    telemetry: reader.address("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT is not an address; it looks like http://localhost:4318."),
  }));

function readProxies({ list, check }: Reader): readonly string[] {
  const proxies = list("TRUSTED_PROXIES");
  const odd = proxies.filter((one) => !isAddressOrRange(one));
  check(odd.length === 0, `TRUSTED_PROXIES holds addresses and ranges, as in 127.0.0.1 10.0.0.0/8; this is neither: ${odd.join(", ")}.`);
  return proxies;
}
