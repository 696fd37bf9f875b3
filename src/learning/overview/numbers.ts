import { sql } from "kysely";
import { type Day, dayOf } from "#src/kernel/day.ts";
import type { Room } from "#src/platform/database.ts";

/** Medians in days, shares between 0 and 1; null where fewer than ten signals would speak. */
export type Numbers = {
  readonly signals: number;
  readonly daysToReply: number | null;
  readonly daysToAnswer: number | null;
  readonly replied: number;
  readonly answered: number;
  readonly held: number;
  readonly withoutMoney: number | null;
  readonly overdue: number;
};

/** The numbers over signals released in a period, of one team or of all; undefined below ten signals. */
export async function findNumbers({ tx, now }: Room, first: Day, last: Day, team: string | undefined): Promise<Numbers | undefined> {
  const { rows } = await sql<Numbers>`
    select signals, days_to_reply as "daysToReply", days_to_answer as "daysToAnswer", replied, answered, held, without_money as "withoutMoney", overdue
    from learning.numbers(${first}, ${last}, ${team ?? null}, ${dayOf(now)})`.execute(tx);
  return rows[0];
}

/** What a council member sees of a signal that is answered too late. */
export type Overdue = { readonly sentence: string | null; readonly team: string; readonly answerDue: Day };

export async function findOverdue({ tx }: Room, today: Day): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`select sentence, team_name as team, answer_due as "answerDue" from learning.overdue(${today})`.execute(tx);
  return rows;
}
