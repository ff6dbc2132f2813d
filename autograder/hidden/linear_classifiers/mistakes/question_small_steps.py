"""With h = 1e-15, how many digits of f(x + h) and f(x - h) differ in double precision?"""

MODULE = "questions"
CHECK = "relative_errors_answer"


def relative_errors():
    return "ACDE"
