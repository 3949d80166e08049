import type { Socket } from "node:net";
import { STATUS_CODES } from "node:http";

/**
 * Answers bytes that the HTTP parser could not read as a request: there is no path, so no customer and no record. In the
 * vendor's shape as far as it goes.
 */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) {
    socket.destroy();
    return;
  }
  const { status, message } = verdicts[error.code ?? ""] ?? notHttp;
  const body = JSON.stringify({ errors: [{ errorMessage: message, errorCode: status }] });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
      "content-type: application/json;charset=UTF-8",
      `content-length: ${Buffer.byteLength(body)}`,
      "connection: close",
      `x-error: ${status}:${message}`,
      "",
      body,
    ].join("\r\n"),
  );
}

interface Verdict {
  readonly status: number;
  readonly message: string;
}

const verdicts: Readonly<Record<string, Verdict>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    message: "Expected at most 16 KB of headers, found more.",
  },
  HPE_INVALID_VERSION: { status: 505, message: "Expected HTTP/1.1, found another version." },
  HPE_PAUSED_H2_UPGRADE: { status: 505, message: "Expected HTTP/1.1, found HTTP/2." },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    message: "Expected the whole request within 60 seconds.",
  },
};

const notHttp: Verdict = {
  status: 400,
  message: "Expected an HTTP/1.1 request, found bytes that are none.",
};
