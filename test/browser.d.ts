/** The browser for the journeys; undefined when there is none and none can be installed. */
export function findBrowser(): string | undefined;
