/**
 * The settings that differ from PostgreSQL's defaults, given on the command line at each start, so that an old data folder
 * follows a new release of ours. Durable as on a server (a commit is on disk when it is answered), modest in memory as on a
 * laptop, and reachable through the private socket only.
 */
export const postgresSettings: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  max_connections: "200",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  shared_buffers: "128MB",
  // Nobody replicates from an embedded server, and a smaller journal is a shorter recovery.
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "512MB",
  // Queries are short here. Both cost more than they give, and parallel workers need a larger /dev/shm than containers have.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  log_destination: "stderr",
  logging_collector: "off",
};
