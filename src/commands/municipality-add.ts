import { v7 } from "uuid";
import { asJob, type Database, open } from "#src/platform/database.ts";
import { addressOf, invite, type Invited } from "#src/platform/invitation/store.ts";
import { isAddress } from "#src/platform/mail/address.ts";
import { sendInvitation } from "#src/platform/mail/invitation.ts";
import { openPostman } from "#src/platform/mail/postman.ts";
import { passwordOf } from "#src/platform/roles.ts";
import type { MailSettings } from "#src/platform/settings.ts";
import { leaveTrail } from "#src/platform/trail.ts";
import { Refused } from "./progress.ts";
import { readMailingSettings } from "./settings/settings.ts";

type Options = { readonly host: string; readonly name: string; readonly adminEmail: string; readonly adminName: string; readonly team: string };

const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** Makes a municipality with a host name and a first team, and invites its first administrator. */
export async function addMunicipality({ host, name, adminEmail, adminName, team }: Options): Promise<void> {
  const asked = { host: host.toLowerCase(), name: name.trim(), email: adminEmail.trim(), adminName: adminName.trim(), team: team.trim() };
  if (!hostName.test(asked.host)) throw new Refused(`${host} is not a host name; it looks like haarvat.gemeente.nl.`);
  if (!isAddress(asked.email)) throw new Refused(`${adminEmail} is not an e-mail address.`);
  if ([asked.name, asked.adminName, asked.team].includes("")) throw new Refused("A name may not be empty.");
  const { server, mail } = readMailingSettings(process.env);
  const migrator = open(server, "haarvat_migrator", passwordOf(server, "haarvat_migrator"), server.ssl, 1);
  const invited = await made(migrator, asked).finally(() => migrator.destroy());
  console.log(`${asked.name} is at https://${asked.host}.`);
  console.log(`Its first administrator comes in at ${addressOf(`https://${asked.host}`, invited.id)}`);
  console.log(`with the code ${invited.code}, once, before ${invited.endsAt.toISOString()}. It is not shown again.`);
  if (mail) console.log(await sent(mail, asked, invited));
}

/** Sends the invitation, and says what became of it; it is on the screen as well, so nothing is lost when it did not go. */
async function sent(mail: MailSettings, { host, name, email }: Asked, { id, code }: Invited): Promise<string> {
  const postman = openPostman(mail);
  const letter = { to: email, link: addressOf(`https://${host}`, id), code, municipality: name, language: "nl", at: new Date() } as const;
  const { went } = await sendInvitation(postman, letter).finally(() => postman.close());
  return went === "sent" ? "It was sent by e-mail as well." : "It could not be sent by e-mail: pass it on yourself.";
}

type Asked = { host: string; name: string; email: string; adminName: string; team: string };

function made(migrator: Database, { host, name, email, adminName, team }: Asked): Promise<Invited> {
  const [municipality_id, teamId] = [v7(), v7()];
  return asJob(
    migrator,
    municipality_id,
    new Date(),
    async (room) => {
      const { tx } = room;
      const taken = await tx.selectFrom("organisation.host").select("name").where("name", "=", host).executeTakeFirst();
      if (taken) throw new Refused(`There is a municipality at ${host} already. Nothing has changed.`);
      await tx.insertInto("organisation.municipality").values({ id: municipality_id, name }).execute();
      await tx.insertInto("organisation.host").values({ name: host, municipality_id }).execute();
      await tx.insertInto("organisation.team").values({ municipality_id, id: teamId, name: team, kind: "department" }).execute();
      await leaveTrail(room, { action: "municipality-added", objectKind: "municipality", objectId: municipality_id, purpose: "members" });
      return invite(room, { email, name: adminName, title: "beheerder", roles: ["administrator"], teamId });
    },
    "command",
  );
}
