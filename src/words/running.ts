import { both } from "./both.ts";

/** When it is too busy, or the database is away for a moment. */
export const running = both(
  {
    busy: "Het is nu even heel druk",
    busyLead: "Probeer het over een paar tellen opnieuw.",
    away: "Haarvat is er heel even niet",
    awayLead: "Wij kunnen nu niet bij wat bewaard is. Meestal is dat zo voorbij.",
    often: "Dit ging heel snel achter elkaar",
    oftenLead: (seconds: number) =>
      seconds < 90
        ? `Wacht ${seconds} ${seconds === 1 ? "tel" : "tellen"} en probeer het dan opnieuw.`
        : `Wacht ${Math.ceil(seconds / 60)} minuten en probeer het dan opnieuw.`,
    stillHere: "Wat u typte, staat hieronder. U mag het gerust opnieuw versturen: het telt één keer.",
    fileGone: "Kies uw bestand daarna opnieuw. Er is niets veranderd.",
    sendAgain: "Verstuur opnieuw",
    tryAgain: "Probeer opnieuw",
    yourText: "Uw tekst",
    reference: (id: string) => `Wilt u ons hierover iets vragen? Noem dan dit nummer: ${id}.`,
  },
  {
    busy: "It is very busy just now",
    busyLead: "Try again in a few seconds.",
    away: "Haarvat is away for a moment",
    awayLead: "We cannot reach what is kept just now. Usually that passes quickly.",
    often: "This went very fast, one after the other",
    oftenLead: (seconds: number) =>
      seconds < 90
        ? `Wait ${seconds} ${seconds === 1 ? "second" : "seconds"} and then try again.`
        : `Wait ${Math.ceil(seconds / 60)} minutes and then try again.`,
    stillHere: "What you typed is below. Feel free to send it again: it counts once.",
    fileGone: "Choose your file again afterwards. Nothing has changed.",
    sendAgain: "Send again",
    tryAgain: "Try again",
    yourText: "Your text",
    reference: (id: string) => `Would you like to ask us about this? Then mention this number: ${id}.`,
  },
);
