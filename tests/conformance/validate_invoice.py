#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""validate_invoice.py FOLDER FILE...: holds electronic invoices against the published schema and rules of Factur-X, profile
EN 16931, that lie in FOLDER (see scripts/conformance). Prints a line for each fault: file, rule, what it says. Exit status 1
where there is one."""
import pathlib
import subprocess
import sys
import xml.etree.ElementTree as tree

folder = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(folder))
from saxonche import PySaxonProcessor  # noqa: E402

rules = folder / "facturx" / "xsd_and_schematron" / "facturx-en16931"
REPORT = "{http://purl.oclc.org/dsdl/svrl}"
faults = 0


def fault(file, rule, text):
    global faults
    faults += 1
    print(f"{pathlib.Path(file).name}: {rule}: {' '.join(text.split())}")


with PySaxonProcessor(license=False) as processor:
    check = processor.new_xslt30_processor().compile_stylesheet(stylesheet_file=str(rules / "FACTUR-X_EN16931.xslt"))
    for file in sys.argv[2:]:
        schema = subprocess.run(["xmllint", "--noout", "--schema", str(rules / "Factur-X_EN16931.xsd"), file],
                                capture_output=True, text=True, check=False)
        if schema.returncode != 0:
            fault(file, "schema", schema.stderr)
        report = tree.fromstring(check.transform_to_string(source_file=file))
        for failed in list(report.iter(REPORT + "failed-assert")) + list(report.iter(REPORT + "successful-report")):
            fault(file, failed.get("id") or failed.get("location"), "".join(failed.itertext()))
sys.exit(1 if faults else 0)
