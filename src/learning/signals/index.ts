// What other capabilities may use of signals.
export { answerDay, routeDay, toFacilitators, type Terms } from "./answer.ts";
export { isOverdue, owed } from "./owed.ts";
export { canAnswer, type Colleague, findColleagues, findReceiver, inTheRoom } from "./people.ts";
export { perform, recognisable } from "./perform.ts";
export { type Deed, type Fact, type FactKind, factKinds, type Part, type Refusal, type Signal, standing } from "./signal.ts";
export { ReaderTaps } from "./deed-form.tsx";
export { findSignal, holdSignal, record, signalRows, address, write } from "./store.ts";
export { findCourse } from "./course.ts";
export { tellable } from "./telling.ts";
export { undoable, undoSeconds } from "./undo.ts";
export * from "./words.ts";
