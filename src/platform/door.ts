import type { Context, MiddlewareHandler } from "hono";
import { z } from "zod";
import { type Day, readDay } from "#src/kernel/day.ts";
import type { Role } from "#src/kernel/actor.ts";
import type { Language } from "#src/kernel/language.ts";
import type { View } from "#src/ui/view.ts";
import { asActor, type Database, type Room } from "./database.ts";
import type { Session } from "./session.ts";

export type Municipality = {
  readonly id: string;
  readonly name: string;
  readonly termHarm: number;
  readonly termOther: number;
  /** For whom nothing else says which. */
  readonly language: Language;
  /** Its own theme as a stylesheet, with what changes when it does; undefined: Haarvat's own. */
  readonly theme: { readonly version: string; readonly stylesheet: string } | undefined;
};

/** What a door needs from outside; the same shape in every capability. */
export type Env = {
  Variables: {
    learning: Database;
    gate: Database;
    keeper: Database;
    municipality: Municipality;
    now: Date;
    session: Session;
    sessionSecret: string;
    /** Cookies go over TLS only. */
    secure: boolean;
    view: View;
    clock: () => Date;
    /** What this request is called in the log and on a page that says something went wrong. */
    request: string;
    /** The pattern of the door, never the address. */
    door: string;
  };
};

/** One transaction in the learning room as whoever knocks. */
export const inLearning = <T>(c: Context<Env>, work: (room: Room) => Promise<T>): Promise<T> => asActor(c.var.learning, c.var.session.actor, c.var.now, work);

/** One transaction as the gate, with the same person's rights. */
export const atGate = <T>(c: Context<Env>, work: (room: Room) => Promise<T>): Promise<T> => asActor(c.var.gate, c.var.session.actor, c.var.now, work);

/** One transaction as the keeper of terms, who takes words away: for the privacy officer. */
export const asKeeper = <T>(c: Context<Env>, work: (room: Room) => Promise<T>): Promise<T> => asActor(c.var.keeper, c.var.session.actor, c.var.now, work);

/** Doors for one role; for everybody else there is nothing here. */
export const only =
  (role: Role): MiddlewareHandler<Env> =>
  async (c, next) =>
    c.var.session.actor.role === role ? next() : c.notFound();

/** The fields of a posted form; a field sent twice is a list. */
export const fieldsOf = (c: Context<Env>): Promise<Record<string, unknown>> => c.req.parseBody({ all: true });

// How fields arrive, in one place.
const longest = 10_000;
/** Words as typed, without what no keyboard gives (NUL and lone surrogates cannot be stored). */
export const cleaned = (typed: string): string => typed.replaceAll("\r\n", "\n").replaceAll("\0", "").toWellFormed().trim();
export const text = z.string().transform(cleaned).pipe(z.string().max(longest)).default("");
/** Words on one line, such as a name. */
export const line = z
  .string()
  .transform((typed) => cleaned(typed).replaceAll(/\s+/g, " "))
  .pipe(z.string().max(200))
  .default("");
/** Which version of a row a form was filled in on. */
export const version = z.coerce.number().int().min(1).max(2_000_000_000);
export const id = z.uuid();
/** Only ways within this application lead back; anything else goes to the first page. Browsers leave out tabs and take a backslash for a slash. */
export const within = z
  .string()
  .regex(/^\/(?!\/)[^\p{C}\s\\]*$/u)
  .max(500)
  .catch("/");
/** The part of an address that names a record; anything else is not found before the database is asked. */
export const anId = ":id{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";
export const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.enum(values), z.literal("").transform(() => undefined)]).optional();
export const manyOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.preprocess(
    (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
    z
      .array(z.enum(values))
      .max(50)
      .transform((list) => [...new Set(list)]),
  );
export const manyIds = z.preprocess((value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]), z.array(z.uuid()).max(200));
/** A day in any sensible spelling; undefined when it is empty or no day. */
export const day = z
  .string()
  .max(40)
  .optional()
  .transform((written): Day | undefined => (written ? readDay(written) : undefined));

/** What every deed carries beside its own fields. */
export const deedFields = { deed: id, seen: z.string().max(20).optional() };
