// What the tests ask a page; each function gives a list of complaints or a value.
const probe = {
  isShown(element) {
    return element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  },

  name(element) {
    const owner = element.closest("[id]");
    const text = element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
    return `${element.localName}.${element.getAttribute("class") || ""} in ${owner ? owner.id : "the page"}: ${text}`;
  },

  // Whether what sticks out of an ancestor can be scrolled to.
  scrolls(element) {
    for (let box = element; box; box = box.parentElement) {
      if (["auto", "scroll"].includes(getComputedStyle(box).overflowX)) { return true; }
    }
    return false;
  },

  overflow() {
    const root = document.documentElement;
    const found = [];
    if (root.scrollWidth > root.clientWidth) {
      found.push(`the page is ${root.scrollWidth} wide, the window ${root.clientWidth}`);
    }
    for (const element of document.body.querySelectorAll("*")) {
      if (!probe.isShown(element) || element.closest("svg, math *, .hidden, .skip")) { continue; }
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      if ((box.right > root.clientWidth + 1 || box.left < -1) && !probe.scrolls(element.parentElement)) {
        found.push("beyond the window: " + probe.name(element));
      }
      const hides = (way) => ["hidden", "clip"].includes(way);
      if (hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1
        || hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1) {
        found.push(`cut: ${probe.name(element)} (${element.scrollWidth} × ${element.scrollHeight} in `
          + `${element.clientWidth} × ${element.clientHeight})`);
      }
    }
    return found;
  },

  // The lowest edge of the answer.
  answerEnds() {
    return Math.max(...Array.from(document.querySelectorAll(".reply"))
      .map((reply) => reply.getBoundingClientRect().bottom));
  },

  colour(text) {
    const parts = text.match(/[\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  },

  luminance(rgb) {
    const [r, g, b] = rgb.map((value) => value / 255)
      .map((value) => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  },

  contrast(one, other) {
    const [low, high] = [probe.luminance(one), probe.luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  },

  background(element) {
    const picture = element.closest("svg");
    if (picture && picture !== element) {
      return probe.colour(getComputedStyle(picture.querySelector("rect.page")).fill).rgb;
    }
    for (let box = element; box; box = box.parentElement) {
      const colour = probe.colour(getComputedStyle(box).backgroundColor);
      if (colour.alpha === 1) { return colour.rgb; }
      if (colour.alpha > 0) { throw new Error("a background that shines through: " + probe.name(box)); }
    }
    return [255, 255, 255];
  },

  faint() {
    const found = new Map();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.data.trim() || element.closest("script, style, title, .hidden")) { continue; }
      if (!probe.isShown(element)) { continue; }
      const style = getComputedStyle(element);
      const ink = probe.colour(element.closest("svg") ? style.fill : style.color);
      const size = parseFloat(style.fontSize);
      const isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
      const ratio = probe.contrast(ink.rgb, probe.background(element));
      if (ink.alpha < 1 || ratio < (isLarge ? 3 : 4.5)) {
        const what = `${element.localName}.${element.getAttribute("class") || ""}`;
        found.set(what, `contrast ${ratio.toFixed(2)}: ${probe.name(element)}`);
      }
    }
    return Array.from(found.values());
  },

  page() { return probe.background(document.body); },

  statements() { return document.querySelectorAll("article.statement").length; },

  shown() {
    return Array.from(document.querySelectorAll("article.statement")).filter(probe.isShown)
      .map((statement) => statement.id);
  },

  count() { return document.getElementById("_count").textContent; },

  search(words) {
    const box = document.getElementById("_search");
    box.value = words;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  },

  // Names, values and numbers of the filters.
  filters() {
    return Array.from(document.querySelectorAll("#_filters input[type=checkbox]"))
      .map((box) => [box.name, box.value, Number(box.closest("label").querySelector(".size").textContent)]);
  },

  choose(name, value) {
    document.querySelector(`#_filters input[name="${name}"][value="${value}"]`).click();
  },

  reset() { document.querySelector("#_filters button[type=reset]").click(); },

  // What those miss who do not see the page.
  unnamed() {
    const found = [];
    for (const [what, count] of [["main", 1], ["header", 1], ["nav[aria-label]", 1], ["footer", 1],
      ["[role=search]", 1], ["[aria-live=polite]", 1], ["h1", 1]]) {
      const number = document.querySelectorAll(what === "header" ? "body > header" : what).length;
      if (number !== count) { found.push(`${number} of ${what}`); }
    }
    for (const control of document.querySelectorAll("input, button")) {
      const label = control.closest("label") || control;
      if (!label.textContent.trim()) { found.push("no name: " + probe.name(control)); }
    }
    for (const picture of document.querySelectorAll("svg[role=img]")) {
      if (!picture.querySelector(":scope > title")) { found.push("no title: a picture"); }
    }
    for (const table of document.querySelectorAll("table")) {
      if (!table.querySelector("th[scope=col]")) { found.push("no headers: " + probe.name(table)); }
    }
    let level = 0;
    for (const heading of document.querySelectorAll("h1, h2, h3, h4")) {
      const own = Number(heading.localName[1]);
      if (own > level + 1) { found.push("a level is left out: " + probe.name(heading)); }
      level = own;
    }
    return found;
  },

  focused() {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    return { id: element.id, text: element.textContent.trim(), outline: parseFloat(style.outlineWidth),
      isOutlined: style.outlineStyle !== "none" };
  },
};
