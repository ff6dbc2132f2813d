"""Displays without end, under one name, and changes what it displayed."""

from IPython.display import HTML, display

STOPPED_BY = "codec"


def attack(target):
    while True:
        display(HTML("x"), display_id="one").update(HTML("y"))
