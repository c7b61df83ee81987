"""One file per stage. A stage takes the run's Context and returns its part of the card.

`resume` of a stage takes up again what an earlier run finished, and says whether it could.
"""


class Skipped(Exception):
    """There is nothing for this stage to do with this paper."""
