import type { Finding } from "../finding.ts";
import { all } from "./numbers.ts";

const many = "(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\\d{1,2})";
const child =
  "(?:dochters?|zoons?|zonen|kinderen|kids|jongens?|meisjes?|meiden|broers?|zussen|zusjes|broertjes|kleinkinderen|pubers|pleegkinderen|stiefkinderen)";
const age = "(?:\\d{1,2}|een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien)";
const parent = "(?:moeder|vader|ouders?|oma|opa|grootouders|pleegouders|pleegmoeder|stiefvader)";

const shapes = [
  // "twee dochters van 8 en 11 onder toezicht"
  `(?<![\\p{L}\\p{N}])${many} (?:\\p{L}{2,14} )?${child} (?:\\(|van |, )${age}(?:(?:,| en|, en) ${age}){0,5}(?: jaar)?(?: (?:onder toezicht|uit huis|in een pleeggezin|bij (?:haar|zijn) ex))?`,
  // "moeder van een vijfling", "vader van zes"
  `(?<![\\p{L}\\p{N}])${parent} van (?:een |de |het |haar |zijn )?(?:drieling|vierling|vijfling|tweeling|${many}(?: (?:\\p{L}{2,14} )?(?:kinderen|zoons|zonen|dochters|jongens|meisjes))?)(?![\\p{L}\\p{N}])`,
  `(?<![\\p{L}\\p{N}])(?:eeneiige |twee-eiige |siamese )?(?:tweeling|drieling|vierling|vijfling)(?:zus|zussen|broer|broers)?(?![\\p{L}])`,
  // "weduwe van de dominee", "dochter van de burgemeester"
  `(?<![\\p{L}\\p{N}])(?:enige |oudste |jongste )?(?:weduwe|weduwnaar|zoon|dochter|vrouw|man|broer|zus|nichtje|neef|kleinzoon|kleindochter|ex) van (?:de|het|onze|een bekende) (?:oud-|ex-|vorige |bekende |plaatselijke |enige )?(?:burgemeester|wethouder|dominee|pastoor|imam|dokter|huisarts|notaris|bakker|slager|directeur|schooldirecteur|voetballer|zanger|zangeres|raadslid|rechter|politicus|koster|kroegbaas|kapper|apotheker|tandarts|dierenarts|agent|wijkagent|juf|meester|rector|presentator|acteur|actrice|generaal)(?![\\p{L}])`,
  // "het enige Eritrese gezin van het dorp", "het oudste van elf kinderen"
  `(?<![\\p{L}\\p{N}])(?:de|het) (?:enige|eerste|laatste|jongste|oudste) (?:\\p{L}{2,20} )?(?:gezin|familie|man|vrouw|moeder|vader|jongen|meisje|bewoner|inwoner|leerling|imker|boer|vrouwelijke \\p{L}{3,14})(?: (?:van|in|op|uit) (?:het|de|ons|dit) (?:dorp|stad|straat|wijk|flat|buurt|eiland|school|gemeente|gang|portiek))`,
  `(?<![\\p{L}\\p{N}])(?:weduwe|weduwnaar) van een (?:\\p{L}{3,20} )?\\p{L}{3,24}`,
  `(?<![\\p{L}\\p{N}])(?:jongste|oudste|een|één) van (?:een|de) (?:tweeling|drieling|vierling|vijfling)`,
  `(?<![\\p{L}\\p{N}])(?:moeder|vader|ouders|broer|zus) van het \\p{L}{3,20} (?:meisje|jongetje|kind|kindje|slachtoffer|stel)`,
  `(?<![\\p{L}\\p{N}])(?:enige|eerste) \\p{Lu}?\\p{L}{2,20}e (?:moeder|vader|man|vrouw|gezin|familie|jongen|meisje|imam|arts|leraar|juf)(?: (?:van|in|op|uit) \\p{Lu}?[\\p{L}' -]{2,24}(?=[.,;"”)]|$))?`,
  `(?<![\\p{L}\\p{N}])(?:jongste|oudste|enige) van ${many}(?: (?:kinderen|broers|zussen|dochters|zonen|zoons))?(?![\\p{L}\\p{N}])`,
  `(?<![\\p{L}\\p{N}])(?:drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[3-9]|1\\d) (?:\\p{L}{3,14}e )?(?:kinderen|zonen|zoons|dochters|broers|zussen|jongens|meisjes|kleinkinderen|pleegkinderen)(?![\\p{L}])`,
  `(?<![\\p{L}\\p{N}])(?:een|één|twee|drie|vier|allebei|beide) van hen \\p{L}{4,20}`,
  `(?<![\\p{L}\\p{N}])gezin (?:met|van) (?:zeven|acht|negen|tien|elf|twaalf|dertien|[789]|1[0-9]) (?:kinderen|personen)`,
].map((shape) => new RegExp(shape, "giu"));

/** Relations that single somebody out: how many children of which ages, or whose relative somebody is. Always asked: how rare it is depends on the place. */
export const familiesIn = (text: string): Finding[] =>
  shapes.flatMap((shape) => all(text, shape, "FAM", "family")).map((finding) => ({ ...finding, certain: false }));
