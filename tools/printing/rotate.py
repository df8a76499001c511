"""Turns the pages of a PDF by /Rotate, in an update behind its end as editors write it."""
import pathlib, re


def turn(path, degrees):
    """REQUIRES: a PDF with a plain cross-reference table and pages that are objects of their own, as Chromium writes them."""
    bytes_ = pathlib.Path(path).read_bytes()
    entries, update = [], b"\n"
    for match in re.finditer(rb"(?m)^(\d+) 0 obj\r?\n(<<(?:(?!endobj).)*?/Type\s*/Page\b(?:(?!endobj).)*?>>)\s*endobj", bytes_, re.S):
        entries.append((int(match[1]), len(bytes_) + len(update)))
        update += b"%s 0 obj\n<</Rotate %d\n%s\nendobj\n" % (match[1], degrees, match[2][2:])
    trailer = re.search(rb"trailer\s*<<(.*?)>>\s*startxref\s*(\d+)", bytes_, re.S)
    at = len(bytes_) + len(update)
    update += b"xref\n" + b"".join(b"%d 1\n%010d 00000 n \n" % entry for entry in entries)
    update += b"trailer\n<<%s/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (trailer[1], trailer[2], at)
    pathlib.Path(path).write_bytes(bytes_ + update)
