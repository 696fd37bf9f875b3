import { both } from "./both.ts";

type Trail = {
  object: {
    draft: (team: string) => string;
    signal: (team: string) => string;
    member: (name: string) => string;
    team: (name: string) => string;
    self: string;
    municipality: string;
    mandate: string;
    session: string;
    retention: string;
    trail: string;
    text: string;
    invitation: string;
  };
  unknownTeam: string;
  unknownPerson: string;
  did: Record<string, (object: string) => string>;
  actsAs: (role: string) => string;
  roleGiven: (role: string, object: string) => string;
  roleTaken: (role: string, object: string) => string;
  fact: (what: string, object: string) => string;
  other: (action: string, object: string) => string;
};

/** The trail in plain words: "Noor Abdi keek naar een tekst in de maak van wijkteam West". */
export const trail = both<Trail>(
  {
    object: {
      draft: (team) => `een tekst in de maak van ${team}`,
      signal: (team) => `een signaal van ${team}`,
      member: (name) => `de gegevens van ${name}`,
      team: (name) => `de gegevens van ${name}`,
      self: "de eigen gegevens",
      municipality: "de gemeente",
      mandate: "de lijst van wie antwoordt",
      session: "een sessie",
      retention: "de bewaartermijnen",
      trail: "een regel in het logboek",
      text: "een tekst",
      invitation: "een uitnodiging",
    },
    unknownTeam: "een team",
    unknownPerson: "iemand",
    did: {
      looked: (object) => `keek naar ${object}`,
      "trail-looked": (object) => `bekeek het logboek over ${object}`,
      "trail-exported": (object) => `nam het logboek mee over ${object}`,
      exported: () => "nam signalen mee in een bestand",
      "exported-municipality": () => "nam de hele gemeente mee in een bestand",
      "draft-begun": (object) => `begon aan ${object}`,
      "draft-saved": (object) => `schreef aan ${object}`,
      "draft-taken-over": (object) => `nam ${object} over`,
      "draft-removed": (object) => `gooide ${object} weg`,
      "draft-brought-back": (object) => `haalde ${object} terug`,
      "draft-answered": (object) => `zei van woorden in ${object} dat ze naar niemand leiden`,
      "look-asked": (object) => `vroeg een collega om ${object} mee te lezen`,
      "look-answered": (object) => `las ${object} mee en gaf antwoord`,
      released: (object) => `deelde ${object}`,
      "released-looked-through": (object) => `keek ${object} zelf na voor het delen`,
      "released-perhaps-recognised": (object) => `deelde ${object}, al wordt iemand misschien herkend`,
      "excuse-accepted": () => "keurde een woord goed dat naar niemand leidt",
      "excuse-refused": () => "keurde een woord af, omdat het naar iemand kan leiden",
      "excuse-taken-away": () => "haalde een goedgekeurd woord weg",
      imported: (object) => `las ${object} in`,
      erased: (object) => `wiste woorden in ${object}`,
      "mandate-added": () => "zette iemand op de lijst van wie antwoordt",
      "mandate-removed": () => "haalde iemand van de lijst van wie antwoordt",
      login: () => "logde in",
      "session-begun": () => "logde in",
      "session-ended": () => "stopte",
      "all-sessions-ended": (object) => `beëindigde alle sessies: ${object}`,
      invited: (object) => `nodigde iemand uit: ${object}`,
      "invitation-tried": () => "probeerde een uitnodiging",
      "invitation-accepted": () => "nam een uitnodiging aan",
      "post-kept": () => "stuurde iets na afloop van een sessie; dat is even bewaard",
      "settings-changed": (object) => `veranderde instellingen: ${object}`,
      "member-changed": (object) => `veranderde ${object}`,
      "member-let-go": (object) => `liet iemand gaan: ${object}`,
      "member-brought-back": (object) => `haalde iemand terug: ${object}`,
      "team-added": (object) => `voegde een team toe: ${object}`,
      "team-changed": (object) => `veranderde ${object}`,
      "team-ended": (object) => `beëindigde een team: ${object}`,
      "team-begun-again": (object) => `begon weer met een team: ${object}`,
      "theme-changed": () => "veranderde de kleuren van de gemeente",
      "theme-removed": () => "zette de kleuren van de gemeente terug",
      "invitation-withdrawn": () => "trok een uitnodiging in",
      "looked-at-invitations": () => "keek naar de uitnodigingen",
      "municipality-added": () => "maakte de gemeente aan",
      "look-reviewed": () => "beoordeelde een keer kijken",
      "week-reviewed": () => "bekeek de opvallende keren kijken van een week",
      destroyed: () => "vernietigde wat over de termijn was",
      "term-changed": () => "veranderde een bewaartermijn",
      "woo-noted": () => "noteerde een Woo-verzoek",
      "woo-ended": () => "sloot een Woo-verzoek af",
    },
    actsAs: (role) => `ging verder als ${role}`,
    roleGiven: (role, object) => `gaf de rol ${role}: ${object}`,
    roleTaken: (role, object) => `nam de rol ${role} af: ${object}`,
    fact: (what, object) => `legde vast bij ${object}: ${what}`,
    other: (action, object) => `deed “${action}” bij ${object}`,
  },
  {
    object: {
      draft: (team) => `a text being written in ${team}`,
      signal: (team) => `a signal of ${team}`,
      member: (name) => `the details of ${name}`,
      team: (name) => `the details of ${name}`,
      self: "one’s own details",
      municipality: "the municipality",
      mandate: "the list of who answers",
      session: "a session",
      retention: "the retention terms",
      trail: "a line in the log",
      text: "a text",
      invitation: "an invitation",
    },
    unknownTeam: "a team",
    unknownPerson: "somebody",
    did: {
      looked: (object) => `looked at ${object}`,
      "trail-looked": (object) => `looked at the log about ${object}`,
      "trail-exported": (object) => `took along the log about ${object}`,
      exported: () => "took signals along in a file",
      "exported-municipality": () => "took the whole municipality along in a file",
      "draft-begun": (object) => `began ${object}`,
      "draft-saved": (object) => `wrote on ${object}`,
      "draft-taken-over": (object) => `took over ${object}`,
      "draft-removed": (object) => `threw away ${object}`,
      "draft-brought-back": (object) => `brought back ${object}`,
      "draft-answered": (object) => `said of words in ${object} that they lead to nobody`,
      "look-asked": (object) => `asked a colleague to read ${object} along`,
      "look-answered": (object) => `read ${object} along and answered`,
      released: (object) => `shared ${object}`,
      "released-looked-through": (object) => `looked ${object} through before sharing it`,
      "released-perhaps-recognised": (object) => `shared ${object}, although somebody may be recognised`,
      "excuse-accepted": () => "accepted a word that leads to nobody",
      "excuse-refused": () => "refused a word, because it may lead to somebody",
      "excuse-taken-away": () => "took away an accepted word",
      imported: (object) => `read in ${object}`,
      erased: (object) => `erased words in ${object}`,
      "mandate-added": () => "put somebody on the list of who answers",
      "mandate-removed": () => "took somebody off the list of who answers",
      login: () => "logged in",
      "session-begun": () => "logged in",
      "session-ended": () => "stopped",
      "all-sessions-ended": (object) => `ended all sessions: ${object}`,
      invited: (object) => `invited somebody: ${object}`,
      "invitation-tried": () => "tried an invitation",
      "invitation-accepted": () => "accepted an invitation",
      "post-kept": () => "sent something after a session had ended; it was kept for a while",
      "settings-changed": (object) => `changed settings: ${object}`,
      "member-changed": (object) => `changed ${object}`,
      "member-let-go": (object) => `let somebody go: ${object}`,
      "member-brought-back": (object) => `brought somebody back: ${object}`,
      "team-added": (object) => `added a team: ${object}`,
      "team-changed": (object) => `changed ${object}`,
      "team-ended": (object) => `ended a team: ${object}`,
      "team-begun-again": (object) => `began again with a team: ${object}`,
      "theme-changed": () => "changed the colours of the municipality",
      "theme-removed": () => "put back the colours of the municipality",
      "invitation-withdrawn": () => "withdrew an invitation",
      "looked-at-invitations": () => "looked at the invitations",
      "municipality-added": () => "made the municipality",
      "look-reviewed": () => "judged a look",
      "week-reviewed": () => "reviewed the looks of a week",
      destroyed: () => "destroyed what was past its term",
      "term-changed": () => "changed a retention term",
      "woo-noted": () => "noted a Woo request",
      "woo-ended": () => "closed a Woo request",
    },
    actsAs: (role) => `went on as ${role}`,
    roleGiven: (role, object) => `gave the role of ${role}: ${object}`,
    roleTaken: (role, object) => `took the role of ${role} away: ${object}`,
    fact: (what, object) => `recorded on ${object}: ${what}`,
    other: (action, object) => `did “${action}” on ${object}`,
  },
);
