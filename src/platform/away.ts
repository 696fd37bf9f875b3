/** Said when the database cannot do it now, but may in a moment: it starts, stops, is gone, is full or takes too long. */
const codes =
  /^(08\w{3}|53\w{3}|57P0[1-5]|57014|55P03|25P03|40001|40P01|ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const words =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|The client was closed|Client was closed)/;

/** Whether an error says that the database is away for a moment; trying again later with the same deed is then the thing to do. */
export function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isAway);
  const { code, message } = error as Error & { code?: string };
  return codes.test(code ?? "") || words.test(message) || (error.cause !== undefined && isAway(error.cause));
}
