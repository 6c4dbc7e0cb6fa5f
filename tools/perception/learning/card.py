"""docs/perception-model.md: the model card, its figures from the report."""

import collections

TEXT = """# The perception model

What `imprompt perceive` prints and `imprompt describe` builds on: {size:.2f} MB of coefficients in `src/analysis/perception/model.bin`, over {columns} handcrafted descriptors of the picture (`src/analysis/perception/descriptors`). Two heads, each a network of one hidden layer, two trained apart and averaged (256 hidden units each for the medium, 128 for the scene): **medium**, 15 labels, and **scene**, {scenes} labels of place, time and weather, "none" among them for pictures that show no place. This page is written by `tools/perception/train.py`; tools/perception/README.md has the steps.

## What it is for, and what not

It names the medium of a picture and the kind of place, time and weather in it, offline and in 30 to 50 milliseconds, so that a prompt has a first word. It does not know objects or people, recognises nobody, and is not made to tell generated pictures from real ones. It learned from few pictures, so it is silent where it is unsure: a phrase is said only above a chance at which it was right often enough on held-out pictures.

## Training data

Labelled pictures: {real} of medium and scene from {sources} public repositories, labelled as their repositories sort them; the figures below are about them. Pictures out of packages: {packaged} of known medium out of {packages} packages of Debian, npm and PyPI (`tools/perception/sources/packages.jsonl` names every file, and the licence of those of npm and PyPI), chosen by eye to train on and to raise thresholds by, none a near copy of a labelled picture. None of all these pictures is part of this project. A painting of unknown kind may be any of oil painting, watercolor and digital painting; photographs of places count as photographs too, in color or not. Each was seen as it is and up to three times cropped, resized, recompressed, blurred and recolored. Synthetic pictures: {synthetic} by the {generators} generators of `tools/perception/synthetic`, some drawn from nothing, some made from the photographs; whoever wrote those generators had seen the real pictures, so leaving a source out is a little less strict than it sounds.

A picture out of a package that may be one of several media is counted at each.

| medium | labelled (sources) | out of packages (packages) | synthetic |
| --- | --- | --- | --- |
{counts}

## Figures

Held out at random (5 folds by file) and by source: each source is left out in its turn, with all synthetic pictures made of its photographs (small sources are left out several at a time), and judged by a model that never saw it. The second is *the* figure for pictures from elsewhere. Packages are left out a fifth at a time. Expected calibration error over ten bins, after one temperature fitted on the held-out chances.

| head | split | top-1 | calibration error | spoken: precision | coverage | spoken, of all labelled pictures: precision | coverage |
| --- | --- | --- | --- | --- | --- | --- | --- |
{summary}

The pictures out of packages, {told} whose medium is one, judged by a model that saw nothing of their package: top-1 {package_top1}, spoken {package_precision} right at {package_coverage} coverage. Thresholds were fitted without them, and raised where a phrase was right less often than three times in four among them. They are no fair sample of pictures (icons and screenshots are many), but {told_packages} more sources.

By label, recall and precision of the most likely label, and what it is most often mistaken for:

{labels}

Said from which chance on, and how often it was right there on held-out pictures (by source for medium, at random for scene; the thresholds were chosen on the same pictures, so expect a little less elsewhere):

| phrase | from | right |
| --- | --- | --- |
{phrases}

{silent}

## Known confusions and limits

- Every scene label comes from one source, so that leave-one-source-out cannot be measured for scenes: the random split is all there is, and part of what it rewards may be the source's own look.
- Photographs of realistic oil paintings, and digital paintings of anime figures, look like photographs and digital paintings to measurements that know no things: most mistakes are there. Oil painting and watercolor are still mistaken for one another.
- Few real pictures were found of watercolors, anime, pencil sketches and hand-drawn diagrams; digital painting has twelve labelled pictures and hand-drawn diagram and poster one labelled source each.
- The look of early digital cameras, of heavy recompression and of upscaled thumbnails is partly the look of a source here.
"""


def share(value):
    return f"{100 * value:.1f} %"


def label_rows(head, names):
    table = head.get("loso", head["random"])["confusion"]
    rows = []
    for at, name in enumerate(names):
        total, given = sum(table[at]), sum(row[at] for row in table)
        if total == 0:
            continue
        wrong = sorted(((count, names[to]) for to, count in enumerate(table[at]) if to != at and count), reverse=True)
        mistaken = ", ".join(f"{other} {count}" for count, other in wrong[:3])
        precision = share(table[at][at] / given) if given else "never given"
        rows.append(f"| {name} | {total} | {share(table[at][at] / total)} | {precision} | {mistaken} |")
    return rows


def labels_table(report):
    head = "| label | pictures | recall | precision | mistaken for |\n| --- | --- | --- | --- | --- |"
    return "\n\n".join(
        f"**{name}** ({'by source' if 'loso' in part else 'at random'})\n\n" + "\n".join([head, *label_rows(part, part["labels"])])
        for name, part in report.items()
    )


def summary_rows(report):
    for name, part in report.items():
        for key, split in (("random", "at random"), ("loso", "by source")):
            if key in part:
                said = part["spoken"][key]
                figures = [part[key]["top1"], part[key]["ece"], said["precision"], said["coverage"]]
                figures += [said["all"]["precision"], said["all"]["coverage"]]
                yield f"| {name} | {split} | " + " | ".join(share(value) for value in figures) + " |"


def count_rows(names, rows):
    made = collections.Counter(row["label"] for row in rows if row["synthetic"] and row["variant"] == 0)
    real, packaged = collections.defaultdict(list), collections.defaultdict(list)
    for row in rows:
        if row["variant"] > 0:
            continue
        if row["kind"] == "package":
            for medium in row["media"]:
                packaged[medium].append(row["source"])
        elif not row["synthetic"] and row["kind"] == "medium":
            real[row["label"]].append(row["source"])
    for name in names:
        counts = " | ".join(f"{len(found[name])} ({len(set(found[name]))})" for found in (real, packaged))
        yield f"| {name} | {counts} | {made[name]} |"


def phrase_rows(rules):
    for rule in rules:
        if rule.threshold is not None:
            yield f"| {rule.text} | {rule.threshold:.2f} | {share(rule.precision)} of {rule.said} |"


def write_card(path, report, rules, rows, columns, size):
    once = [row for row in rows if row["variant"] == 0]
    packaged = [row for row in once if row["kind"] == "package" and row["media"]]
    real = [row for row in once if not row["synthetic"] and row["kind"] != "package"]
    synthetic = [row for row in once if row["synthetic"]]
    silent = [rule.text for rule in rules if rule.threshold is None]
    judged = report["medium"]["packages"]
    path.write_text(
        TEXT.format(
            size=size / 1e6,
            columns=columns,
            scenes=len(report["scene"]["labels"]),
            real=len(real),
            sources=len({row["source"] for row in real}),
            packaged=len(packaged),
            packages=len({row["source"] for row in packaged}),
            told=judged["n"],
            told_packages=judged["packages"],
            package_top1=share(judged["top1"]),
            package_precision=share(judged["spoken"]["precision"]),
            package_coverage=share(judged["spoken"]["coverage"]),
            synthetic=len(synthetic),
            generators=len({row["source"] for row in synthetic}),
            counts="\n".join(count_rows(report["medium"]["labels"], rows)),
            summary="\n".join(summary_rows(report)),
            labels=labels_table(report),
            phrases="\n".join(phrase_rows(rules)),
            silent="Never said, only suggested: " + ", ".join(silent) + "." if silent else "Every phrase is said somewhere.",
        )
    )
