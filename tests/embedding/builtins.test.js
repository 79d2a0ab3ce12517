// Pages whose libraries have changed built-ins, and whose forms and images have the names of the
// document's own properties: the widget works, or says one sentence; nothing is uncaught.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { page } from "./article.js";
import { hosts } from "./hosts.js";

const shared = hosts();
const TAG = '<script type="module" src="/dist/reading-widget.js" data-show="progress time topics share"></script>';

/** Visits and uses the parts; an uncaught error or a second warning fails. */
async function use(html) {
  await shared.visit(html);
  return shared.browser.inPage(async () => {
    const end = Date.now() + 8000;
    const widgets = () => Document.prototype.querySelectorAll.call(document, "reading-widget");
    const settled = () =>
      widgets().length > 1 &&
      NodeList.prototype.forEach &&
      !Array.prototype.some.call(widgets(), (widget) => !widget.hasAttribute("ready"));
    while (Date.now() < end && !settled() && !witness.warnings.length)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const inside = (selector) => {
      for (const widget of widgets()) {
        const found = widget.shadowRoot.querySelector(selector);
        if (found) return found;
      }
    };
    const chip = inside("[part~=topic]");
    chip?.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    inside("[part~=share-button]")?.click();
    await new Promise((resolve) => setTimeout(resolve, 200));
    // A change of the page has it looked at again, in idle time.
    const more = Document.prototype.createElement.call(document, "p");
    Element.prototype.setAttribute.call(more, "id", "more");
    Node.prototype.appendChild.call(Document.prototype.querySelector.call(document, "main"), more);
    await new Promise((resolve) => setTimeout(resolve, 700));
    // What is handed back crosses as JSON, which the page may have changed too.
    window.restore?.();
    return {
      time: inside("[part~=time]")?.textContent.trim() ?? "",
      chips: widgets().length ? widgets()[0].shadowRoot.querySelectorAll("[part~=topic]").length : 0,
      pressed: inside("[part~=topic]")?.getAttribute("aria-pressed"),
      open: Boolean(inside("[data-target=email]")?.getClientRects().length),
      ready: widgets().length,
      warnings: [...witness.warnings],
      errors: [...witness.errors],
    };
  });
}

async function assertWorks(html) {
  const { time, ...seen } = await use(html);
  assert.match(time, /^[12] min read$/);
  assert.deepEqual(seen, { chips: 3, pressed: "true", open: true, ready: 2, warnings: [], errors: [] });
}

const changed = (script) => page({ head: `<script>${script}</script>`, tag: TAG });

const PROTOTYPE_FROM =
  'Array.from=function(it){if(!it)return[];if("toArray" in Object(it))return it.toArray();let n=it.length||0,r=new Array(n);while(n--)r[n]=it[n];return r};';
const MOOTOOLS_FROM =
  "Array.from=function(i){if(i==null)return[];return typeof i==='object'&&typeof i.length==='number'&&i.nodeType===undefined?(Array.isArray(i)?i:[].slice.call(i)):[i]};";

/** As libraries, shims and polyfills do it. */
const works = {
  "Prototype: Array.from": PROTOTYPE_FROM,
  "MooTools: Array.from": MOOTOOLS_FROM,
  "Prototype: arrays as it has them": `${PROTOTYPE_FROM}Object.assign(Array.prototype,{entries(){return[...this]},toArray(){return[].concat(this)},each(f){this.forEach(f)},first(){return this[0]},last(){return this[this.length-1]},clear(){this.length=0;return this},compact(){return this.filter((v)=>v!=null)},clone(){return[].concat(this)},size(){return this.length},reverse:(r=>function(inline){return r.call(inline===false?[...this]:this)})([].reverse)});`,
  "Prototype: toJSON":
    "Array.prototype.toJSON=function(){return '['+this.join(', ')+']'};String.prototype.toJSON=function(){return '\"'+this+'\"'};window.restore=()=>{delete Array.prototype.toJSON;delete String.prototype.toJSON};",
  "Prototype: elements as it has them":
    "for(const [name,f] of Object.entries({remove(){this.parentNode.removeChild(this);return this},show(){this.style.display='';return this},hide(){this.style.display='none';return this},update(c){this.innerHTML=c;return this},select(s){return [...this.querySelectorAll(s)]},match(s){return this.matches(s)},observe(){return this},up(){return this.parentNode},down(){return this.firstElementChild},next(){return this.nextElementSibling},previous(){return this.previousElementSibling},wrap(){return this},replace(){return this},visible(){return true},empty(){return !this.innerHTML},clone(d){return this.cloneNode(d)},scrollTo(){scrollTo(0,this.offsetTop);return this}}))HTMLElement.prototype[name]=f;document.getElementsByClassName=(c)=>[...document.querySelectorAll('.'+c)];",
  "Prototype: Function.prototype.bind":
    "Function.prototype.bind=function(context,...first){const f=this;return arguments.length<2&&context===undefined?this:function(){return f.apply(context,first.concat([...arguments]))}};Function.prototype.wrap=Function.prototype.curry=Function.prototype.delay=Function.prototype.methodize=function(){return this};",
  "MooTools: Function, String, Number":
    "String.prototype.contains=function(s){return this.indexOf(s)>-1};String.prototype.trim=function(){return String(this).replace(/^\\s+|\\s+$/g,'')};Function.from=(f)=>()=>f;Number.from=parseFloat;String.from=(s)=>s+'';Array.prototype.append=Array.prototype.combine=function(a){this.push(...a);return this};Element.prototype.get=function(n){return this[n]};Element.prototype.set=function(n,v){this[n]=v;return this};Element.prototype.contains=function(n){return this===n||!!(this.compareDocumentPosition(n)&16)};window.Request=function(){};",
  "enumerable additions to Object.prototype":
    "Object.prototype.extend=function(){};Object.prototype.forEachKey=1;Object.prototype.watch=null;",
  "enumerable additions to Array.prototype":
    "Array.prototype.unique=function(){return[...new Set(this)]};Array.prototype.remove=function(){};Array.prototype.max=1;",
  "additions to String.prototype":
    "String.prototype.format=function(){return this};String.prototype.startsWith=function(s){return this.slice(0,s.length)===String(s)};String.prototype.endsWith=function(s){return this.slice(-s.length)===String(s)};",
  "polyfills of matches, closest, remove, append":
    "const own=Element.prototype.matches;Element.prototype.matches=Element.prototype.msMatchesSelector=function(s){return own.call(this,s)};Element.prototype.closest=function(s){let e=this;do{if(Element.prototype.matches.call(e,s))return e;e=e.parentElement||e.parentNode}while(e!==null&&e.nodeType===1);return null};Element.prototype.remove=function(){if(this.parentNode)this.parentNode.removeChild(this)};for(const p of [Element.prototype,Document.prototype,DocumentFragment.prototype])p.append=function(...all){for(const a of all)this.appendChild(a instanceof Node?a:document.createTextNode(String(a)))};Node.prototype.contains=function(n){while(n){if(n===this)return true;n=n.parentNode}return false};",
  "an old CustomEvent":
    "window.CustomEvent=function(type,p){p=p||{};const e=document.createEvent('CustomEvent');e.initCustomEvent(type,!!p.bubbles,!!p.cancelable,p.detail);return e};CustomEvent.prototype=Event.prototype;",
  "an old Promise":
    "(()=>{const N=Promise;function P(f){this.p=new N(f)}P.prototype.then=function(a,b){const q=Object.create(P.prototype);q.p=this.p.then(a,b);return q};P.prototype.catch=function(b){return this.then(undefined,b)};P.prototype.finally=function(f){return this.then((v)=>{f();return v},(e)=>{f();throw e})};for(const n of ['all','race','resolve','reject','allSettled'])P[n]=(v)=>new P((a,b)=>N[n](v).then(a,b));window.Promise=P})();",
  "zone.js: timers and promises wrapped":
    "for(const n of ['setTimeout','queueMicrotask','requestAnimationFrame']){const f=window[n];window[n]=function(work,...rest){return f.call(window,function(...all){return work.apply(this,all)},...rest)}}const then=Promise.prototype.then;Promise.prototype.then=function(a,b){return then.call(this,a&&((v)=>a(v)),b&&((e)=>b(e)))};",
  "a shim of requestIdleCallback":
    "window.requestIdleCallback=(work)=>setTimeout(()=>work({didTimeout:false,timeRemaining:()=>50}),1);window.cancelIdleCallback=clearTimeout;",
  "requestIdleCallback undefined": "window.requestIdleCallback=undefined;",
  "a fetch that is wrapped":
    "const real=fetch;window.fetch=function(){return real.apply(window,arguments).then((r)=>r)};",
  "a fetch polyfill that knows no options": "const real=fetch;window.fetch=(address)=>real(String(address));",
  "JSON of an old library":
    "const J=JSON,p=JSON.parse;window.restore=()=>{window.JSON=J};window.JSON={parse:(t)=>p(t),stringify:()=>{throw new Error('no')}};",
  "Map and Set of a polyfill":
    "{const S=Set;window.Set=function(all){const s=new S();if(all)for(const a of all)s.add(a);return s};Set.prototype=S.prototype;const M=Map;window.Map=function(all){const m=new M();if(all)for(const [k,v] of all)m.set(k,v);return m};Map.prototype=M.prototype;}",
  "window.name and other names":
    "window.name='top';window.Reading=window.Words=window.core=window.wasm=window.build=1;window.process={env:{}};window.module={exports:{}};window.define=function(){};define.amd={};window.$=window.jQuery=function(){};",
  "Date of a library": "Date.prototype.toJSON=()=>'';Date.prototype.format=()=>'';Date.now=()=>new Date().getTime();",
};

describe("built-ins as libraries change them", () => {
  for (const name of ["prototypejs-array-from", "mootools-array-from", "form-named-title"]) {
    test(`page ${name}`, async () => {
      const { time, pressed, open, warnings, errors } = await use(await shared.page(name));
      assert.match(time, /^[12] min read$/);
      assert.deepEqual({ pressed, open, warnings, errors }, { pressed: "true", open: true, warnings: [], errors: [] });
    });
  }
  for (const [name, script] of Object.entries(works)) test(name, () => assertWorks(changed(script)));
  test("each of them by the classic script too", () =>
    assertWorks(
      changed(PROTOTYPE_FROM + MOOTOOLS_FROM).replace(
        'type="module" src="/dist/reading-widget.js"',
        'async src="/dist/reading-widget.classic.js"',
      ),
    ));
});

describe("forms and images with names of the document's", () => {
  const named = [
    "title",
    "body",
    "head",
    "currentScript",
    "forms",
    "images",
    "links",
    "location",
    "activeElement",
    "baseURI",
    "contains",
    "fonts",
    "scripts",
    "children",
    "referrer",
    "URL",
    "cookie",
    "domain",
    "lang",
    "dir",
    "all",
  ];
  // All at once: a name that is too much for the widget shows by itself.
  const each = (markup) => page({ tag: TAG, before: named.map(markup).join("") });
  test("forms, with fields of more names", () =>
    assertWorks(each((name) => `<form name="${name}" hidden><input name="id"><input name="parentNode"></form>`)));
  test("images", () => assertWorks(each((name) => `<img name="${name}" id="${name}" alt="">`)));
  test("ids with the names of what the window has", () =>
    assertWorks(
      page({
        tag: TAG,
        before: [
          "navigation",
          "scheduler",
          "requestIdleCallback",
          "fetch",
          "name",
          "Highlight",
          "CSS",
          "ViewTimeline",
          "customElements",
        ]
          .map((id) => `<div id="${id}"></div>`)
          .join(""),
      }),
    ));
});

describe("what can't be worked with: one warning, nothing uncaught", () => {
  const broken = {
    "a form named querySelector": ["", '<form name="querySelector"></form>'],
    "a form named querySelectorAll": ["", '<form name="querySelectorAll"></form>'],
    "a form named documentElement": ["", '<form name="documentElement"></form>'],
    "a form named createElement": ["", '<form name="createElement"></form>'],
    "a form named addEventListener": ["", '<form name="addEventListener"></form>'],
    "a form named readyState": ["", '<form name="readyState"></form>'],
    "CustomEvent is no constructor": ["window.CustomEvent={};"],
    "IntersectionObserver throws": ["window.IntersectionObserver=function(){throw new Error('no observer')};"],
    "ResizeObserver is missing": ["window.ResizeObserver=undefined;"],
    "MutationObserver throws": ["window.MutationObserver=function(){throw new Error('no observer')};"],
    "closest throws": ["Element.prototype.closest=function(){throw new Error('closest')};"],
    "matches is missing": ["Element.prototype.matches=undefined;"],
    "append throws": ["Element.prototype.append=function(){throw new Error('append')};"],
    "matchMedia throws in a click": [
      "addEventListener('load',()=>{window.matchMedia=()=>{throw new Error('media')}});",
    ],
    "getComputedStyle throws": ["window.getComputedStyle=()=>{throw new Error('style')};"],
    "Object.entries is of 1999": ["Object.entries=undefined;"],
    "Array.prototype.filter is something else": ["Array.prototype.filter=function(){return this};"],
  };
  for (const [name, [script, before]] of Object.entries(broken)) {
    test(name, async () => {
      const { time, warnings, errors } = await use(
        page({ head: script && `<script>${script}</script>`, tag: TAG, before }),
      );
      assert.deepEqual(errors, []);
      assert.ok(warnings.length <= 1, warnings.join(" | "));
      assert.ok(time !== "" || warnings.length === 1, "no widget without a word");
    });
  }
});
