/// The search, the filters and the choice of light or dark; the page works without them.
///
/// It has neither of the characters that XML reserves, since the page is XML as well.
enum PageScript {
  static let text = #"""
    (function () {
      "use strict";
      const one = function (id) { return document.getElementById(id); };
      const form = one("_filters"), search = one("_search"), count = one("_count");
      const root = document.documentElement;
      const statements = Array.from(document.querySelectorAll("article.statement"));
      const parts = Array.from(document.querySelectorAll("#_statements section.part"));
      const texts = new Map();

      // What a statement says, for the search; formulas are found as they are written in files.
      function text(statement) {
        if (!texts.has(statement)) {
          const formulas = Array.from(statement.querySelectorAll("math"));
          const words = formulas.map(function (math) { return math.getAttribute("alttext"); });
          texts.set(statement, (statement.textContent + " " + words.join(" ")).toLowerCase());
        }
        return texts.get(statement);
      }

      function chosen(name) {
        const boxes = form.querySelectorAll("input[name=" + name + "]:checked");
        return Array.from(boxes).map(function (box) { return box.value; });
      }

      function update() {
        const words = search.value.toLowerCase().split(" ").filter(Boolean);
        const verdicts = chosen("verdict"), faults = chosen("fault");
        const fits = function (values, value) { return !values.length || values.includes(value); };
        let shown = 0;
        statements.forEach(function (statement) {
          const isShown = [
            fits(verdicts, statement.dataset.verdict), fits(faults, statement.dataset.fault),
            words.every(function (word) { return text(statement).includes(word); })
          ].every(Boolean);
          statement.hidden = !isShown;
          if (isShown) { shown += 1; }
        });
        parts.forEach(function (part) {
          part.hidden = !part.querySelector("article.statement:not([hidden])");
        });
        count.textContent = shown + " of " + statements.length + " statements";
      }

      // A link to a statement that is filtered out shows it again.
      function reveal() {
        let target = null;
        try { target = one(decodeURIComponent(location.hash.slice(1))); } catch (error) { return; }
        const statement = target ? target.closest("article.statement, section.part") : null;
        if (statement ? statement.hidden : false) {
          form.reset();
          update();
          target.scrollIntoView();
        }
      }

      form.hidden = false;
      form.addEventListener("input", update);
      form.addEventListener("submit", function (event) { event.preventDefault(); });
      form.addEventListener("reset", function () { setTimeout(update); });
      window.addEventListener("hashchange", reveal);
      document.addEventListener("keydown", function (event) {
        const typing = event.target.closest("input[type=search], textarea, select");
        if ([event.ctrlKey, event.metaKey, event.altKey].includes(true)) { return; }
        if (event.key === "/" ? !typing : false) {
          event.preventDefault();
          search.focus();
          search.select();
        } else if (event.key === "Escape" ? typing === search : false) {
          search.value = "";
          update();
        }
      });

      // Light or dark: as the system is, until the reader chooses.
      const theme = one("_theme");
      const system = matchMedia("(prefers-color-scheme: dark)");
      const isDark = function () {
        return root.dataset.theme ? root.dataset.theme === "dark" : system.matches;
      };
      const name = function () { theme.textContent = isDark() ? "Light" : "Dark"; };
      theme.hidden = false;
      theme.addEventListener("click", function () {
        root.dataset.theme = isDark() ? "light" : "dark";
        name();
      });
      system.addEventListener("change", name);
      name();
      // A browser may have kept what was typed before the page was loaded again.
      update();
    })();

    """#
}
