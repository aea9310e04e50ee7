import { expect, test } from "vitest";
import { createMetrics } from "./create-metrics.ts";

test("requests are counted by route and status, with their seconds", async () => {
  const metrics = createMetrics({ service: "collect" });
  metrics.observeRequest({ method: "GET", route: "/m/:token", status: 200, seconds: 0.03 });
  metrics.observeRequest({ method: "GET", route: "/m/:token", status: 200, seconds: 3 });
  const { contentType, body } = await metrics.render();
  expect(contentType).toContain("text/plain");
  expect(body).toContain(
    'posthorn_http_request_seconds_count{service="collect",method="GET",route="/m/:token",status="200"} 2',
  );
  expect(body).toMatch(/seconds_bucket\{le="0\.05",service="collect",.*\} 1\n/);
});

test("own figures carry the prefix, and two registries do not mix", async () => {
  const first = createMetrics({ service: "worker" });
  const second = createMetrics({ service: "sealer" });
  first.counter("notices_total", "Notices sent", ["channel"]).inc({ channel: "mail" });
  first.gauge("jobs_waiting", "Jobs that wait").set(3);
  first.histogram("seal_seconds", "Time to seal", [1, 2]).observe(1.5);
  const { body } = await first.render();
  expect(body).toContain('posthorn_notices_total{channel="mail",service="worker"} 1');
  expect(body).toContain('posthorn_jobs_waiting{service="worker"} 3');
  expect(body).toContain('posthorn_seal_seconds_bucket{le="2",service="worker"} 1');
  expect((await second.render()).body).not.toContain("notices");
});

test("process figures on demand", async () => {
  const { body } = await createMetrics({ service: "api", processFigures: true }).render();
  expect(body).toContain("process_resident_memory_bytes");
});
