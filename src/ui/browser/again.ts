// Windows of one browser tell each other who is there. A page that stands open hears of it, and when it is looked at again, by `hv-back`.
const sessions = new BroadcastChannel("hv-session");
const here = document.documentElement.dataset["owner"];
const tell = (who: string | undefined) => document.dispatchEvent(new CustomEvent("hv-back", { detail: who }));

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches this origin only and takes no target
if (here) sessions.postMessage(here);
sessions.addEventListener("message", ({ data }) => tell(data as string));
addEventListener("focus", () => tell(here));
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && tell(here));
