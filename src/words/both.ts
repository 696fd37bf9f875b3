import type { Language } from "#src/kernel/language.ts";

/** The same messages in Dutch and in English; a missing or extra one does not compile. */
export const both = <T>(nl: T, en: NoInfer<T>): Record<Language, T> => ({ nl, en });
