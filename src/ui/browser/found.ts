// Beside the text stands what was found in it; here each word leads to its place in the field, and one key there puts another word in its place.
// What was found comes with the answer to a save, as the page itself would show it: never while somebody types.
const foundList = document.querySelector<HTMLElement>("[data-found-list]");
let chosen: { field: HTMLTextAreaElement; from: number; to: number; standIn: string } | undefined;

/** Where the word stands: at the place it was found, or the nearest there is now. */
function placeOf(field: HTMLTextAreaElement, word: string, at: number): number {
  if (field.value.startsWith(word, at)) return at;
  const after = field.value.indexOf(word, Math.max(0, at - 20));
  return after < 0 ? field.value.indexOf(word) : after;
}

/** As if it was typed, so that it can be undone. */
function typeOver(field: HTMLTextAreaElement, from: number, to: number, words: string): void {
  field.focus();
  field.setSelectionRange(from, to);
  // oxlint-disable-next-line typescript/no-deprecated -- the only way that leaves undo to the browser
  if (document.execCommand("insertText", false, words)) return;
  field.setRangeText(words, from, to, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function fieldOf(word: HTMLElement): { field: HTMLTextAreaElement; from: number; to: number } | undefined {
  const field = document.querySelector<HTMLTextAreaElement>(`textarea[name="${word.dataset["found"]}"]`);
  const words = word.textContent ?? "";
  const from = field ? placeOf(field, words, Number(word.dataset["at"])) : -1;
  return field && from >= 0 ? { field, from, to: from + words.length } : undefined;
}

function jumpTo(word: HTMLElement): void {
  const place = fieldOf(word);
  if (!place) return;
  const fold = place.field.closest("details");
  if (fold) fold.open = true;
  place.field.focus();
  place.field.setSelectionRange(place.from, place.to);
  place.field.scrollIntoView({ block: "nearest" });
  chosen = { ...place, standIn: word.dataset["standIn"] ?? "" };
  const says = document.querySelector("[data-found-says]");
  if (says) says.textContent = word.dataset["jumped"] ?? "";
}

/** The words of a list become buttons; without script they are words to read. */
function enliven(list: HTMLElement): void {
  for (const word of list.querySelectorAll<HTMLElement>("[data-found]")) {
    const jump = document.createElement("button");
    for (const { name, value } of word.attributes) jump.setAttribute(name, value);
    Object.assign(jump, { type: "button", className: "hv-word", textContent: word.textContent });
    jump.setAttribute("aria-label", word.dataset["jump"] ?? "");
    jump.addEventListener("click", () => jumpTo(jump));
    const replace = document.createElement("button");
    Object.assign(replace, { type: "button", className: "hv-plain", textContent: word.dataset["replace"] });
    replace.addEventListener("click", () => {
      const place = fieldOf(jump);
      if (place) typeOver(place.field, place.from, place.to, jump.dataset["standIn"] ?? "");
    });
    word.replaceWith(jump, " ", replace);
  }
}

if (foundList) {
  enliven(foundList);
  document.addEventListener(
    "hv-found",
    (event) => {
      // Made by the server, which writes every word of the text as text; what is parsed so runs nothing.
      const fresh = new DOMParser().parseFromString((event as CustomEvent<string>).detail, "text/html");
      const focused = foundList.contains(document.activeElement) ? document.activeElement?.textContent : undefined;
      foundList.replaceChildren(...fresh.body.childNodes);
      enliven(foundList);
      if (focused) [...foundList.querySelectorAll("button")].find(({ textContent }) => textContent === focused)?.focus();
    },
    true,
  );
}

// A word that was just chosen from the list: Enter puts the other word there. Anything else, and it is a text like any other.
document.addEventListener("keydown", (event) => {
  const now = chosen;
  if (!now || event.key === "Shift" || event.key === "Control") return;
  chosen = undefined;
  const { field, from, to, standIn } = now;
  if (event.key !== "Enter" || event.target !== field || field.selectionStart !== from || field.selectionEnd !== to) return;
  event.preventDefault();
  typeOver(field, from, to, standIn);
});

// Roles instead of names: one tap puts the word at the cursor of the field that was written in last.
const roles = document.querySelector<HTMLElement>("[data-roles]");
if (roles) {
  roles.hidden = false;
  let last = document.querySelector<HTMLTextAreaElement>("textarea[name=sentence]");
  document.addEventListener("focusin", ({ target }) => {
    if (target instanceof HTMLTextAreaElement && target.classList.contains("hv-words-field")) last = target;
  });
  roles.addEventListener("pointerdown", (event) => event.preventDefault());
  roles.addEventListener("click", ({ target }) => {
    const role = target instanceof HTMLButtonElement ? target.textContent : undefined;
    if (!role || !last) return;
    const { selectionStart: from, selectionEnd: to, value } = last;
    typeOver(last, from, to, `${from > 0 && !/\s$/.test(value.slice(0, from)) ? " " : ""}${role}${/^[\s.,;:!?]/.test(value.slice(to)) ? "" : " "}`);
  });
}
