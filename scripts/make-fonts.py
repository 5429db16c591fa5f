#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the console's fonts from Inter and DejaVu Sans Mono (Debian packages fonts-inter, fonts-dejavu-core).

Qt 6.4 cannot switch OpenType features, so tabular figures need a font of their own: "Tenantry Tab" is Inter
with `tnum` frozen into its character map, "Tenantry Text" is Inter as it is. Both are cut down to Latin,
Greek, Cyrillic and the symbols the console draws, so that they can be compiled into the program. "Tenantry Mono",
for ids, is DejaVu Sans Mono cut down to what Latin ids are written with.

Run from the root of the source tree; writes resources/fonts/*.otf and *.ttf.
"""
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

SOURCE = Path("/usr/share/fonts/opentype/inter")
MONO = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")
TARGET = Path(__file__).resolve().parent.parent / "resources" / "fonts"
WEIGHTS = ("Regular", "Medium", "SemiBold")

RANGES = (
    (0x0020, 0x007E), (0x00A0, 0x017F), (0x0192, 0x0192), (0x0218, 0x021B), (0x02C6, 0x02DD),
    (0x0300, 0x0304), (0x0306, 0x030C), (0x0326, 0x0328),
    (0x0370, 0x03FF), (0x0400, 0x045F), (0x0490, 0x0491), (0x1E80, 0x1E85), (0x1E9E, 0x1E9E),
    (0x2009, 0x200B), (0x2010, 0x2015), (0x2018, 0x201E), (0x2020, 0x2022), (0x2026, 0x2026), (0x202F, 0x202F),
    (0x2030, 0x2030), (0x2032, 0x2033), (0x2039, 0x203A), (0x2060, 0x2060), (0x2070, 0x208E),
    (0x20A0, 0x20C0), (0x2116, 0x2116), (0x2122, 0x2122), (0x2190, 0x2199), (0x21B5, 0x21B5),
    (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2260), (0x2264, 0x2265), (0x221E, 0x221E),
    (0x2303, 0x2303), (0x2318, 0x2318), (0x2325, 0x2325), (0x232B, 0x232B), (0x23CE, 0x23CE),
    (0x25B2, 0x25B2), (0x25BC, 0x25BC), (0x25CF, 0x25CF), (0x2713, 0x2713), (0x2717, 0x2717),
)


MONO_RANGES = ((0x0020, 0x007E), (0x00A0, 0x017F), (0x2010, 0x2015), (0x2018, 0x201E), (0x2026, 0x2026))


def tabular_glyphs(font):
    """The glyph substitutions of `tnum`."""
    table = font["GSUB"].table
    mapping = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        for index in record.Feature.LookupListIndex:
            for entry in table.LookupList.Lookup[index].SubTable:
                entry = getattr(entry, "ExtSubTable", entry)
                mapping.update(getattr(entry, "mapping", {}))
    return mapping


def freeze_tabular(font):
    mapping = tabular_glyphs(font)
    for table in font["cmap"].tables:
        for code, glyph in table.cmap.items():
            table.cmap[code] = mapping.get(glyph, glyph)


def rename(font, family, weight):
    script_name = f"{family.replace(' ', '')}-{weight}"
    names = {1: family if weight == "Regular" else f"{family} {weight}", 3: script_name, 4: f"{family} {weight}",
             6: script_name, 16: family, 17: weight}
    for record in list(font["name"].names):
        if record.nameID in names:
            record.string = names[record.nameID]
    if "CFF " not in font:
        return
    cff = font["CFF "].cff
    cff.fontNames[0] = script_name
    cff.topDictIndex[0].FamilyName = family
    cff.topDictIndex[0].FullName = f"{family} {weight}"


def cut_down(font, features, ranges=RANGES):
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 11, 13, 14, 16, 17]
    options.notdef_outline = True
    options.hinting = False
    options.desubroutinize = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    cutter.subset(font)


def make(family, weight, tabular):
    font = TTFont(SOURCE / f"Inter-{weight}.otf")
    if tabular:
        freeze_tabular(font)
    # Contextual alternates would swap frozen figures back.
    cut_down(font, ["kern", "mark", "mkmk", "ccmp", "locl"] + ([] if tabular else ["calt"]))
    rename(font, family, weight)
    save(font, f"{family.replace(' ', '')}-{weight}.otf")


def make_mono():
    font = TTFont(MONO)
    cut_down(font, [], MONO_RANGES)
    rename(font, "Tenantry Mono", "Regular")
    save(font, "TenantryMono-Regular.ttf")


def save(font, name):
    path = TARGET / name
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    font.save(path)
    print(f"{path.name}: {path.stat().st_size} bytes")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for weight in WEIGHTS:
        make("Tenantry Text", weight, tabular=False)
        make("Tenantry Tab", weight, tabular=True)
    make_mono()


if __name__ == "__main__":
    main()
