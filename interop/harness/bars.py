"""A small chart of bars as SVG: panels side by side, in each a pair of bars a name. Readable on light and dark ground."""

from html import escape

WIDTH, NAMES, PANEL, GAP = 920, 95, 170, 35
BAR, PAIR, TOP = 11, 34, 48
COLOURS = ("#3b7dd8", "#e08a2e")
STYLE = "text{font:12px sans-serif;fill:#888}.v{font-size:10px}"


def chart(names, series, panels):
    """Draws panels (title, values): a value for each name and series."""
    height = TOP + PAIR * len(names) + 30
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">',
        f"<style>{STYLE}</style>",
    ]
    for i, name in enumerate(names):
        parts.append(text(0, TOP + PAIR * i + PAIR / 2, name))
    for i, (title, values) in enumerate(panels):
        parts += panel(NAMES + i * (PANEL + GAP), title, values)
    x = NAMES
    for label, colour in zip(series, COLOURS):
        parts.append(f'<rect x="{x}" y="{height - 20}" width="10" height="10" fill="{colour}"/>')
        parts.append(text(x + 15, height - 11, label))
        x += 200
    return "\n".join([*parts, "</svg>", ""])


def panel(left, title, values):
    most = max(value for pair in values for value in pair)
    yield text(left, TOP - 22, title)
    for i, pair in enumerate(values):
        for j, value in enumerate(pair):
            y = TOP + PAIR * i + j * (BAR + 2)
            width = max(1.0, value / most * (PANEL - 45))
            yield f'<rect x="{left}" y="{y}" width="{width:.1f}" height="{BAR}" fill="{COLOURS[j]}"/>'
            yield text(left + width + 4, y + BAR - 2, f"{value:,.0f}", "v")


def text(x, y, words, kind=None):
    attribute = f' class="{kind}"' if kind else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{attribute}>{escape(words)}</text>'
