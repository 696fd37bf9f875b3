import { type Context, Hono } from "hono";
import { atGate, type Env, fieldsOf } from "#src/platform/door.ts";
import { erasureKey } from "#src/platform/words-hash.ts";
import { Problems } from "#src/ui/form.tsx";
import { FormToken, Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";
import { readTaken } from "./file.ts";
import { importSignals } from "./store.ts";

const mayImport = (c: Context<Env>): boolean => c.var.session.actor.role === "facilitator";

/** Reading in signals that were taken along as JSON, by a facilitator. */
export const importing = new Hono<Env>()
  .get("/signals/import", (c) => (mayImport(c) ? c.html(<ImportPage view={c.var.view} />) : c.notFound()))
  .post("/signals/import", async (c) => {
    if (!mayImport(c)) return c.notFound();
    const { file } = await fieldsOf(c);
    const { overview } = c.var.view.w;
    const taken = file instanceof File ? readTaken(await file.text()) : undefined;
    if (!taken) return c.html(<ImportPage view={c.var.view} problem={overview.importBad} />, 422);
    const outcome = await atGate(c, (room) => importSignals(room, taken, erasureKey(c.var.sessionSecret, room.actor.municipalityId)));
    if ("recognisable" in outcome) return c.html(<ImportPage view={c.var.view} problem={overview.importRecognisable(outcome.recognisable)} />, 422);
    return c.html(<ImportPage view={c.var.view} done={overview.imported(outcome.fresh, outcome.known)} />);
  });

function ImportPage({ view, problem, done }: { view: View; problem?: string; done?: string }) {
  const { overview } = view.w;
  return (
    <Page view={view} title={overview.importTitle} at="signals">
      <Problems view={view} problems={problem ? [{ field: "file", text: problem }] : []} />
      <h1>{overview.importTitle}</h1>
      {done && (
        <p class="hv-done" role="status">
          {done} <a href="/signals">{overview.list}</a>
        </p>
      )}
      <p>{overview.importLead}</p>
      <form method="post" action="/signals/import" enctype="multipart/form-data" novalidate>
        <FormToken view={view} />
        <div class="hv-field">
          <label for="file">{overview.importFile}</label>
          <input id="file" type="file" name="file" accept="application/json,.json" />
        </div>
        <p class="hv-deeds">
          <button class="hv-button">{overview.importDo}</button>
        </p>
      </form>
    </Page>
  );
}
