"""Brings pictures of known media out of packages of Debian, npm and PyPI, to train on.

    python tools/perception/sources/fetch.py --out WORK/packages

Reads packages.jsonl beside itself, a line for each package and medium:
`{"registry", "package", "version", "licence", "media", "files"}`. `media` are the labels that the pictures may have,
several where it cannot be told which; `files` are paths inside the package. Writes the pictures and OUT/labels.jsonl,
and says what a later version of a package has no more. Needs apt-get, npm and pip.
"""

import argparse
import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def unpack_debian(entry, folder):
    run("apt-get", "-qq", "download", entry["package"], cwd=folder)
    for archive in folder.glob("*.deb"):
        run("dpkg-deb", "-x", str(archive), str(folder / "files"), cwd=folder)


def unpack_npm(entry, folder):
    run("npm", "pack", "--silent", f"{entry['package']}@{entry['version']}", cwd=folder)
    unpack_archives(folder)


def unpack_pypi(entry, folder):
    wanted = f"{entry['package']}=={entry['version']}"
    run(sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", wanted, cwd=folder)
    unpack_archives(folder)


def unpack_archives(folder):
    for archive in [*folder.glob("*.tgz"), *folder.glob("*.tar.gz")]:
        with tarfile.open(archive) as opened:
            opened.extractall(folder / "files", filter="data")
    for archive in [*folder.glob("*.whl"), *folder.glob("*.zip")]:
        with zipfile.ZipFile(archive) as opened:
            opened.extractall(folder / "files")


UNPACK = {"debian": unpack_debian, "npm": unpack_npm, "pypi": unpack_pypi}


def source_of(entry):
    return f"{entry['registry']}:{entry['package']}"


def copied(entry, root, out):
    """A label for each of the entry's pictures that the unpacked package has, copied to OUT."""
    source = source_of(entry)
    for path in entry["files"]:
        name = f"{source}/{path}".replace(":", "-").replace("@", "")
        if not (root / path).is_file():
            print(f"{source} has no {path}", file=sys.stderr)
            continue
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, out / name)
        yield {"file": name, "label": entry["media"][0], "media": entry["media"], "kind": "package", "source": source}


def take(entries, out):
    """The labels of the pictures that all entries of one package give."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        UNPACK[entries[0]["registry"]](entries[0], folder)
        return [row for entry in entries for row in copied(entry, folder / "files", out)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    packages = {}
    for entry in map(json.loads, (HERE / "packages.jsonl").read_text().splitlines()):
        packages.setdefault(source_of(entry), []).append(entry)
    with (args.out / "labels.jsonl").open("w") as labels:
        for source, entries in packages.items():
            rows = take(entries, args.out)
            print(f"{source}: {len(rows)} pictures", flush=True)
            labels.writelines(json.dumps(row) + "\n" for row in rows)


if __name__ == "__main__":
    main()
