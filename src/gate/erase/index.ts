// What others may use of erasing.
export { type Erased, eraseDraft, eraseSignal, eraseText } from "./store.ts";
export { replayErasures, type Tombstone } from "./replay-store.ts";
export { liftShield, shieldText } from "./shield-store.ts";
export { erasedAmong } from "./tombstone-store.ts";
