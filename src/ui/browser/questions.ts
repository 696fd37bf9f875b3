// One key for each word that is asked about: j or y says yes, n says no, and the next one is there. Arrow keys, Tab and space work as they always do.
const questions = [...document.querySelectorAll<HTMLFieldSetElement>(".hv-questions > fieldset")];
for (const [index, question] of questions.entries())
  question.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const said = { j: "yes", y: "yes", n: "no" }[event.key.toLowerCase()];
    const radio = said && question.querySelector<HTMLInputElement>(`input[value^="${said} "]`);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    const next = questions[index + 1]?.querySelector<HTMLInputElement>("input") ?? question.closest("#open")?.querySelector<HTMLElement>("button");
    next?.focus();
  });
for (const hint of document.querySelectorAll<HTMLElement>("[data-keys]")) hint.hidden = false;
