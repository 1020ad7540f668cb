# Troth: make run, make test, make bench, make install, make uninstall. On a Debian 12 with Swift and make, as root or with sudo.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
DESTDIR ?=
UNITDIR ?= $(PREFIX)/lib/systemd
SYSUSERSDIR ?= $(PREFIX)/lib/sysusers.d
TMPFILESDIR ?= $(PREFIX)/lib/tmpfiles.d

PROGRAMS := trothd troth troth-mail
UNITS := user/troth.service user/troth-state.service system/troth.service
RELEASE := .build/static/release
# Without debug information the build takes a sixth less time; a crash still names its functions.
SWIFT_RELEASE := swift build -c release --static-swift-stdlib -debug-info-format none --scratch-path .build/static
STRICT := -Xswiftc -warnings-as-errors --explicit-target-dependency-import-check error

BUILD_PACKAGES := pkg-config libsystemd-dev libsqlite3-dev libcurl4-openssl-dev tzdata
LAB_PACKAGES := systemd systemd-sysv systemd-container dbus dbus-user-session libpam-systemd procps util-linux
DESKTOP_PACKAGES := xvfb xdotool imagemagick dunst xfce4-notifyd
TEST_PACKAGES := $(BUILD_PACKAGES) gcc libc6-dev binutils python3 python3-aiosmtpd python3-html5lib python3-icalendar python3-recurring-ical-events khal python3-dbus python3-gi tidy curl jq apprise openssl sqlite3 strace iproute2 postfix sasl2-bin libsasl2-modules msmtp tzdata $(DESKTOP_PACKAGES) $(LAB_PACKAGES)
BENCH_PACKAGES := $(BUILD_PACKAGES) gcc libc6-dev python3 python3-aiosmtpd msmtp remind libical-dev python3-dateutil $(LAB_PACKAGES)

.PHONY: help build build-tests run test bench fuzz docs install place uninstall clean packages-build packages-test packages-bench

help: ## what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Says which Debian packages are missing, and installs them; takes none away for it. Postfix gets no set-up of its own:
# the tests bring theirs, and without one its unit starts nothing (ConditionPathExists=/etc/postfix/main.cf).
define install_packages
	@missing=$$(for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done | tr '\n' ' '); \
	if [ -n "$$missing" ]; then \
	  echo "installing: $$missing"; \
	  sudo=$$([ "$$(id -u)" = 0 ] || echo sudo); \
	  $$sudo apt-get update -qq >/dev/null; \
	  case " $$missing" in *" postfix "*) echo 'postfix postfix/main_mailer_type select No configuration' | $$sudo debconf-set-selections ;; esac; \
	  $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends --no-remove $$missing >/dev/null; \
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
	@Config/run-sample $(RELEASE)

# Gives way to a release build beside it, whose modules have to wait for one another.
build-tests: packages-build
	@nice -n 10 swift build --build-tests $(STRICT)

test: packages-test ## everything, against the release programs; ends with the runner's summary
	@# Two builds with folders of their own: side by side they leave no core waiting for the other's slowest module.
	@$(MAKE) --no-print-directory --jobs=2 build build-tests
	@TROTH_PROGRAMS=$$PWD/$(RELEASE) swift test --skip-build --skip ProgramTests $(STRICT)
	@# In real time, so not beside the others: they keep both cores busy.
	@TROTH_PROGRAMS=$$PWD/$(RELEASE) swift test --skip-build --filter 'ProgramTests' $(STRICT)

fuzz: packages-build ## 10 million mutated inputs for each reader and for zone files; some hours
	@Tests/Fuzz/run all 10000000

docs: packages-build ## the catalogues as web pages in .build/docs; any warning fails
	@for m in Channels Interchange; do swift build --target $$m $(STRICT); done
	@Tests/docs .build/debug/Modules .build/docs

bench: packages-bench build ## memory, wake-ups, lateness and start, beside remind and systemd timers; a burst, beside msmtp; recurrences, beside libical and dateutil
	@Tests/Bench/run $(RELEASE)
	@Tests/Bench/burst $(RELEASE)
	@$(SWIFT_RELEASE) --product recurrence-bench $(STRICT)
	@Tests/Bench/recurrence $(RELEASE)/recurrence-bench

install: build place ## programs, units and samples under PREFIX (/usr/local)
	@if [ -z "$(DESTDIR)" ] && [ -d /run/systemd/system ]; then \
	  systemd-sysusers troth.conf; systemd-tmpfiles --create troth.conf; systemctl daemon-reload; \
	fi

# Puts what was built in place; what runs it may then be told of it.
place:
	@install -d $(addprefix $(DESTDIR),$(PREFIX)/bin $(PREFIX)/libexec/troth $(PREFIX)/share/troth $(PREFIX)/share/applications $(UNITDIR)/user $(UNITDIR)/system $(SYSUSERSDIR) $(TMPFILESDIR))
	@install -m 755 $(RELEASE)/troth $(DESTDIR)$(PREFIX)/bin/troth
	@install -m 755 $(RELEASE)/trothd $(RELEASE)/troth-mail $(DESTDIR)$(PREFIX)/libexec/troth/
	@for unit in $(UNITS); do \
	  sed 's|@PREFIX@|$(PREFIX)|g' Units/$$unit >$(DESTDIR)$(UNITDIR)/$$unit; chmod 644 $(DESTDIR)$(UNITDIR)/$$unit; \
	done
	@install -m 644 Units/user/troth.desktop $(DESTDIR)$(PREFIX)/share/applications/
	@install -m 644 Units/system/troth.sysusers $(DESTDIR)$(SYSUSERSDIR)/troth.conf
	@install -m 644 Units/system/troth.tmpfiles $(DESTDIR)$(TMPFILESDIR)/troth.conf
	@cp -rT Config $(DESTDIR)$(PREFIX)/share/troth/samples
	@cp -rT Units/system/drop-ins $(DESTDIR)$(PREFIX)/share/troth/drop-ins

uninstall: ## takes away what install put in place; schedules and records stay
	@if [ -z "$(DESTDIR)" ] && [ -d /run/systemd/system ]; then systemctl disable --quiet --now troth.service 2>/dev/null || true; fi
	rm -f $(addprefix $(DESTDIR),$(PREFIX)/bin/troth $(PREFIX)/share/applications/troth.desktop $(addprefix $(UNITDIR)/,$(UNITS)) $(SYSUSERSDIR)/troth.conf $(TMPFILESDIR)/troth.conf)
	rm -rf $(addprefix $(DESTDIR)$(PREFIX)/,libexec/troth share/troth)
	@if [ -z "$(DESTDIR)" ] && [ -d /run/systemd/system ]; then \
	  systemctl daemon-reload; echo "whose own service runs: systemctl --user disable --now troth"; \
	fi

clean: ## what was built
	rm -rf .build
