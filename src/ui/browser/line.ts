// A form with words goes when the server can be reached; otherwise the page stays as it is, and says so where one pressed.
addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const worded = form.method === "post" && form.querySelector("textarea") && !form.closest("hv-autosave");
  if (!worded || event.defaultPrevented) return;
  if (form.dataset["reached"]) {
    delete form.dataset["reached"];
    return;
  }
  event.preventDefault();
  void send(form, event.submitter);
});

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const reached = await fetch("/health", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
  tellIn(form, reached ? "" : (document.documentElement.dataset["away"] ?? ""));
  if (!reached) return;
  form.dataset["reached"] = "yes";
  form.requestSubmit(submitter);
}

function tellIn(form: HTMLFormElement, words: string): void {
  const place = form.querySelector<HTMLElement>("[data-line]") ?? document.createElement("p");
  place.dataset["line"] = "";
  place.setAttribute("role", "status");
  if (!place.isConnected) form.append(place);
  place.textContent = words;
}
