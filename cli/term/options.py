"""Options of the commands on single entries, named and explained once."""

from __future__ import annotations

from typing import Annotated

import typer

from cli import completion

__all__ = [
    "Also",
    "Date",
    "Definition",
    "En",
    "Id",
    "Ids",
    "Note",
    "Pinyin",
    "SourceOption",
    "Subject",
    "Tier",
    "Type",
    "Url",
    "UsageOption",
    "Zh",
]

Id = Annotated[int, typer.Argument(metavar="ID", help="The number of the entry.")]
Ids = Annotated[list[int], typer.Argument(metavar="ID…", help="The numbers of the entries.")]
Zh = Annotated[str, typer.Option("--zh", help="The Chinese form to prefer.")]
En = Annotated[str, typer.Option("--en", help="The English to prefer.")]
Also = Annotated[list[str] | None, typer.Option("--also", help="A further form; may be repeated.")]
UsageOption = Annotated[
    str,
    typer.Option(
        "--usage",
        help="How the --also forms may be used: admitted, superseded or forbidden.",
        autocompletion=completion.usages,
    ),
]
Type = Annotated[
    str,
    typer.Option("--type", help="person, place, organization, company, strategy …", autocompletion=completion.types),
]
Pinyin = Annotated[str, typer.Option("--pinyin", help="Tone-marked; computed when left out.")]
Subject = Annotated[str, typer.Option("--subject", help="The field, such as trade or politics.")]
Definition = Annotated[str, typer.Option("--definition", help="What it means, in English or Chinese.")]
Note = Annotated[str, typer.Option("--note", help="A hint for the translator.")]
SourceOption = Annotated[str, typer.Option("--source", help="Where the forms are from: `Issuer: Title`.")]
Url = Annotated[str, typer.Option("--url", help="The address of the source.")]
Date = Annotated[str, typer.Option("--date", help="The date of the source: 2023, 2023-06 or 2023-06-13.")]
Tier = Annotated[
    str,
    typer.Option(
        "--tier",
        help="official, agency, company, reference, professional knowledge.",
        autocompletion=completion.tiers,
    ),
]
