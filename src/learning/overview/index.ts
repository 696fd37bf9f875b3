// What other capabilities may use of lists, numbers and what is expected.
export { type Expected, findExpected, findNews, findTeamLate, type News } from "./expected.ts";
export { harmless } from "./export.ts";
export { recentNumbers } from "./kept-numbers.ts";
export { halfOf } from "./period.ts";
export { findOverdue, type Numbers, type Overdue } from "./numbers.ts";
