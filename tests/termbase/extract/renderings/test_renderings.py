"""The English of given Chinese terms in pairs of segments."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.termbase.extract.renderings.corpus import RENDERER, first

TRADE = ("推动数字贸易发展。", "The city promotes the development of digital trade.")


def test_words_that_the_dictionary_knows_mark_the_rendering_in_the_sentence() -> None:
    assert first("数字贸易", TRADE) == "digital trade"


def test_a_term_that_stands_in_no_pair_is_left_out() -> None:
    assert RENDERER.renderings(["绿色金融"], [TRADE]) == {}
    assert RENDERER.renderings([], [TRADE]) == {}
    assert RENDERER.renderings(["数字贸易"], [("数字贸易", "")]) == {}


def test_english_without_anything_of_the_term_gives_no_rendering() -> None:
    assert RENDERER.renderings(["数字贸易"], [("数字贸易", "of the")]) == {"数字贸易": []}
    assert RENDERER.renderings(["数字贸易"], [("数字贸易", "— 地瓜 —")]) == {"数字贸易": []}


def test_traditional_text_is_compared_in_simplified_characters_and_the_term_comes_back_as_given() -> None:
    found = RENDERER.renderings(["數字貿易"], [("推動數字貿易發展。", TRADE[1])])
    assert found["數字貿易"][0].en == "digital trade"


def test_a_word_the_dictionary_lacks_is_rendered_by_the_words_it_meets_again_and_again() -> None:
    # 锦槿: a word no dictionary has, always beside "lumex"
    pairs = [
        ("锦槿与港口。", "The port and lumex."),
        ("城市与锦槿。", "A lumex and the city."),
        ("企业的锦槿。", "Lumex of an enterprise."),
        ("改革与企业。", "Reform and the enterprise."),
        ("港口与城市。", "The port and the city."),
    ] * 50
    (best, *_) = RENDERER.renderings(["锦槿"], pairs)["锦槿"]
    assert best.en.lower() == "lumex"
    assert best.places > 3


def test_two_terms_of_a_sentence_do_not_share_its_words() -> None:
    pair = ("数字贸易与绿色金融。", "Green finance and digital trade.")
    found = RENDERER.renderings(["数字贸易", "绿色金融"], [pair])
    assert (found["数字贸易"][0].en, found["绿色金融"][0].en) == ("digital trade", "Green finance")


def test_a_person_is_found_by_sound_also_with_the_reading_of_a_surname() -> None:
    # 单雨禾 Shan Yuhe (not Dan), 吕冬蘅 with an ü
    assert first("单雨禾", ("总经理单雨禾说。", "Shan Yuhe, the general manager, said so.")) == "Shan Yuhe"
    assert first("吕冬蘅", ("吕冬蘅说。", "Mr Lü Dongheng spoke of Shanghai.")) == "Lü Dongheng"
    assert first("吕冬蘅", ("吕冬蘅说。", "Lyu Dongheng spoke.")) == "Lyu Dongheng"


def test_a_foreign_name_is_found_by_its_consonants() -> None:
    pair = ("采购总监托马什·维尔切克来义乌。", "Tomasz Wilczek, purchasing director of Wislanka Home, comes to Yiwu.")
    assert first("托马什·维尔切克", pair) == "Tomasz Wilczek"
    assert first("马德里", ("从义乌到马德里。", "From Yiwu to Madrid.")) == "Madrid"


def test_chinese_in_brackets_settles_the_rendering() -> None:
    assert (
        first("义新欧", ("义新欧开行。", "The Yiwu-Xinjiang-Europe (义新欧) trains run.")) == "Yiwu-Xinjiang-Europe"
    )
    assert first("四港", ("四港联动。", "四港 (four ports) work together.")) == "four ports"


def test_a_short_form_in_brackets_on_both_sides_shows_where_the_full_form_ends() -> None:
    zh = "区域经济协定（REP）生效。"
    assert first("区域经济协定", (zh, "The Regional Economic Partnership (REP) took effect.")).endswith("Partnership")


def test_a_slogan_in_quotation_marks_is_rendered_by_the_words_in_quotation_marks() -> None:
    pair = ("实施“数字城市”改革。", "It carried out the “digital city” reform of the port.")
    assert first("数字城市", pair) == "digital city"


def test_brackets_inside_a_rendering_are_closed() -> None:
    found = first("数字贸易（集团）", ("数字贸易（集团）成立。", "The Digital Trade (Group) was founded."))
    assert found in {"Digital Trade (Group)", "Digital Trade"}


def test_several_renderings_are_kept_with_their_places() -> None:
    pairs = [
        ("推动数字贸易。", "Digital trade was promoted."),
        ("数字贸易改革。", "A reform of e-trade in figures."),
    ] * 2
    rows = RENDERER.renderings(["数字贸易"], pairs)["数字贸易"]
    assert rows[0].en == "Digital trade"
    assert [row.en for row in rows[1:]] != [rows[0].en]
    assert all(0 <= row.score <= 1 and row.places >= 1 for row in rows)


@given(
    st.lists(
        st.tuples(st.text("数字贸易港口。（“", max_size=8), st.text("aA port,.(“’s-% &1", max_size=20)), max_size=4
    )
)
def test_any_text_gives_renderings_that_stand_in_it(pairs: list[tuple[str, str]]) -> None:
    for rows in RENDERER.renderings(["数字", "港口", "贸易港"], pairs).values():
        for row in rows:
            assert any(row.en in en for _, en in pairs)
