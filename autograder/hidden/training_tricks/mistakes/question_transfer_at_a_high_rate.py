"""What happens to weights that took 25,000 images to learn, after a few large steps on 50?"""

MODULE = "questions"
CHECK = "few_new_images_answer"


def few_new_images():
    return "C"
