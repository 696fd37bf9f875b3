import { afterAll, describe, expect, test } from "vitest";
import { openSmtp, type Smtp } from "#test/smtp.ts";
import { sendInvitation } from "./invitation.ts";
import { type Letter, openPostman, type Postman } from "./postman.ts";

const at = new Date("2026-11-23T10:00:00Z");
const letter: Letter = {
  id: "0190a1b2-0000-7000-8000-00000000000a",
  to: "anna@testdorp.example",
  municipality: "Testdorp",
  host: "haarvat.testdorp.example",
  language: "nl",
  subject: "Er staat iets voor u klaar",
  text: "Er staat één ding voor u klaar.",
  html: "<p>Er staat één ding voor u klaar.</p>",
  settings: "https://haarvat.testdorp.example/me",
  at,
};
const hired: Postman[] = [];
afterAll(() => hired.forEach((each) => each.close()));
const hire = ({ settings }: Smtp) => {
  const postman = openPostman(settings);
  hired.push(postman);
  return postman;
};
const headersOf = (raw: string) => raw.slice(0, raw.indexOf("\r\n\r\n")).replaceAll(/\r\n[ \t]+/g, " ");
const namesOf = (raw: string) => [...headersOf(raw).matchAll(/^([^:\s]+):/gm)].map(([, name]) => name!.toLowerCase());

describe("an e-mail", () => {
  test("says who sends it, that nobody wrote it, how to stop it, and nothing else", async () => {
    const smtp = await openSmtp();
    expect(await hire(smtp).send(letter)).toEqual({ went: "sent" });
    const [{ raw, mail, from, to, secure }] = smtp.arrived as [Smtp["arrived"][0]];
    expect({ from, to, secure }).toEqual({ from: "haarvat@gemeente.example", to: [letter.to], secure: true });
    expect(mail.from!.text).toBe('"Haarvat, gemeente Testdorp" <haarvat@gemeente.example>');
    expect(mail.messageId).toBe("<0190a1b2-0000-7000-8000-00000000000a@haarvat.testdorp.example>");
    expect(mail.date).toEqual(at);
    expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
    expect(headersOf(raw)).toContain("List-Unsubscribe: <https://haarvat.testdorp.example/me>");
    expect(mail.headers.get("content-language")).toBe("nl");
    expect([mail.text!.trim(), mail.html]).toEqual([letter.text, letter.html]);
    expect(namesOf(raw).sort()).toEqual(
      [
        "auto-submitted",
        "content-language",
        "content-type",
        "date",
        "from",
        "list-unsubscribe",
        "message-id",
        "mime-version",
        "subject",
        "to",
        "x-auto-response-suppress",
      ].sort(),
    );
  });

  test.each(["Testdorp\r\nBcc: bob@elders.example", 'Test"dorp" <bob@elders.example>', "Testdorp\u0000\u2028Bcc: bob@elders.example", "ﬁ‮dorp, elders"])(
    "has one sender and one receiver, whatever the municipality is called: %j",
    async (municipality) => {
      const smtp = await openSmtp();
      await hire(smtp).send({ ...letter, municipality, subject: `${letter.subject}\r\nCc: bob@elders.example` });
      const [{ raw, mail, to }] = smtp.arrived as [Smtp["arrived"][0]];
      expect(to).toEqual([letter.to]);
      expect(mail.from!.value).toHaveLength(1);
      expect(mail.from!.value[0]!.address).toBe("haarvat@gemeente.example");
      expect([mail.cc, mail.bcc]).toEqual([undefined, undefined]);
      expect(namesOf(raw).filter((name) => ["bcc", "cc", "to"].includes(name))).toEqual(["to"]);
    },
  );

  test.each(["anna@gemeente.nl\r\nRCPT TO:<bob@elders.nl>", "anna@gemeente.nl, bob@elders.nl", "Anna <anna@gemeente.nl>", ""])(
    "never goes to what is not one plain address: %j",
    async (to) => {
      const smtp = await openSmtp();
      expect(await hire(smtp).send({ ...letter, to })).toEqual({ went: "refused" });
      expect(smtp.arrived).toEqual([]);
    },
  );
});

describe("the mail server", () => {
  test("elsewhere has to offer STARTTLS; without it nothing is sent", async () => {
    // 0.0.0.0 leads to this machine and is not one of its loopback names.
    const bare = await openSmtp({ secure: false, plain: true, host: "0.0.0.0" });
    expect(await hire(bare).send(letter)).toMatchObject({ went: "away", code: expect.stringContaining("ETLS") });
    expect(bare.arrived).toEqual([]);
    const offering = await openSmtp({ secure: false, host: "0.0.0.0" });
    expect(await hire(offering).send(letter)).toEqual({ went: "sent" });
    expect(offering.arrived.map(({ secure }) => secure)).toEqual([true]);
  });

  test("on this machine may do without", async () => {
    const bare = await openSmtp({ secure: false, plain: true });
    expect(await hire(bare).send(letter)).toEqual({ went: "sent" });
  });

  test("has to be who it says it is", async () => {
    const smtp = await openSmtp({ stranger: true });
    expect(await hire(smtp).send(letter)).toMatchObject({ went: "away" });
    expect(smtp.arrived).toEqual([]);
  });

  test("may refuse an address for good, or for now, or be away", async () => {
    const smtp = await openSmtp();
    const postman = hire(smtp);
    smtp.refuse(letter.to, 550);
    expect(await postman.send(letter)).toEqual({ went: "refused" });
    smtp.refuse(letter.to, 450);
    expect(await postman.send(letter)).toEqual({ went: "later", code: "EENVELOPE 450" });
    await smtp.stop();
    expect(await postman.send(letter)).toMatchObject({ went: "away" });
    await smtp.comeBack();
    smtp.refuse(letter.to, undefined);
    expect(await postman.send(letter)).toEqual({ went: "sent" });
  });
});

test("an invitation holds its link and code, once, and no way to stop what comes once", async () => {
  const smtp = await openSmtp();
  const link = "https://haarvat.testdorp.example/invitation/0190a1b2-0000-7000-8000-00000000000b";
  const outcome = await sendInvitation(hire(smtp), { to: "kim@testdorp.example", link, code: "K7QM-2XRT", municipality: "Testdorp", language: "nl", at });
  expect(outcome).toEqual({ went: "sent" });
  const { mail, raw } = smtp.arrived[0]!;
  expect(mail.subject).toBe("Uw uitnodiging voor Haarvat");
  expect(mail.text!.split(link)).toHaveLength(2);
  expect(mail.text!.split("K7QM-2XRT")).toHaveLength(2);
  expect(mail.text).toContain("één keer, tot 24 uur na deze mail");
  expect(String(mail.html).split(link)).toHaveLength(2);
  expect(headersOf(raw)).not.toMatch(/List-Unsubscribe|K7QM/);
});

test.each(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</title><svg/onload=alert(1)>", "<!--", "&lt;script&gt;"])(
  "an invitation shows the name of a municipality as it was typed, and runs nothing: %s",
  async (municipality) => {
    const smtp = await openSmtp();
    const link = "https://haarvat.testdorp.example/invitation/0190a1b2-0000-7000-8000-00000000000b";
    await sendInvitation(hire(smtp), { to: "kim@testdorp.example", link, code: "K7QM-2XRT", municipality, language: "en", at });
    const { mail } = smtp.arrived[0]!;
    expect(mail.text).toContain(`The municipality of ${municipality} invites you to Haarvat.`);
    expect(String(mail.html)).not.toMatch(/<(script|img|svg|!--)/i);
  },
);
