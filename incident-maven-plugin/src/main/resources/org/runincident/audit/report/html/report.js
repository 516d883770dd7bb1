(() => {
  "use strict";

  // Long lists stand in the page as text that only a browser without scripts takes for markup. With scripts, rows become
  // elements when they are looked at, and their bodies when they are opened. All of it was escaped when it was written, so
  // the marks below, and quotes around attributes, are never words of an audited project.
  const ROW = "<!--row-->";
  const BODY = "<!--body-->";
  const WINDOW = 100;
  const collator = new Intl.Collator("en", { numeric: true });

  const lists = new Map();
  const bodies = new WeakMap();

  function parsed(markup) {
    const template = document.createElement("template");
    template.innerHTML = markup;
    return template.content;
  }

  function escaped(text) {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  }

  /** A row of a list. What is asked of thousands of them is read off the markup: making elements takes its time. */
  class Row {
    constructor(markup) {
      this.markup = markup;
    }

    part(i) {
      this.parts = this.parts || this.markup.trim().split(BODY);
      return this.parts[i] || "";
    }

    get body() {
      return this.part(1);
    }

    get outside() {
      return this.part(0) + this.part(2);
    }

    fact(name) {
      if (!this.facts) {
        const tag = /^<\w+((?:\s+[\w-]+="[^"]*")*)/.exec(this.part(0));
        this.facts = new Map();
        for (const [, key, value] of tag[1].matchAll(/([\w-]+)="([^"]*)"/g)) {
          this.facts.set(key, value.includes("&") ? parsed(value).textContent : value);
        }
      }
      return this.facts.get(name) || "";
    }

    /** All that is written in the row, in lower case, still escaped. */
    get words() {
      if (!this.lower) {
        const text = this.outside.replace(/<\/?\w+(?:\s+[\w-]+(?:="[^"]*")?)*\s*>/g, "");
        this.lower = (text + " " + escaped(this.fact("data-member"))).toLowerCase();
      }
      return this.lower;
    }

    made(element) {
      this.element = element;
      const body = element.querySelector(".body");
      if (body) {
        bodies.set(body, this.body);
      }
    }
  }

  class List {
    constructor(root, rows) {
      this.root = root;
      this.into = root.querySelector("[data-into]");
      this.rows = rows.map(markup => new Row(markup));
      this.order = this.rows;
      this.chosen = this.rows;
      this.shown = 0;
      this.more = this.button();
      this.listen();
      this.narrow();
    }

    button() {
      const more = parsed('<p class="rest"><button type="button">Show more</button></p>').firstChild;
      (this.into.closest(".scroll") || this.into).after(more);
      more.addEventListener("click", () => this.extend(WINDOW));
      new IntersectionObserver(seen => seen.some(s => s.isIntersecting) && this.extend(WINDOW), { rootMargin: "800px" })
        .observe(more);
      return more;
    }

    listen() {
      let waiting;
      this.root.querySelectorAll(".tools").forEach(tools => { tools.hidden = false; });
      this.root.addEventListener("input", event => {
        if (event.target.matches("[data-sort]")) {
          this.sort(row => row.fact("data-" + event.target.value), !event.target.value);
        } else if (event.target.matches("[data-filter], [data-facet]")) {
          clearTimeout(waiting);
          waiting = setTimeout(() => this.narrow(), event.target.matches("select") ? 0 : 60);
        }
      });
      const head = this.root.querySelector("table.sortable > thead");
      if (head) {
        head.addEventListener("click", event => {
          const button = event.target.closest("button");
          if (button) {
            this.sortBy(button.parentNode);
          }
        });
      }
    }

    /** Makes the elements of some rows that have none. */
    make(rows) {
      const missing = rows.filter(row => !row.element);
      const elements = Array.from(parsed(missing.map(row => row.outside).join("")).children);
      missing.forEach((row, i) => row.made(elements[i]));
    }

    narrow() {
      const filter = this.root.querySelector("[data-filter]");
      const wanted = escaped(filter.value.toLowerCase()).split(/\s+/).filter(Boolean);
      const facets = Array.from(this.root.querySelectorAll("[data-facet]"))
        .filter(facet => facet.value)
        .map(facet => ["data-" + facet.dataset.facet, facet.value]);
      this.chosen = this.order.filter(row => facets.every(([name, value]) => row.fact(name) === value)
        && wanted.every(word => row.words.includes(word)));
      this.root.querySelector("[data-count]").textContent = this.chosen.length === this.rows.length
        ? this.rows.length + " in all"
        : this.chosen.length + " of " + this.rows.length;
      this.shown = 0;
      this.into.replaceChildren();
      this.extend(WINDOW);
    }

    extend(by) {
      const next = this.chosen.slice(this.shown, this.shown + by);
      this.make(next);
      this.into.append(...next.map(row => row.element));
      this.shown += next.length;
      this.more.hidden = this.shown === this.chosen.length;
    }

    sort(key, asItWas) {
      this.order = asItWas
        ? this.rows
        : this.rows.map(row => [key(row), row]).sort((a, b) => collator.compare(a[0], b[0])).map(pair => pair[1]);
      this.narrow();
    }

    sortBy(head) {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const cell of head.parentNode.cells) {
        cell.setAttribute("aria-sort", "none");
      }
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      this.make(this.rows);
      this.sort(row => {
        const cell = row.element.cells[head.cellIndex];
        return (cell.querySelector(".place") || cell).textContent.trim();
      });
      if (down) {
        this.order.reverse();
        this.narrow();
      }
    }

    /** Shows the row at that index of those chosen. */
    reveal(index) {
      if (index >= this.shown) {
        this.extend(index + 1 - this.shown);
      }
      return this.chosen[index].element;
    }

    row(id) {
      return this.rows.find(candidate => candidate.fact("id") === id);
    }

    /** The element of that id, with everything that hides it out of the way; null when it is not of this list. */
    find(id) {
      const row = this.row(id);
      if (!row) {
        return null;
      }
      if (!this.chosen.includes(row)) {
        this.root.querySelectorAll("[data-filter], [data-facet]").forEach(control => { control.value = ""; });
        this.narrow();
      }
      return this.reveal(this.chosen.indexOf(row));
    }
  }

  /** Puts what a browser without scripts shows at once in its place. */
  function unpack(noscript) {
    const [before, ...rows] = noscript.textContent.split(ROW);
    const after = rows.pop() || "";
    const content = parsed(before + after);
    const into = content.querySelector("[data-into]");
    const parent = noscript.parentNode;
    noscript.replaceWith(content);
    if (into) {
      const root = parent.closest("[data-list]") || into.closest("[data-list]");
      lists.set(root, new List(root, rows));
    }
  }

  /** A site shows the path of its finding, which stands in the page once. */
  function pathOf(finding) {
    const row = finding && lists.get(document.getElementById("findings")).row(finding);
    return row ? parsed(row.body).querySelectorAll(".excerpt") : [];
  }

  function fill(details) {
    const noscript = details.querySelector(":scope > noscript");
    if (noscript) {
      unpack(noscript);
    }
    const body = details.querySelector(":scope > .body");
    if (body && bodies.has(body)) {
      body.replaceChildren(...pathOf(body.dataset.like), parsed(bodies.get(body)));
      bodies.delete(body);
    }
  }

  function open(details) {
    fill(details);
    details.open = true;
  }

  document.querySelectorAll("[data-list] > noscript").forEach(unpack);
  document.addEventListener("click", event => {
    const summary = event.target.closest("summary");
    if (summary) {
      fill(summary.parentNode);
    }
  });
  document.addEventListener("toggle", event => {
    if (event.target.open) {
      fill(event.target);
    }
  }, true);

  function wantedId() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (malformed) {
      return "";
    }
  }

  function openTarget() {
    const id = wantedId();
    if (!id) {
      return;
    }
    let target = document.getElementById(id);
    for (const list of lists.values()) {
      target = target || list.find(id);
    }
    if (!target) {
      return;
    }
    const details = target.tagName === "DETAILS" ? target : target.querySelector(":scope > td > details");
    if (details) {
      open(details);
      target.scrollIntoView();
      // Rows above it get their real height only now.
      requestAnimationFrame(() => requestAnimationFrame(() => target.scrollIntoView()));
    }
  }
  addEventListener("hashchange", openTarget);
  addEventListener("load", openTarget);

  const findings = lists.get(document.getElementById("findings"));

  const MOST_PRINTED = 200;
  let before = [];
  addEventListener("beforeprint", () => {
    if (!findings) {
      return;
    }
    findings.extend(Math.max(0, MOST_PRINTED - findings.shown));
    before = findings.chosen.slice(0, MOST_PRINTED).map(row => row.element).filter(details => !details.open);
    before.forEach(open);
  });
  addEventListener("afterprint", () => before.forEach(details => { details.open = false; }));

  function step(by) {
    if (!findings || !findings.chosen.length) {
      return;
    }
    const at = findings.chosen.findIndex(row => row.element && row.element.contains(document.activeElement));
    const next = findings.reveal(Math.min(findings.chosen.length - 1, Math.max(0, at < 0 ? 0 : at + by)));
    next.querySelector("summary").focus({ preventScroll: true });
    next.scrollIntoView({ block: "nearest" });
  }

  addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      return;
    }
    if (event.key === "/") {
      const filter = document.querySelector("[data-main]");
      if (filter) {
        event.preventDefault();
        filter.focus();
      }
    } else if (event.key === "j") {
      step(1);
    } else if (event.key === "k") {
      step(-1);
    }
  });
  document.documentElement.dataset.ready = "";
})();
