import { AsyncLocalStorage } from "node:async_hooks";
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPMetricExporter } from "@opentelemetry/exporter-metrics-otlp-http";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { resourceFromAttributes } from "@opentelemetry/resources";
import { MeterProvider, PeriodicExportingMetricReader } from "@opentelemetry/sdk-metrics";
import { BatchSpanProcessor, TracerProvider } from "@opentelemetry/sdk-trace";
import type { Measured, Telemetry } from "./telemetry.ts";

const second = 1000;
const patience = 2 * second;
const resource = resourceFromAttributes({ "service.name": "haarvat" });

/**
 * Traces and metrics by OpenTelemetry over HTTP. Only the learning room's transactions belong to the trace of a request: those of the
 * gate, which knows both spaces, begin a trace of their own, so that no id leads from one space to the other.
 */
export function otlp(endpoint: URL, { waiting, ages }: Measured): Telemetry {
  const base = endpoint.href.replace(/\/$/, "");
  const spans = new TracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor({ exporter: new OTLPTraceExporter({ url: `${base}/v1/traces`, timeoutMillis: patience }) })],
  });
  const figures = new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter: new OTLPMetricExporter({ url: `${base}/v1/metrics`, timeoutMillis: patience }),
        exportIntervalMillis: 30 * second,
        exportTimeoutMillis: patience,
      }),
    ],
  });
  const tracer = spans.getTracer("haarvat");
  const meter = figures.getMeter("haarvat");
  const here = new AsyncLocalStorage<Context>();
  const duration = meter.createHistogram("http.server.request.duration", {
    unit: "s",
    description: "How long an answer took, by door",
    advice: { explicitBucketBoundaries: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] },
  });
  meter
    .createObservableGauge("db.client.connection.pending_requests", { description: "How many wait for a connection to the database" })
    .addCallback((result) => {
      for (const [pool, count] of Object.entries(waiting())) result.observe(count, { "db.client.connection.pool.name": pool });
    });
  meter
    .createObservableGauge("haarvat.waiting.age", { unit: "s", description: "How long the oldest waits that should have been done" })
    .addCallback(async (result) => {
      for (const [part, age] of Object.entries(await ages())) result.observe(age, { part });
    });

  return {
    request: async (method, door, work) => {
      const began = performance.now();
      const span = tracer.startSpan(`${method} ${door}`, {
        kind: SpanKind.SERVER,
        root: true,
        attributes: { "http.request.method": method, "http.route": door },
      });
      const status = await here.run(trace.setSpan(ROOT_CONTEXT, span), work);
      span.setAttribute("http.response.status_code", status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
      const attributes = { "http.request.method": method, "http.route": door, "http.response.status_code": status };
      duration.record((performance.now() - began) / second, attributes);
    },
    transaction: async (pool, work) => {
      const parent = pool === "learning" ? here.getStore() : undefined;
      const span = tracer.startSpan(
        `transaction ${pool}`,
        { kind: SpanKind.CLIENT, root: parent === undefined, attributes: { "db.system.name": "postgresql" } },
        parent,
      );
      try {
        return await work();
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
    stop: async () => {
      const late = new Promise<void>((done) => setTimeout(done, patience).unref());
      await Promise.race([Promise.allSettled([spans.shutdown(), figures.shutdown()]), late]);
    },
  };
}
