// What others may use of erasing.
export { type Erased, eraseDraft, eraseSignal, eraseText, type Which } from "./store.ts";
export { replayErasures, type Tombstone } from "./replay-store.ts";
export { erasedAmong } from "./tombstone-store.ts";
