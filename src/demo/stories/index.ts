import type { Story } from "../story.ts";
import { elsewhere } from "./elsewhere.ts";
import { oost } from "./oost.ts";
import { west } from "./west.ts";
import { works } from "./works.ts";
import { zuid } from "./zuid.ts";

export const stories: readonly Story[] = [...oost, ...west, ...zuid, ...elsewhere, ...works];
