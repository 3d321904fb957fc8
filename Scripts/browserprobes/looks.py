"""What a reader sees of the report, looked at one thing after the other."""

from pathlib import Path

from browserprobes.chromium import Chromium

PROBES = (Path(__file__).parent / "probes.js").read_text()
SIZES = [(360, 800), (800, 1000), (1400, 900)]
SCHEMES = ["light", "dark"]
SLASH = {"code": "Slash", "text": "/"}
ENTER = {"code": "Enter", "text": "\r", "windowsVirtualKeyCode": 13}
TAB = {"code": "Tab", "windowsVirtualKeyCode": 9}

# Style sheets that spoil the page, and the look that has to notice.
DAMAGES = {
    "a page that is too wide": ("body { min-width: 1500px }", "layout"),
    "a formula that is cut": (".forms { overflow: hidden; width: 100px }", "layout"),
    "ink that is faint": (".place { color: light-dark(#aaa, #555) }", "contrast"),
    "statements that stay": ("article.statement { display: block !important }", "filters"),
    "an answer far below": ("body > header { height: 1200px }", "answer"),
}


class Looks:
    """Complaints about a page, and how many things were looked at."""

    def __init__(self, address):
        self.address = address
        self.browser = Chromium()
        self.complaints, self.checks, self.failed = [], 0, 0
        self.spoiled = None

    def run(self):
        # A page is opened anew only where a look leaves it otherwise than it was; that is most of the time.
        for size in SIZES:
            self.show(size, SCHEMES[0])
            self.look(f"answer, {size[0]} wide", self.answer(size))
            self.look(f"layout, {size[0]} wide", self.layout())
            for scheme in SCHEMES:
                self.browser.emulate(scheme)
                self.look(f"contrast, {size[0]} wide, {scheme}", self.contrast())
        for name in ("names", "links"):
            self.look(name, getattr(self, name)())
        for name in ("filters", "search", "keyboard", "theme"):
            self.show(SIZES[-1], "light")
            self.look(name, getattr(self, name)())
        self.look("print", self.printed())
        self.look("without scripts", self.plain())
        own = {self.address, "about:blank"}
        fetched = [url for url in self.browser.requests if url.split("#")[0] not in own]
        self.look("what is fetched", ["fetched: " + url for url in fetched])
        self.look("the console", self.browser.errors)
        self.show(SIZES[-1], "light")
        for name, (style, look) in DAMAGES.items():
            self.ask(f"document.head.append(Object.assign(document.createElement('style'), "
                     f"{{id: 'damage', textContent: {style!r}}}))")
            arguments = [SIZES[-1]] if look == "answer" else []
            found = getattr(self, look)(*arguments)
            self.ask("document.getElementById('damage').remove()")
            self.look("the test itself", [] if found else [f"{name} was not noticed"])

    def look(self, name, complaints):
        self.checks += 1
        self.failed += bool(complaints)
        self.complaints += [f"{name}: {complaint}" for complaint in complaints[:8]]

    # The browser

    def show(self, size, scheme, media="screen"):
        self.browser.show(self.address, *size, scheme, media)
        self.browser.evaluate(f"void (window.probe = (() => {{ {PROBES}; return probe }})())")

    def ask(self, expression):
        return self.browser.evaluate(expression)

    # Looks: each gives a list of complaints

    def layout(self):
        # What is closed should have room as well.
        closed = self.ask("probe.overflow()")
        self.ask("document.querySelectorAll('details').forEach((part) => { part.open = true })")
        return closed + self.ask("probe.overflow()")

    def contrast(self):
        return self.ask("probe.faint()")

    def answer(self, size):
        end = self.ask("probe.answerEnds()")
        return [] if end and 0 < end <= size[1] else [f"ends at {end} in a window {size[1]} high"]

    def filters(self):
        found = []
        total = self.ask("probe.statements()")
        chosen = {}
        for name, value, number in self.ask("probe.filters()"):
            self.ask(f"probe.choose({name!r}, {value!r})")
            shown = self.ask("probe.shown()")
            chosen[name, value] = set(shown)
            if len(shown) != number:
                found.append(f"{name} {value}: {len(shown)} are shown, {number} announced")
            if self.ask("probe.count()") != f"{number} of {total} statements":
                found.append(f"{name} {value}: the count says {self.ask('probe.count()')}")
            self.ask("probe.reset()")
        verdicts = [key for key in chosen if key[0] == "verdict"]
        if sum(len(chosen[key]) for key in verdicts) != total:
            found.append("the verdicts do not make up all statements")
        # Two of one kind are either, two of different kinds are both.
        either = verdicts[:2]
        both = [verdicts[0], *[key for key in chosen if key[0] == "fault"][:1]]
        for keys, expected in ((either, set.union), (both, set.intersection)):
            for name, value in keys:
                self.ask(f"probe.choose({name!r}, {value!r})")
            if set(self.ask("probe.shown()")) != expected(*[chosen[key] for key in keys]):
                found.append(f"{keys} together show others")
            self.ask("probe.reset()")
        if len(self.ask("probe.shown()")) != total:
            found.append("the button does not show all again")
        return found

    def search(self):
        found = []
        total = self.ask("probe.statements()")
        names = self.ask("probe.shown()")
        for words, expected in ((names[0], names[0]), ("  " + names[-1].upper() + " ", names[-1])):
            self.ask(f"probe.search({words!r})")
            shown = self.ask("probe.shown()")
            if expected not in shown or len(shown) == total > 1:
                found.append(f"{words!r} shows {len(shown)}")
        self.ask("probe.search('no statement says this')")
        if self.ask("probe.shown()") or self.ask("probe.count()") != f"0 of {total} statements":
            found.append("words that stand nowhere show something")
        # A link shows what it leads to.
        self.ask(f"void (location.hash = {names[0]!r})")
        self.ask("new Promise((done) => setTimeout(done, 100))")
        if names[0] not in self.ask("probe.shown()"):
            found.append("a link to what is hidden leads nowhere")
        return found

    def keyboard(self):
        found = []
        self.browser.press("Tab", **TAB)
        first = self.ask("probe.focused()")
        if not first["text"].startswith("Skip") or not first["isOutlined"]:
            found.append(f"the first thing is {first}")
        self.browser.press("Enter", **ENTER)
        if self.ask("location.hash") != "#_statements":
            found.append("the first link does not lead to the statements")
        self.browser.press("/", **SLASH)
        focus = self.ask("probe.focused()")
        if focus["id"] != "_search" or not focus["isOutlined"] or focus["outline"] < 1:
            found.append(f"/ leads to {focus}")
        self.browser.press("/", **SLASH)
        if self.ask("document.activeElement.value") != "/":
            found.append("/ cannot be searched for")
        self.browser.press("Escape", code="Escape", windowsVirtualKeyCode=27)
        if self.ask("document.activeElement.value + probe.shown().length") != str(self.ask("probe.statements()")):
            found.append("Escape does not end the search")
        self.browser.press("Tab", **TAB)
        if self.ask("document.activeElement.type") != "checkbox":
            found.append("the filters do not follow the search")
        self.browser.press(" ", code="Space", text=" ", windowsVirtualKeyCode=32)
        if not self.ask("document.activeElement.checked"):
            found.append("a filter is not chosen by a key")
        return found

    def theme(self):
        found = []
        pages = {}
        for scheme, word in (("light", "Dark"), ("dark", "Light")):
            self.show(SIZES[-1], scheme)
            pages[scheme] = self.ask("probe.page()")
            if self.ask("document.getElementById('_theme').textContent") != word:
                found.append(f"the button of a {scheme} page does not say {word}")
        if pages["light"] == pages["dark"]:
            found.append("the page does not follow the system")
        for expected in ("light", "dark"):
            self.ask("document.getElementById('_theme').click()")
            if self.ask("probe.page()") != pages[expected]:
                found.append(f"the button does not make the page {expected}")
            found += self.contrast()
        return found

    def names(self):
        return self.ask("probe.unnamed()")

    def links(self):
        return self.ask(
            "Array.from(document.querySelectorAll('a[href]')).map((link) => link.getAttribute('href'))"
            ".filter((target) => !document.getElementById(decodeURIComponent(target.slice(1))))")

    def printed(self):
        self.show((700, 1000), "dark", "print")
        found = [] if self.ask("probe.page()") == [255, 255, 255] else ["paper is not white"]
        for what in ("#_filters", "nav", "button"):
            if self.ask(f"Array.from(document.querySelectorAll({what!r})).some(probe.isShown)"):
                found.append(f"{what} is printed")
        if not self.ask("Array.from(document.querySelectorAll('details dl')).every(probe.isShown)"):
            found.append("what is closed is not printed")
        return found + self.contrast()

    def plain(self):
        """Without JavaScript everything is there but what would not work."""
        self.browser.allow_scripts(False)
        self.show(SIZES[1], "dark")
        found = []
        if len(self.ask("probe.shown()")) != self.ask("probe.statements()"):
            found.append("statements are missing")
        if self.ask("['_filters', '_theme'].some((id) => probe.isShown(document.getElementById(id)))"):
            found.append("there are buttons that do nothing")
        self.browser.allow_scripts(True)
        return found

    def take(self, folder):
        """Pictures of the beginning, for each size in light and dark."""
        for size in SIZES:
            for scheme in SCHEMES:
                self.show(size, scheme)
                self.browser.picture(folder / f"{size[0]}-{scheme}.png")
