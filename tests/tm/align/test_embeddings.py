# ruff: noqa: TID251 - the models are made with the libraries that read them
"""Vectors of sentences, of models made here; skipped where the extra `embeddings` is not installed."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from termbase.errors import InputError
from tm.align import align
from tm.align.embeddings import Embeddings, Nearness

needs_extra = pytest.mark.skipif(
    any(importlib.util.find_spec(name) is None for name in ("numpy", "safetensors", "tokenizers")),
    reason="the extra zhterm[embeddings] is not installed",
)
COLOURS = ["红", "red"], ["白", "white"], ["黑", "black"], ["蓝", "blue"]


def model(folder: Path, **changes: Any) -> Path:
    """A model in which a colour has one vector in both languages, an axis for each; every other token has none."""
    import numpy
    from safetensors.numpy import save_file
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    tokens = {"[UNK]": 0, **{word: number for number, words in enumerate(COLOURS, 1) for word in words[:1]}}
    tokens |= {words[1]: number + len(COLOURS) for number, words in enumerate(COLOURS, 1)}
    axes = numpy.eye(len(COLOURS), dtype="float32")
    unknown = numpy.full((1, len(COLOURS)), 9.0, dtype="float32")
    tensors = {"embeddings": numpy.concatenate([unknown, axes, axes])} | changes
    tokenizer = Tokenizer(models.WordLevel(tokens, unk_token="[UNK]"))
    tokenizer.normalizer, tokenizer.pre_tokenizer = normalizers.BertNormalizer(), pre_tokenizers.BertPreTokenizer()
    folder.mkdir(exist_ok=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    save_file({name: tensor for name, tensor in tensors.items() if tensor is not None}, folder / "model.safetensors")
    return folder


def colours(size: int) -> tuple[list[str], list[str]]:
    """Sentences of one length that only differ in their colours, which are drawn by lot."""
    lot = Random(3)
    pairs = [lot.sample(COLOURS, 2) for _ in range(size)]
    return [f"{one[0]}和{two[0]}。" for one, two in pairs], [f"The {one[1]} one, {two[1]}." for one, two in pairs]


@needs_extra
def test_a_text_has_the_vectors_of_its_known_tokens(tmp_path: Path) -> None:
    sums = Embeddings(model(tmp_path / "m")).sums(["红", "red x 红", "", "nothing known"])
    assert sums.tolist() == [[0, 0, 0, 0], [1, 0, 0, 0], [3, 0, 0, 0], [3, 0, 0, 0], [3, 0, 0, 0]]


@needs_extra
def test_weights_and_a_mapping_of_tokens_count(tmp_path: Path) -> None:
    import numpy

    mapping = numpy.array([0, 1, 2, 3, 4, 1, 2, 3, 4])
    weights = numpy.array([1, 1, 1, 1, 1, 0.5, 1, 1, 1], dtype="float16")
    rows = numpy.concatenate([numpy.zeros((1, 4)), numpy.eye(4)]).astype("float16")
    found = Embeddings(model(tmp_path / "m", embeddings=rows, mapping=mapping, weights=weights))
    assert found.sums(["红", "red", "blue"]).tolist()[1:] == [[1, 0, 0, 0], [1.5, 0, 0, 0], [1.5, 0, 0, 1]]


@needs_extra
def test_vectors_speak_for_translations_and_against_others(tmp_path: Path) -> None:
    zh, en = colours(40)
    nearness = Nearness(Embeddings(model(tmp_path / "m")), zh, en, [(number, number) for number in range(40)])
    right, *wrong = nearness.weights(0, (1, 1), 0, 4)
    assert right > 0
    assert right > max(wrong)
    assert nearness.weights(0, (2, 2), 0, 1)[0] == pytest.approx(2 * right)


@needs_extra
def test_too_few_links_and_a_model_that_tells_nothing_weigh_nothing(tmp_path: Path) -> None:
    import numpy

    zh, en = colours(40)
    every = [(number, number) for number in range(40)]
    few = Nearness(Embeddings(model(tmp_path / "m")), zh, en, every[:10])
    same = Embeddings(model(tmp_path / "same", embeddings=numpy.ones((9, 4), dtype="float32")))
    blind = Nearness(same, zh, en, every)
    assert few.weights(3, (1, 2), 0, 5) == blind.weights(3, (1, 2), 0, 5) == [0.0] * 5


@needs_extra
@pytest.mark.parametrize(("like", "joined"), [("previous", (29, 30)), ("next", (30, 31))])
def test_vectors_tell_where_a_joined_sentence_belongs(tmp_path: Path, like: str, joined: tuple[int, ...]) -> None:
    """Figures lead to the stretch; there three sentences are two, of one length, and only colours tell which."""
    zh, en = colours(60)
    for number in (*range(27), *range(34, 60)):
        zh[number], en[number] = f"{zh[number]}{number}{number}", f"{en[number]} {number}{number}"
    zh[29:32] = "蓝和黑。", "蓝和黑。" if like == "previous" else "白和红。", "白和红。"
    en[29:32] = "The blue one, black; blue and black.", "The white one, red ; white and red ."
    links = align(zh, en, embeddings=Embeddings(model(tmp_path / "m")))
    assert joined in [link.zh_index for link in links]


@needs_extra
def test_an_empty_text_may_have_no_vectors(tmp_path: Path) -> None:
    zh, en = colours(3)
    found = Embeddings(model(tmp_path / "m"))
    assert align([], en, embeddings=found) == align([], en)
    assert align(zh, [], embeddings=found) == align(zh, [])


@needs_extra
@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
def test_a_broken_model_is_told(tmp_path: Path, name: str) -> None:
    (model(tmp_path / "m") / name).write_bytes(b"broken")
    with pytest.raises(InputError, match="not a model"):
        Embeddings(tmp_path / "m")


@needs_extra
def test_a_model_without_a_vector_for_each_token_is_told(tmp_path: Path) -> None:
    import numpy

    for number, tensor in enumerate([None, numpy.eye(3, dtype="float32"), numpy.ones(9, dtype="float32")]):
        with pytest.raises(InputError, match="no vectors for 9 tokens"):
            Embeddings(model(tmp_path / str(number), embeddings=tensor, other=numpy.ones(1)))


def test_a_folder_without_a_model_is_told_with_or_without_the_extra(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"there is no model.safetensors in this folder"):
        Embeddings(tmp_path)


def test_without_the_extra_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    for name in ("model.safetensors", "tokenizer.json"):
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(InputError, match=r"embeddings need numpy.*zhterm\[embeddings\]"):
        Embeddings(tmp_path)
