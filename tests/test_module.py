"""What a probe may rely on when it uses a submission's module, over either transport."""

import sys

import numpy as np
import pytest

from toolkit import host, intake, module
from toolkit.errors import LostError, SubmissionError
from toolkit.module import Remote
from toolkit.nodes import Opaque

MODEL = """
    import numpy as np


    class Model:
        scale = 2.0

        def __init__(self, width=3):
            self.params = {"W": np.ones((2, width)), 1: [1, 2]}
            self.width = width

        def predict(self, X, k=1):
            return X.sum(axis=1) * k * self.scale

        def loss(self, X):
            return -1.0

        def train(self, X):
            return self.loss(X)


    def spoil(X, values):
        X += 1
        values.append(4)
        return X.sum()


    def own(text):
        return text * 2
"""


def failure(call) -> SubmissionError:
    with pytest.raises(SubmissionError) as caught:
        call()
    return caught.value


def test_data_comes_by_value_and_objects_stay(open_session):
    m = open_session(m=MODEL).module("m")
    model = m.Model(width=4)
    assert isinstance(model, Remote)
    assert model.width == 4
    assert model.params["W"].shape == (2, 4)
    assert m.own("ab") == "abab"


def test_calls_take_positional_and_keyword_arguments(open_session):
    m = open_session(m=MODEL).module("m")
    X = np.arange(6.0).reshape(3, 2)
    assert np.array_equal(m.Model().predict(X, k=3), X.sum(axis=1) * 6)


def test_attributes_can_be_set_on_instances_and_modules(open_session):
    m = open_session(m=MODEL).module("m")
    model = m.Model()
    model.scale = 10.0
    assert model.predict(np.ones((1, 1))).tolist() == [10.0]
    m.limit = 5
    assert m.limit == 5


def test_objects_can_be_passed_back(open_session):
    m = open_session(m="class A:\n    pass\n\ndef same(a, b):\n    return a is b").module("m")
    a = m.A()
    assert m.same(a, a) is True
    assert m.same(a, m.A()) is False
    assert m.same([m][0], m) is True


def test_arguments_are_copied(open_session):
    m = open_session(m=MODEL).module("m")
    X, values = np.zeros((2, 2)), [1]
    assert m.spoil(X, values) == 4
    assert X.sum() == 0
    assert values == [1]


def test_with_args_returns_the_arguments_as_they_are_afterwards(open_session):
    m = open_session(m=MODEL).module("m")
    result, (X, values) = m.spoil.with_args(np.zeros((2, 2)), [1])
    assert result == 4
    assert X.tolist() == [[1, 1], [1, 1]]
    assert values == [1, 4]


def test_fetched_arrays_and_dicts_are_read_only(open_session):
    params = open_session(m=MODEL).module("m").Model().params
    with pytest.raises(ValueError, match="read-only"):
        params["W"][0, 0] = 5
    with pytest.raises(TypeError):
        params["b"] = 1


def test_a_fetched_dict_can_be_sent_back_and_is_then_free(open_session):
    m = open_session(m=MODEL + "\n\n    def add(d):\n        d['b'] = 1\n        return len(d)\n").module("m")
    assert m.add(m.Model().params) == 3


def test_functions_can_be_passed(open_session):
    m = open_session(m="def apply(f, x):\n    return f(x) + f(2 * x)").module("m")
    seen = []
    got = m.apply(lambda x: seen.append(x) or x.sum(), np.ones(2))
    assert got == 6
    assert [x.tolist() for x in seen] == [[1, 1], [2, 2]]


def test_functions_can_be_passed_in_lists_and_by_keyword(open_session):
    m = open_session(
        m="def chain(fs, x, *, last):\n    for f in fs:\n        x = f(x)\n    return last(x)"
    ).module("m")
    assert m.chain([lambda x: x + 1, lambda x: x * 10], 1, last=lambda x: -x) == -20


def test_a_function_set_on_an_instance_gets_no_self(open_session):
    model = open_session(m=MODEL).module("m").Model()
    model.loss = lambda X: X.sum()
    assert model.train(np.ones(5)) == 5


def test_a_function_set_on_a_class_gets_self_as_a_handle(open_session):
    m = open_session(m=MODEL).module("m")
    m.Model.loss = lambda self, X: self.width * X.sum()
    assert m.Model(width=7).train(np.ones(2)) == 14


def test_requests_nested_in_a_callback_are_served(open_session):
    source = "def outer(f, n):\n    return f(n)\n\ndef inner(n):\n    return n * 10"
    m = open_session(m=source).module("m")
    assert m.outer(lambda n: m.outer(lambda k: m.inner(k) + 1, n), 4) == 41


def test_callbacks_nest_eight_deep_and_no_deeper(open_session):
    session = open_session(m="def down(f, n):\n    return f(n)")
    m = session.module("m")

    def step(n):
        return 0 if n == 0 else 1 + m.down(step, n - 1)

    assert m.down(step, module.DEPTH_LIMIT - 1) == module.DEPTH_LIMIT - 1
    error = failure(lambda: m.down(step, module.DEPTH_LIMIT))
    assert error.status == "crashed"
    assert "more than 8 deep" in str(error)
    assert m.down(step, 2) == 2


def test_an_exception_in_a_callback_reaches_the_submission_and_comes_back(open_session):
    source = """
        def give_up(f):
            return f()

        def go_on(f):
            try:
                return f()
            except Exception as error:
                return str(error)
        """
    m = open_session(m=source).module("m")
    error = failure(lambda: m.give_up(lambda: [][1]))
    assert error.status == "crashed"
    assert "IndexError: list index out of range" in str(error)
    assert "IndexError" in m.go_on(lambda: [][1])


def test_a_failure_of_the_submission_inside_a_callback_keeps_its_status(open_session):
    source = "def numeric(f):\n    return f()\n\ndef loss():\n    raise NotImplementedError('Implement loss')"
    m = open_session(m=source).module("m")
    error = failure(lambda: m.numeric(lambda: m.loss()))
    assert error.status == "not_implemented"
    assert str(error) == "Implement loss"


def test_an_rng_crosses_as_a_seed(open_session):
    m = open_session(m="def draw(n, rng):\n    return rng.random(n)").module("m")
    first, again = (m.draw(3, rng=np.random.default_rng(5)) for _ in range(2))
    child = int(np.random.default_rng(5).integers(2**63))
    assert np.array_equal(first, again)
    assert np.array_equal(first, np.random.default_rng(child).random(3))


def test_an_rng_is_left_out_where_the_signature_has_none(open_session):
    source = "def none(n):\n    return n\n\ndef keywords(n, **kw):\n    return sorted(kw)\n\ndouble = abs"
    m = open_session(m=source).module("m")
    rng = np.random.default_rng(0)
    assert m.none(3, rng=rng) == 3
    assert m.keywords(3, rng=rng) == ["rng"]
    assert m.double(-3, rng=rng) == 3


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("np.ma.masked_array([1, 2])", "MaskedArray"),
        ("np.zeros((1, 1)).view(np.matrix)", "matrix"),
        ("(n for n in range(3))", "generator"),
        ("np.array([object()])", "object array"),
        ("{1, 2}", "set"),
        ("np.random.default_rng(1)", "Generator"),
        ("b'bytes'", "bytes"),
    ],
)
def test_other_values_are_opaque(open_session, value, name):
    m = open_session(m=f"import numpy as np\n\ndef get():\n    return {value}").module("m")
    assert m.get() == Opaque(name)


def test_values_of_the_submission_own_container_classes_cross_as_plain_ones(open_session):
    source = "import collections as c\n\nP = c.namedtuple('P', 'x y')\nod = c.OrderedDict(a=P(1, 2))"
    m = open_session(m=source).module("m")
    assert m.od == {"a": (1, 2)}


EXPECTED = "import numpy as np\n\ndef f(n=3):\n    return {}"


@pytest.mark.parametrize(
    ("reference", "submission", "message"),
    [
        ("np.zeros(n)", "None", "f returned None, expected an array or number: is a `return` missing?"),
        ("(0.0, np.zeros(n))", "0.0", "f returned an array or number, expected a tuple of 2 values"),
        ("(0.0, 1.0)", "(0.0, 1.0, 2.0)", "f returned a tuple of 3 values, expected a tuple of 2 values"),
        ("np.zeros(n)", "np.ma.masked_array([1])", "f returned a MaskedArray, expected an array or number"),
        ("np.zeros(n)", "'text'", "f returned a string, expected an array or number"),
        ("np.zeros(n)", "{}", "f returned a dict, expected an array or number"),
        ("np.zeros(n)", "lambda: 1", "f returned an object, expected an array or number"),
        ("np.zeros(n)", "np.zeros(16 * 512 + 1)", "f returned 65,544 bytes, expected about 24"),
        ("np.zeros(n)", "['x' * 20000] + [''] * 60000", "f returned 4,800,080,000 bytes, expected about 24"),
        ("(0.0, 1.0)", "[0.0, 1.0]", "f returned a list, expected a tuple of 2 values"),
        ("[1, 2]", "None", "f returned None, expected a list: is a `return` missing?"),
    ],
)
def test_a_value_of_another_kind_than_the_references_is_a_failure(
    open_session, reference, submission, message
):
    session = open_session(m=EXPECTED.format(reference))
    session.module("m").f()
    shapes = list(session.shapes)
    other = open_session(m=EXPECTED.format(submission))
    other.start(1, shapes)
    error = failure(lambda: other.module("m").f())
    assert (error.status, str(error)) == ("failed", message)


@pytest.mark.parametrize(
    ("reference", "submission"),
    [
        ("None", "3"),
        ("np.zeros(n)", "[0.0, 1.0]"),
        ("[0.0, 1.0]", "np.zeros(n)"),
        ("1", "np.float64(2)"),
        ("np.zeros(n)", "np.zeros(16 * 512)"),
        ("np.zeros(10_000)", "np.zeros(160_000)"),
    ],
)
def test_values_that_a_judge_can_compare_pass(open_session, reference, submission):
    session = open_session(m=EXPECTED.format(reference))
    session.module("m").f()
    shapes = list(session.shapes)
    other = open_session(m=EXPECTED.format(submission))
    other.start(1, shapes)
    other.module("m").f()
    assert len(other.shapes) == 2


def test_missing_things_are_not_implemented(open_session):
    session = open_session(m=MODEL)
    no_module = failure(lambda: session.module("other").f)
    no_function = failure(lambda: session.module("m").nope)
    no_method = failure(lambda: session.module("m").Model().nope)
    assert {e.status for e in (no_module, no_function, no_method)} == {"not_implemented"}
    assert str(no_module) == "other.py is missing: hand it in beside your notebook"
    assert str(no_function) == "m.py has no nope: it is missing or has another name"
    assert str(no_method) == "Model has no nope: it is missing or has another name"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import nowhere.else_", "ModuleNotFoundError: No module named 'nowhere': graded modules may import"),
        ("raise ImportError('lib.so: Permission denied')", "ImportError: lib.so: Permission denied: graded"),
        ("from n import g", "ImportError: cannot import name 'g' from 'n'"),
    ],
)
def test_an_import_that_fails_is_named_and_what_may_be_imported(open_session, source, message):
    error = failure(lambda: open_session(m=source, n="f = 1").module("m").f)
    assert error.status == "crashed"
    assert str(error).startswith(message)
    assert ("graded modules" in str(error)) == ("graded" in message)
    assert error.frames == (f"m.py:1 in <module>: {source}",)


def test_exceptions_called_like_ours_are_ordinary_ones(open_session):
    source = "class MissingError(Exception):\n    pass\n\ndef f():\n    raise MissingError('x')"
    error = failure(open_session(m=source).module("m").f)
    assert (error.status, str(error)) == ("crashed", "MissingError: x")


def test_lines_as_long_as_a_file_are_cut(open_session):
    source = f"def f():\n    return len([{'1, ' * 100_000}]) / 0"
    error = failure(open_session(m=source).module("m").f)
    assert str(error) == "ZeroDivisionError: division by zero"
    assert len(error.frames[0]) <= 300


def test_a_module_that_replaces_itself_by_a_number_is_the_submissions_failure(open_session):
    source = "import sys\n\nsys.modules[__name__] = 5"
    error = failure(lambda: open_session(m=source).module("m").f)
    assert (error.status, str(error)) == ("crashed", "m.py gave no module when it was imported")


def test_a_stub_is_not_implemented(open_session):
    m = open_session(m="def f():\n    raise NotImplementedError('Implement f in m.py')").module("m")
    error = failure(m.f)
    assert (error.status, str(error)) == ("not_implemented", "Implement f in m.py")


def test_an_exception_names_only_the_submissions_own_frames(open_session):
    source = "import numpy as np\nimport n\n\ndef f(x):\n    return n.g(x)"
    m = open_session(m=source, n="import numpy as np\n\ndef g(x):\n    return np.linalg.inv(x)").module("m")
    error = failure(lambda: m.f(np.zeros((2, 2))))
    assert error.status == "crashed"
    assert str(error) == "LinAlgError: Singular matrix"
    assert error.frames == ("m.py:5 in f: return n.g(x)", "n.py:4 in g: return np.linalg.inv(x)")


def test_a_syntax_error_names_the_line(open_session):
    error = failure(lambda: open_session(m="x = 1\ndef f(:\n    pass\n").module("m").f)
    assert error.status == "crashed"
    assert "SyntaxError: invalid syntax (line 2)" in str(error)
    assert error.frames == ("m.py:2 in <module>: def f(:",)


@pytest.mark.parametrize(
    "raised",
    [
        "SystemExit(0)",
        "GeneratorExit()",
        "SyntaxError('made up')",
        "RecursionError()",
        "Odd()",
        "MemoryError()",
    ],
)
def test_any_exception_is_the_submissions_failure(open_session, raised):
    source = f"""
        class Odd(BaseException):
            def __str__(self):
                raise ValueError

        def f():
            raise {raised}

        def g():
            return 1
        """
    m = open_session(m=source).module("m")
    error = failure(m.f)
    assert error.status == "crashed"
    assert str(error).startswith(raised.split("(")[0])
    assert m.g() == 1


def test_texts_of_an_exception_are_bounded(open_session):
    m = open_session(m="def f(n):\n    raise ValueError('x' * 100_000)").module("m")
    assert len(str(failure(lambda: m.f(0)))) < 2_100


def test_values_too_deep_or_too_large_are_the_submissions_failure(open_session):
    source = """
        def loop():
            a = []
            a.append(a)
            return a

        def long():
            return list(range(10**6))
        """
    m = open_session(m=source).module("m")
    for function in (m.loop, m.long):
        error = failure(function)
        assert error.status == "crashed"


def test_prints_and_warnings_are_kept_bounded_and_off_the_terminal(open_session, capfd):
    source = """
        import sys
        import warnings

        def f(n):
            print("x" * n)
            print("to stderr", file=sys.stderr)
            return 1
        """
    session = open_session(m=source)
    m = session.module("m")
    m.f(3)
    assert session.printed() == "xxx\nto stderr\n"
    assert session.printed() == ""
    for _ in range(3):
        m.f(host.PRINT_LIMIT)
    assert session.printed() == "x" * host.PRINT_LIMIT
    assert capfd.readouterr() == ("", "")


def test_calls_are_capped_and_the_next_check_begins_anew(open_session, monkeypatch):
    monkeypatch.setattr(intake, "FRAME_LIMIT", 5)
    session = open_session(m="def f():\n    return 1")
    m = session.module("m")

    def probe():
        for _ in range(10):
            m.f()

    error = failure(probe)
    assert isinstance(error, LostError)
    assert "more than 5 calls" in str(error)
    session.start(2)
    assert session.module("m").f() == 1


def test_each_check_imports_afresh_and_reseeds(open_session):
    source = """
        import random
        import numpy as np
        seen = []

        def f():
            seen.append(1)
            return len(seen), random.random(), np.random.random()
        """
    session = open_session(m=source)
    first = session.module("m").f()
    assert session.module("m").f()[0] == 2
    session.start(1)
    assert session.module("m").f() == first
    session.start(2)
    assert session.module("m").f()[1:] != first[1:]


def test_numpy_error_settings_do_not_outlive_a_check(open_session):
    source = """
        import numpy as np

        def strict():
            np.seterr(all="raise")
            return 0

        def divide():
            return np.ones(1) / np.zeros(1)
        """
    session = open_session(m=source)
    with np.errstate(all="ignore"):
        session.module("m").strict()
        session.start(1)
        assert session.module("m").divide().tolist() == [np.inf]


def test_modules_of_one_name_do_not_meet(open_session):
    one = open_session(layers="def f():\n    return 1", m="import layers\n\ndef f():\n    return layers.f()")
    two = open_session(layers="def f():\n    return 2", m="import layers\n\ndef f():\n    return layers.f()")
    assert [one.module("m").f(), two.module("m").f(), one.module("m").f()] == [1, 2, 1]


def test_modules_of_the_grading_process_stay_as_they_are(open_session, monkeypatch):
    monkeypatch.setitem(sys.modules, "m", json_before := type(sys)("m"))
    modules, finders = dict(sys.modules), list(sys.meta_path)
    m = open_session(m="import n\nvalue = n.value", n="value = 3").module("m")
    assert m.value == 3
    assert sys.modules["m"] is json_before
    assert "n" not in sys.modules
    assert sys.meta_path == finders
    assert {name for name in modules if sys.modules.get(name) is not modules[name]} == set()


def test_private_names_of_python_are_not_fetched(open_session):
    m = open_session(m=MODEL).module("m")
    for name in ("__array_interface__", "__len__", "__dict__"):
        with pytest.raises(AttributeError):
            getattr(m.Model(), name)


def test_hostile_attribute_access_is_the_submissions_failure(open_session):
    source = """
        class Trap:
            def __getattr__(self, name):
                raise OSError("trap")

        trap = Trap()
        """
    error = failure(lambda: open_session(m=source).module("m").trap.anything)
    assert (error.status, str(error)) == ("crashed", "OSError: trap")
