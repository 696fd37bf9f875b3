import type { Hono } from "hono";
import { releasing } from "./gate/drafts/release-routes.tsx";
import { drafts } from "./gate/drafts/routes.tsx";
import { excuses } from "./gate/excuses/routes.tsx";
import { secondLook } from "./gate/second-look/routes.tsx";
import { shield } from "./gate/shield.ts";
import { login } from "./login/routes.tsx";
import { home } from "./home/routes.tsx";
import { me } from "./me/routes.tsx";
import { mandates } from "./learning/mandates/routes.tsx";
import { importing } from "./gate/import/routes.tsx";
import { invitations } from "./organisation/members/invitation-routes.tsx";
import { members } from "./organisation/members/routes.tsx";
import { settings } from "./organisation/settings/routes.tsx";
import { teams } from "./organisation/teams/routes.tsx";
import { overview } from "./learning/overview/routes.tsx";
import { signals } from "./learning/signals/routes.tsx";
import type { Env } from "./platform/door.ts";
import { type House, openDoors } from "./platform/house.ts";
import { privacy } from "./privacy/routes.tsx";
import { who } from "./who/routes.tsx";

/** The whole application: the only list of doors. */
export const createApp = (house: House): Hono<Env> =>
  openDoors(house)
    .route("/", who(house.demo))
    .route("/", login(house))
    .route("/", home)
    .route("/", me(house.secure))
    .route("/", importing)
    .route("/", overview)
    .route("/", shield)
    .route("/signals", signals)
    .route("/", drafts)
    .route("/", releasing)
    .route("/", secondLook)
    .route("/excuses", excuses)
    .route("/mandates", mandates)
    .route("/members/invite", invitations(house.postman, house.secure))
    .route("/members", members)
    .route("/privacy", privacy)
    .route("/teams", teams)
    .route("/municipality", settings);
