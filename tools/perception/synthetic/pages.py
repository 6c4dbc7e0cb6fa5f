"""HTML of invented programs: every page has a random theme, layout and wording."""

from dataclasses import dataclass

from colours import css, harmony, hsv, pick
from lettering import word, words

FONTS = ["Inter", "DejaVu Sans", "Liberation Sans", "Noto Sans", "Liberation Sans Narrow", "Inter Display"]
MONO = ["DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono"]
SIGNS = ["☰", "⚙", "✎", "★", "⌂", "✉", "⇩", "⟳", "▤", "◧", "✓", "＋", "▶", "◉"]


@dataclass(frozen=True)
class Theme:
    dark: bool
    back: str
    panel: str
    ink: str
    faint: str
    line: str
    accent: str
    font: str
    size: int
    radius: int

    @staticmethod
    def of(rng):
        dark, hue, tint = rng.random() < 0.42, rng.random(), rng.uniform(0, 0.2)
        accent = hsv(rng.random(), rng.uniform(0.55, 0.95), rng.uniform(0.6, 0.95))
        tones = (0.1, 0.17, 0.9, 0.55, 0.28) if dark else (0.97, 1.0, 0.13, 0.5, 0.85)
        shift = rng.uniform(-0.03, 0.06) if dark else -rng.uniform(0, 0.06)
        colours = [css(hsv(hue, tint if dark else tint * 0.25, tone + shift)) for tone in tones]
        return Theme(dark, *colours, css(accent), pick(rng, FONTS), int(rng.integers(11, 18)), int(pick(rng, [0, 2, 4, 6, 10, 16])))


def document(rng, kind, theme):
    style = f"""*{{box-sizing:border-box}}body{{margin:0;height:100vh;overflow:hidden;background:{theme.back};color:{theme.ink};
font:{theme.size}px '{theme.font}'}}.row{{display:flex}}.panel{{background:{theme.panel};border:1px solid {theme.line};
border-radius:{theme.radius}px;padding:12px}}.faint{{color:{theme.faint}}}.button{{display:inline-block;padding:5px 14px;margin:3px;
border:1px solid {theme.line};border-radius:{theme.radius}px}}.main{{background:{theme.accent};color:#fff;border-color:transparent}}
.field{{border:1px solid {theme.line};border-radius:{theme.radius}px;padding:5px 8px;margin:3px 0 10px;background:{theme.back};min-height:28px}}
table{{border-collapse:collapse;width:100%}}td,th{{border-bottom:1px solid {theme.line};padding:5px 8px;text-align:left;white-space:nowrap}}
.bar{{display:flex;gap:14px;align-items:center;padding:8px 14px;border-bottom:1px solid {theme.line};background:{theme.panel}}}"""
    return f"<!doctype html><meta charset=utf-8><style>{style}</style><body>{kind(rng, theme)}"


def capital(text):
    return text[:1].upper() + text[1:]


def label(rng, low=1, high=3):
    return capital(words(rng, low, high))


def button(rng, theme):
    return f'<span class="button {"main" if rng.random() < 0.4 else ""}">{label(rng, 1, 2)}</span>'


def bar(rng, theme):
    coloured = f' style="background:{theme.accent};color:#fff"' if rng.random() < 0.3 else ""
    items = "".join(f"<span>{label(rng, 1, 1)}</span>" for _ in range(rng.integers(2, 8)))
    return f'<div class=bar{coloured}><b>{pick(rng, SIGNS)} {label(rng, 1, 1)}</b>{items}</div>'


def sidebar(rng, theme):
    rows = ""
    for index in range(rng.integers(6, 18)):
        chosen = f"background:{theme.accent};color:#fff;" if index == 2 else ""
        rows += f'<div style="{chosen}padding:6px 12px;border-radius:{theme.radius}px">{pick(rng, SIGNS)} {label(rng, 1, 2)}</div>'
    return f'<div class=panel style="width:{rng.integers(140, 260)}px;height:100vh;flex:none;border-radius:0">{rows}</div>'


def controls(rng, theme, count):
    html = ""
    for _ in range(count):
        kind, name = rng.integers(6), label(rng)
        if kind == 0:
            html += f'<label>{name}</label><div class=field>{words(rng, 0, 4)}</div>'
        elif kind == 1:
            html += f'<label>{name}</label><div class="field row" style="justify-content:space-between"><span>{label(rng)}</span>▾</div>'
        elif kind == 2:
            html += f'<p><input type=checkbox {"checked" if rng.random() < 0.5 else ""}> {name} <input type=radio checked> {label(rng, 1, 1)}</p>'
        elif kind == 3:
            html += f'<p>{name} <input type=range style="accent-color:{theme.accent};width:40%"> {rng.integers(0, 100)}</p>'
        elif kind == 4:
            knob = f'<span style="display:inline-block;width:34px;height:18px;border-radius:9px;background:{theme.accent}"></span>'
            html += f'<p class=row style="justify-content:space-between"><span>{name}</span>{knob}</p>'
        else:
            html += f'<p class=faint>{capital(words(rng, 5, 16))}.</p>'
    return html


def form(rng, theme):
    columns = "".join(f'<div style="flex:1;padding:0 14px">{controls(rng, theme, int(rng.integers(4, 11)))}</div>' for _ in range(rng.integers(1, 3)))
    side = sidebar(rng, theme) if rng.random() < 0.4 else ""
    return f'{bar(rng, theme)}<div class=row>{side}<div style="flex:1;padding:16px"><h2>{label(rng)}</h2><div class=row>{columns}</div>{button(rng, theme)}{button(rng, theme)}</div></div>'


def table(rng, theme):
    columns = int(rng.integers(3, 8))
    head = "".join(f"<th>{label(rng, 1, 2)}</th>" for _ in range(columns))
    def value():
        kind = rng.integers(4)
        return [words(rng, 1, 3), f"{rng.integers(0, 99999)}", f"{rng.integers(1, 28)}.{rng.integers(1, 12)}.20{rng.integers(10, 30)}", "✓" if rng.random() < 0.5 else "—"][kind]
    body = "".join(f'<tr style="background:{theme.panel if row % 2 else theme.back}">' + "".join(f"<td>{value()}</td>" for _ in range(columns)) + "</tr>" for row in range(rng.integers(6, 26)))
    return f'{bar(rng, theme)}<div style="padding:14px"><h3>{label(rng)}</h3>{button(rng, theme)}{button(rng, theme)}<table><tr>{head}</tr>{body}</table></div>'


def chart(rng, width, height, colour):
    count = int(rng.integers(6, 24))
    values = rng.random(count) * height * 0.9
    if rng.random() < 0.5:
        step = width / count
        marks = "".join(f'<rect x="{i * step:.0f}" y="{height - v:.0f}" width="{step * 0.7:.0f}" height="{v:.0f}" fill="{colour}"/>' for i, v in enumerate(values))
    else:
        path = " ".join(f"{i * width / (count - 1):.0f},{height - v:.0f}" for i, v in enumerate(values))
        marks = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
    return f'<svg width="100%" viewBox="0 0 {width} {height}">{marks}<path d="M0 {height - 1}H{width}M0 0V{height}" stroke="#888"/></svg>'


def dashboard(rng, theme):
    tones = [css(colour) for colour in harmony(rng, 3)]
    numbers = "".join(f'<div class=panel style="flex:1"><span class=faint>{label(rng, 1, 2)}</span><h2 style="margin:4px 0">{rng.integers(1, 9999):,}</h2></div>' for _ in range(rng.integers(2, 6)))
    charts = "".join(f'<div class=panel style="flex:1"><b>{label(rng)}</b>{chart(rng, 300, int(rng.integers(90, 190)), pick(rng, tones))}</div>' for _ in range(rng.integers(1, 4)))
    side = sidebar(rng, theme) if rng.random() < 0.6 else ""
    return f'<div class=row>{side}<div style="flex:1">{bar(rng, theme)}<div class=row style="gap:12px;padding:12px">{numbers}</div><div class=row style="gap:12px;padding:0 12px">{charts}</div><div style="padding:12px">{controls(rng, theme, 3)}</div></div></div>'


def editor(rng, theme):
    tones = [css(hsv(rng.random(), 0.5 if theme.dark else 0.9, 0.9 if theme.dark else 0.6)) for _ in range(4)]
    rows, depth = "", 0
    for number in range(1, rng.integers(18, 60)):
        depth = max(0, min(5, depth + int(rng.integers(-1, 2))))
        parts = "".join(f'<span style="color:{pick(rng, [*tones, theme.ink])}">{word(rng)}</span>{pick(rng, [" ", "(", ").", " = ", ": ", ", "])}' for _ in range(rng.integers(0, 7)))
        rows += f'<div style="white-space:pre"><span class=faint>{number:4}  </span>{"  " * depth}{parts}</div>'
    tabs = "".join(f'<span style="padding:6px 14px;border-right:1px solid {theme.line}">{word(rng)}.{pick(rng, ["ts", "py", "c", "md"])}</span>' for _ in range(rng.integers(1, 5)))
    code = f'<div style="flex:1"><div class=row style="background:{theme.panel}">{tabs}</div><div style="font:{theme.size}px \'{pick(rng, MONO)}\';line-height:1.5">{rows}</div></div>'
    return f'<div class=row>{sidebar(rng, theme) if rng.random() < 0.6 else ""}{code}</div>'


def terminal(rng, theme):
    back, ink = pick(rng, [("#000", "#ddd"), ("#101418", "#8f8"), ("#300a24", "#eee"), ("#fff", "#222"), ("#002b36", "#93a1a1")])
    rows = "".join(f'<div><b style="color:{theme.accent}">{word(rng)}@{word(rng)}:~$</b> {words(rng, 1, 4)}</div>' + "".join(f"<div>{words(rng, 1, 9)} {rng.integers(999)}</div>" for _ in range(rng.integers(0, 8))) for _ in range(8))
    return f'<div style="background:#444;color:#eee;padding:5px 12px">● ● ● &nbsp; {word(rng)}</div><div style="background:{back};color:{ink};height:100vh;padding:8px;font:{theme.size}px \'{pick(rng, MONO)}\'">{rows}</div>'


def swatch(rng, high):
    """A stand-in for a picture: a gradient of two colours."""
    a, b = (css(colour) for colour in harmony(rng, 2))
    return f'<div style="height:{high}px;background:linear-gradient({rng.integers(360)}deg,{a},{b})"></div>'


def graph(rng, theme):
    """A node editor: boxes with sockets, joined by wires, over a grid."""
    wires, boxes, ends = "", "", []
    for _ in range(rng.integers(4, 13)):
        x, y, w = rng.integers(0, 1100), rng.integers(30, 600), rng.integers(130, 280)
        head = pick(rng, [theme.panel, css(harmony(rng, 1, (0.2, 0.6), (0.25, 0.6))[0])])
        rows = "".join(f'<div style="padding:3px 8px"><span style="color:{css(harmony(rng, 1)[0])}">●</span> {word(rng)} <span class=faint>{rng.integers(999)}</span></div>' for _ in range(rng.integers(2, 9)))
        inner = swatch(rng, int(rng.integers(60, 160))) if rng.random() < 0.3 else ""
        boxes += f'<div style="position:absolute;left:{x}px;top:{y}px;width:{w}px;background:{theme.panel};border:1px solid {theme.line};border-radius:{theme.radius}px;font-size:12px"><div style="background:{head};padding:4px 8px;color:{"#fff" if head != theme.panel else theme.ink}">{label(rng, 1, 3)}</div>{rows}{inner}</div>'
        ends.append((x, y + 40, x + w, y + 40))
    for (_, _, x, y), (u, v, _, _) in zip(ends, ends[1:]):
        wires += f'<path d="M{x} {y}C{x + 90} {y} {u - 90} {v} {u} {v}" fill="none" stroke="{css(harmony(rng, 1)[0])}" stroke-width="2.5"/>'
    grid = f"background-image:linear-gradient({theme.line} 1px,transparent 1px),linear-gradient(90deg,{theme.line} 1px,transparent 1px);background-size:{rng.integers(16, 60)}px {rng.integers(16, 60)}px;"
    return f'<div style="position:absolute;inset:0;{grid if rng.random() < 0.6 else ""}"><svg width=1500 height=900 style="position:absolute">{wires}</svg>{boxes}</div>'


def dialog(rng, theme):
    """A window before a plain or patterned desktop."""
    behind = pick(rng, [form, table, dashboard])(rng, theme) if rng.random() < 0.5 else ""
    shade = f"background:rgba(0,0,0,{rng.uniform(0.2, 0.6):.2f})" if behind else f"background:linear-gradient({css(harmony(rng, 1)[0])},{css(harmony(rng, 1)[0])})"
    width = int(rng.integers(300, 560))
    title = f'<div class=row style="justify-content:space-between"><b>{label(rng)}</b><span>─ ☐ ✕</span></div>'
    box = f'<div class=panel style="position:absolute;left:50%;top:50%;width:{width}px;transform:translate(-50%,-50%);box-shadow:0 8px 30px #0006">{title}<hr style="border-color:{theme.line}">{controls(rng, theme, int(rng.integers(1, 5)))}<div style="text-align:right">{button(rng, theme)}{button(rng, theme)}</div></div>'
    return f'{behind}<div style="position:absolute;inset:0;{shade}">{box}</div>'


def files(rng, theme):
    """A file manager or gallery: a grid of icons or thumbnails."""
    pictures, side = rng.random() < 0.35, int(rng.integers(70, 150))
    def entry():
        icon = swatch(rng, side) if pictures else f'<div style="font-size:{side // 2}px;color:{theme.accent}">{pick(rng, ["▇", "▤", "◧", "🗀", "🗎"])}</div>'
        return f'<div style="width:{side + 20}px;padding:8px;text-align:center;overflow:hidden">{icon}<div>{word(rng)}.{pick(rng, ["txt", "png", "zip", "doc"])}</div></div>'
    grid = "".join(entry() for _ in range(rng.integers(8, 50)))
    return f'{bar(rng, theme)}<div class=row>{sidebar(rng, theme)}<div class=row style="flex-wrap:wrap;align-content:flex-start;flex:1">{grid}</div></div>'


def article(rng, theme):
    parts = "".join(f"<h2>{label(rng, 2, 5)}</h2>" + "".join(f"<p>{capital(words(rng, 20, 70))}.</p>" for _ in range(rng.integers(1, 3))) for _ in range(4))
    image = swatch(rng, int(rng.integers(80, 220))) if rng.random() < 0.4 else ""
    return f'{bar(rng, theme)}<div class=row>{sidebar(rng, theme) if rng.random() < 0.5 else ""}<div style="max-width:760px;margin:auto;padding:10px 24px"><h1>{label(rng, 2, 5)}</h1>{image}{parts}</div></div>'


def phone(rng, theme):
    """A phone's screen: a header, cards or messages, tabs at the bottom."""
    def row():
        if rng.random() < 0.4:
            mine = rng.random() < 0.5
            return f'<div style="margin:8px;margin-{"left" if mine else "right"}:30%;padding:9px;border-radius:14px;background:{theme.accent if mine else theme.panel};color:{"#fff" if mine else theme.ink}">{capital(words(rng, 3, 14))}</div>'
        dot = f'<span style="width:38px;height:38px;border-radius:19px;background:{css(harmony(rng, 1)[0])};flex:none"></span>'
        return f'<div class="row panel" style="margin:8px;gap:10px">{dot}<div><b>{label(rng, 1, 2)}</b><div class=faint>{words(rng, 2, 7)}</div></div></div>'
    top = f'<div style="background:{theme.accent};color:#fff;padding:26px 14px 12px;font-size:20px">☰ &nbsp; {label(rng, 1, 2)}</div>'
    tabs = "".join(f'<span style="flex:1;text-align:center">{pick(rng, SIGNS)}<br><small>{label(rng, 1, 1)}</small></span>' for _ in range(4))
    body = (swatch(rng, 160) if rng.random() < 0.3 else "") + "".join(row() for _ in range(12))
    return f'{top}{body}<div class=row style="position:absolute;bottom:0;left:0;right:0;background:{theme.panel};border-top:1px solid {theme.line};padding:8px">{tabs}</div>'


PAGES = [form, form, table, dashboard, editor, terminal, graph, graph, dialog, dialog, files, article, phone, phone]
