"""Texts that a model takes to mean nearly the same: the one door to sentence-transformers (extra `embeddings`).

The model is a folder, or a name that is in the cache of this machine already. Nothing is fetched, and no code of a model
is run. Importing this costs seconds: only who configured a model does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sentence_transformers import SentenceTransformer
from sentence_transformers.util import paraphrase_mining_embeddings

from graph.errors import LoadpathError
from graph.search import Near

LEAST = 0.6
"""The likeness, 0 to 1, from which two texts are near each other."""

_NEIGHBOURS = 20


class SentenceEmbedder:
    """Compares what a model makes of texts, by the cosine between them. See `Embedder`."""

    def __init__(self, model: str) -> None:
        try:
            self._model = SentenceTransformer(model, local_files_only=True)
        except (OSError, ValueError) as error:
            raise LoadpathError(
                f"'{model}' is no model of sentences that this machine has",
                "Let embedding_model name a folder that holds one, or leave it out; nothing is fetched.",
            ) from error

    @property
    def name(self) -> str:
        """See `Embedder.name`."""
        return "the model"

    @property
    def reads_meaning(self) -> bool:
        """See `Embedder.reads_meaning`."""
        return True

    def near(self, texts: Sequence[str]) -> Iterator[Near]:
        """See `Embedder.near`; of each text its nearest ones only."""
        if len(texts) < 2:
            return
        vectors = self._model.encode(list(texts), convert_to_tensor=True, show_progress_bar=False)
        found = paraphrase_mining_embeddings(vectors, top_k=_NEIGHBOURS, max_pairs=_NEIGHBOURS * len(texts))
        pairs = {(min(one, other), max(one, other)): min(1.0, cosine) for cosine, one, other in found}
        for (one, other), cosine in sorted(pairs.items()):
            if cosine >= LEAST:
                yield Near(one, other, cosine)
