import type { TestDatabase } from './database.ts'

/** One text per table: columns, keys, row rules and grants. `UPDATE_SCHEMA=1 npx vitest run test/write-schema.test.ts` writes them anew. */
export async function describeSchema(look: TestDatabase['look']): Promise<Record<string, string>> {
  const tables = await look<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'kysely_%' order by 1`,
  )
  const texts: Record<string, string> = {}
  for (const { name } of tables) texts[name] = await describeTable(look, name)
  return texts
}

async function describeTable(look: TestDatabase['look'], table: string): Promise<string> {
  const lines = async (sql: string) => (await look<{ line: string }>(sql, [table])).map((row) => `  ${row.line}`)
  const parts = {
    columns: await lines(
      `select format('%s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' else '' end,
         coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
       where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped order by a.attnum`,
    ),
    // PostgreSQL 18 lists «not null» as constraints too; the columns say it already.
    constraints: await lines(
      `select pg_get_constraintdef(oid) as line from pg_constraint where conrelid = $1::regclass and contype <> 'n' order by contype, 1`,
    ),
    'row rules': await lines(
      `select format('%s (%s, %s) to %s using %s check %s', polname, case when polpermissive then 'opens' else 'wall' end,
         case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
         coalesce((select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any (polroles)), 'everybody'),
         coalesce(regexp_replace(pg_get_expr(polqual, polrelid), '\\s+', ' ', 'g'), '-'),
         coalesce(regexp_replace(pg_get_expr(polwithcheck, polrelid), '\\s+', ' ', 'g'), '-')) as line
       from pg_policy where polrelid = $1::regclass order by polname`,
    ),
    grants: await lines(
      `select format('%s: %s', grantee, string_agg(privilege_type || coalesce(' (' || columns || ')', ''), ', ' order by privilege_type)) as line from (
         select a.grantee::regrole::text as grantee, a.privilege_type, null as columns from pg_class c, aclexplode(c.relacl) a
           where c.oid = $1::regclass and a.grantee <> c.relowner
         union all
         select x.grantee::regrole::text, x.privilege_type, string_agg(a.attname, ', ' order by a.attnum)
           from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = $1::regclass group by 1, 2) g
       group by grantee order by grantee`,
    ),
  }
  return `${table}\n\n${Object.entries(parts)
    .map(([title, rows]) => `${title}\n${rows.join('\n')}\n`)
    .join('\n')}`
}
