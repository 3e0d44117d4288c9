# To be included by a Makefile: "make kconfig-ls-check" checks the tree that it is run in.
KCONFIG_LS ?= kconfig-ls
KCONFIG_LS_TREE ?= $(if $(srctree),$(srctree),.)
KCONFIG_LS_FLAGS ?=

.PHONY: kconfig-ls-check kconfig-ls-baseline

kconfig-ls-check:
	$(KCONFIG_LS) check $(KCONFIG_LS_FLAGS) $(if $(wildcard $(KCONFIG_LS_TREE)/.kconfig-ls-baseline),--baseline $(KCONFIG_LS_TREE)/.kconfig-ls-baseline) $(KCONFIG_LS_TREE)

kconfig-ls-baseline:
	$(KCONFIG_LS) check $(KCONFIG_LS_FLAGS) --write-baseline $(KCONFIG_LS_TREE)/.kconfig-ls-baseline $(KCONFIG_LS_TREE)
