import { sql } from "kysely";
import { deliver } from "#src/gate/deliver/deliver.ts";
import { mailer } from "#src/gate/mail/send.ts";
import type { Actor } from "#src/kernel/actor.ts";
import { openPostman } from "#src/platform/mail/postman.ts";
import { afterAll } from "vitest";
import type { TestDatabase } from "./database.ts";
import { aMunicipality, type Municipality, now } from "./municipality.ts";
import { openSmtp, type Smtp } from "./smtp.ts";

export type Mailing = {
  readonly testdorp: Municipality;
  readonly smtp: Smtp;
  /** Tells and then mails what is due so many seconds after the beginning. */
  readonly run: (seconds: number) => Promise<void>;
  /** The first half of that. */
  readonly tell: (seconds: number) => Promise<unknown>;
  readonly after: (seconds: number) => Date;
  readonly got: (by: Actor) => Smtp["arrived"];
  readonly addressOf: (by: Actor) => string;
  /** Changes the row of a member, as an administrator or the member would. */
  readonly becomes: (by: Actor, change: { email?: string | null; ended_at?: Date; mail_rhythm?: string; language?: string; name?: string }) => Promise<unknown>;
  readonly rows: (by: Actor) => Promise<{ kind: string; result: string | null; tries: number; due_at: Date }[]>;
};

export const minutes = 60;
export const hours = 3600;

/** A municipality whose members all have an e-mail address, and a mail server. The clock begins on a Monday at eleven, Dutch time. */
export async function aMailing(database: TestDatabase, smtpWishes?: Parameters<typeof openSmtp>[0]): Promise<Mailing> {
  const testdorp = await aMunicipality(database);
  const smtp = await openSmtp(smtpWishes);
  await sql`update organisation.member set email = id || '@testdorp.example' where municipality_id = ${testdorp.id}`.execute(database.migrator);
  let time = now;
  const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
  const postman = openPostman(smtp.settings);
  const send = mailer(postman, () => time);
  afterAll(() => postman.close());
  const addressOf = ({ memberId }: Actor) => `${memberId}@testdorp.example`;
  return {
    testdorp,
    smtp,
    after,
    addressOf,
    tell: (seconds) => deliver(database.gate, testdorp.id, after(seconds)),
    run: async (seconds) => {
      time = after(seconds);
      await deliver(database.gate, testdorp.id, time);
      await send(database.gate, testdorp.id, time);
    },
    got: (by) => smtp.at(addressOf(by)),
    becomes: ({ memberId }, change) =>
      database.migrator.updateTable("organisation.member").set(change).where("municipality_id", "=", testdorp.id).where("id", "=", memberId).execute(),
    rows: ({ memberId }) =>
      database.migrator
        .selectFrom("trail.mail")
        .select(["kind", "result", "tries", "due_at"])
        .where("municipality_id", "=", testdorp.id)
        .where("member_id", "=", memberId)
        .orderBy("id")
        .execute(),
  };
}
