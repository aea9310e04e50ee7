// How the page looks: one sheet inside it; light, dark, narrow and on paper.

export const PAGE_STYLE = `
:root{color-scheme:light dark;--ink:#1d2430;--soft:#5a6373;--line:#d8dce3;--page:#fff;--card:#f6f7f9;--ok:#12623c;--ok-bg:#e7f4ec;--warn:#7a4a00;--warn-bg:#fdf1dc;--bad:#9b1c1c;--bad-bg:#fdeaea;--link:#1b4f9c;--on:#fff}
@media (prefers-color-scheme:dark){:root{--ink:#e8ebf0;--soft:#a9b2c0;--line:#3a4250;--page:#161a21;--card:#1e242d;--ok:#8fd6ae;--ok-bg:#16301f;--warn:#f0c987;--warn-bg:#33260f;--bad:#ffb3b3;--bad-bg:#3a1717;--link:#9cc2ff;--on:#10151c}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 "Source Sans 3",system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 4rem}
header{display:flex;flex-wrap:wrap;gap:1rem;justify-content:space-between;align-items:flex-start}
h1{font:600 1.8rem/1.2 "Source Serif 4",Georgia,serif;margin:0}
h2{font:600 1.25rem/1.3 "Source Serif 4",Georgia,serif;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.25rem 0 .75rem;max-width:46rem}
small,.hint{color:var(--soft);font-size:.875rem}
label{font-weight:600}
select,input[type=text],button,.button{font:inherit;color:inherit;background:var(--page);border:1px solid var(--soft);border-radius:4px;padding:.5rem .75rem;min-height:2.75rem}
input[type=text]{width:100%;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.875rem}
button,.button{cursor:pointer}
.button{display:inline-block;background:var(--link);border-color:var(--link);color:var(--on);font-weight:600}
#drop{border:2px dashed var(--soft);border-radius:8px;background:var(--card);padding:1.75rem 1.25rem;margin:1.25rem 0;text-align:center}
#drop p{margin-inline:auto}#drop-words{font-weight:600}#drop.over{border-color:var(--link);border-style:solid}
#file{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
#file:focus-visible+.button,button:focus-visible,select:focus-visible,input:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
.verdict:focus{outline:none}
#files{list-style:none;padding:0;color:var(--soft);overflow-wrap:anywhere}
.verdict{border-radius:8px;padding:1rem 1.25rem;margin-top:1.5rem;border-left:6px solid}
.verdict h2{margin:0}.verdict p{margin:.25rem 0 0}
.verdict.passed{background:var(--ok-bg);color:var(--ok)}.verdict.failed{background:var(--bad-bg);color:var(--bad)}.verdict.open{background:var(--warn-bg);color:var(--warn)}
.state{padding:.6rem .9rem;border-left:4px solid;border-radius:2px;margin-top:.75rem}
.state.ok,td.ok{color:var(--ok)}.state.warn{color:var(--warn);background:var(--warn-bg)}td.bad{color:var(--bad)}
.checks{list-style:none;padding:0}.checks>li{display:flex;gap:.75rem;padding:.45rem 0;border-bottom:1px solid var(--line)}
.checks ul{padding-left:1.25rem}.mark{font-weight:700;width:1.25rem;flex:none;text-align:center}
.checks>.passed .mark,.checks>.passed b{color:var(--ok)}.checks>.failed .mark,.checks>.failed b{color:var(--bad)}.checks>.open .mark,.checks>.open b{color:var(--warn)}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);font-weight:400}
thead th{color:var(--soft);font-size:.875rem}td{font-variant-numeric:tabular-nums}
code,pre{font:.8125rem/1.5 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace}code{overflow-wrap:anywhere}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-radius:4px;background:var(--card);padding:.75rem}
#after{display:flex;gap:.75rem;margin-top:2rem}#after[hidden]{display:none}
@media (max-width:40rem){table{min-width:34rem}}
@media print{main{max-width:none;padding:0}#drop,#after,.key,.language,#lead{display:none}.scroll{overflow:visible}tr,.checks>li{break-inside:avoid}h2{break-after:avoid}}
`;
