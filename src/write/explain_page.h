#ifndef TABULARIUM_WRITE_EXPLAIN_PAGE_H_
#define TABULARIUM_WRITE_EXPLAIN_PAGE_H_

#include <string_view>

// The style and the script of the page that ExplainHtml makes. Elements with data-v="3 7" show the
// values number 3 and 7, or the place where they stand; the script marks all elements that share a
// number with the one pointed at.

namespace tabularium {

inline constexpr std::string_view kPageStyle = R"css(
:root{--bg:#fbfaf7;--pane:#fff;--ink:#23262b;--dim:#8a8f98;--rule:#e4e2dc;--mark:#ffe58a;--markrule:#d9a400;
--good:#2f855a;--doubt:#b7791f;--bad:#c53030;--doubtbg:#fdf3dc;--badbg:#fde8e6;--head:#f4f2ec}
@media(prefers-color-scheme:dark){:root{--bg:#17191c;--pane:#1e2125;--ink:#e3e4e6;--dim:#868c96;--rule:#31353b;
--mark:#6b5510;--markrule:#e0b93c;--good:#68c08f;--doubt:#e0b050;--bad:#f08a80;--doubtbg:#3a3018;--badbg:#432320;--head:#25292e}}
*{box-sizing:border-box}
html,body{height:100%;margin:0}
body{display:grid;grid-template:auto 1fr auto/minmax(0,1fr) minmax(0,1fr);background:var(--bg);color:var(--ink);
font:14px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif}
body>header{grid-column:1/3;display:flex;gap:1em;align-items:baseline;padding:.7em 1.2em;border-bottom:1px solid var(--rule);flex-wrap:wrap}
h1{font-size:1.1em;margin:0;overflow-wrap:anywhere}
h2{font-size:1.05em;margin:1.6em 0 .5em}h2:first-child{margin-top:.2em}
h3{font-size:.9em;margin:1.3em 0 .4em;color:var(--dim);font-weight:600}
small,.dim{color:var(--dim);font-weight:400;font-size:.86em}
.pane{overflow:auto;padding:1em 1.2em 3em}
.source{border-right:1px solid var(--rule)}
table{border-collapse:collapse;background:var(--pane);width:100%}
td,th{border:1px solid var(--rule);padding:.22em .5em;text-align:left;vertical-align:top;overflow-wrap:break-word;font-weight:400}
th{color:var(--dim);font-size:.86em;background:var(--head)}
.source table{font-size:.9em;width:auto;min-width:100%}
.source td{min-width:1.6em;max-width:26em}
.source td.n{color:var(--dim);background:var(--head);text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;border-left:0}
.source tr.begins td{border-top:2px solid var(--dim)}
summary{cursor:pointer;color:var(--dim);font-size:.9em;margin:1.3em 0 .4em}
.known{color:var(--dim)}
.record td.v{border-left:3px solid var(--good)}
.record th{width:1%;white-space:nowrap}
.record table.many th{width:auto}
td.v.doubtful{border-left-color:var(--doubt)!important;background:var(--doubtbg)}
td.v.bad{border-left-color:var(--bad)!important;background:var(--badbg)}
td.v.up{color:var(--dim)}
.nothing{color:var(--dim);font-style:italic}
.prose{white-space:pre-line}
.suggestion{display:block;color:var(--good);font-size:.9em}
[data-v]{cursor:default}
[data-v]:focus-visible{outline:2px solid var(--markrule);outline-offset:-2px}
.on{background:var(--mark)!important;box-shadow:inset 0 0 0 1px var(--markrule)}
.badge{border-radius:1em;padding:.08em .7em;font-size:.86em;border:1px solid currentColor;white-space:nowrap}
.accept,.note{color:var(--good)}.review,.suspicious{color:var(--doubt)}.reject,.wrong{color:var(--bad)}
.note{color:var(--dim)}
.dot{font-weight:700;margin-right:.3em}
svg.page{display:block;width:100%;height:auto;margin:0 0 1em;border:1px solid var(--rule)}
.layers{display:flex;gap:1.2em;margin:0 0 .7em;font-size:.9em;flex-wrap:wrap}.layers label{border-bottom:3px solid transparent}
.l-words{border-color:#2b6cb0!important}.l-rules{border-color:#c05621!important}.l-cells{border-color:#38a169!important}.l-values{border-color:#d9a400!important}
.paper{fill:#fff}
.g-words rect{fill:#2b6cb018;stroke:#2b6cb0;stroke-width:.35}
.g-words .poor{fill:#c5303030;stroke:#c53030;stroke-width:.8}
.g-seals rect{fill:none;stroke:#c53030;stroke-width:1;stroke-dasharray:3 2}
svg.crop{display:block;max-width:100%;max-height:4.5em;margin:.15em 0 0;background:#fff}
.g-rules path{stroke:#c05621;stroke-width:1.1;opacity:.75;fill:none}.g-rules .broken{stroke-dasharray:2 1.5}
.g-cells rect{fill:#38a16914;stroke:#38a169;stroke-width:.5}
.g-values rect{fill:#ffe58a;fill-opacity:.28;stroke:#d9a400;stroke-width:.8;cursor:pointer}
.g-values rect.on,.g-values rect:focus-visible{fill:#ffc800;fill-opacity:.55;stroke:#b7791f;stroke-width:2;outline:0}
.source:has(#show-pic:not(:checked)) .g-pic,.source:has(#show-words:not(:checked)) .g-words,.source:has(#show-rules:not(:checked)) .g-rules,
.source:has(#show-cells:not(:checked)) .g-cells,.source:has(#show-values:not(:checked)) .g-values{display:none}
ul.flags{list-style:none;margin:0;padding:0}
ul.flags li{background:var(--pane);border:1px solid var(--rule);border-left:3px solid currentColor;padding:.35em .7em;margin:.35em 0}
ul.flags li span.m{color:var(--ink)}
footer{grid-column:1/3;min-height:2.6em;max-height:9em;overflow:auto;padding:.5em 1.2em;border-top:1px solid var(--rule);background:var(--head);
white-space:pre-wrap;font-size:.9em}
@media(max-width:60em){body{display:block}.source{border-right:0}footer{position:sticky;bottom:0}}
@media print{body{display:block}.pane{overflow:visible}footer{display:none}}
)css";

inline constexpr std::string_view kPageScript = R"js(
(()=>{
const all=new Map(),info=document.querySelector('footer'),hint=info.textContent;
document.querySelectorAll('[data-v]').forEach(e=>e.dataset.v.split(' ').forEach(n=>{if(!all.has(n))all.set(n,[]);all.get(n).push(e)}));
let on=[];
const partners=e=>[...new Set(e.dataset.v.split(' ').flatMap(n=>all.get(n)))];
const show=e=>{on.forEach(x=>x.classList.remove('on'));on=e?partners(e):[];on.forEach(x=>x.classList.add('on'));
info.textContent=on.map(x=>x.dataset.d).filter(Boolean).slice(0,4).join('\n')||hint};
const of=t=>t.closest?t.closest('[data-v]'):null;
document.addEventListener('mouseover',e=>show(of(e.target)));
document.addEventListener('focusin',e=>show(of(e.target)));
const go=e=>{const s=e.closest('.source')?'.record':'.source',p=partners(e).find(x=>x.closest(s));
if(p)p.scrollIntoView({block:'center',behavior:matchMedia('(prefers-reduced-motion:reduce)').matches?'auto':'smooth'})};
document.addEventListener('click',e=>{const t=of(e.target);if(t)go(t)});
document.addEventListener('keydown',e=>{const t=of(document.activeElement);if(t&&e.key=='Enter')go(t)});
})();
)js";

}  // namespace tabularium

#endif  // TABULARIUM_WRITE_EXPLAIN_PAGE_H_
