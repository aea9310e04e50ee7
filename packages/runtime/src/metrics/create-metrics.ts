// The figures of a service, in the form Prometheus reads.

import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/** One answered request. `route` is the pattern (`/m/:token`), never the path: paths hold secrets. */
export interface ObservedRequest {
  readonly method: string;
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface Metrics {
  /** Counts an answered request and its duration, under `posthorn_http_request_seconds`. */
  observeRequest(request: ObservedRequest): void;
  /** A number that only rises. `name` without the prefix `posthorn_`. */
  counter<Label extends string>(name: string, help: string, labels?: readonly Label[]): Counter<Label>;
  /** A number that rises and falls. */
  gauge<Label extends string>(name: string, help: string, labels?: readonly Label[]): Gauge<Label>;
  /** A distribution; buckets in the unit that `name` ends with. */
  histogram<Label extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labels?: readonly Label[],
  ): Histogram<Label>;
  /** All figures as text, with the content type to send them under. */
  render(): Promise<{ contentType: string; body: string }>;
}

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** A registry of its own: two in one process do not mix. `processFigures` adds memory, CPU and event loop. */
export function createMetrics(options: { service: string; processFigures?: boolean }): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service: options.service });
  if (options.processFigures === true) collectDefaultMetrics({ register: registry });
  const registers = [registry];

  function counter<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[] = [],
  ): Counter<Label> {
    return new Counter({ name: `posthorn_${name}`, help, labelNames: [...labels], registers });
  }
  function gauge<Label extends string>(
    name: string,
    help: string,
    labels: readonly Label[] = [],
  ): Gauge<Label> {
    return new Gauge({ name: `posthorn_${name}`, help, labelNames: [...labels], registers });
  }
  function histogram<Label extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labels: readonly Label[] = [],
  ): Histogram<Label> {
    return new Histogram({
      name: `posthorn_${name}`,
      help,
      buckets: [...buckets],
      labelNames: [...labels],
      registers,
    });
  }

  const requests = histogram("http_request_seconds", "Time from request to end of answer", REQUEST_SECONDS, [
    "method",
    "route",
    "status",
  ]);
  return {
    observeRequest: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    counter,
    gauge,
    histogram,
    render: async () => ({ contentType: registry.contentType, body: await registry.metrics() }),
  };
}
