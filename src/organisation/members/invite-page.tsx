import { Deed, Problems } from "#src/ui/form.tsx";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import type { Team } from "../teams/team.ts";
import { memberProblems, WhoFields } from "./member-fields.tsx";
import type { MemberRefusal, MemberWish } from "./member.ts";

type Props = { view: View; teams: readonly Team[]; wish?: MemberWish | undefined; refusals?: readonly MemberRefusal[] | undefined };

/** Inviting somebody: who, what they do, and where an e-mail reaches them. */
export function InvitePage({ view, teams, wish, refusals = [] }: Props) {
  const { organisation } = view.w;
  return (
    <Page view={view} title={organisation.invite} at="members">
      <Problems view={view} problems={memberProblems(view, refusals)} />
      <h1>{organisation.invite}</h1>
      <p>{organisation.inviteLead}</p>
      <Deed view={view} action="/members/invite">
        <WhoFields view={view} wish={wish ?? {}} teams={teams} refusals={refusals} />
        <p class="hv-deeds">
          <button class="hv-button">{organisation.inviteDo}</button>
        </p>
      </Deed>
    </Page>
  );
}

/** The e-mail did not go: whoever invites passes link and code on. They are shown once. */
export function InvitedPage({ view, name, link, code }: { view: View; name: string; link: string; code: string }) {
  const { organisation } = view.w;
  return (
    <Page view={view} title={organisation.invited} at="members">
      <h1>{organisation.invitedWho(name)}</h1>
      <p>{view.demo ? organisation.invitedDemo : organisation.invitedNotSent}</p>
      <div class="hv-note">
        <p>{link}</p>
        <p>
          <strong>{code}</strong>
        </p>
      </div>
      <p class="hv-quiet">{organisation.invitedOnce}</p>
      <p class="hv-deeds">
        <a class="hv-button" href="/members">
          {organisation.toMembers}
        </a>
      </p>
    </Page>
  );
}
