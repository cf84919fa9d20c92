"""Working groups: pure and seeded. The one place that computes with numpy.

Its products of small tables are slower on several threads than on one, so numpy's BLAS is held to one, if
numpy has not been imported before; whoever has set these variables keeps their setting. Results do not depend
on it.
"""

from __future__ import annotations

import os

for _threads in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS", "VECLIB_MAXIMUM_THREADS"):
    os.environ.setdefault(_threads, "1")
