import { verificationStyle } from "../verification/verification-style.ts";

/** The style of the marketplace's page: that of the verification address, and its list. */
export const marketplaceStyle = `${verificationStyle}
main { max-width:860px; }
.lead { color:var(--text-2); margin:8px 0 28px; max-width:60ch; }
.empty { background:var(--surface); border:1px solid var(--line); border-radius:8px; padding:20px; }
ol { list-style:none; margin:0; padding:0; } li { margin:0 0 20px; }
article { background:var(--surface); border:1px solid var(--line); border-radius:8px; padding:20px 24px; }
article header { display:flex; flex-wrap:wrap; gap:8px 16px; align-items:baseline; justify-content:space-between; }
h2 { margin:0; font-size:20px; line-height:28px; overflow-wrap:anywhere; min-width:0; }
.mark { border-radius:999px; padding:2px 12px; font-size:14px; line-height:22px; font-weight:600; white-space:nowrap; }
.mark.good { color:var(--good); background:var(--good-tint); } .mark.due { color:var(--due); background:var(--due-tint); }
.mark.held { color:var(--held); background:var(--held-tint); }
article .by { margin:2px 0 12px; font-size:14px; line-height:20px; overflow-wrap:anywhere; }
.tagline { font-weight:600; margin:0 0 6px; overflow-wrap:anywhere; } .description { margin:0; white-space:pre-line; overflow-wrap:anywhere; }
.held:not(.mark) { border-left:6px solid var(--held); background:var(--held-tint); border-radius:8px; padding:10px 16px; margin:0 0 12px; }
.held strong { color:var(--held); }
article dl { border:0; border-top:1px solid var(--line); border-radius:0; padding:8px 0 0; margin:16px 0 0; }
article dt, article dd { border:0; padding:4px 0; } article dd { padding-left:24px; }
.links { display:flex; flex-wrap:wrap; gap:6px 20px; margin:12px 0 0; }
@media (max-width:560px) { article { padding:16px; } article dd { padding:0 0 8px; } }
`;
