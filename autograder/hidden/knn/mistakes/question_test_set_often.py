"""Ask of each way: has any choice been made that depends on the test images?"""

MODULE = "questions"
CHECK = "test_set_use_answer"


def test_set_use():
    return "B"
