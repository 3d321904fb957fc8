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

# PREFIX and DESTDIR may be given: make install PREFIX=/usr DESTDIR=tree
install:
	PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install

uninstall:
	PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" Scripts/install --remove

# What runs on a machine without Swift: a tarball and a Debian package.
dist:
	Scripts/dist

clean:
	swift package clean
	swift package --package-path Benchmarks clean
	rm -rf .build/dist .build/documentation .build/peers .build/fuzzing .build/stubs .build/random-claims \
	  .build/random-weights .build/release-tests .build/sanitize-*

.PHONY: all run test docs documentation bench instructions coq install uninstall dist clean
