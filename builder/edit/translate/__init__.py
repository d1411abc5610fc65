"""Words in the source language ↔ their translations, through gettext's PO files, which every translator's tool knows.

`translations/<locale>.po` is the memory: which source text each translation was made for. So a changed source text
makes its translations stale, with nobody having to say so.
"""
