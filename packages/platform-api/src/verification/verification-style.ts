/** The style of the public page: nothing from anywhere else; light and dark; wide and narrow; fit for printing. */
export const verificationStyle = `
:root { color-scheme: light dark;
  --canvas:#F7F8F9; --surface:#FFFFFF; --line:#D9DEE3; --text:#16202A; --text-2:#47535F; --accent:#0A6373;
  --good:#17693A; --good-tint:#E6F4EA; --due:#7A4D00; --due-tint:#FDF1DA; --held:#B3261E; --held-tint:#FCEBEA; }
@media (prefers-color-scheme: dark) { :root {
  --canvas:#0E1419; --surface:#151C23; --line:#2A3540; --text:#E8EDF2; --text-2:#B4BFC9; --accent:#5CC8D6;
  --good:#6FD08F; --good-tint:#12301F; --due:#EFB95A; --due-tint:#35260B; --held:#FF9C93; --held-tint:#3D1816; } }
* { box-sizing:border-box; }
body { margin:0; background:var(--canvas); color:var(--text); font:16px/24px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif; }
main { max-width:720px; margin:0 auto; padding:40px 24px 64px; }
h1 { font-size:28px; line-height:34px; letter-spacing:-.01em; margin:0; overflow-wrap:anywhere; }
h2 { font-size:18px; line-height:26px; margin:36px 0 8px; }
a { color:var(--accent); }
code { font:14px/22px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace; overflow-wrap:anywhere; }
.by { color:var(--text-2); margin:4px 0 24px; }
.standing { border-radius:8px; padding:16px 20px; border-left:6px solid; }
.standing strong { display:block; font-size:20px; line-height:28px; }
.standing.good { color:var(--good); background:var(--good-tint); } .standing.due { color:var(--due); background:var(--due-tint); }
.standing.held { color:var(--held); background:var(--held-tint); } .standing span { color:var(--text); }
dl { display:grid; grid-template-columns:max-content 1fr; margin:24px 0 0; background:var(--surface); border:1px solid var(--line); border-radius:8px; padding:4px 20px; }
dt, dd { padding:10px 0; margin:0; border-bottom:1px solid var(--line); } dd { overflow-wrap:anywhere; padding-left:24px; min-width:0; }
dt { color:var(--text-2); } dt:last-of-type, dd:last-of-type { border-bottom:0; }
ul { margin:0; padding-left:22px; } li { margin:6px 0; }
footer { margin-top:40px; padding-top:16px; border-top:1px solid var(--line); color:var(--text-2); font-size:14px; line-height:20px; }
@media (max-width:560px) { main { padding:24px 16px 48px; } h1 { font-size:24px; line-height:30px; }
  dl { grid-template-columns:1fr; } dt { border-bottom:0; padding-bottom:0; } dd { padding:0 0 10px; } }
@media print { body { background:#fff; } }
`;
