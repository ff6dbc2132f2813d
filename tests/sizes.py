"""How much is tested: everything with FULL_SIZE=1, as in CI, else each thing once."""

import os

FULL_SIZE = os.environ.get("FULL_SIZE") == "1"
