"""How often lint agrees with the schemas of the standards on files from the wild, and what it costs."""

from __future__ import annotations

import time
import tracemalloc
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lxml import etree

from tests.benchmarks.timing import SHARED
from tm.lint.run import lint

__all__ = ["main"]

FORMATS = SHARED / "data" / "formats"
SCHEMAS = FORMATS / "schema"
# What the schemas import and nobody fetches: the attributes xml:lang and xml:space, as XML Schema types them.
XML_NAMESPACE = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="lang"><xs:simpleType><xs:union memberTypes="xs:language"><xs:simpleType>
<xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType></xs:union>
</xs:simpleType></xs:attribute>
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/>
<xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute></xs:schema>"""
# The core of TBX leaves the categories to the dialects; these are the ones of TBX-Basic, filled in where it says so.
BASIC = {
    "admin": "customerSubset projectSubset source",
    "descrip": "subjectField context definition",
    "ref": "crossReference",
    "termNote": "administrativeStatus partOfSpeech geographicalUsage grammaticalGender termLocation termType",
    "transac": "transactionType",
    "transacNote": "responsibility",
    "xref": "externalCrossReference xGraphic",
}
RNG = "{http://relaxng.org/ns/structure/1.0}"

Verdict = Callable[[Any], bool]


class _Local(etree.Resolver):
    def resolve(self, url: str, _: object, context: object) -> object:
        return self.resolve_string(XML_NAMESPACE, context) if url.endswith("xml.xsd") else None


def main() -> None:
    """Print the agreement per schema, the disagreements, and what a generated memory costs."""
    if not SCHEMAS.exists():
        print("the schemas are not there: nothing measured")
    else:
        _agreement()
    with TemporaryDirectory() as folder:
        _cost(Path(folder) / "large.tmx")


def _agreement() -> None:
    counts: Counter[tuple[str, bool]] = Counter()
    for path, schema, reader, judge in _judged():
        report = lint(path, readers=(reader,))
        broken = [one for one in report.remarks if one.rule.by_schema]
        document = _parsed(path)
        if document is None:
            schema = "malformed"
            agrees = bool(broken) and all(one.line > 0 for one in broken)
        else:
            agrees = judge(document) is not bool(broken)
        counts[schema, agrees] += 1
        if not agrees:
            said = f"line {broken[0].line}: {broken[0].message}" if broken else "nothing"
            print(f"  {schema}: {path.name[-60:]}: lint says {said}")
    for schema in dict.fromkeys(schema for schema, _ in counts):
        right, wrong = counts[schema, True], counts[schema, False]
        print(f"{schema:24} {right}/{right + wrong} = {100 * right / (right + wrong):.1f} %")


def _judged() -> Iterator[tuple[Path, str, str, Verdict]]:
    """Each file with the schema to judge it by, our reader that stands for it, and the schema's judgement."""
    dtds = {version: _dtd(f"*tmx1{version[-1]}.dtd") for version in ("1.1", "1.2", "1.3", "1.4")}
    schemas = {"1.1": _xsd("*tmx11.xsd"), "1.4": _xsd("*tmx14.xsd")}
    for path in sorted((FORMATS / "tmx").iterdir()):
        version = _version(path)
        yield path, "TMX DTD", "standard", dtds.get(version, dtds["1.4"])
        yield path, "TMX XSD of OmegaT", "omegat", schemas.get(version, schemas["1.4"])
    for path in sorted((FORMATS / "tbx").iterdir()):
        if b"<martif" not in path.read_bytes():
            basic = b'type="TBX-Basic"' in path.read_bytes()
            yield path, "TBX RNG", "standard", _rng(BASIC if basic else {})
    old, strict, new = _xsd("*transitional.xsd"), _xsd("*strict.xsd"), _xsd("*core_2.0.xsd")
    for path in sorted((FORMATS / "xliff").iterdir()):
        if b"xliff:document:2.0" in path.read_bytes()[:3000]:
            yield path, "XLIFF 2 XSD", "standard", new
        else:
            yield path, "XLIFF 1.2 transitional", "standard", old
            yield path, "XLIFF 1.2 strict", "strict", strict


def _parser() -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    parser.resolvers.add(_Local())
    return parser


def _parsed(path: Path) -> Any | None:
    try:
        return etree.parse(path, _parser())
    except (etree.XMLSyntaxError, OSError):
        return None


def _version(path: Path) -> str:
    document = _parsed(path)
    return str(document.getroot().get("version", "")) if document is not None else ""


def _file(pattern: str) -> Path:
    return next(iter(SCHEMAS.glob(pattern)))


def _dtd(pattern: str) -> Verdict:
    dtd = etree.DTD(str(_file(pattern)))
    return lambda document: bool(dtd.validate(document))


def _xsd(pattern: str) -> Verdict:
    schema = etree.XMLSchema(etree.parse(_file(pattern), _parser()))
    return lambda document: bool(schema.validate(document))


def _rng(categories: dict[str, str]) -> Verdict:
    grammar = etree.parse(_file("*Schemas__TBXcore*"))
    for element, names in categories.items():
        define = grammar.getroot().find(f"{RNG}define[@name='{element}.types']")
        for child in list(define):
            define.remove(child)
        choice = etree.SubElement(define, f"{RNG}choice")
        for name in names.split():
            etree.SubElement(choice, f"{RNG}value").text = name
    schema = etree.RelaxNG(grammar)
    return lambda document: bool(schema.validate(document))


def _cost(path: Path) -> None:
    """Time and peak memory for a memory of 100 MB and one of a tenth, beside expat with empty handlers."""
    for units in (26_000, 260_000):
        _generate(path, units)
        size = path.stat().st_size / 1e6
        floor = _floor(path)
        start = time.process_time()
        lint(path)
        seconds = time.process_time() - start
        tracemalloc.start()
        if units < 100_000:
            lint(path)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        shown = f", {peak / 1e6:.1f} MB of Python objects at most" if units < 100_000 else ""
        print(
            f"TMX of {size:.0f} MB, {units:,} units: {seconds:.1f} s, {seconds / floor:.1f} times expat with empty"
            f" handlers{shown}"
        )


def _floor(path: Path) -> float:
    from xml.parsers import expat

    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda name, attributes: None
    parser.EndElementHandler = lambda name: None
    parser.CharacterDataHandler = lambda data: None
    start = time.process_time()
    with path.open("rb") as file:
        parser.ParseFile(file)
    return time.process_time() - start


def _generate(path: Path, units: int) -> None:
    zh, en = "浙江坚持创新驱动发展，数字经济增长百分之八。", "Zhejiang pursues innovation-driven growth."
    with path.open("w", encoding="utf-8") as file:
        file.write(
            '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n<header creationtool="x"'
            ' creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en-US" srclang="zh-CN"'
            ' datatype="plaintext"/>\n<body>\n'
        )
        for number in range(units):
            file.write(
                f'<tu creationdate="20240628T093000Z" creationid="A">\n<prop type="x-document">{number}</prop>\n'
                f'<tuv xml:lang="zh-CN"><seg>{zh}{number}</seg></tuv>\n'
                f'<tuv xml:lang="en-US"><seg>{en * 2} {number}</seg></tuv>\n</tu>\n'
            )
        file.write("</body>\n</tmx>\n")
