import type pg from "pg";

// What decides who may do what, each as a line: the same for every database of the same migrations, whatever rows it holds.
const spaces = "n.nspname !~ '^pg_' and n.nspname <> 'information_schema'";
const access = (acl: string, kind: string, owner: string) =>
  `coalesce((select string_agg(coalesce(nullif(grantee, 0)::regrole::text, 'public') || ' ' || privilege_type || case when is_grantable then '*' else '' end, ', '
    order by 1) from aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner})))), '')`;

const statements: Readonly<Record<string, string>> = {
  role: `select concat_ws(' ', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin, rolreplication, rolbypassrls, rolconfig) as line
    from pg_roles where rolname like 'haarvat%'`,
  member: `select concat_ws(' ', roleid::regrole, member::regrole, admin_option) as line from pg_auth_members where roleid::regrole::text like 'haarvat%' and member::regrole::text like 'haarvat%'`,
  schema: `select concat_ws(' ', nspname, nspowner::regrole, ${access("nspacl", "n", "nspowner")}) as line from pg_namespace n where ${spaces}`,
  table: `select concat_ws(' ', c.oid::regclass, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, reloptions, ${access("relacl", "r", "relowner")}) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and ${spaces}`,
  column: `select concat_ws(' ', c.oid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, attgenerated, pg_get_expr(d.adbin, d.adrelid),
      case when attacl is not null then ${access("attacl", "c", "relowner")} end) as line
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p', 'v', 'm') and attnum > 0 and not attisdropped and ${spaces}`,
  policy: `select concat_ws(' ', schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check) as line from pg_policies`,
  constraint: `select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(r.oid)) as line
    from pg_constraint r join pg_namespace n on n.oid = r.connamespace where conrelid <> 0 and ${spaces}`,
  index: `select pg_get_indexdef(indexrelid) as line from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace where ${spaces}`,
  function: `select concat_ws(' ', p.oid::regprocedure, proowner::regrole, prosecdef, provolatile, proleakproof, proconfig, ${access("proacl", "f", "proowner")}, md5(prosrc)) as line
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${spaces}`,
  trigger: `select pg_get_triggerdef(t.oid) as line from pg_trigger t where not tgisinternal`,
};

/** Roles, policies, grants and everything else that decides about rights, as sorted lines. */
export async function rightsOf(connection: pg.ClientBase): Promise<string[]> {
  const lines: string[] = [];
  for (const [kind, statement] of Object.entries(statements)) {
    const { rows } = await connection.query<{ line: string }>(statement);
    lines.push(...rows.map(({ line }) => `${kind} ${line}`));
  }
  return lines.sort();
}

/** What stands in one list and not in the other, marked with where it was missing. */
export function differences(restored: readonly string[], fresh: readonly string[]): string[] {
  const [here, there] = [new Set(restored), new Set(fresh)];
  return [
    ...restored.filter((line) => !there.has(line)).map((line) => `added: ${line}`),
    ...fresh.filter((line) => !here.has(line)).map((line) => `missing: ${line}`),
  ];
}
