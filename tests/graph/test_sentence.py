"""A model of sentences: texts that it takes to mean the same are near, and nothing is ever fetched for it.

The model is built here: every word has a vector of its own, and words of one meaning have the same.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import LoadpathError
from tests.fakes import case_of

pytestmark = pytest.mark.embeddings

MEANINGS = ("kill off stop", "switch button", "night nocturnal", "lock", "lamp")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a small model."""
    import numpy as np
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer
    from tokenizers.models import WordLevel
    from tokenizers.normalizers import Lowercase
    from tokenizers.pre_tokenizers import Whitespace

    meaning = {word: place for place, words in enumerate(MEANINGS) for word in words.split()}
    tokenizer = Tokenizer(WordLevel({"[UNK]": 0} | {word: n for n, word in enumerate(meaning, 1)}, unk_token="[UNK]"))  # noqa: S106  the token of unknown words
    tokenizer.normalizer, tokenizer.pre_tokenizer = Lowercase(), Whitespace()
    vectors = np.zeros((len(meaning) + 1, len(MEANINGS)), dtype=np.float32)
    for number, place in enumerate(meaning.values(), 1):
        vectors[number, place] = 1
    folder = tmp_path_factory.mktemp("model")
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=vectors)], device="cpu").save(str(folder))
    return folder


def test_texts_of_one_meaning_are_near_without_a_word_in_common(model: Path) -> None:
    from graph.embedders.sentence import SentenceEmbedder

    (near,) = SentenceEmbedder(str(model)).near(["Kill switch", "Night lock", "Stop button"])

    assert (near.one, near.other) == (0, 2)
    assert near.likeness == pytest.approx(1.0)


@pytest.mark.parametrize("texts", [[], ["Kill switch"]])
def test_less_than_two_texts_are_near_nothing(model: Path, texts: list[str]) -> None:
    from graph.embedders.sentence import SentenceEmbedder

    assert list(SentenceEmbedder(str(model)).near(texts)) == []


def test_a_pair_that_only_the_model_finds_is_proposed_with_that_reason(model: Path) -> None:
    from graph.embedders.lexical import LexicalEmbedder
    from graph.embedders.sentence import SentenceEmbedder
    from ingest import likely_unions

    case = case_of("control: Kill switch", "control: Stop button\n\ncontrol: Night lock")
    embedders = (LexicalEmbedder(), SentenceEmbedder(str(model)))

    (union,) = likely_unions(case, embedders)

    assert {union.kept.name, union.taken.name} == {"Kill switch", "Stop button"}
    assert [evidence.ground for evidence in union.evidence] == ["meaning"]
    assert likely_unions(case, embedders[:1]) == ()


def test_a_model_never_unites_what_letters_tell_apart(model: Path) -> None:
    from graph.embedders.sentence import SentenceEmbedder
    from ingest import likely_unions

    assert (
        likely_unions(case_of("control: Night lock A", "control: Night lock B"), (SentenceEmbedder(str(model)),)) == ()
    )


@pytest.mark.parametrize("missing", ["no/such/folder", "all-MiniLM-L6-v2", "."])
def test_what_is_no_model_on_this_machine_is_refused_and_not_fetched(tmp_path: Path, missing: str) -> None:
    from graph.embedders.sentence import SentenceEmbedder

    with pytest.raises(LoadpathError) as refused:
        SentenceEmbedder(str(tmp_path) if missing == "." else missing)

    assert "nothing is fetched" in refused.value.hint


def test_the_setting_chooses_the_model(model: Path) -> None:
    from ui.settings import Settings
    from ui.wiring import chosen_embedders

    assert [embedder.reads_meaning for embedder in chosen_embedders(Settings())] == [False]
    assert [e.reads_meaning for e in chosen_embedders(Settings(embedding_model=str(model)))] == [False, True]
