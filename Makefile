# Short names for the scripts, which do not need make.

PREFIX ?= /usr/local

all:
	Scripts/setup
	Scripts/build

run:
	Scripts/run

test:
	Scripts/test

docs:
	Scripts/docs

documentation:
	Scripts/documentation

bench:
	Scripts/bench

instructions:
	Scripts/instructions

coq:
	Scripts/coq

# Where the shells look for completions, below the prefix.
bash_completions = $(DESTDIR)$(PREFIX)/share/bash-completion/completions
zsh_completions = $(DESTDIR)$(PREFIX)/share/zsh/site-functions
fish_completions = $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
manual = $(DESTDIR)$(PREFIX)/share/man/man1

install:
	Scripts/setup
	for folder in . coq paper paper/certificates graphs graphs/certificates; do \
	  install -d "$(DESTDIR)$(PREFIX)/share/verify/proofs/$$folder" && \
	  install -m 644 proofs/$$folder/*.* "$(DESTDIR)$(PREFIX)/share/verify/proofs/$$folder/" || exit; \
	done
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(bash_completions)" "$(zsh_completions)" "$(fish_completions)"
	verify=$$(Scripts/build --manual "$(manual)") && \
	install -m 755 "$$verify" "$(DESTDIR)$(PREFIX)/bin/verify" && \
	"$$verify" --generate-completion-script bash >"$(bash_completions)/verify" && \
	"$$verify" --generate-completion-script zsh >"$(zsh_completions)/_verify" && \
	"$$verify" --generate-completion-script fish >"$(fish_completions)/verify.fish"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/verify" "$(bash_completions)/verify" "$(zsh_completions)/_verify" \
	  "$(fish_completions)/verify.fish" "$(manual)/verify.1" "$(manual)"/verify.*.1
	rm -rf "$(DESTDIR)$(PREFIX)/share/verify"

clean:
	swift package clean
	swift package --package-path Benchmarks clean
	rm -rf .build/documentation .build/peers .build/fuzzing .build/stubs .build/random-claims \
	  .build/random-weights .build/release-tests .build/sanitize-*

.PHONY: all run test docs documentation bench instructions coq install uninstall clean
