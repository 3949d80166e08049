// Loaded into the program, and into npm, before their own modules: should the launcher be killed, the channel to it closes,
// and they are asked to end as if by Ctrl-C. The channel keeps nobody alive.
const end = () => process.kill(process.pid, "SIGTERM");
process.channel?.unref();
process.once("disconnect", end);
// Not there any more when this began; without the launcher's channel (a process started by the program) it is undefined.
if (process.connected === false) end();
