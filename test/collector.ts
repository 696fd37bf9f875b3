import { createServer } from "node:http";

type Attribute = { readonly key: string; readonly value: Readonly<Record<string, unknown>> };
export type Span = {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly attributes: Attribute[];
};
export type Metric = { readonly name: string; readonly gauge?: { dataPoints: Point[] }; readonly histogram?: { dataPoints: Point[] } };
type Point = { readonly attributes: Attribute[]; readonly asDouble?: number; readonly asInt?: number; readonly count?: number };

/** A receiver of traces and metrics by OTLP over HTTP on this machine, that keeps what it gets. */
export async function openCollector() {
  const bodies: string[] = [];
  const spans: Span[] = [];
  const metrics: Metric[] = [];
  const server = createServer((request, answer) => {
    let body = "";
    request.on("data", (piece: Buffer) => (body += piece.toString()));
    request.on("end", () => {
      bodies.push(body);
      const read = JSON.parse(body) as { resourceSpans?: { scopeSpans: { spans: Span[] }[] }[]; resourceMetrics?: { scopeMetrics: { metrics: Metric[] }[] }[] };
      spans.push(...(read.resourceSpans ?? []).flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)));
      metrics.push(...(read.resourceMetrics ?? []).flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics)));
      answer.setHeader("content-type", "application/json").end("{}");
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as { port: number };
  return { address: new URL(`http://127.0.0.1:${port}`), bodies, spans, metrics, close: () => new Promise((done) => server.close(done)) };
}
