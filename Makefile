# Troth: make run, make test, make bench, make install, make uninstall. On a Debian 12 with Swift and make, as root or with sudo.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
UNITDIR ?= $(PREFIX)/lib/systemd
SYSUSERSDIR ?= $(PREFIX)/lib/sysusers.d

PROGRAMS := trothd troth troth-mail
RELEASE := .build/static/release
SWIFT_RELEASE := swift build -c release --static-swift-stdlib --scratch-path .build/static
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error

BUILD_PACKAGES := pkg-config libsystemd-dev libsqlite3-dev libcurl4-openssl-dev tzdata
TEST_PACKAGES := $(BUILD_PACKAGES) python3 python3-aiosmtpd openssl sqlite3 strace systemd-container mmdebstrap
BENCH_PACKAGES := $(BUILD_PACKAGES) python3 remind systemd-container mmdebstrap

.PHONY: help build run test bench fuzz long install uninstall clean packages-build packages-test packages-bench

help: ## what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Says which Debian packages are missing, and installs them.
define install_packages
	@missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done | tr '\n' ' '); \
	if [ -n "$$missing" ]; then \
	  echo "installing: $$missing"; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq >/dev/null; \
	  DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

packages-build:
	$(call install_packages,$(BUILD_PACKAGES))

packages-test:
	$(call install_packages,$(TEST_PACKAGES))

packages-bench:
	$(call install_packages,$(BENCH_PACKAGES))

build: packages-build ## the three programs, statically linked with Swift's library
	@for p in $(PROGRAMS); do $(SWIFT_RELEASE) --product $$p $(STRICT); done

run: build ## the service on a sample, with a throw-away state: a nudge comes within a minute
	@Tests/Labs/run-sample $(RELEASE)

test: packages-test build ## everything, against the release programs; ends with the runner's summary
	@TROTH_PROGRAMS=$$PWD/$(RELEASE) swift test $(STRICT)

bench: packages-bench build ## memory, wake-ups, lateness and start, beside remind and systemd timers
	@Tests/Bench/run $(RELEASE)

install: build ## programs, units and samples under PREFIX (/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/libexec/troth $(DESTDIR)$(UNITDIR)/user $(DESTDIR)$(UNITDIR)/system $(DESTDIR)$(SYSUSERSDIR) $(DESTDIR)$(PREFIX)/share/troth
	install -m 755 $(RELEASE)/troth $(DESTDIR)$(PREFIX)/bin/troth
	install -m 755 $(RELEASE)/trothd $(RELEASE)/troth-mail $(DESTDIR)$(PREFIX)/libexec/troth/
	sed 's|@PREFIX@|$(PREFIX)|g' Units/user/troth.service > $(DESTDIR)$(UNITDIR)/user/troth.service
	sed 's|@PREFIX@|$(PREFIX)|g' Units/system/troth.service > $(DESTDIR)$(UNITDIR)/system/troth.service
	install -m 644 Units/system/troth.sysusers $(DESTDIR)$(SYSUSERSDIR)/troth.conf
	cp -r Config $(DESTDIR)$(PREFIX)/share/troth/samples

uninstall: ## takes away what install put in place; schedules and records stay
	rm -f $(DESTDIR)$(PREFIX)/bin/troth $(DESTDIR)$(UNITDIR)/user/troth.service $(DESTDIR)$(UNITDIR)/system/troth.service $(DESTDIR)$(SYSUSERSDIR)/troth.conf
	rm -rf $(DESTDIR)$(PREFIX)/libexec/troth $(DESTDIR)$(PREFIX)/share/troth

clean: ## what was built
	rm -rf .build
