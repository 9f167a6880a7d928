import { sql } from 'kysely'

/** Today in Switzerland, as the database knows it: whether something is due must not hang on the server's time zone. */
export const today = sql<string>`(now() at time zone 'Europe/Zurich')::date`
