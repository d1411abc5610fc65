"""Publishing under attack: killed, interrupted, refused and starved at every step, while a reader reads.

`python -m tests.faults` attacks at length and shows a table; the suite does the same in brief.
"""
