import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A real server on this machine until the test ends (or `stop` is called). */
export async function serve(answer: Answer): Promise<{ base: string; stop: () => void }> {
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    answer(request, response, body);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(stop);
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
}

export function json(value: unknown, status = 200, type = "application/json"): Answer {
  return (_request, response) =>
    response.writeHead(status, { "content-type": type }).end(JSON.stringify(value));
}
