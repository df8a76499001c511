"""Sheets drawn by Pango and Cairo: rules as strokes, one letter run a line."""
import cairo, gi
gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo
from sheet import Paragraph, Table

PAD, MARGIN = 3, 48


class Printer:
    def __init__(self, path, font, size, width, height, margin=MARGIN, pad=PAD, gap=12, centred=False):
        self.width, self.height, self.margin, self.pad, self.gap, self.centred = width, height, margin, pad, gap, centred
        self.surface = cairo.PDFSurface(str(path), width, height)
        self.surface.set_metadata(cairo.PDFMetadata.CREATE_DATE, "2023-01-01T00:00:00Z")
        self.cairo = cairo.Context(self.surface)
        self.font, self.size, self.y = font, size, margin
        self.cells = [[]]  # of each page: x0, y0, x1, y1 of what rules enclose, points

    def layout(self, text, width, times=1, mono=False):
        layout = PangoCairo.create_layout(self.cairo)
        layout.set_font_description(Pango.FontDescription(f"{'DejaVu Sans Mono' if mono else self.font} {self.size * times}"))
        layout.set_width(int(width * Pango.SCALE))
        layout.set_wrap(Pango.WrapMode.WORD_CHAR)
        layout.set_text(text, -1)
        return layout

    def show(self, layout, x, y):
        self.cairo.move_to(x, y)
        PangoCairo.show_layout(self.cairo, layout)

    def new_page(self):
        self.cairo.show_page()
        self.cells.append([])
        self.y = self.margin

    def paragraph(self, block):
        if block.break_before:
            self.new_page()
        layout = self.layout(block.text, self.width - 2 * self.margin, block.size, block.mono)
        if block.centred:
            layout.set_alignment(Pango.Alignment.CENTER)
        self.show(layout, self.margin, self.y)
        self.y += layout.get_pixel_size()[1] + 6

    def stroke(self, *lines):
        for x0, y0, x1, y1 in lines:
            self.cairo.move_to(x0, y0)
            self.cairo.line_to(x1, y1)
        self.cairo.set_line_width(0.6)
        self.cairo.stroke()

    def upright(self, cell, edges):
        return "\n".join(cell.text) if cell.upright else cell.text

    def table(self, table):
        widths = table.widths or [1] * table.columns
        unit = (self.width - 2 * self.margin) / sum(widths)
        edges = [self.margin + unit * sum(widths[:i]) for i in range(table.columns + 1)]
        layouts = {id(c): self.layout(self.upright(c, edges), edges[c.column + c.columns] - edges[c.column] - 2 * self.pad) for c in table.cells}
        need = {id(c): layouts[id(c)].get_pixel_size()[1] + 2 * self.pad for c in table.cells}
        heights = [max([need[id(c)] for c in table.cells if c.row == r and c.rows == 1] or [self.size * 1.5 + 2 * self.pad]) for r in range(table.rows)]
        for c in table.cells:
            lacks = need[id(c)] - sum(heights[c.row:c.row + c.rows])
            if lacks > 0:
                heights[c.row + c.rows - 1] += lacks
        if self.centred:
            for layout in layouts.values():
                layout.set_alignment(Pango.Alignment.CENTER)
        row = 0
        while row < table.rows:  # a stretch a page
            end, y = row, self.y
            while end < table.rows and y + heights[end] <= self.height - self.margin:
                y += heights[end]
                end += 1
            if end == row and self.y > self.margin:  # no room for a row
                self.new_page()
                continue
            self.stretch(table, row, max(end, row + 1), heights, edges, layouts)
            row = max(end, row + 1)
            if row < table.rows:
                self.new_page()
        self.y += self.gap

    def stretch(self, table, begin, end, heights, edges, layouts):
        tops = {r: self.y + sum(heights[begin:r]) for r in range(begin, end + 1)}
        for c in table.cells:
            top, bottom = max(c.row, begin), min(c.row + c.rows, end)
            if top >= bottom:
                continue
            x0, x1, y0, y1 = edges[c.column], edges[c.column + c.columns], tops[top], tops[bottom]
            if c.row >= begin:
                self.show(layouts[id(c)], x0 + self.pad, y0 + self.pad)
            if table.rules == "all":
                self.cells[-1].append((x0, y0, x1, y1))
                self.stroke((x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1))
            elif table.rules == "inner":
                self.stroke(*([(x0, y1, x1, y1)] if bottom < table.rows else []), *([(x1, y0, x1, y1)] if c.column + c.columns < table.columns else []))
            elif table.rules == "rows":
                self.stroke((x0, y1, x1, y1))
        self.y = tops[end]


def print_to(path, blocks, font="WenQuanYi Micro Hei", size=9, width=595, height=842, **more):
    """Draws blocks as a PDF; the cells that rules enclose, page by page."""
    printer = Printer(path, font, size, width, height, **more)
    for block in blocks:
        printer.table(block) if isinstance(block, Table) else printer.paragraph(block)
    printer.surface.finish()
    return printer.cells
