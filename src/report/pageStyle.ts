/** The colours are those of the charts' light and dark themes. */
const COLOURS = `
:root{--page:#fff;--ink:#1c2430;--quiet:#5a6675;--line:#8c97a4;--soft:#f3f5f7;--accent:#2b6ca3;--warn:#c8500a;--shade:#1c243033}
@media screen and (prefers-color-scheme:dark){:root{--page:#14181e;--ink:#e4e9ef;--quiet:#a3aebb;--line:#77828f;--soft:#1d232b;--accent:#6cb0e8;--warn:#f59a52;--shade:#00000099}}
`;

const TEXT = `
*{box-sizing:border-box}
html{background:var(--page);color:var(--ink);font:17px/1.6 Helvetica,Arial,"Liberation Sans",sans-serif;-webkit-text-size-adjust:100%}
body{max-width:56rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}
p,h1,h2,h3,ul,nav,aside{max-width:46rem}
body{overflow-wrap:break-word;hyphens:auto}
code,pre,table{hyphens:manual}
h1{font-size:2rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.4rem;line-height:1.3;margin:3rem 0 .75rem}
h3{font-size:1.1rem;margin:2rem 0 .5rem}
p{margin:.75rem 0}
a{color:var(--accent)}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.subtitle{color:var(--quiet);font-size:1.1rem;margin-top:0}
.mark{display:inline-block;max-width:100%;margin:.25rem .5rem .25rem 0;padding:.15rem .7rem;border:1.5px solid var(--warn);border-radius:1rem;color:var(--warn);font-weight:bold;font-size:.9rem}
nav{margin:2rem 0;padding:.75rem 1.25rem;background:var(--soft);border-radius:.4rem}
nav p{margin:0;font-weight:bold}
nav ol{margin:.25rem 0;padding-left:1.5rem}
ul{margin:.5rem 0;padding-left:1.25rem}
li{margin:.2rem 0}
code{font:.88em/1.5 ui-monospace,"Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace}
pre{margin:1rem 0;padding:.75rem 1rem;background:var(--soft);border-radius:.3rem;overflow-x:auto}
pre code{font-size:.82rem}
.callout{margin:1.5rem 0;padding:.75rem 1.25rem;background:var(--soft);border-left:4px solid var(--accent);border-radius:.2rem}
.callout.warning{border-color:var(--warn)}
.callout p{margin:.35rem 0}
.callout-title{font-weight:bold}
`;

const TABLES = `
.scroll{overflow-x:auto;margin:1.75rem 0;container-type:inline-size;background:linear-gradient(to left,var(--page) 40%,transparent) right/2rem 100% no-repeat local,linear-gradient(to left,var(--shade),transparent) right/.8rem 100% no-repeat scroll}
table.apa{border-collapse:collapse;font-size:.92rem;line-height:1.4;font-variant-numeric:tabular-nums;border-bottom:1.5px solid var(--ink)}
table.apa:has(tfoot){min-width:min(100%,24rem)}
table.apa caption{text-align:left;padding-bottom:.5rem;caption-side:top}
table.apa caption div,table.apa tfoot div{position:sticky;left:0;width:min(100%,100cqw)}
table.apa caption b{display:block}
table.apa thead{border-top:1.5px solid var(--ink);border-bottom:1px solid var(--ink)}
table.apa tfoot{border-top:1.5px solid var(--ink)}
table.apa:has(tfoot){border-bottom:0}
table.apa th,table.apa td{padding:.3rem 1rem;vertical-align:top;font-weight:normal;white-space:nowrap}
table.apa th:first-child,table.apa td:first-child{padding-left:0}
table.apa thead th{vertical-align:bottom;white-space:normal;max-width:18rem;overflow-wrap:break-word}
table.apa .left{text-align:left;white-space:normal;min-width:8rem;overflow-wrap:anywhere}
table.apa .left:not(:first-child){min-width:11rem}
table.apa tr>.left:first-child{position:sticky;left:0;background:var(--page)}
table.apa tr.more>*{padding-top:0}
table.apa tr:has(+.more)>*{padding-bottom:0}
table.apa .right{text-align:right}
table.apa .center{text-align:center}
table.apa .heading{text-align:left;font-weight:bold;padding-top:.7rem}
table.apa tfoot td{padding-left:0;padding-right:0;white-space:normal;max-width:0;font-size:.87rem}
@media screen and (max-width:40rem){table.apa th,table.apa td{padding-left:.5rem;padding-right:.5rem}table.apa .left{min-width:7rem}}
.stars{display:inline-block;width:0;overflow:visible;text-align:left}
`;

const FIGURES = `
figure{margin:2rem 0}
figcaption{margin-bottom:.75rem}
figcaption b{display:block}
.drawing{overflow-x:auto}
.drawing .vega-embed{display:block}
.drawing svg{max-width:100%;height:auto}
.dark{display:none}
@media screen and (prefers-color-scheme:dark){.light{display:none}.dark{display:block}}
details{margin:.5rem 0;font-size:.92rem}
summary{cursor:pointer;color:var(--accent)}
.save{display:flex;gap:1rem;font-size:.85rem;padding:.25rem 0}
.save button{font:inherit;color:var(--accent);background:none;border:0;padding:0;cursor:pointer;text-decoration:underline}
`;

const PRINT = `
@media print{
html{font-size:10.5pt}
body{max-width:none;padding:0}
nav,.save,summary{display:none}
h2,h3,figcaption{break-after:avoid}
figure,table.apa tr,.callout{break-inside:avoid}
.scroll,.drawing,pre{overflow:visible;background:none}
pre{white-space:pre-wrap}
table.apa tr>.left:first-child{position:static}
.drawing svg{min-width:0!important}
}
`;

/** The style of a report's page: APA tables with horizontal rules only, light and dark, and for paper. */
export const PAGE_STYLE = [COLOURS, TEXT, TABLES, FIGURES, PRINT].join("").trim();
