"""One mistake at a time in the verifiers: the cases and tests must notice every one.

`python -m tests.mutants [PART-OF-A-REASON ...]` makes them all and says which test noticed each.
"""
