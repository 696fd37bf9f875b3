import { testDatabase } from "./database.ts";
import { openTestDoors } from "./doors.ts";
import { aMunicipality } from "./municipality.ts";

/** A municipality with its doors open, and its administrator inside. */
export async function administratorInside() {
  const database = await testDatabase();
  const house = await openTestDoors(database);
  const here = await aMunicipality(database);
  return { database, house, here, administrator: await house.as(here.administrator, here.host) };
}
