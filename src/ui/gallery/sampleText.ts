import { trustHtml } from '../Trusted.tsx'

const picture =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 640 260'%3E%3Crect width='640' height='260' fill='%23c3e4d2'/%3E%3Cpath d='M0 220 160 120l120 70 180-130 180 90v110H0z' fill='%233a946d'/%3E%3C/svg%3E"

/** A document with every kind of block that writing has, as its renderer writes it. */
export const sampleText = trustHtml(`
<p>Councils decide who gets care and how soon. The law says <em>that</em> they must decide; it does not say <strong>when</strong>. We asked 149 of them, and <a href="https://example.org/figures">put the answers side by side</a>.</p>
<h2 id="what-is-wrong">What is wrong</h2>
<p>In one county the middle wait is 97 days. In a city two hours away it is five.<sup class="footnote"><a id="fnref-1" href="#fn-1" aria-label="Note 1">1</a></sup></p>
<ul><li>Most councils do not count the days at all.</li><li><p>Those that do count from different moments:</p><ol><li><p>the first call,</p></li><li><p>the first letter.</p></li></ol></li></ul>
<blockquote><p>Nobody told us there was a list. We found out by asking for our place on it.</p><p class="source"><cite>A carer in Shropshire</cite></p></blockquote>
<h3>What others found</h3>
<figure><img src="${picture}" alt="Hills above a town" width="640" height="260"><figcaption>The county is large, and the office is in one corner of it. Picture: Ann Ahmed</figcaption></figure>
<div class="table-scroll" role="region" aria-label="Days waited" tabindex="0"><table><caption>Days waited, by council</caption><thead><tr><th scope="col">Council</th><th scope="col">2024</th><th scope="col">2025</th></tr></thead><tbody><tr><th scope="row">North Vale</th><td>83</td><td>97</td></tr><tr><th scope="row">Easthaven</th><td>6</td><td>5</td></tr></tbody></table></div>
<p class="embed"><a href="https://example.org/watch">How an assessment works</a> <span class="embed-site">example.org</span></p>
<ul class="gallery">${[1, 2, 3].map((n) => `<li><figure><img src="${picture}" alt="Hills, picture ${n}" width="640" height="260"><figcaption>Picture ${n}</figcaption></figure></li>`).join('')}</ul>
<h4>How we counted</h4>
<p>Days from first contact to <mark>decision</mark>, as in <code>received - decided</code>.</p>
<pre><code>median(decided_on - received_on)</code></pre>
<hr>
<p>Figures are for England.</p>
<section class="footnotes" aria-label="Notes"><ol><li id="fn-1">Medians of all assessments finished in the year. <a href="#fnref-1" aria-label="Back to the text at note 1">↩</a></li></ol></section>
`)
