/** The style of the HTML report: no font, script or picture from anywhere else; light and dark; fit for printing. */
export const reportStyle = `
:root { color-scheme: light dark;
  --canvas:#F7F8F9; --surface:#FFFFFF; --sunken:#EEF1F3; --line:#D9DEE3; --text:#16202A; --text-2:#47535F; --accent:#0A6373;
  --pass:#17693A; --pass-tint:#E6F4EA; --fail:#B3261E; --fail-tint:#FCEBEA; --warn:#855300; --warn-tint:#FDF1DA;
  --review:#6A3FB5; --review-tint:#F1EBFB; --wait:#1F5AA8; --wait-tint:#E7F0FB; --neutral:#4F5B67; --neutral-tint:#EEF1F3;
  --ours:#FFFFFF; --ours-tint:#36424E; }
@media (prefers-color-scheme: dark) { :root {
  --canvas:#0E1419; --surface:#151C23; --sunken:#0A0F13; --line:#2A3540; --text:#E8EDF2; --text-2:#B4BFC9; --accent:#5CC8D6;
  --pass:#6FD08F; --pass-tint:#12301F; --fail:#FF9C93; --fail-tint:#3D1816; --warn:#EFB95A; --warn-tint:#35260B;
  --review:#C3A6F5; --review-tint:#2A1F42; --wait:#8FBEF5; --wait-tint:#14283F; --neutral:#B4BFC9; --neutral-tint:#222C35;
  --ours:#0E1419; --ours-tint:#C9D2DA; } }
* { box-sizing: border-box; }
body { margin:0; background:var(--canvas); color:var(--text); font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,sans-serif; }
main { max-width:1100px; margin:0 auto; padding:32px 24px 64px; }
h1 { font-size:22px; line-height:28px; letter-spacing:-.01em; margin:0 0 4px; }
h2 { font-size:17px; line-height:24px; margin:32px 0 12px; }
a { color:var(--accent); }
code, .mono { font:13px/20px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace; overflow-wrap:anywhere; }
.lead { color:var(--text-2); margin:0 0 16px; }
.panel, details { background:var(--surface); border:1px solid var(--line); border-radius:8px; }
details { margin:0 0 8px; }
summary { display:flex; gap:12px; align-items:center; padding:12px 16px; cursor:pointer; flex-wrap:wrap; }
summary .title { flex:1 1 320px; font-weight:600; }
summary .duties { color:var(--text-2); font-size:13px; }
.body { border-top:1px solid var(--line); padding:4px 16px 12px; }
.chip { display:inline-flex; gap:6px; align-items:center; border-radius:999px; padding:2px 10px; font-size:12px; line-height:18px; font-weight:500; white-space:nowrap; }
.chip.pass { color:var(--pass); background:var(--pass-tint); } .chip.fail { color:var(--fail); background:var(--fail-tint); }
.chip.warn { color:var(--warn); background:var(--warn-tint); } .chip.needs-review { color:var(--review); background:var(--review-tint); }
.chip.waiting { color:var(--wait); background:var(--wait-tint); } .chip.checker-error { color:var(--ours); background:var(--ours-tint); }
.chip.not-applicable, .chip.cancelled { color:var(--neutral); background:var(--neutral-tint); }
.chip.not-exercised { color:var(--neutral); background:transparent; outline:1px dashed var(--neutral); outline-offset:-1px; }
.result { padding:10px 0; border-bottom:1px solid var(--line); } .result:last-child { border-bottom:0; }
.result .head { display:flex; gap:8px; flex-wrap:wrap; align-items:center; }
.place { color:var(--text-2); font-size:13px; }
dl.finding { display:grid; grid-template-columns:max-content 1fr; gap:4px 16px; margin:8px 0 0; padding:10px 12px; background:var(--sunken); border-radius:6px; }
dl.finding dt { color:var(--text-2); } dl.finding dd { margin:0; overflow-wrap:anywhere; }
.part { padding:4px 16px 8px; margin:0 0 16px; border-left:4px solid var(--warn); } .part p { margin:8px 0; }
.part dl { display:grid; grid-template-columns:max-content 1fr; gap:4px 16px; margin:0; } .part dt { color:var(--text-2); } .part dd { margin:0; overflow-wrap:anywhere; }
.why { margin:6px 0 0; font-size:13px; overflow-wrap:anywhere; }
.proofs { margin:6px 0 0; font-size:13px; color:var(--text-2); }
.scroll { overflow-x:auto; }
table { border-collapse:collapse; width:100%; font-size:13px; line-height:18px; }
th { text-align:left; font-size:12px; font-weight:500; color:var(--text-2); }
th, td { padding:8px 12px; border-bottom:1px solid var(--line); vertical-align:top; } tr:last-child td { border-bottom:0; }
td.number, th.number { text-align:right; font-variant-numeric:tabular-nums; } tr:target { background:var(--neutral-tint); }
@media (max-width:640px) { main { padding:16px 12px 48px; } dl.finding, .part dl { grid-template-columns:1fr; } }
@media print { details { break-inside:avoid; } body { background:#fff; } }
`;
