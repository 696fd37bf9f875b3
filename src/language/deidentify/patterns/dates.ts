import type { Finding } from "../finding.ts";
import { all } from "./numbers.ts";

const months = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december";
const short = "jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec";
const weekdays = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|ma|di|wo|do|vr|za|zo";
const numbers =
  "eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste|negende|tiende|elfde|twaalfde|dertiende|veertiende|vijftiende|zestiende|zeventiende|achttiende|negentiende|twintigste|" +
  "eenentwintigste|tweeentwintigste|drieentwintigste|vierentwintigste|vijfentwintigste|zesentwintigste|zevenentwintigste|achtentwintigste|negenentwintigste|dertigste|eenendertigste";
const day = "(?:0?[1-9]|[12]\\d|3[01])";
const year = "(?:(?:19|20)\\d\\d|'\\d\\d)";
const behind = "(?:,? (?:jl|jongstleden|aanstaande|a\\.s)\\b\\.?)?";

// "12 mrt jl.", "afgelopen dinsdag 3 juni 2026", "3e juni", "de derde mei", "10 en 12 juni".
const named = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:${weekdays})\\.?,? (?:de )?)?(?:${day}(?:e|ste|de)?|(?:${numbers}))(?:(?: (?:en|of|tot|t/m|tot en met) |-|, )${day}(?:e|ste|de)?){0,3}(?: van)?[ .-]{1,2}` +
    `(?:(?:${months})(?![\\p{L}])|(?:${short})(?![\\p{L}])\\.?)(?:,?[ .-]{0,2}${year}(?![\\d]))?${behind}`,
  "giu",
);
// "3-V-2024", "een april negentientweeënzestig".
const oddly = [
  /(?<![\d\p{L}/.-])(?:0?[1-9]|[12]\d|3[01])([-/. ])(?:I|II|III|IV|V|VI|VII|VIII|IX|X|XI|XII)\1(?:19|20)\d\d(?![\d\p{L}])/gu,
  new RegExp(
    `(?<![\\p{L}])(?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien|\\p{L}{0,9}twintig|dertig|eenendertig) (?:${months})(?: (?:negentien|tweeduizend|twintig)\\p{L}{0,24})?(?![\\p{L}])`,
    "giu",
  ),
];
// "3-6-2026", "2026-06-03", "3/6/26", "12.03.1980".
const written =
  /(?<![\d\p{L}/.-])(?:(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d([-/.])(?:0[1-9]|1[0-2])\2(?:0[1-9]|[12]\d|3[01]))(?![\d\p{L}]|[-/]\d)/gu;
// "2/9", "12-3": a day and a month without a year; a fraction or a span of hours looks the same, so it is asked.
const brief = new RegExp(
  `(?<![\\d\\p{L}/.,-])(?:(?:${weekdays})\\.? )?${day}[/-](?:0?[1-9]|1[0-2])(?![\\d\\p{L}]|[-/.,]\\d|[ ]?(?:uur|jaar|weken|dagen|maanden|keer|%))`,
  "giu",
);
// "in maart", "april 2024", "begin juni".
const month = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:(?:${months})|(?:${short})(?=\\.? ${year})|(?<=(?:sinds|in|per|vanaf|tot|begin|eind|half|medio|t/m|en) )(?:${short})(?![\\p{L}]))(?:\\.? ${year})?(?![\\p{L}\\p{N}])`,
  "giu",
);

const birth = /(?:geboren|geb\.?|geboortedatum|geb\.? ?datum|g\.d\.|geboortedag|dob)(?:(?: is)?(?: op)?(?: in)?(?: de)?|[:;]| -){0,3} {0,2}$/i;

/** Days however they are written; a day of birth is told from what stands before it. */
export function datesIn(text: string): Finding[] {
  const certain = [
    ...all(text, named, "DATE", "date"),
    ...all(text, written, "DATE", "date"),
    ...oddly.flatMap((shape) => all(text, shape, "DATE", "date")),
  ].map((finding): Finding => (birth.test(text.slice(Math.max(0, finding.start - 30), finding.start)) ? { ...finding, type: "DOB", why: "birth" } : finding));
  const asked = [
    ...all(text, /(?<![\d\p{L}/.,-])(?:0[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?![\d\p{L}]|[-/.,]\d|[ ]?(?:uur|euro|%))/gu, "DATE", "date"),
    ...all(text, brief, "DATE", "date"),
    ...all(text, month, "DATE", "month"),
  ];
  return [...certain, ...asked.map((finding) => ({ ...finding, certain: false }))];
}
