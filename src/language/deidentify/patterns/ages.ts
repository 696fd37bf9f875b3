import type { Finding } from "../finding.ts";
import { all } from "./numbers.ts";

const units = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen";
const tens = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig";
/** One to a hundred and nine, in words. */
const inWords = `(?:(?:(?:${units}|eenen|drieen)(?:en|ën)?)?(?:${tens})|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|${units}|honderd|anderhalf|tweeënhalf)`;
const number = `(?:1[01]\\d|\\d{1,2}|${inWords})`;
const years = "(?: ?(?:jaar|jr\\.?|jaren|jarige|j\\b|maanden|mnd\\.?|weken)(?: oud| jong)?)";

// "34 jaar oud", "34-jarige", "zeventien jarige".
const told = new RegExp(`(?<![\\p{L}\\p{N}.,/-])${number}(?:[ -]?jarige?n?(?![\\p{L}])| (?:jaar|jr\\.?|maanden|mnd|weken) (?:oud|jong)(?![\\p{L}]))`, "giu");
// "(34)", "(34, alleenstaand)", "(34 jaar)", "Amina, 34,".
const beside = new RegExp(`(?<=[\\p{L}'.]\\)? ?[(,] ?)(?:1[01]\\d|[1-9]\\d?)${years}?(?=[),;.]|$)(?![.,]\\d)`, "giu");
const apposed = new RegExp(`(?<=\\p{L}, )${number}${years}(?=[.,;)!?\\n]|$| \\()`, "giu");
const listed = /(?<=\((?:1[01]\d|[1-9]\d?)(?:, \d{1,2}){0,5}(?:,| en|, en|\/| ?&) ?)\d{1,2}(?= ?(?:[),]|en|jaar|jr))/gu;
// "is 34", "werd 18", "van 8 jaar", "leeftijd: 52", "een man van 54".
const person =
  "man|vrouw|heer|dame|jongen|meisje|zoon|dochter|kind|kinderen|zoons|zonen|dochters|jongens|meisjes|peuter|kleuter|baby|tiener|puber|moeder|vader|oma|opa|broer|zus|zusje|broertje|kleinkind|kleinzoon|kleindochter|" +
  "jongere|inwoner|weduwe|weduwnaar|cli[eë]nt|tweeling|gezin";
const one =
  "man|vrouw|heer|dame|jongen|meisje|zoon|dochter|kind|kinderen|zoons|zonen|dochters|jongens|meisjes|peuter|kleuter|baby|tiener|puber|broer|zus|zusje|broertje|kleinkind|kleinzoon|kleindochter|jongere|inwoner|cli[eë]nt|tweeling";
const after = new RegExp(
  `(?<=(?<![\\p{L}])(?:(?:leeftijd|lft)[.:]?(?: is)?|(?:${person})(?: is| was| werd|,)?(?: al| nu| pas| net)?|(?:${one}) van|(?:is|was|werd|wordt|word|ben|bijna|ruim|net|inmiddels|pas)) )${number}(?:${years}|(?=(?: en| of|,) ${number}(?! ?(?:euro|uur|keer|dagen)))|(?=[,.;:)!?\\n]|$| (?:en \\p{L}{2,}t(?![\\p{L}])|en (?:wil|kan|heet)|die|maar|wordt|geworden|heeft|woont|heet)))`,
  "giu",
);
const ofChild = new RegExp(
  `(?<=(?:zoon|dochter|kind|jongen|meisje|baby|broertje|zusje|kleinkind|peuter|kleuter|puber)(?:tje)? van )${number}(?![\\p{L}\\p{N}])`,
  "giu",
);
const follows = new RegExp(`(?<=(?:${person})(?:,| van| zijn| is)? ${number}(?: jaar)?,? (?:en |of )?)${number}${years}?(?![\\p{L}\\p{N}])`, "giu");

// "34 jr", "1,5 jaar oud", "begin dertig", "ver in de tachtig", "een vrouw, 81"; how long something lasted looks the same, so these are asked.
const asked = [
  new RegExp(`(?<![\\p{L}\\p{N}.,/-])\\d{1,2}(?:[,.]5|½)? ?(?:jr|jrs|j)\\b\\.?`, "giu"),
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:rond|richting|tegen|boven|ver in|dik in|begin|eind|midden|half) (?:de )?(?:${tens}|[2-9]0)(?![\\p{L}\\p{N}.,]\\d|[\\p{L}\\p{N}]| ?(?:euro|uur|%|procent|jaar|kilo|km))`,
    "giu",
  ),
  new RegExp(`(?<=(?<![\\p{L}])van )(?:${inWords})(?=[,.;)!?]|$)`, "giu"),
  new RegExp(
    `(?<!(?:al|na|over|binnen|voor|sinds|afgelopen|laatste|komende|elke|per|ongeveer|ruim|bijna|dan|maximaal|minstens|van|duurt|duurde|paar|hele|de|het|die|deze|zo'n|om de|eerste) )(?<![\\p{L}\\p{N}.,/-])(?:1[2-9]|[2-9]\\d|10\\d) jaar(?! ?(?:geleden|lang|later|terug|na|getrouwd|samen|bijstand|schuld|ervaring|werk|gewerkt|wachten|huur))(?![\\p{L}])`,
    "giu",
  ),
];

/** Ages, in figures or words, where something beside them says that they are one; how long something lasted is none. */
export function agesIn(text: string): Finding[] {
  return [
    ...all(text, told, "AGE", "age"),
    ...asked.flatMap((shape) => all(text, shape, "AGE", "age")).map((finding) => ({ ...finding, certain: false })),
    ...[beside, after, follows, ofChild, listed, apposed]
      .flatMap((shape) => all(text, shape, "AGE", "age"))
      .filter(({ start, end }) => !lasts(text, start, end) && !isLegal(text, start))
      // Weeks and months are as often a term as an age.
      .map((finding) => ({ ...finding, certain: !/(?:maanden|mnd|weken)/i.test(text.slice(finding.start, finding.end)) })),
  ];
}

const unit =
  /^ ?(?:euro|eur|uur|uren|keer|x\b|dagen|weken|maanden|minuten|meter|km|kilo|procent|%|kamers|personen|mensen|stuks|jaar (?:geleden|lang|later|terug|na|voor|getrouwd|samen|in|op|bij))/i;
/** The age at which a law begins to count is nobody's. */
const isLegal = (text: string, start: number): boolean =>
  /(?:-leeftijd|pensioenleeftijd|leeftijdsgrens) (?:is|was|wordt) $/i.test(text.slice(Math.max(0, start - 30), start));
const lasts = (text: string, start: number, end: number): boolean =>
  unit.test(text.slice(end, end + 20)) ||
  (/ jaar$/i.test(text.slice(start, end)) && /^ (?:geleden|lang|later|terug|na|getrouwd|samen)/i.test(text.slice(end, end + 12)));
