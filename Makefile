# The only door to this project. `make help` says what is behind it.
#
# Everything a target needs it sets up itself; nothing is done twice.

SHELL         := /bin/bash
.SHELLFLAGS   := -euo pipefail -c
.DEFAULT_GOAL := build

lab       := Tests/Lab
prefix    ?= /usr/local
swift     ?= swift
FUZZ_SECONDS ?= 60
# The standard library inside the program: it starts faster, and runs where no Swift is. It exports nothing: else the
# loader looks for each name that libvirt wants among 27,000 of the program's own first. Its 68,000 own addresses are
# packed, which saves the loader a millisecond; of the linkers only the one that comes with Swift does that everywhere.
release   := -c release --static-swift-stdlib -Xlinker --no-export-dynamic \
             -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs --product strata
strata     = $$($(swift) build -c release --show-bin-path)/strata
# Where QEMU's own user can read the examples.
domains    = $$($(lab)/reachable)
sources   := Package.swift Sources Tests
variable   = $$(pkg-config --variable=$(1) $(2))
apis       = $(call variable,libvirt_api,libvirt) $(call variable,libvirt_qemu_api,libvirt-qemu) \
             $(call variable,libvirt_lxc_api,libvirt-lxc) $(call variable,libvirt_admin_api,libvirt-admin)
generated := Sources/Libvirt/Generated
page      := Sources/Libvirt/Libvirt.docc/FromCToSwift.md Sources/Libvirt Tests/LibvirtTests/Coverage/ignored.txt

.PHONY: help setup build guests run test integration check lint format docs bench pictures fuzz sanitize generate manuals install clean ready

help: ## Lists what make can do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Sets up everything, boots the hello guest, shows its console and the layers it stands on
	@$(lab)/setup run
	@$(swift) build $(release)
	@$(lab)/guests run
	@$(strata) run $(domains)/hello.xml --until 'STRATA HELLO' --layers --timeout 2m

test: ready ## Sets up everything and runs every test, real guests included
	STRATA_DOMAINS=$(domains) $(swift) test

setup: ## Installs the missing Debian packages, for tests, too
	@$(lab)/setup test

build: ## Builds the command and the libraries, for debugging
	@$(lab)/setup run
	$(swift) build

guests: ## Makes what the definitions in domains/ boot from
	@$(lab)/setup test
	@$(lab)/guests all

integration: ready ## Runs only the tests that boot real guests
	STRATA_DOMAINS=$(domains) $(swift) test --filter IntegrationTests

check: lint ready ## Lints, builds with warnings as errors, runs every test: what a change must pass
	$(swift) run --scratch-path .build-check generate-libvirt --check $(generated) $(apis)
	$(swift) run --scratch-path .build-check generate-libvirt --check-page $(page) $(apis)
	STRATA_DOMAINS=$(domains) $(swift) test --scratch-path .build-check -Xswiftc -warnings-as-errors

lint: ## Checks the format of all sources
	$(swift) format lint --strict --parallel --recursive $(sources)
	@for script in setup guests daemon second-daemon reachable docs fuzz manuals pictures cloud/image cloud/finish; do bash -n $(lab)/$$script; done

format: ## Puts all sources into the project's format
	$(swift) format --in-place --parallel --recursive $(sources)

docs: ## Builds the documentation of the libraries into .build/docs
	@$(lab)/setup run
	@$(lab)/docs .build/docs

bench: ready ## Measures strata against C, Python, virsh and raw QEMU, in turn
	$(swift) build $(release)
	$(swift) build -c release --static-swift-stdlib --product Bench --package-path Tests/Benchmarks
	Tests/Benchmarks/.build/release/Bench $(strata) $(domains)

pictures: ready ## Draws the SVG pictures in a browser without a screen, and looks for what overlaps
	@$(lab)/setup pictures
	$(swift) build --product strata
	@$(lab)/pictures $$($(swift) build --show-bin-path)/strata $(domains)

fuzz: ## Looks for input that breaks LibvirtXML, FUZZ_SECONDS (60) for each of its parts
	@$(lab)/setup run
	@$(lab)/fuzz $(FUZZ_SECONDS)

sanitize: ready ## Runs the unit tests under the address and the thread sanitizer
	ASAN_OPTIONS=detect_leaks=0 $(swift) test --sanitize=address --scratch-path .build-asan --skip IntegrationTests
	TSAN_OPTIONS=suppressions=$(CURDIR)/$(lab)/tsan.supp \
	    $(swift) test --sanitize=thread --scratch-path .build-tsan --skip IntegrationTests

generate: ## Writes the sources that follow from libvirt's own API description
	@$(lab)/setup run
	$(swift) run generate-libvirt --output $(generated) $(apis)
	$(swift) run generate-libvirt --page $(page) $(apis)

manuals: ## Writes the manual pages and the shell completions into .build/man
	$(swift) build $(release)
	@$(lab)/manuals $(strata) .build/man

install: manuals ## Installs the command below prefix (/usr/local), with its manual pages and completions
	install -D -m 755 $(strata) $(DESTDIR)$(prefix)/bin/strata
	install -D -m 644 -t $(DESTDIR)$(prefix)/share/man/man1 .build/man/man1/*
	install -D -m 644 .build/man/completions/strata.bash $(DESTDIR)$(prefix)/share/bash-completion/completions/strata
	install -D -m 644 .build/man/completions/_strata $(DESTDIR)$(prefix)/share/zsh/site-functions/_strata
	install -D -m 644 .build/man/completions/strata.fish \
	    $(DESTDIR)$(prefix)/share/fish/vendor_completions.d/strata.fish

clean: ## Removes everything that was built, guests included
	rm -rf .build .build-* Tests/Benchmarks/.build Tests/Fuzzing/.build domains/images

ready:
	@$(lab)/setup test
	@$(lab)/guests all
	@$(lab)/guests cloud
	@$(lab)/daemon
