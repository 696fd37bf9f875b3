import pg from "pg";
import { people, type Who } from "./people.ts";
import { rows } from "./rows.ts";
import { type Command, type Role, roles, type Row, rulesOf } from "./rules.ts";

/** What each role may do with a table, asked of the database itself: one row, one command and one person at a time. */
export type Truths = {
  /** What differs from the rules for these roles, or all of them, in words; nothing when all is as it should be. */
  readonly differs: (table: string, only?: readonly string[]) => Promise<string[]>;
  /** Works while something else is in force, and puts it back. */
  readonly during: <T>(change: string, work: () => Promise<T>) => Promise<T>;
  readonly all: <T extends object>(query: string) => Promise<T[]>;
  readonly end: () => Promise<void>;
};

// The one row is alone in its table while somebody tries: a command then needs no condition, which would bring in the policies for reading as well.
const tried = `create function pg_temp.tried(place regclass, kept tid, tries jsonb) returns int[] language plpgsql as $$
declare one jsonb; many int; found int[] := '{}';
begin
  for one in select * from jsonb_array_elements(tries) loop
    begin
      execute format('delete from %s where $1 or ctid <> $2', place) using one ->> 'command' = 'insert', kept;
      perform set_config('haarvat.' || key, value, true) from jsonb_each_text(one -> 'settings');
      execute format('set local role %I', one ->> 'role');
      execute one ->> 'statement';
      get diagnostics many = row_count;
      raise exception using errcode = 'P0REV';
    exception when sqlstate 'P0REV' then null;
      when insufficient_privilege then many := 0;
    end;
    found := found || many;
  end loop;
  return found;
end $$`;

const fillings: Readonly<Record<string, string>> = {
  uuid: "gen_random_uuid()",
  text: "md5(random()::text)",
  integer: "1",
  bigint: "1",
  "timestamp with time zone": "now()",
  date: "now()",
  bytea: "sha256(gen_random_uuid()::text::bytea)",
  jsonb: "'{}'",
  boolean: "false",
  "uuid[]": "'{}'",
  "text[]": "'{x}'",
};
type Column = { readonly name: string; readonly type: string; readonly needed: boolean; readonly inserts: Role[]; readonly updates: Role[] };

/** Opens the tables as the administrator of the server, who alone can be every role in turn, and fills them. */
export async function openTruths(login: pg.ClientConfig): Promise<Truths> {
  const client = new pg.Client(login);
  await client.connect();
  await client.query("set session_replication_role = replica");
  await client.query(tried);
  const all = async <T extends object>(query: string, given: unknown[] = []) => (await client.query<T>(query, given)).rows;
  const columns = new Map<string, Column[]>();
  for (const [table, given] of Object.entries(rows)) {
    const may = (command: string) =>
      `array(select r from unnest('{${roles.join(",")}}'::name[]) r where has_column_privilege(r, attrelid, attnum, '${command}'))::text[]`;
    const found = await all<Column>(
      `select attname as name, format_type(atttypid, null) as type, attnotnull and not atthasdef as needed, ${may("insert")} as inserts, ${may("update")} as updates
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    );
    columns.set(table, found);
    for (const row of given) {
      const used = found.filter(({ name, needed }) => needed || name in row);
      const values = used.map(({ name, type }) => (name in row ? `(r).${name}` : fillings[type]!));
      await client.query(
        `insert into ${table} (${used.map(({ name }) => name).join(", ")}) select ${values.join(", ")} from jsonb_populate_record(null::${table}, $1) r`,
        [JSON.stringify(row)],
      );
    }
  }

  /** The barest statement of a command on this one row. */
  function statement(table: string, command: Command, role: Role, row: Row): string {
    const own = columns.get(table)!;
    // Out of JSON every value comes back as what it was.
    const same = ({ name }: Column) => `(jsonb_populate_record(null::${table}, ${pg.escapeLiteral(JSON.stringify(row))})).${name}`;
    if (command === "select") return `select 1 from ${table}`;
    if (command === "delete") return `delete from ${table}`;
    if (command === "insert") {
      const used = own.filter(({ inserts }) => inserts.includes(role));
      return `insert into ${table} (${used.map(({ name }) => name).join(", ")}) values (${used.map(same).join(", ")})`;
    }
    const [first] = own.filter(({ updates }) => updates.includes(role));
    return `update ${table} set ${first!.name} = ${same(first!)}`;
  }

  const settings = ({ municipality, member, role, teams }: Who) => ({ municipality, member, role, teams: teams.length > 0 ? `{${teams.join(",")}}` : "" });

  async function differs(table: string, only: readonly string[] = roles): Promise<string[]> {
    const wrong: string[] = [];
    for (const { at, row } of await all<{ at: string; row: Row }>(`select ctid::text as at, to_jsonb(t) as row from ${table} t`)) {
      const ruled = Object.entries(rulesOf(table)).filter(([role]) => only.includes(role));
      const tries = ruled.flatMap(([role, commands]) =>
        Object.entries(commands).flatMap(([command, said]) =>
          (typeof said === "function"
            ? [[statement(table, command as Command, role as Role, row), said] as const]
            : said.map(([sets, rule]) => [`update ${table} set ${sets}`, rule] as const)
          ).flatMap(([text, rule]) => people.map((who) => ({ who, role, command, statement: text, may: rule(who, row) }))),
        ),
      );
      const asked = JSON.stringify(tries.map(({ who, ...one }) => ({ ...one, settings: settings(who) })));
      const [found] = await all<{ counts: number[] }>("select pg_temp.tried($1, $2, $3) as counts", [table, at, asked]);
      tries.forEach(({ who, role, statement, may }, nth) => {
        if ((found!.counts[nth] === 1) !== may) wrong.push(`${role} for ${who.name} ${may ? "cannot" : "can"}: ${statement}, of ${JSON.stringify(row)}`);
      });
    }
    return wrong;
  }

  return {
    all,
    end: () => client.end(),
    differs,
    during: async (change, work) => {
      await client.query("begin");
      await client.query(change);
      return work().finally(() => client.query("rollback"));
    },
  };
}
