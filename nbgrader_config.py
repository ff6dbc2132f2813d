"""nbgrader's configuration of this course: its commands and Formgrader read it when started here."""

import os
import sys
from pathlib import Path

from nbgrader.converters import Autograde, GenerateAssignment

root = Path(os.path.abspath(__file__)).parent
c = get_config()  # noqa: F821

# nbgrader starts `alembic` when it makes a gradebook, and finds it only on PATH.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])

# So that the classes named below can be imported when the course is not an installed package.
if str(root) not in sys.path:
    sys.path.insert(0, str(root))

# Folders. Answers live in source/<assignment>/solution, which nbgrader must never copy.
c.CourseDirectory.root = str(root)
c.CourseDirectory.course_id = "numpy-vision"
c.CourseDirectory.release_directory = "assignments"
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "solution", ".recorded"]
c.Exchange.root = str(root / "exchange")
os.makedirs(c.Exchange.root, exist_ok=True)

# Several writers wait for each other instead of losing rows ("database is locked").
c.CourseDirectory.db_url = f"sqlite:///{root}/gradebook.db?timeout=120"

# Release: always write it anew, and add modules, checks and toolkit to the notebooks.
c.GenerateAssignment.force = True
c.GenerateAssignment.preprocessors = [*GenerateAssignment().preprocessors, "autograder.build.ReleaseFiles"]

# Collecting downloaded files: modules belong to a submission, and archives are read when it is graded.
c.FileNameCollectorPlugin.valid_ext = [".ipynb", ".py", ".npz", ".zip", ".tar", ".gz", ".tgz", ".bz2", ".xz"]

# Ordinary nbgrader assignments (tests in their own cells): their notebooks run confined.
# Limits of a cell and of a notebook in seconds; memory, files and outputs: see `ConfinedExecute`.
c.Execute.timeout = 60
c.ConfinedExecute.total_timeout = 600
c.OverwriteCells.add_missing_cells = True

# Feedback: always of the current grades; nothing in a student's notebook acts in the reader's browser.
c.GenerateFeedback.force = True
c.GenerateFeedback.exporter_class = "autograder.pages.exporters.FeedbackExporter"
c.Autograde.autograde_preprocessors = [
    *Autograde().autograde_preprocessors,
    "autograder.pages.safe_notebook.CleanNotebook",
]

# Assignments with checks are released and graded by this course's grader.
# Without it nbgrader would go on with its own settings, and copy the answers: stop instead.
try:
    from autograder.nbgrader_plugin import install

    install(c, root)
except Exception as error:
    sys.exit(f"nbgrader_config.py: {type(error).__name__}: {error}")
