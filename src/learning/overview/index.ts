// What other capabilities may use of lists, numbers and what is expected.
export { type Expected, findExpected, findNews, findTeamLate, type News } from "./expected.ts";
export { firstDay, halfOf, lastDay } from "./period.ts";
export { findNumbers, findOverdue, type Numbers, type Overdue } from "./numbers.ts";
