"""Attacks are stopped at levels A and B, for root and for others, and work where nothing stops them."""

import ast
import re
from itertools import cycle, product

import pytest
from attack_files import FOLDER, IN_A_WORKER, load_attack, load_attacks
from attackers import USERS, Attackers
from sizes import FULL_SIZE

ATTACKS = load_attacks()
RUN = [name for name, attack in ATTACKS.items() if not attack.module]
GRADED = [name for name, attack in ATTACKS.items() if attack.module]
WITHIN = {"process", "codec", "facade", "comparison", "cpu"}  # these have no meaning without a worker
OUTER = [
    name
    for name in RUN
    if ATTACKS[name].stopped_by not in WITHIN
    and not ATTACKS[name].needs_channel
    and not (ATTACKS[name].needs_root and "root" not in USERS)
]

SETTINGS = [(user, level) for user in USERS for level in "AB"]
GRADED_IN = product(GRADED, SETTINGS)
if not FULL_SIZE:  # each level and each user once, and in turn where no layer decides
    SETTINGS = list(dict.fromkeys([SETTINGS[0], SETTINGS[-1]]))
    GRADED_IN = zip(GRADED, cycle(SETTINGS), strict=False)


def everywhere(cases):
    """Run each attack in its setting; those in one setting are tried by one process."""
    return pytest.mark.parametrize(
        ("name", "user", "level"),
        [pytest.param(n, *s, marks=pytest.mark.xdist_group(" ".join(s))) for n, s in cases],
    )


@everywhere(product(RUN, SETTINGS))
def test_an_attack_gets_and_breaks_nothing(attackers: Attackers, user, level, name):
    answer = attackers.attempt(user, {"level": level}, "worker", name)
    assert answer["harm"] == [], answer["said"]


@everywhere(GRADED_IN)
def test_an_attack_earns_nothing(attackers: Attackers, user, level, name):
    attack = ATTACKS[name]
    answer = attackers.attempt(user, {"level": level}, "grade", name)
    checks = answer["checks"]
    assert {check: checks[check]["score"] for check in attack.checks} == dict.fromkeys(attack.checks, 0.0)
    assert "grader_error" not in {result["status"] for result in checks.values()}
    assert answer["harm"] == []
    assert attack.spoils_its_worker == (checks[attack.bystander]["status"] != "passed")
    if attack.stopped_by == "cpu":
        messages = [line for check in attack.checks for line in checks[check]["messages"]]
        assert messages and all(line.startswith("no_loops: ") for line in messages)


@pytest.mark.parametrize("name", OUTER)
@pytest.mark.xdist_group("no confinement")
def test_an_attack_works_where_nothing_stops_it(attackers: Attackers, name):
    assert attackers.attempt(USERS[0], {}, "nothing", name)["harm"] != []


def test_there_are_enough_attacks_of_every_topic():
    assert len(list(FOLDER.glob("*/*.py"))) >= 80
    for topic in IN_A_WORKER:
        assert len(load_attacks([topic])) >= 8, topic


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*/*.py")), ids=lambda p: f"{p.parent.name}/{p.stem}")
def test_an_attack_says_what_it_tries_and_what_must_stop_it(path):
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert re.search(r'^STOPPED_BY = ".+"$', text, re.MULTILINE)


@pytest.mark.parametrize(
    "text", ['"""Tries."""\n', 'STOPPED_BY = "seccomp"\n', '"""Tries."""\nSTOPPED_BY = "luck"\n']
)
def test_an_attack_without_purpose_or_layer_is_refused(tmp_path, text):
    (tmp_path / "attack.py").write_text(text)
    with pytest.raises(ValueError, match="needs a docstring and a STOPPED_BY from bubblewrap, landlock"):
        load_attack(tmp_path / "attack.py")
