"""Sentences as vectors, by a static embedding model in a local folder: the optional extra `embeddings`.

A model is a folder as model2vec writes it (https://github.com/MinishLab/model2vec): `model.safetensors` with a vector
for each token (`embeddings`), perhaps `weights` of tokens and a `mapping` of tokens to vectors, and `tokenizer.json`.
The vector of a text is the mean of those of its tokens. Nothing is fetched. The one home of numpy, safetensors and
tokenizers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from termbase.errors import InputError

__all__ = ["Embeddings", "Nearness"]

_FILES = ("model.safetensors", "tokenizer.json")
# Links of one sentence each from which the nearness of translations is learned, at least
_FEWEST = 20
# Little, for a lexicon says much of it already. Chosen on novels and a magazine with a model made by random indexing
# of 10,000 units of news: strict F1 with CC-CEDICT is +.005 and 0; .2 is +.005 and -.002, .4 is +.002 and -.006;
# without a lexicon .1 is +.007 and +.002, .4 is +.030 and +.013. No published model was tried.
_WEIGHT = 0.1
# Of similarities, lest a model that gives all pairs of a text the same one decides everything
_LEAST_VARIANCE = 1e-4


class Embeddings:
    """A static embedding model. Raises InputError when the extra is not installed or the folder holds no model."""

    def __init__(self, folder: Path) -> None:
        for name in _FILES:
            if not (folder / name).is_file():
                remedy = "name the folder of a static model as model2vec saves it"
                raise InputError(f"there is no {name} in this folder", path=folder, remedy=remedy)
        try:
            import numpy  # noqa: TID251 - its one home
            from safetensors.numpy import load_file  # noqa: TID251 - its one home
            from tokenizers import Tokenizer  # noqa: TID251 - its one home
        except ImportError as error:
            raise InputError(
                f"embeddings need {error.name}, which is not installed", remedy='install "zhterm[embeddings]"'
            ) from error
        try:
            tensors = load_file(folder / _FILES[0])
            self._tokenizer = Tokenizer.from_file(str(folder / _FILES[1]))
        except Exception as error:  # both libraries raise errors of their own, and bare Exception
            raise InputError(f"not a model: {error}", path=folder) from error
        self._numpy = numpy
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._vectors = self._by_token(tensors, folder)

    def _by_token(self, tensors: dict[str, Any], folder: Path) -> Any:
        """The vector of each token, weighed; that of the unknown token is nothing."""
        vectors = tensors.get("embeddings", tensors.get("embedding.weight"))
        size = self._tokenizer.get_vocab_size()
        if vectors is None or vectors.ndim != 2 or len(tensors.get("mapping", vectors)) < size:
            raise InputError(f"not a model: no vectors for {size:,} tokens in {_FILES[0]}", path=folder)
        if "mapping" in tensors:
            vectors = vectors[tensors["mapping"]]
        vectors = vectors.astype("float32")
        if "weights" in tensors:
            vectors *= tensors["weights"].astype("float32").reshape(-1, 1)
        unknown = getattr(self._tokenizer.model, "unk_token", None)
        if unknown is not None and (number := self._tokenizer.token_to_id(unknown)) is not None:
            vectors[number] = 0.0
        return vectors

    def sums(self, texts: Sequence[str]) -> Any:
        """Running sums of the vectors of the texts, from nothing: differences are those of stretches of texts."""
        found = self._numpy.zeros((len(texts) + 1, self._vectors.shape[1]), dtype="float64")
        for number, text in enumerate(texts, 1):
            ids = self._tokenizer.encode(text, add_special_tokens=False).ids
            found[number] = found[number - 1] + self._vectors[ids].sum(axis=0)
        return found


class Nearness:
    """How strongly the vectors of stretches of two texts speak for linking them.

    By how much likelier a similarity is between translations than between others, each taken as normally distributed:
    the means and the variance are those of the links that an earlier pass found in the two texts themselves. Thus no
    model needs a scale of its own, and one that tells nothing weighs nothing.
    """

    def __init__(
        self, model: Embeddings, zh: Sequence[str], en: Sequence[str], linked: Iterable[tuple[int, int]]
    ) -> None:
        self._numpy = model._numpy
        self._zh, self._en = model.sums(zh), model.sums(en)
        pairs = list(linked)
        self._slope, self._middle = self._fitted(pairs) if len(pairs) >= _FEWEST else (0.0, 0.0)

    def weights(self, zh: int, shape: tuple[int, int], start: int, stop: int) -> list[float]:
        """In nats, for a link that begins at the Chinese sentence `zh` and each English one from start to stop."""
        zh_count, en_count = shape
        if not self._slope:
            return [0.0] * (stop - start)
        one = self._zh[zh + zh_count] - self._zh[zh]
        others = self._en[start + en_count : stop + en_count] - self._en[start:stop]
        # for each sentence, lest two links have more to say than one of the same sentences
        scale = self._slope * (zh_count + en_count) / 2
        found: list[float] = (scale * (self._similarities(one, others) - self._middle)).tolist()
        return found

    def _similarities(self, ones: Any, others: Any) -> Any:
        """Cosines; of what has no known token, what tells nothing."""
        norm = self._numpy.linalg.norm
        lengths = norm(ones, axis=-1) * norm(others, axis=-1)
        known = lengths > 1e-9
        return self._numpy.where(
            known, (ones * others).sum(axis=-1) / self._numpy.where(known, lengths, 1.0), self._middle
        )

    _middle = 0.0

    def _fitted(self, pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
        """The weight of a similarity, and the one that speaks neither for nor against."""
        zh = self._numpy.diff(self._zh, axis=0)[[pair[0] for pair in pairs]]
        en = self._numpy.diff(self._en, axis=0)[[pair[1] for pair in pairs]]
        near, far = self._similarities(zh, en), self._similarities(zh, self._numpy.roll(en, len(pairs) // 2, axis=0))
        apart = float(near.mean() - far.mean())
        variance = max(float(near.var() + far.var()) / 2, _LEAST_VARIANCE)
        return max(0.0, _WEIGHT * apart / variance), float(near.mean() + far.mean()) / 2
