import type { Page } from "playwright-core";

type Look = { readonly name: string; readonly person: string; readonly open: (page: Page) => Promise<unknown> };
const at = (path: string) => (page: Page) => page.goto(path);
const unfold = (page: Page) =>
  page.locator("details.hv-fold").evaluateAll((all) => {
    for (const one of all) (one as HTMLDetailsElement).open = true;
  });

/** Every page in every state it can have: empty, filled, refused, unfolded, absent. */
export const looks: readonly Look[] = [
  { name: "picking a person", person: "Amina", open: at("/who") },
  { name: "home of a professional", person: "Amina", open: at("/") },
  { name: "home of an owner", person: "Ruud", open: at("/") },
  { name: "home of the alderman", person: "Esther", open: at("/") },
  { name: "home of a council member", person: "Joke", open: at("/") },
  { name: "home of a facilitator", person: "Fatima", open: at("/") },
  { name: "home of an administrator", person: "Kim", open: at("/") },
  { name: "home of the privacy officer", person: "Frank", open: at("/") },
  { name: "the list", person: "Amina", open: at("/signals") },
  { name: "the list, filtered to nothing", person: "Amina", open: at("/signals?q=olifant&harm=yes") },
  {
    name: "a signal that waits, all deeds open",
    person: "Amina",
    open: async (page) => {
      await page.goto("/signals?state=open&mine=yes");
      await page.locator(".hv-rows a").first().click();
      await unfold(page);
    },
  },
  {
    name: "a signal that holds",
    person: "Noor",
    open: async (page) => {
      await page.goto("/signals?state=held");
      await page.locator(".hv-rows a").first().click();
    },
  },
  {
    name: "a signal to answer, refused",
    person: "Ruud",
    open: async (page) => {
      await page.locator(".hv-due a.hv-button").first().click();
      await page.getByText("Wij veranderen dit").or(page.getByText("We change this")).click();
      await page.getByRole("button", { name: /^(Antwoord|Answer)$/ }).click();
      await page.getByRole("alert").waitFor();
      await unfold(page);
    },
  },
  {
    name: "writing, unfolded",
    person: "Jeroen",
    open: async (page) => {
      await page.goto("/write");
      await unfold(page);
    },
  },
  {
    name: "releasing with something found",
    person: "Jeroen",
    open: async (page) => {
      await page.goto("/write");
      await page.locator("#sentence").fill("Bel 06 12345678 over de brief.");
      await page.locator("button[value=release]").click();
      await page.locator("mark").first().waitFor();
      await unfold(page);
    },
  },
  { name: "drafts", person: "Jeroen", open: at("/drafts") },
  { name: "numbers", person: "Esther", open: at("/numbers") },
  { name: "numbers of a half-year with too few signals", person: "Esther", open: at("/numbers?half=2024-1") },
  { name: "who answers, to keep", person: "Kim", open: at("/mandates") },
  { name: "people", person: "Kim", open: at("/members") },
  { name: "people, nobody found", person: "Kim", open: at("/members?q=olifant&left=yes") },
  {
    name: "somebody who answers, changed without a name",
    person: "Kim",
    open: async (page) => {
      await page.goto("/members?q=ruud");
      await page.locator(".hv-rows a").first().click();
      await page.locator("#name").fill("");
      await page.locator("button.hv-button:not(.hv-button--plain)").click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "inviting", person: "Kim", open: at("/members/invite") },
  { name: "teams", person: "Kim", open: at("/teams") },
  {
    name: "a team that still has people",
    person: "Kim",
    open: async (page) => {
      await page.goto("/teams");
      await page.locator(".hv-rows a").first().click();
      await page.locator("button.hv-button--plain").click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "settings of the municipality", person: "Kim", open: at("/municipality") },
  {
    name: "colours, refused",
    person: "Kim",
    open: async (page) => {
      await page.goto("/municipality/theme");
      await page.locator("#light-color-default-color-document").fill("#999999");
      await page.locator("#dark-color-default-bg-document").fill("#999999");
      await page.locator("button.hv-button:not(.hv-button--plain)").click();
      await page.getByRole("alert").waitFor();
    },
  },
  { name: "reading in signals", person: "Fatima", open: at("/signals/import") },
  { name: "one's own settings", person: "Amina", open: at("/me?saved=yes") },
  { name: "what the privacy officer has to do", person: "Frank", open: at("/privacy") },
  {
    name: "looks that stand out, unfolded",
    person: "Frank",
    open: async (page) => {
      await page.goto("/privacy/week");
      await unfold(page);
    },
  },
  { name: "a week in which nothing stood out", person: "Frank", open: at("/privacy/week?week=2020-01-06") },
  {
    name: "searching the log",
    person: "Frank",
    open: async (page) => {
      await page.goto("/privacy/looked");
      await page.locator("#q").fill("wijkteam");
      await page.getByRole("button", { name: /^(Zoek|Search)$/ }).click();
      await page.locator(".hv-rows").waitFor();
    },
  },
  { name: "the log", person: "Frank", open: at("/privacy/trail?what=looks") },
  { name: "the log, filtered to nothing", person: "Frank", open: at("/privacy/trail?until=2019-12-31") },
  { name: "shielded texts", person: "Frank", open: at("/privacy/shielded") },
  {
    name: "a shielded text to judge, refused",
    person: "Frank",
    open: async (page) => {
      await page.goto("/privacy/shielded");
      await page.locator(".hv-due a").first().click();
      await unfold(page);
      await page.getByRole("button", { name: /^(Wis voorgoed|Erase for good)$/ }).click();
      await page.getByRole("alert").waitFor();
      await unfold(page);
    },
  },
  { name: "what was erased", person: "Frank", open: at("/privacy/erased") },
  {
    name: "keeping, refused and unfolded",
    person: "Frank",
    open: async (page) => {
      await page.goto("/privacy/keeping");
      await page.getByRole("button", { name: /^(Vernietig voorgoed|Destroy for good)$/ }).click();
      await page.getByRole("alert").waitFor();
      await unfold(page);
    },
  },
  { name: "what is not there", person: "Amina", open: at("/nergens") },
];
