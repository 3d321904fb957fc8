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

bench:
	Scripts/bench

instructions:
	Scripts/instructions

coq:
	Scripts/coq

install: all
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 "$$(Scripts/build)" "$(DESTDIR)$(PREFIX)/bin/verify"
	for folder in . coq paper paper/certificates graphs graphs/certificates; do \
	  install -d "$(DESTDIR)$(PREFIX)/share/verify/proofs/$$folder" && \
	  install -m 644 proofs/$$folder/*.* "$(DESTDIR)$(PREFIX)/share/verify/proofs/$$folder/" || exit; \
	done

clean:
	swift package clean
	swift package --package-path Benchmarks clean
	rm -rf .build/peers .build/fuzzing .build/stubs .build/random-claims .build/release-tests .build/sanitize-*

.PHONY: all run test docs bench instructions coq install clean
