import type { View } from "#src/ui/view.ts";
import type { LooseEnds as Found } from "./loose-store.ts";

/** What waits for an administrator on the first page, with where to do it. */
export function LooseEnds({ view, found }: { view: View; found: Found }) {
  const { organisation, overview } = view.w;
  const ends = [
    { count: found.mandates, text: organisation.looseMandates(found.mandates), href: "/mandates", deed: organisation.toMandates },
    { count: found.invitations, text: organisation.looseInvitations(found.invitations), href: "/members", deed: organisation.toMembers },
  ].filter(({ count }) => count > 0);
  return (
    <>
      <h1>{ends.length > 0 ? overview.waiting(ends.length) : overview.nothingWaiting}</h1>
      {ends.length === 0 && <p>{organisation.nothingLoose}</p>}
      {ends.length > 0 && (
        <ul class="hv-due">
          {ends.map(({ text, href, deed }) => (
            <li>
              <p>{text}</p>
              <a class="hv-button" href={href}>
                {deed}
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
