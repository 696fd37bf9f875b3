// What other capabilities may use of the mandate list.
export { type Mandate, whoIsAsked } from "./mandate.ts";
export { findMandates, findMandatesOf, type NamedMandate } from "./store.ts";
