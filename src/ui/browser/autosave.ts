// Saves what is typed within two seconds. While the server is away the words stay on this device only, with the version they were
// typed over, so that the server still decides whether they are newer; once it has them, they are gone from the device. When the session
// ended, the server keeps them for their writer, and the page says beside the text how to go on.
type Kept = { readonly version: string; readonly fields: [string, string][] };
type Outcome = "saved" | "refused" | "away" | "ended";
type Answer = { version?: string; says?: string; found?: string; href?: string; ended?: boolean; kept?: string; enter?: { href: string; words: string } };

const writer = document.documentElement.dataset["owner"];
type Back = "same" | "other" | "none" | "away";

/** Whether the writer has a session again; then the forms of this page take what proves that they are theirs. */
async function whoIsBack(): Promise<Back> {
  const response = await fetch("/session", { headers: { accept: "application/json" } }).catch(() => undefined);
  if (response?.status === 401) return "none";
  if (!response?.ok) return "away";
  const { owner, token } = (await response.json()) as { owner: string; token: string };
  if (owner !== writer) return "other";
  for (const field of document.querySelectorAll<HTMLInputElement>("input[name=token]")) field.value = token;
  return "same";
}

class Autosave extends HTMLElement {
  #timer: number | undefined;
  #last: Promise<Outcome> = Promise.resolve("saved");
  #forgotten = false;
  #ended = false;
  /** What the server kept of this text after the session ended; it lets go of it once the text itself is saved. */
  #kept = "";

  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    if (this.dataset["fresh"]) localStorage.removeItem(this.#key);
    this.#restore(form);
    document.addEventListener("hv-forget", () => this.#forget());
    form.addEventListener("input", () => this.#soon(form));
    form.addEventListener("submit", (event) => void this.#submit(event, form));
    addEventListener("online", () => this.#soon(form));
    // Somebody may be back after the session ended, or somebody else sits down: then what stands here is first kept for its writer.
    document.addEventListener("hv-back", (event) => (this.#ended || (event as CustomEvent).detail !== writer) && this.#soon(form, 0));
    addEventListener("pagehide", () => this.#timer !== undefined && this.#keepOnDevice(form));
  }

  // Somebody stops: what was not saved goes with them, and nothing is written after that.
  #forget() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#forgotten = true;
  }

  #soon(form: HTMLFormElement, wait = 900) {
    if (this.#forgotten) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(form), wait) as unknown as number;
  }

  // The words are safe before the page changes; a conflict or an ended session is shown by the page that the form itself leads to.
  async #submit(event: SubmitEvent, form: HTMLFormElement) {
    if (form.dataset["safe"]) return;
    event.preventDefault();
    if (["away", "ended"].includes(await this.#save(form))) return;
    form.dataset["safe"] = "yes";
    form.requestSubmit(event.submitter);
  }

  #save(form: HTMLFormElement): Promise<Outcome> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#last = this.#last.then(() => this.#send(form));
    return this.#last;
  }

  async #send(form: HTMLFormElement): Promise<Outcome> {
    try {
      const { ok, answer } = await this.#post(form);
      if (answer?.ended) return await this.#afterTheEnd(form, answer);
      if (ok && answer) return this.#saved(form, answer);
      this.#keepOnDevice(form);
      this.#say(answer?.says ?? this.dataset["refused"] ?? "", answer?.href);
      return "refused";
    } catch {
      this.#keepOnDevice(form);
      this.#say(this.dataset["away"] ?? "");
      this.#soon(form, 5000);
      return "away";
    }
  }

  async #post(form: HTMLFormElement): Promise<{ ok: boolean; answer: Answer | undefined }> {
    const body = new URLSearchParams(new FormData(form) as never);
    if (this.#kept) body.set("kept", this.#kept);
    const response = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" }, redirect: "manual" });
    if (response.status >= 500 || response.status === 429) throw new Error("away");
    return { ok: response.ok, answer: response.headers.get("content-type")?.includes("json") ? await response.json() : undefined };
  }

  #saved(form: HTMLFormElement, answer: Answer): Outcome {
    (form.elements.namedItem("version") as HTMLInputElement).value = answer.version ?? "";
    [this.#ended, this.#kept] = [false, ""];
    localStorage.removeItem(this.#key);
    // From now on this text has an address, so that a reload finds it.
    history.replaceState(null, "", new URL(form.action).pathname);
    this.#say(answer.says ?? "");
    if (answer.found !== undefined) this.dispatchEvent(new CustomEvent("hv-found", { detail: answer.found }));
    return "saved";
  }

  // The server has what was typed, for its writer alone: so it leaves this device, where somebody else may sit down.
  async #afterTheEnd(form: HTMLFormElement, { says, kept, enter }: Answer): Promise<Outcome> {
    this.#ended = true;
    if (kept) {
      this.#kept = kept;
      localStorage.removeItem(this.#key);
    } else this.#keepOnDevice(form);
    if ((await this.#isBack()) === "same") {
      this.#ended = false;
      return this.#send(form);
    }
    this.#say(says ?? "", enter?.href, enter?.words);
    return "ended";
  }

  // Somebody else is here now: the text goes from the screen as well.
  async #isBack(): Promise<Back> {
    const back = await whoIsBack();
    if (back === "other" && this.#kept) location.replace("/");
    return back;
  }

  get #key() {
    return `hv-draft-${this.dataset["owner"]}-${this.dataset["draft"]}`;
  }

  #keepOnDevice(form: HTMLFormElement) {
    if (this.#forgotten) return;
    const { version, fields } = contentOf(form);
    localStorage.setItem(this.#key, JSON.stringify({ version, fields } satisfies Kept));
  }

  // A text that never reached the server has no page of its own: it goes on, as the draft it was, wherever its writer starts to write.
  #restore(form: HTMLFormElement) {
    const fresh = (form.elements.namedItem("version") as HTMLInputElement).value === "0";
    const keys = fresh ? Object.keys(localStorage).filter((key) => key.startsWith(`hv-draft-${this.dataset["owner"]}-`)) : [this.#key];
    const found = keys
      .map((key) => [key, JSON.parse(localStorage.getItem(key) ?? "null") as Kept | null] as const)
      .find(([, kept]) => kept && (!fresh || kept.version === "0"));
    if (!found?.[1]) return;
    const [key, kept] = [found[0], found[1]];
    localStorage.removeItem(key);
    this.dataset["draft"] = key.slice(`hv-draft-${this.dataset["owner"]}-`.length);
    form.action = `/drafts/${this.dataset["draft"]}`;
    if (JSON.stringify(kept.fields) === JSON.stringify(contentOf(form).fields)) return;
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type=hidden])")) {
      const values = kept.fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) field.checked = values.includes(field.value);
      else field.value = values[0] ?? "";
    }
    (form.elements.namedItem("version") as HTMLInputElement).value = kept.version;
    this.#keepOnDevice(form);
    this.#soon(form, 100);
  }

  #say(words: string, href?: string, other?: string) {
    const place = this.querySelector("[data-saved]");
    if (!place) return;
    if (!href) {
      place.textContent = words;
      return;
    }
    const link = document.createElement("a");
    link.href = href;
    link.textContent = other ?? words;
    if (other) link.target = "_blank";
    place.replaceChildren(...(other ? [words, " ", link] : [link]));
  }
}

function contentOf(form: HTMLFormElement): Kept {
  const all = [...new FormData(form)].map(([name, value]) => [name, (value as string).replaceAll("\r\n", "\n")] as [string, string]);
  const version = all.find(([name]) => name === "version")?.[1] ?? "0";
  return { version, fields: all.filter(([name]) => !["token", "deed", "version", "next"].includes(name)) };
}

customElements.define("hv-autosave", Autosave);
