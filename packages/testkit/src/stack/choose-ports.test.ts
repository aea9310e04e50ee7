import { createServer } from "node:net";
import { expect, test } from "vitest";
import { fixedPorts, freePorts, PARTS } from "./choose-ports.ts";

test("a free block has a port of its own for every part", async () => {
  const ports = await freePorts();
  expect(Object.keys(ports)).toEqual(Object.keys(PARTS));
  expect(new Set(Object.values(ports)).size).toBe(Object.keys(PARTS).length);
  await expect(fixedPorts(ports.portal)).resolves.toEqual(ports);
});

test("a taken port is named with who wants it and how to choose others", async () => {
  const ports = await freePorts();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(ports.collect, "127.0.0.1", resolve));
  try {
    const error = await fixedPorts(ports.portal).catch((reason: unknown) => (reason as Error).message);
    expect(error).toContain(`${ports.collect} is wanted by the collect site`);
    expect(error).toContain("POSTHORN_PORT_BASE=");
    expect(error).not.toContain(String(ports.api));
  } finally {
    other.close();
  }
});

test("a port that an earlier run is just giving up is waited for", async () => {
  const ports = await freePorts();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(ports.tsa, "127.0.0.1", resolve));
  const asked = fixedPorts(ports.portal);
  other.close();
  await expect(asked).resolves.toEqual(ports);
});

test.each([0, -1, 65_530, 1.5, Number.NaN])("%s is no base of a block", async (base) => {
  await expect(fixedPorts(base)).rejects.toThrow("POSTHORN_PORT_BASE");
});
