import type { Finding } from "#src/language/deidentify/deidentify.ts";
import { illnessesIn, professionsIn, termsIn } from "#src/language/rare-words.ts";

const places = new Set(
  "dorp buurtschap gehucht eiland wijk buurt straat flat polder haven haventje kern kerkdorp stadje camping woonboot boerderij".split(" "),
);
const families = new Set(
  (
    "gezin gezinnen moeder moeders vader vaders ouders zoon zoons zonen dochter dochters kind kinderen broer broers zus zussen oma opa kleinkind kleinkinderen " +
    "echtpaar echtgenoot echtgenote man vrouw partner weduwe weduwnaar tweeling drieling alleenstaande stiefvader stiefmoeder pleegkind pleegkinderen pleegouders"
  ).split(" "),
);
const ofPlace: ReadonlySet<Finding["type"]> = new Set(["PLACE", "ADDRESS", "POSTCODE", "ORG"]);

/** What stands together in a text and is each by itself of many: a place, a family, and an illness or profession. */
export type Rare = { readonly illness: boolean; readonly profession: boolean };

/** Whether the three stand together in these texts; undefined when one of them is missing. `found` is what was found in them. */
export function rareIn(texts: readonly string[], found: readonly Finding[]): Rare | undefined {
  const terms = texts.flatMap(termsIn);
  if (!found.some(({ type }) => ofPlace.has(type)) && !terms.some((term) => places.has(term))) return undefined;
  if (!found.some(({ type }) => type === "FAM") && !terms.some((term) => families.has(term))) return undefined;
  const rare = { illness: illnessesIn(terms).length > 0, profession: professionsIn(terms).length > 0 };
  return rare.illness || rare.profession ? rare : undefined;
}
