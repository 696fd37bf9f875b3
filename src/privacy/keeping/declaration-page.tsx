import type { Declared } from "#src/gate/retention/store.ts";
import { terms } from "#src/gate/retention/terms.ts";
import { capital, showMoment, showNumber } from "#src/ui/format.ts";
import { Page } from "#src/ui/layout.tsx";
import type { View } from "#src/ui/view.ts";

/** The declaration of destruction of one batch, to print and keep. */
export function DeclarationPage({ view, declared }: { view: View; declared: readonly [Declared, ...Declared[]] }) {
  const { keeping } = view.w;
  const [{ at, by, batchId }] = declared;
  return (
    <Page view={view} title={keeping.declaration} at="oversight">
      <h1>{keeping.declaration}</h1>
      <p>{keeping.declarationLead(view.municipality)}</p>
      <p>{capital(keeping.declaredOn(showMoment(view, at), by ?? keeping.byItself))}</p>
      {declared.map(({ kind, pieces, oldest, newest, months }) => (
        <section>
          <h2>{capital(keeping.kind[kind])}</h2>
          <table>
            <tbody>
              <Row what={keeping.pieces} said={showNumber(view, pieces)} />
              <Row what={keeping.period} said={`${showMoment(view, oldest)} – ${showMoment(view, newest)}`} />
              <Row what={keeping.term} said={keeping.kept(keeping.months(months), keeping.since[terms[kind].since])} />
              <Row what={keeping.source} said={terms[kind].basis.map((basis) => keeping.basis[basis]).join("; ")} />
            </tbody>
          </table>
        </section>
      ))}
      <p class="hv-note">{keeping.method}</p>
      <p class="hv-quiet">{batchId}</p>
    </Page>
  );
}

const Row = ({ what, said }: { what: string; said: string }) => (
  <tr>
    <th scope="row">{what}</th>
    <td>{said}</td>
  </tr>
);
