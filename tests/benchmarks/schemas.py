"""The files from the wild with the schemas of their standards, as lxml judges them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from tests.benchmarks.timing import SHARED

__all__ = ["SCHEMAS", "Verdict", "judged", "parsed"]

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


def judged() -> Iterator[tuple[Path, str, str, Verdict]]:
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


def parsed(path: Path) -> Any | None:
    try:
        return etree.parse(path, _parser())
    except (etree.XMLSyntaxError, OSError):
        return None


def _version(path: Path) -> str:
    document = parsed(path)
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
