// Loaded into the program before its own modules: should the launcher be killed, the channel to it closes, and the program
// is asked to end as if by Ctrl-C. The channel keeps nobody alive.
process.channel?.unref();
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
