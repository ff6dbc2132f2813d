"""What do you get when you add a vector of positive numbers and one of negative numbers?"""

MODULE = "questions"
CHECK = "zig_zag_answer"


def zig_zag():
    return "AC"
