"""Write down both penalties of both vectors: four numbers."""

MODULE = "questions"
CHECK = "penalties_answer"


def penalties():
    return "ABD"
