// Saves what is typed within two seconds; while the server is away, on the device only, and again as soon as it answers.
class Autosave extends HTMLElement {
  #timer: number | undefined;
  #busy = false;
  #again = false;

  connectedCallback() {
    const form = this.querySelector("form");
    if (!form) return;
    this.#restore(form);
    form.addEventListener("input", () => this.#soon(form));
    form.addEventListener("submit", () => this.#stop());
    addEventListener("online", () => this.#soon(form));
    addEventListener("pagehide", () => this.#timer !== undefined && this.#keepOnDevice(form));
  }

  #soon(form: HTMLFormElement, wait = 900) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#save(form), wait) as unknown as number;
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    localStorage.removeItem(this.#key);
  }

  async #save(form: HTMLFormElement) {
    if (this.#busy) { this.#again = true; return; }
    this.#busy = true;
    this.#timer = undefined;
    try {
      const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form) as never), headers: { accept: "application/json" }, redirect: "manual" });
      const answer = response.headers.get("content-type")?.includes("json") ? await response.json() : undefined;
      if (response.ok && answer) {
        (form.elements.namedItem("version") as HTMLInputElement).value = answer.version;
        localStorage.removeItem(this.#key);
        this.#say(answer.says);
      } else if (response.status === 409 && answer) {
        this.#keepOnDevice(form);
        this.#say(answer.says, answer.href);
      } else {
        throw new Error("not saved");
      }
    } catch {
      this.#keepOnDevice(form);
      this.#say(this.dataset["away"] ?? "");
      this.#soon(form, 5000);
    } finally {
      this.#busy = false;
      if (this.#again) { this.#again = false; this.#soon(form, 100); }
    }
  }

  get #key() { return `hv-draft-${this.dataset["draft"]}`; }

  #keepOnDevice(form: HTMLFormElement) {
    const fields = [...new FormData(form)].filter(([name]) => name !== "token" && name !== "deed" && name !== "version");
    localStorage.setItem(this.#key, JSON.stringify(fields));
  }

  // What the device kept was typed later than what the server has: it goes back into the form, and then to the server.
  #restore(form: HTMLFormElement) {
    const kept = localStorage.getItem(this.#key);
    if (!kept) return;
    const fields = JSON.parse(kept) as [string, string][];
    for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("textarea, input:not([type=hidden])")) {
      const values = fields.filter(([name]) => name === field.name).map(([, value]) => value);
      if (field instanceof HTMLInputElement && (field.type === "checkbox" || field.type === "radio")) field.checked = values.includes(field.value);
      else if (values[0] !== undefined) field.value = values[0];
    }
    this.#soon(form, 100);
  }

  #say(words: string, href?: string) {
    const place = this.querySelector("[data-saved]");
    if (!place) return;
    if (!href) { place.textContent = words; return; }
    const link = document.createElement("a");
    link.href = href;
    link.textContent = words;
    place.replaceChildren(link);
  }
}
customElements.define("hv-autosave", Autosave);
