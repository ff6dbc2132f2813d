"""Imports the hidden reference from its folder, to answer with what it returns."""

import importlib.util

STOPPED_BY = "landlock"


def attack(target):
    spec = importlib.util.spec_from_file_location("reference", target["reference"])
    reference = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(reference)
    return reference.KEY
