"""Line and branch coverage of what people's trust rests on: reader, keys, signer, approvals and both verifiers.

Run as a program by `make coverage`; fails under the least that is accepted.
"""

import re
import subprocess
import sys

from tests.client.test_client import node_tests

LEAST = 97  # percent, as in python-tuf
PACKAGES = ("parse", "keys", "seal", "approval", "verify")
TESTS = ("parse", "keys", "seal", "approval", "verify", "conformance", "test_bad_inputs.py", "test_signing_day.py")
PARTS = ("verify", "load", "shape", "fetch", "keep")


def main() -> None:
    sources = ",".join(f"builder/{package}" for package in PACKAGES)
    tests = [f"tests/{name}" for name in TESTS]
    command = [sys.executable, "-m", "coverage"]
    run = ["run", "--branch", f"--source={sources}", "-m", "pytest", "-q", "-p", "no:randomly", *tests]
    subprocess.run([*command, *run], check=True)
    subprocess.run([*command, "report", f"--fail-under={LEAST}", "--skip-covered"], check=True)
    _node()


def _node() -> None:
    """Node measures the alert's parts itself."""
    include = "--test-coverage-include=theme/components/alert/*.js"
    ran = node_tests(None, "--experimental-test-coverage", include)
    rows = re.findall(r"^# +(\w+\.js) *\| *([\d.]+) \| *([\d.]+) ", ran.stdout, re.MULTILINE)
    for name, lines, branches in rows:
        sys.stderr.write(f"{name}: lines {lines} %, branches {branches} %\n")
    measured = {name.removesuffix(".js"): min(float(lines), float(branches)) for name, lines, branches in rows}
    if ran.returncode or not set(PARTS) <= measured.keys() or min(measured.values()) < LEAST:
        sys.exit(f"The alert's parts are covered by less than {LEAST} %, or their tests fail.")


if __name__ == "__main__":
    main()
