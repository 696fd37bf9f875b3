import { folded } from "./dictionary.ts";

// Small closed lists: words nobody is called by when a sentence begins, and words that tell that a name comes or came.

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/).map(folded));

/** Function words and verbs that begin sentences: here a capital says nothing, whoever else may be called so. */
export const openings = words(`
  de het een en of maar want dus als dan dat die dit deze wie wat waar waarom wanneer hoe welke welk ik jij je u hij zij ze wij we jullie hen hun haar zijn mijn jouw uw ons onze
  er daar hier nu toen nog ook al wel niet geen alleen altijd nooit soms vaak weer even eerst later straks vandaag gisteren morgen in op aan bij met voor van naar uit over onder door tot
  na om te tegen tussen zonder sinds tijdens volgens via per rond binnen buiten behalve omdat doordat zodat terwijl hoewel toch want zo zoals zelf zelfs elk elke ieder iedere iedereen
  iemand niemand alles niets iets veel weinig meer minder meeste andere ander eigenlijk helaas gelukkig misschien daarna daarom daarnaast daardoor hierdoor hierbij inmiddels verder sindsdien
  is was zijn waren ben bent wordt werd worden heeft had hebben hadden heb kan kon kunnen moet moest moeten mag mocht zal zou zullen zouden wil wilde willen gaat ging gaan doe doet deed
  laat liet komt kwam zegt zei vraag vraagt vroeg bel belt graag bedankt dank beste geachte hallo hoi hi dag groet groeten groetjes ps nb let zie ja nee oke prima goed mooi jammer
  moeder vader mama papa oma opa mevrouw meneer mw mevr dhr zoon dochter kind kinderen ouders broer zus partner buurman buurvrouw buren cliënt inwoner bewoner consulent collega
  vraag antwoord casus situatie advies let actie voorstel plan doel conclusie samenvatting achtergrond aanleiding afspraak afspraken verslag
`);

/** What stands before a name of somebody one is polite to. */
export const titles = words(
  "mw mevr mevrouw mej mejuffrouw dhr hr heer meneer mijnheer menheer fam familie echtpaar dr drs mr ir ing prof ds pan pani frau herr madame monsieur mister",
);

/** Who somebody is to somebody. */
export const relations = words(`
  zoon zoontje dochter dochtertje moeder vader zus zusje broer broertje oma opa tante oom neef neefje nicht nichtje partner vriend vriendin vriendje echtgenoot echtgenote ex exman exvrouw man vrouw
  buurman buurvrouw buurjongen buurmeisje kleinzoon kleindochter stiefvader stiefmoeder stiefzoon stiefdochter pleegmoeder pleegvader pleegzoon pleegdochter schoonmoeder schoonvader schoonzus
  schoonzoon schoondochter mantelzorger collega consulent huisarts begeleider begeleidster casemanager wijkverpleegkundige verpleegkundige therapeut psycholoog psychiater coach bewindvoerder curator mentor
  advocaat jobcoach regisseur gezinscoach voogd gezinsvoogd tolk dominee hond kat kater poes pony paard jongen meisje peuter kleuter baby cliënt cliënte inwoner bewoner bewoonster heet heten genaamd naam
  gezin weduwe zuster broeder pater imam juf juffrouw meester zorgvrager vrijwilliger maatje oppas leerling student kind verhuurder huisbaas eigenaar vriendje verloofde tweelingbroer tweelingzus halfbroer halfzus kleinkind wijkagent agent maatschappelijk werker
`);

/** Between the first and the last name. */
export const particles = words(
  "van de der den ait ten ter het 't t van't v d v/d vd vander vande el al ben bin ibn abu bint ould da do dos di du la le von zu af op in 'in 't te tot uit den-",
);

/** What people do: behind a name it tells that somebody is meant. */
export const speaking = words(`
  zegt zei vertelt vertelde heeft had is was wil wilde kan kon woont woonde werkt werkte krijgt kreeg komt kwam gaat ging belt belde mailt mailde vraagt vroeg moet moest mag mocht slaapt sliep
  vindt vond denkt dacht weet wist ziet zag zit zat staat stond loopt liep durft durfde hoort hoorde voelt voelde meldt meldde zorgt zorgde huurt huurde betaalt betaalde spreekt sprak leeft leefde
  blijft bleef wordt werd stopt stopte weigert weigerde zoekt zocht verloor verliest doet deed geeft gaf neemt nam kent kende gebruikt gebruikte rijdt reed verdient verdiende ontvangt ontving
`);

/** In front of a place. */
export const placing = words("in te uit naar bij rond omgeving regio richting vanuit nabij gemeente stad dorp plaats woonplaats wijk buurt buiten tot");
/** In front of a person. */
export const towards = words("met voor van aan door over bij tegen en namens naast zonder");
/** After these a surname of a disease is no person. */
export const illness = words("ziekte syndroom ziektes ziekten morbus afwijking methode model schaal wet test score stelling principe");
