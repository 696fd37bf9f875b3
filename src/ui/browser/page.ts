// Small things that only help: the search key, focus on what was not accepted, one press per button, an offer that passes.
addEventListener("keydown", (event) => {
  const typing = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const search = document.querySelector<HTMLInputElement>("#search, #q");
  if (search) {
    event.preventDefault();
    search.focus();
  }
});

document.querySelector<HTMLElement>("#problems")?.focus();

// A second press on a slow line would be refused as a repeat anyway; this keeps it from being sent.
addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset["sent"]) event.preventDefault();
  form.dataset["sent"] = "yes";
  setTimeout(() => delete form.dataset["sent"], 5000);
});
addEventListener("pageshow", () => document.querySelectorAll<HTMLFormElement>("form[data-sent]").forEach((form) => delete form.dataset["sent"]));

for (const offer of document.querySelectorAll<HTMLElement>("[data-seconds]")) setTimeout(() => (offer.hidden = true), Number(offer.dataset["seconds"]) * 1000);

// What stayed on this device goes when somebody stops, and when somebody else sits down.
const owner = document.documentElement.dataset["owner"];
if (owner) for (const key of Object.keys(localStorage)) if (key.startsWith("hv-") && !key.startsWith(`hv-draft-${owner}-`)) localStorage.removeItem(key);
document.querySelector("form[action='/leave']")?.addEventListener("submit", () => {
  document.dispatchEvent(new Event("hv-forget"));
  for (const key of Object.keys(localStorage)) if (key.startsWith("hv-")) localStorage.removeItem(key);
});
