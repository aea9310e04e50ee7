import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { knock, startHeartbeat } from "./beat.ts";

async function frontDoor(status: number) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.headers.host ?? ""}${request.url ?? ""}`);
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, port, url: new URL(`http://collect.localhost:${port}/`), close: () => server.close() };
}

test("the front door is asked by its public name, also where the resolver does not know it", async () => {
  const door = await frontDoor(200);
  await knock(door.url);
  expect(door.asked).toEqual([`collect.localhost:${door.port}/healthz`]);
  door.close();
});

test("a door that answers with an error, or not at all, is an outage", async () => {
  const door = await frontDoor(503);
  await expect(knock(door.url)).rejects.toThrow("503");
  door.close();
  await expect(knock(door.url)).rejects.toThrow(/ECONNREFUSED/);
});

test("a minute is booked when the door has answered, and a failure is told instead", async () => {
  const door = await frontDoor(200);
  await new Promise<void>((booked, failed) => {
    const beat = startHeartbeat({
      publicUrl: door.url,
      book: () => {
        beat.stop();
        booked();
        return Promise.resolve();
      },
      onFailure: failed,
    });
  });
  door.close();
  const told = await new Promise<unknown>((tell) => {
    const beat = startHeartbeat({
      publicUrl: door.url,
      book: () => Promise.reject(new Error("nothing answered, so nothing may be booked")),
      onFailure: (error) => {
        beat.stop();
        tell(error);
      },
    });
  });
  expect(String(told)).toContain("ECONNREFUSED");
});
