"""How many names of China's divisions are read rightly: `python -m tests.benchmarks.places`."""

from __future__ import annotations

from pathlib import Path

from termbase.language.keys import pinyin_key
from termbase.language.pinyin import pinyin
from termbase.model import ConceptType

_DIVISIONS = Path(__file__).parents[3] / "shared" / "data" / "places" / "divisions.tsv"

# Rows that are themselves wrong or in dispute, and why; counted apart, neither right nor wrong.
_DISPUTED = {
    "万柏林": "bó in CC-CEDICT, bǎi in the file",
    "称多": "chèn in CC-CEDICT, chēng in the file; Tibetan Chindu",
    "埔里": "Taiwan reads pǔ (Puli)",
    "新埔": "Taiwan reads pǔ (Xinpu)",
    "北埔": "Taiwan reads pǔ (Beipu)",
    "埔心": "Taiwan reads pǔ (Puxin)",
    "大埔": "Taiwan reads pǔ (Dapu); Dàbù is in Guangdong",
    "朴子": "Taiwan reads pú (Puzi)",
}


def main() -> None:
    """Prints the share of names right with and without a type, spaces and tones aside, and every miss."""
    if not _DIVISIONS.exists():
        print(f"no data: {_DIVISIONS} is not there")
        return
    rows = [line.split("\t") for line in _DIVISIONS.read_text(encoding="utf-8").split("\n") if line]
    for kind in (ConceptType.PLACE, None):
        wrong = [
            (full, short, right, spelled)
            for full, short, right in rows
            if not _same(spelled := pinyin(short, kind), right)
        ]
        disputed = sum(short in _DISPUTED for _, short, _, _ in wrong)
        share = 1 - (len(wrong) - disputed) / len(rows)
        print(
            f"{kind or 'no type'}: {share:.2%} of {len(rows)} right ({len(wrong)} differ, {disputed} of them disputed)"
        )
        for full, short, right, spelled in wrong:
            print(f"  {full}\t{short}\t{right}\t{spelled}\t{_DISPUTED.get(short, '')}")


def _same(spelled: str, right: str) -> bool:
    return pinyin_key(spelled) == pinyin_key(right)


if __name__ == "__main__":
    main()
