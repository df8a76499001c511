"""Prints the PDFs and scans of corpus/ anew: those whose names begin as the arguments do, or all."""
import sys

sys.dont_write_bytecode = True
import form_cases, table_cases


def wanted(case):
    return len(sys.argv) == 1 or any(case.startswith(name) for name in sys.argv[1:])


form_cases.print_all(wanted)
table_cases.print_all(wanted)
