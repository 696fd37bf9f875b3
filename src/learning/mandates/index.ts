// What other capabilities may use of the mandate list.
export { type Mandate, whoIsAsked } from "./mandate.ts";
export { findMandates } from "./store.ts";
