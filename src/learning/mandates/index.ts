// What other capabilities may use of the mandate list.
export { type Mandate, whoIsAsked } from "./mandate.ts";
export { findListed, findMandates, findMandatesOf, type NamedMandate } from "./store.ts";
