# Short names for the scripts, which do not need make.

PREFIX ?= /usr/local

all:
	Scripts/setup
	swift build -c release --product verify

run:
	Scripts/run

test:
	Scripts/test

bench:
	Scripts/bench

instructions:
	Scripts/instructions

coq:
	Scripts/coq

install: all
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/verify/proofs/certificates"
	install -d "$(DESTDIR)$(PREFIX)/share/verify/proofs/coq"
	install -d "$(DESTDIR)$(PREFIX)/share/verify/proofs/graphs/certificates"
	install -m 755 "$$(swift build -c release --show-bin-path)/verify" "$(DESTDIR)$(PREFIX)/bin/verify"
	install -m 644 proofs/*.* "$(DESTDIR)$(PREFIX)/share/verify/proofs/"
	install -m 644 proofs/certificates/* "$(DESTDIR)$(PREFIX)/share/verify/proofs/certificates/"
	install -m 644 proofs/coq/*.v "$(DESTDIR)$(PREFIX)/share/verify/proofs/coq/"
	install -m 644 proofs/graphs/*.* "$(DESTDIR)$(PREFIX)/share/verify/proofs/graphs/"
	install -m 644 proofs/graphs/certificates/* "$(DESTDIR)$(PREFIX)/share/verify/proofs/graphs/certificates/"

clean:
	swift package clean
	swift package --package-path Benchmarks clean
	rm -rf .build/peers .build/fuzzing .build/stubs .build/random-claims .build/release-tests .build/sanitize-*

.PHONY: all run test bench instructions coq install clean
