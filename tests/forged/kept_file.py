"""Harms to the whole file that lose nothing: separators, line ends, encodings."""
from registry import FILE, harm


def register_encoding(name, words, encoding, mark=b"", line_end=None):
    def do(p):
        p.encoding, p.mark = encoding, mark
        if line_end:
            p.line_end = line_end
        text = "".join(c.text for r in p.rows for c in r.cells)
        try:
            text.encode(encoding)
        except UnicodeEncodeError:
            p.encoding, p.mark = "utf-8", b""
            return False
        return True
    do.__doc__ = words
    harm(name, FILE, group="encoding")(do)


register_encoding("gb18030", "GB18030", "gb18030")
register_encoding("gbk-crlf", "GBK with CRLF", "gbk", line_end="\r\n")
register_encoding("utf16le", "UTF-16LE with a mark", "utf-16-le", b"\xff\xfe")
register_encoding("utf16be", "UTF-16BE with a mark", "utf-16-be", b"\xfe\xff")
register_encoding("utf16le-bare", "UTF-16LE without a mark", "utf-16-le")
register_encoding("utf16be-bare", "UTF-16BE without a mark", "utf-16-be")
register_encoding("utf8-mark", "UTF-8 with a mark", "utf-8", b"\xef\xbb\xbf")


@harm("crlf", FILE, group="line-end")
def crlf(p):
    """CRLF line ends"""
    p.line_end = "\r\n"
    return True


@harm("cr", FILE, group="line-end")
def cr(p):
    """CR line ends"""
    p.line_end = "\r"
    return True


@harm("line-ends-mixed", FILE, group="line-end")
def line_ends_mixed(p):
    """LF and CRLF mixed"""
    p.on_text.append(lambda text: "\n".join(line + ("\r" if p.rng.random() < .5 else "") for line in text.split("\n")))
    return True


@harm("aligned-spaces", FILE, group="separator")
def aligned_spaces(p):
    """columns of spaces instead of tabs"""
    p.aligned = True
    return True


@harm("bars", FILE, group="separator")
def bars(p):
    """| a | b | instead of tabs"""
    if p.bars is None:  # quotes of several lines do not stand within bars
        return False
    p.bars = True
    return True


@harm("bar-bare", FILE, group="separator")
def bar_bare(p):
    """a|b instead of tabs"""
    p.separator = "|"
    return True


@harm("semicolons", FILE, group="separator")
def semicolons(p):
    """a;b instead of tabs"""
    if any(";" in c.text for r in p.rows for c in r.cells):
        return False
    p.separator = ";"
    return True


@harm("ends-without-tab", FILE)
def ends_without_tab(p):
    """the last line trimmed, no line end"""
    p.final_line_end = False
    p.on_text.append(lambda text: text.rstrip("\t\n "))
    return True


@harm("line-ends-many", FILE)
def line_ends_many(p):
    """many line ends at the end"""
    p.final_line_end = True
    p.on_text.append(lambda text: text + "\n" * p.rng.randint(2, 9))
    return True
