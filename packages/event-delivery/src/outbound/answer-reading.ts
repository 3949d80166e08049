import type { Header } from "@slipway/exchange";
import type { Clock } from "@slipway/foundation";
import { errors, type Dispatcher } from "undici";

import { boundedBytes } from "./bounded-bytes.ts";
import { explainFailure, type AnswerProgress } from "./explain-failure.ts";
import type { OutboundSettings } from "./outbound-settings.ts";
import type { WireResult } from "./wire-result.ts";

type Controller = Dispatcher.DispatchController;

export interface AnswerReadingOptions {
  readonly settings: OutboundSettings;
  readonly clock: Pick<Clock, "monotonicMs">;
  /** Called in the moment before the first byte leaves. */
  readonly onFirstByte: () => void;
}

const bodyIsLong = new Error("The body is longer than what is kept");

/** One call from its beginning to its end: keeps what arrives up to the limits, and says how it ended. */
export class AnswerReading {
  readonly #options: AnswerReadingOptions;
  readonly #begunAtMs: number;
  readonly #head;
  readonly #body;
  #firstByteAtMs: number | undefined;
  #begun: { readonly status: number; readonly headers: readonly Header[] } | undefined;
  #isOver = false;

  constructor(options: AnswerReadingOptions) {
    this.#options = options;
    this.#begunAtMs = options.clock.monotonicMs();
    this.#head = boundedBytes(options.settings.maxHeaderBytes);
    this.#body = boundedBytes(options.settings.maxAnswerBytes);
  }

  /** Bytes off the socket, before they are parsed. */
  onBytes(chunk: Uint8Array): void {
    if (this.#begun === undefined) this.#head.append(chunk);
  }

  onRequestStart(controller: Controller): void {
    // A second beginning would be a second sending.
    if (this.#isOver || this.#firstByteAtMs !== undefined) {
      controller.abort(new Error("The call is over"));
      return;
    }
    this.#firstByteAtMs = this.#options.clock.monotonicMs();
    this.#options.onFirstByte();
  }

  onResponseStart(controller: Controller, status: number): void {
    // 1xx announce the answer that follows.
    if (status >= 200) this.#begun = { status, headers: rawHeaders(controller) };
  }

  onResponseData(controller: Controller, chunk: Uint8Array): void {
    if (!this.#body.append(chunk)) controller.abort(bodyIsLong);
  }

  ended(cut?: WireResult["cut"]): WireResult {
    if (this.#begun === undefined) throw new Error("Expected an answer to begin before it ends");
    return this.#result({ kind: "answered", ...this.#begun }, cut);
  }

  /** Throws what is no failure of the network or the partner. */
  failed(error: Error): WireResult {
    const { maxAnswerBytes, maxHeaderBytes } = this.#options.settings;
    if (error === bodyIsLong) return this.ended({ limitBytes: maxAnswerBytes, reason: "too-long" });
    const failure = explainFailure(error, this.#progress());
    if (failure === undefined) throw error;
    const isOverflow = error instanceof errors.HeadersOverflowError;
    return this.#result(
      { kind: "no-answer", ...failure },
      isOverflow ? { limitBytes: maxHeaderBytes, reason: "too-many-headers" } : undefined,
    );
  }

  timedOut(): WireResult {
    const hasArrived = this.#progress() !== "nothing";
    const limitBytes = this.#options.settings.maxAnswerBytes;
    return this.#result(
      { kind: "no-answer", reason: "timed-out", detail: this.#timeOutDetail() },
      hasArrived ? { limitBytes, reason: "too-slow" } : undefined,
    );
  }

  #progress(): AnswerProgress {
    if (this.#begun !== undefined) return "body-begun";
    return this.#head.bytes() === undefined ? "nothing" : "head-begun";
  }

  #timeOutDetail(): string {
    const limit = `${this.#options.settings.timeoutMs / 1000} s`;
    if (this.#begun !== undefined)
      return `the answer began with status ${this.#begun.status} and was not complete within ${limit}`;
    return this.#progress() === "nothing"
      ? `no byte of an answer arrived within ${limit}`
      : `the headers of the answer were not complete within ${limit}`;
  }

  #result(answer: WireResult["answer"], cut: WireResult["cut"]): WireResult {
    this.#isOver = true;
    const endedAtMs = this.#options.clock.monotonicMs();
    const sentAtMs = this.#firstByteAtMs;
    return {
      answer,
      bytes: this.#begun === undefined ? this.#head.bytes() : this.#body.bytes(),
      cut,
      connectMs: sentAtMs === undefined ? undefined : sentAtMs - this.#begunAtMs,
      durationMs: endedAtMs - (sentAtMs ?? this.#begunAtMs),
    };
  }
}

// Names and values as they stood on the wire, in order; the parsed headers have lost both.
function rawHeaders(controller: Controller): readonly Header[] {
  const raw = controller.rawHeaders;
  if (!Array.isArray(raw)) return [];
  const texts = raw.map((part: Buffer | string) =>
    typeof part === "string" ? part : part.toString("latin1"),
  );
  return Array.from({ length: texts.length / 2 }, (_unused, index) => [
    texts[index * 2] ?? "",
    texts[index * 2 + 1] ?? "",
  ]);
}
