import { createHmac } from "node:crypto";
import pg from "pg";
import type { Server } from "./database.ts";

/** The roles of the application: one per space, one that erases and destroys, one that migrates, one that owns the listed definer functions. */
export const roleNames = ["haarvat_migrator", "haarvat_learning", "haarvat_resident", "haarvat_gate", "haarvat_keeper", "haarvat_finder"] as const;
export type RoleName = (typeof roleNames)[number];

/** The password of a role on a server, derived so that one secret is enough. */
export const passwordOf = (server: Pick<Server, "secret">, role: RoleName): string =>
  createHmac("sha256", server.secret).update(`haarvat role ${role}`).digest("base64url");

/**
 * Makes the roles where they are missing and sets their passwords and time-outs; a server may hold several databases.
 * `administrator` may be a superuser, or an ordinary role that may create roles and owns the database.
 */
export async function makeRoles(administrator: pg.Client, server: Server): Promise<void> {
  for (const role of roleNames) {
    const { rowCount } = await administrator.query("select from pg_roles where rolname = $1", [role]);
    const login = role === "haarvat_finder" ? "nologin" : `login password ${pg.escapeLiteral(passwordOf(server, role))}`;
    await administrator.query(`${rowCount === 0 ? "create" : "alter"} role ${role} ${login}`);
  }
  for (const role of ["haarvat_learning", "haarvat_resident", "haarvat_gate", "haarvat_keeper"] as const) {
    await administrator.query(`alter role ${role} set statement_timeout = '10s'`);
    await administrator.query(`alter role ${role} set lock_timeout = '5s'`);
    await administrator.query(`alter role ${role} set idle_in_transaction_session_timeout = '15s'`);
  }
  await administrator.query("grant haarvat_finder to haarvat_migrator");
  const { rows } = await administrator.query<{ name: string }>("select current_database() as name");
  await administrator.query(`grant connect, create on database ${pg.escapeIdentifier(rows[0]!.name)} to haarvat_migrator`);
}

/** Why an application role may not be used here, as a word; undefined when it is as it should be. */
export async function unsafe(client: pg.Client): Promise<"superuser" | "bypasses-row-level-security" | "owns-tables" | undefined> {
  const { rows } = await client.query<{ superuser: boolean; bypasses: boolean; owns: boolean }>(
    `select rolsuper as superuser, rolbypassrls as bypasses, exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relowner = r.oid and n.nspname in ('organisation', 'draft', 'learning', 'resident', 'trail', 'source')) as owns
     from pg_roles r where rolname = current_user`,
  );
  const role = rows[0]!;
  if (role.superuser) return "superuser";
  if (role.bypasses) return "bypasses-row-level-security";
  return role.owns ? "owns-tables" : undefined;
}
