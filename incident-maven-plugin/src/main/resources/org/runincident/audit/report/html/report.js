(function () {
  "use strict";
  var words = new WeakMap();

  function textOf(row) {
    if (!words.has(row)) {
      words.set(row, row.textContent.toLowerCase());
    }
    return words.get(row);
  }

  function narrow(list) {
    var filter = list.querySelector("[data-filter]");
    var wanted = filter ? filter.value.toLowerCase().split(/\s+/).filter(Boolean) : [];
    var facets = Array.prototype.slice.call(list.querySelectorAll("[data-facet]"));
    var rows = list.querySelectorAll("[data-row]");
    var shown = 0;
    rows.forEach(function (row) {
      var fits = facets.every(function (facet) {
        return !facet.value || row.getAttribute("data-" + facet.getAttribute("data-facet")) === facet.value;
      }) && (!wanted.length || wanted.every(function (word) { return textOf(row).indexOf(word) >= 0; }));
      row.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    var count = list.querySelector("[data-count]");
    if (count) {
      count.textContent = shown === rows.length ? rows.length + " in all" : shown + " of " + rows.length;
    }
  }

  document.querySelectorAll("[data-list]").forEach(function (list) {
    var waiting;
    list.addEventListener("input", function (event) {
      if (event.target.matches("[data-filter], [data-facet]")) {
        clearTimeout(waiting);
        waiting = setTimeout(function () { narrow(list); }, 60);
      }
    });
    narrow(list);
  });

  document.querySelectorAll("table.sortable").forEach(function (table) {
    table.tHead.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (!button) {
        return;
      }
      var head = button.parentNode;
      var down = head.getAttribute("aria-sort") === "ascending";
      Array.prototype.forEach.call(head.parentNode.cells, function (cell) { cell.setAttribute("aria-sort", "none"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      var body = table.tBodies[0];
      var keyed = Array.prototype.map.call(body.rows, function (row) {
        var cell = row.cells[head.cellIndex];
        var place = cell.querySelector(".place");
        return { row: row, key: (place || cell).textContent.trim() };
      });
      var collator = new Intl.Collator("en", { numeric: true });
      keyed.sort(function (a, b) { return (down ? -1 : 1) * collator.compare(a.key, b.key); });
      keyed.forEach(function (entry) { body.appendChild(entry.row); });
    });
  });

  function openTarget() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) {
      return;
    }
    if (target.hidden) {
      var list = target.closest("[data-list]");
      list.querySelectorAll("[data-filter], [data-facet]").forEach(function (control) { control.value = ""; });
      narrow(list);
    }
    if (target.tagName === "DETAILS") {
      target.open = true;
      target.scrollIntoView({ behavior: "instant" });
    }
  }
  addEventListener("hashchange", openTarget);
  openTarget();

  var before = [];
  addEventListener("beforeprint", function () {
    before = [];
    document.querySelectorAll("details.finding:not([open])").forEach(function (details, i) {
      if (i < 200 && !details.hidden) {
        details.open = true;
        before.push(details);
      }
    });
  });
  addEventListener("afterprint", function () { before.forEach(function (details) { details.open = false; }); });

  function step(by) {
    var findings = Array.prototype.filter.call(document.querySelectorAll(".finding"), function (f) { return !f.hidden; });
    if (!findings.length) {
      return;
    }
    var at = findings.findIndex(function (f) { return f.contains(document.activeElement); });
    var next = findings[Math.min(findings.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next.querySelector("summary").focus();
    next.scrollIntoView({ block: "nearest" });
  }

  addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      return;
    }
    if (event.key === "/") {
      var filter = document.querySelector("[data-main]");
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
})();
