"""With a layer taken away, the attacks that it must stop succeed: the attack suite can fail."""

import pytest
from attack_files import load_attacks
from attackers import USERS, Attackers

ATTACKS = load_attacks()
WITHOUT = {
    # layer: attacks that get through without it at level B, and what is then seen
    "landlock": {
        "secrets/reference_file": "the reference canary",
        "secrets/reference_import": "the reference canary",
        "secrets/expected_values": "the expected canary",
        "secrets/other_submission": "the submission canary",
        "secrets/gradebook": "the gradebook canary",
        "secrets/c_library_reader": "the gradebook canary",
        "secrets/dot_dot": "the submission canary",
        "secrets/posix_shared_memory": "the POSIX shared memory canary",
        "secrets/folder_names": "loot: ",
        "secrets/user_names": "loot: ",
        "secrets/command_lines": "loot: ",
    },
    "seccomp": {
        "secrets/system_v_shared_memory": "the System V shared memory canary",
        "network/udp": "a connection came in (UDP)",
        "network/new_shared_memory": "System V shm was left",
        "network/new_message_queue": "System V msg was left",
        "network/new_semaphores": "System V sem was left",
        "network/unix_path": "a connection came in (path)",
        "network/socket_pair": "loot: ",
        "network/memory_file": "loot: ",
        "privilege/new_namespace": "loot: ",
        "privilege/processors": "loot: ",
        "privilege/own_limits": "loot: ",
        "privilege/outlive_the_grader": "loot: ",
        "control/alarms": "loot: ",
    },
}
OF_ORDINARY_USERS = {
    # a spare user id stops these, too; an ordinary user has none
    "seccomp": {
        "persistence/permissions": "eve.json was changed",
        "privilege/limits_of_the_grader": "loot: ",
    },
}


def cases(table):
    return [
        pytest.param(layer, name, seen, id=f"{layer}-{name}")
        for layer, of in table.items()
        for name, seen in of.items()
    ]


def assert_only_stopped_by(attackers: Attackers, user: str, layer: str, name: str, seen: str) -> None:
    answer = attackers.attempt(user, {"level": "B", layer: False}, "worker", name)
    assert any(seen in line for line in answer["harm"]), answer
    assert attackers.attempt(user, {"level": "B"}, "worker", name)["harm"] == []


@pytest.mark.parametrize("user", USERS)
@pytest.mark.parametrize(("layer", "name", "seen"), cases(WITHOUT))
@pytest.mark.xdist_group("ablation")
def test_without_a_layer_its_attacks_succeed(attackers: Attackers, user, layer, name, seen):
    assert_only_stopped_by(attackers, user, layer, name, seen)


@pytest.mark.parametrize(("layer", "name", "seen"), cases(OF_ORDINARY_USERS))
@pytest.mark.xdist_group("ablation")
def test_without_a_layer_an_ordinary_graders_attacks_succeed(attackers: Attackers, layer, name, seen):
    assert_only_stopped_by(attackers, "ordinary", layer, name, seen)


@pytest.mark.parametrize("name", [name for name, attack in ATTACKS.items() if attack.stopped_by == "cpu"])
@pytest.mark.xdist_group("ablation")
def test_without_the_clock_hidden_loops_earn_all_points(attackers: Attackers, name):
    checks = attackers.attempt("ordinary", {"level": "B"}, "grade_untimed", name)["checks"]
    assert {check: result["status"] for check, result in checks.items()} == {"no_loops_cpu": "passed"}


@pytest.mark.xdist_group("ablation")
def test_where_scipy_is_permitted_it_does_the_work(attackers: Attackers):
    name = "skipping/scipy_distances"
    layers = {"level": "B", "packages": ["scipy.spatial.distance"]}
    checks = attackers.attempt("ordinary", layers, "grade", name)["checks"]
    assert {checks[check]["status"] for check in ATTACKS[name].checks} == {"passed"}
