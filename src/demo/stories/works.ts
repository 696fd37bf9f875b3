import type { Story } from "../story.ts";

export const works: readonly Story[] = [
  {
    by: "noor", kind: "works", daysAgo: 540, voice: "professional", stage: "inquiry", named: true,
    sentence: "Ik begin elk gesprek met een rondje door het huis, en pas bij een oude naaimachine vertelde zij wat er aan de hand was.",
    story: "Aan tafel praatten we over aanvragen, lopend ging het over haar leven. Het werkt omdat zij gids is en ik de gast ben. Het formulier vul ik daarna in de auto in.",
    matters: { source: "said", text: "Ik wil weer iets maken voor een ander." },
    laws: ["wmo"], lifeAreas: ["home", "belonging"], snags: ["view"],
    course: [
      { after: 3, reply: "Mooi. Doe je dat ook als het huis een puinhoop is? Ik vraag het uit nieuwsgierigheid.", by: "jeroen" },
      { after: 9, takenUp: "amina" },
      { after: 52, heldThere: "amina", text: "Een man liet me zijn schuurtje zien en vroeg daarna pas om hulp. Ik doe het niet meer anders." },
      { after: 95, takenUp: "sanne" },
      { after: 150, heldThere: "sanne", text: "Werkt ook in flats. Soms is het rondje drie stappen, dat geeft niet." },
    ],
  },
  {
    by: "hatice", kind: "works", daysAgo: 300, voice: "professional", stage: "first-contact",
    sentence: "Ik bel de grootste schuldeiser op de dag dat iemand zich meldt, waar de inwoner bij zit, en dan gaan de schouders omlaag.",
    matters: { source: "said", text: "Ik dacht dat ze kwaad op me waren." },
    laws: ["wgs"], lifeAreas: ["money"], snags: ["culture"],
    course: [
      { after: 1, reply: "Ik durf dat niet zo goed met de inwoner erbij. Wat zeg je als de ander onaardig is?", by: "mehmet" },
      { after: 6, takenUp: "lies" },
      { after: 48, heldThere: "lies", text: "Eén keer was de ander onaardig. Toen zei de vrouw naast me: ‘Ziet u, ik overdreef niet.’ Ook dat hielp." },
    ],
  },
  {
    by: "tom", kind: "works", daysAgo: 180, voice: "resident", stage: "inquiry",
    sentence: "De jongen mocht zelf kiezen wie er aan tafel zat, en toen zat daar ineens zijn voetbaltrainer naast zijn moeder.",
    story: "De trainer wist al een jaar dat het thuis niet ging. Hij bood aan om te rijden, en daarmee verviel de helft van ons plan.",
    matters: { source: "said", text: "Hij schreeuwt ook, maar dan omdat ik het kan." },
    laws: ["jeugdwet"], lifeAreas: ["family", "belonging"], snags: ["view"],
    course: [
      { after: 2, reply: "Vraag je de ouders ook of dat goed is? Bij mij kozen ze anders dan hun zoon.", by: "jeroen" },
      { after: 4, takenUp: "jeroen" },
      { after: 55, heldThere: "jeroen", text: "Vier gezinnen. Eén meisje koos de schoolkok, en die bleek de enige aan wie ze alles vertelde." },
    ],
  },
  {
    by: "mehmet", kind: "works", daysAgo: 150, voice: "professional", stage: "finding",
    sentence: "Ons inloopuur zit nu in de bibliotheek tussen de kranten, en er komen mensen die het gemeentehuis nooit zouden binnenlopen.",
    laws: ["participatiewet", "wmo"], lifeAreas: ["belonging", "work"],
    course: [
      { after: 2, reply: "Wie let op de privacy? Bij ons staan de tafels dicht op elkaar.", by: "amina" },
      { after: 5, takenUp: "noor" },
      { after: 61, notHere: "noor", text: "In onze wijk is de bibliotheek drie middagen open en dan zit hij vol met huiswerk. Niemand durfde te praten. We proberen het nu bij het wasmachinelokaal van de flat." },
      { after: 63, reply: "Slim, daar moet je toch wachten. Ik ben benieuwd of het lukt.", by: "jeroen" },
    ],
  },
  {
    by: "sanne", kind: "works", daysAgo: 225, voice: "resident", stage: "decision",
    sentence: "Drie collega’s zeiden dezelfde middag ja tegen een tweedehands wasmachine, en daarmee bleef een hele ruzie met school uit.",
    story: "Het kind werd gepest om zijn kleren, daar begon het. Een aanvraag had zes weken geduurd. Eén van de drie bleek er zelfs een op zolder te hebben, dus het geld bleef over.",
    matters: { source: "said", text: "Hij wil weer naast iemand zitten in de klas." },
    laws: ["participatiewet", "jeugdwet"], lifeAreas: ["school", "money", "family"], snags: ["budget", "room"],
    course: [
      { after: 3, reply: "Hoe schrijf je dit op voor de accountant?", by: "lies" },
      { after: 8, takenUp: "hatice" },
      { after: 66, heldThere: "hatice", text: "Zes keer gevraagd, twee keer was er geen geld nodig omdat een collega iets anders wist." },
    ],
  },
  {
    by: "jeroen", kind: "works", daysAgo: 130, voice: "professional", stage: "support",
    sentence: "De leerkracht, de moeder en ik zitten elke twee weken een kwartier op het schoolplein in plaats van een uur in een overleg.",
    matters: { source: "said", text: "Ze praten nu niet meer over mij, ik sta erbij." },
    laws: ["jeugdwet"], lifeAreas: ["school", "family"], snags: ["collaboration"],
    course: [
      { after: 3, reply: "Wat doe je als het regent?", by: "noor" },
      { after: 7, takenUp: "sanne" },
      { after: 49, notHere: "sanne", text: "Bij mijn gezin vond de moeder het plein juist te openbaar, andere ouders keken. We spreken nu af in de auto." },
      { after: 110, takenUp: "tom" },
    ],
  },
  {
    by: "pieter", kind: "works", daysAgo: 75, voice: "confidant", stage: "change-or-end",
    sentence: "Wij vulden de Wlz-aanvraag samen in aan haar eigen tafel, met de huisarts aan de telefoon, en hij ging in één keer goed.",
    story: "Normaal gaat het formulier drie keer heen en weer. Nu zei haar man wat er ’s nachts gebeurt, en gebruikte de huisarts de woorden die het formulier verstaat.",
    laws: ["wlz", "zvw"], lifeAreas: ["health", "family"], snags: ["collaboration"],
    course: [
      { after: 1, reply: "Hoe kreeg je de huisarts zover? Die van mij neemt na vijven niet op.", by: "amina" },
      { after: 12, takenUp: "sanne" },
    ],
  },
  {
    by: "gerda", kind: "works", daysAgo: 30, voice: "resident", stage: "inquiry",
    sentence: "Zij schreef haar eigen plan op de achterkant van een envelop, en de consulent nam het woord voor woord over in het verslag.",
    story: "Er stonden vier regels op. Drie ervan kostten niets. Ze heeft de envelop ingelijst.",
    matters: { source: "said", text: "Voor het eerst stond er iets in dat ik herkende." },
    laws: ["wmo"], lifeAreas: ["health", "belonging"], snags: ["view"],
    course: [
      { after: 1, reply: "Ik ga mensen vooraf een lege envelop sturen. Ik meen het.", by: "noor" },
      { after: 5, takenUp: "noor" },
    ],
  },
  {
    by: "lies", kind: "works", daysAgo: 365, voice: "professional", stage: "support",
    sentence: "Zes mensen met schulden koken elke week samen van één boodschappentas, en leren elkaar meer dan ik hun kan leren.",
    story: "Het begon met een gesprek over wat je doet in de laatste week van de maand. Nu wisselen ze adressen uit, en één van hen belt namens de anderen.",
    matters: { source: "said", text: "Hier hoef ik niet te doen alsof." },
    laws: ["wgs", "participatiewet"], lifeAreas: ["money", "belonging"], snags: ["culture"],
    course: [
      { after: 2, reply: "Van wie mocht je de keuken gebruiken?", by: "mehmet" },
      { after: 10, takenUp: "hatice" },
      { after: 78, notHere: "hatice", text: "Bij ons wilde niemand dat de buren weten dat er schulden zijn. Twee mensen wilden wel samen wandelen, dat doen we nu." },
    ],
  },
  {
    by: "fatima", kind: "works", daysAgo: 12, voice: "professional", stage: "support", named: true,
    sentence: "Aan ons overleg zat deze keer een ervaringsdeskundige, en het woord ‘motivatie’ is niet één keer gevallen.",
    story: "Hij zei weinig. Het was genoeg dat hij er zat: iedereen praatte alsof de inwoner zelf meeluisterde.",
    laws: ["wmo", "jeugdwet"], snags: ["culture", "view"],
    course: [
      { after: 1, reply: "Dit willen wij ook. Krijgt hij er een vergoeding voor?", by: "lies" },
    ],
  },
  {
    by: "marga", kind: "works", daysAgo: 21, voice: "professional", stage: "first-contact",
    sentence: "Aan de balie vragen wij nu als laatste ‘lukt het verder met de post?’, en bij één op de acht mensen lukt dat niet.",
    laws: ["brp", "wgs"], lifeAreas: ["money", "home"],
    course: [
      { after: 0, reply: "Ik kreeg vandaag de eerste. Ze had een volle tas bij zich en was opgelucht dat iemand ernaar vroeg.", by: "hatice" },
      { after: 9, reply: "Die vraag neem ik mee naar huisbezoeken. Hij is kleiner dan ‘heeft u schulden?’", by: "amina" },
    ],
  },
];
