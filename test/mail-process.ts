// Mails what is due, once, as a process of its own: `node … mail-process.ts '<task>'`. Killed by a test, or beside another one.
import { mailer } from "#src/gate/mail/send.ts";
import { open, type Server } from "#src/platform/database.ts";
import { openPostman } from "#src/platform/mail/postman.ts";
import { passwordOf } from "#src/platform/roles.ts";
import type { MailSettings } from "#src/platform/settings.ts";

type Task = { readonly server: Server; readonly mail: MailSettings; readonly municipalityId: string; readonly now: string };

const { server, mail, municipalityId, now } = JSON.parse(process.argv[2]!) as Task;
const gate = open(server, "haarvat_gate", passwordOf(server, "haarvat_gate"), false, 2);
const postman = openPostman(mail);
const sent = await mailer(postman, () => new Date(now))(gate, municipalityId, new Date(now));
postman.close();
await gate.destroy();
console.log(sent);
