// How the inventory looks: one sheet inside the page, so that it needs no other file; light, dark and on paper.

export const INVENTORY_STYLE = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5a6373;--line:#d8dce3;--page:#fff;--ok:#12623c;--ok-bg:#e7f4ec;--warn:#7a4a00;--warn-bg:#fdf1dc;--link:#1b4f9c}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf0;--soft:#a9b2c0;--line:#3a4250;--page:#161a21;--ok:#8fd6ae;--ok-bg:#16301f;--warn:#f0c987;--warn-bg:#33260f;--link:#9cc2ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 "Source Sans 3",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:64rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font:600 1.9rem/1.2 "Source Serif 4",Georgia,serif;margin:0 0 .25rem}
h2{font:600 1.35rem/1.3 "Source Serif 4",Georgia,serif;margin:2.5rem 0 0}
h3{font-size:1.05rem;margin:2rem 0 .25rem}
h4{font-size:1rem;margin:1.25rem 0 .25rem}
p{margin:.25rem 0 .75rem;max-width:46rem}
small,.side,.utc{color:var(--soft)}.utc{font-size:.8125rem;white-space:nowrap}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.5rem;margin:1rem 0}
dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
.state,.warn{padding:.6rem .9rem;border-left:4px solid;border-radius:2px}
.ok{color:var(--ok);background:var(--ok-bg)}.warn{color:var(--warn);background:var(--warn-bg)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.875rem}
td:first-child{width:2.5rem;font-variant-numeric:tabular-nums}
tbody th{width:34%}td:last-child{width:30%}
code,pre{font:.8125rem/1.5 "DejaVu Sans Mono",ui-monospace,Menlo,Consolas,monospace}
code{overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:4px;padding:.75rem;margin:.5rem 0}
a{color:var(--link)}a:focus-visible,.scroll:focus-visible{outline:2px solid var(--link);outline-offset:2px}
li{margin:.35rem 0;max-width:52rem}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
@media (max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}table{min-width:38rem}}
@media print{body{font-size:10pt}main{padding:0;max-width:none}.scroll{overflow:visible}section{break-inside:auto}tr{break-inside:avoid}h3{break-after:avoid}a{color:inherit}}
`;
