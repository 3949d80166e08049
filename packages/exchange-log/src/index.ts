export {
  createExchangeRecorder,
  type ExchangeRecorderOptions,
  type OpenExchangeRecorder,
} from "./create-exchange-recorder.ts";
export { insertExchange } from "./insert-exchange.ts";
export { newestExchanges, type NewestExchanges } from "./newest-exchanges.ts";
export { readExchange, readExchanges, type ExchangeQuery } from "./read-exchanges.ts";
export { LogRefusedProblem, LogUnavailableProblem } from "./storage/exchange-log.problems.ts";
