"""A second client, written apart from the alert and from the builder: it sees what the public gets, and proves it.

Nothing here uses the rest of the builder, so that a mistake made there is not made again here. The alert in
`theme/components/alert/` and this package must agree on every case in `conformance/`.
"""
