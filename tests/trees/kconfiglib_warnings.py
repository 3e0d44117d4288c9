#!/usr/bin/env python3
"""Prints, as JSON, the warnings and the error of Kconfiglib for a tree. Usage: kconfiglib_warnings.py ROOT   in the tree's folder."""
import json
import os
import sys
import tempfile

import kconfiglib

from linux_for_kconfiglib import Kconfig


def main():
    plain = "KCONFIGLIB_PLAIN" in os.environ
    warnings, errors, crashed = [], [], False
    kconfiglib._shell_fn = lambda kconf, name, command: "n"
    try:
        kconf = (kconfiglib.Kconfig if plain else Kconfig)(sys.argv[1], warn_to_stderr=False)
        with tempfile.TemporaryDirectory() as folder:
            kconf.write_config(folder + "/config")  # some warnings come with the values only
        warnings = kconf.warnings
    except (kconfiglib.KconfigError, OSError) as error:
        errors = [str(error)]
    except AttributeError:  # its parser fails at `visible if` in an entry
        crashed = True
    print("\n" + json.dumps({"warnings": warnings, "errors": errors, "crashed": crashed}))


main()
