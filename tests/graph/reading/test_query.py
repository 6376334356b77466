"""A query that only reads is written anew: names in back-ticks, texts as parameters, comments gone."""

from __future__ import annotations

import pytest

from graph.stores.reading import read_query


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("match (n) return n", "MATCH ( `n` ) RETURN `n`"),
        ("MATCH (n) // a comment\nRETURN n;", "MATCH ( `n` ) RETURN `n`"),
        ("MATCH (a)-[r:A|B*1..3]->(b) RETURN r", "MATCH ( `a` ) - [ `r` : `A` | `B` * 1 .. 3 ] - > ( `b` ) RETURN `r`"),
        ("MATCH (a)<--(b) RETURN (a)", "MATCH ( `a` ) < - - ( `b` ) RETURN ( `a` )"),
        ("RETURN 007 - -1 AS end", "RETURN 7 - - 1 AS `end`"),
        ("MATCH (p) RETURN p.end, p.`a b`", "MATCH ( `p` ) RETURN `p` . `end` , `p` . `a b`"),
        ("RETURN {case: null, set: n:Control} AS m", "RETURN { `case` : NULL , `set` : `n` : `Control` } AS `m`"),
        ("RETURN POINT.distance(a, b)", "RETURN point.distance ( `a` , `b` )"),
        ("RETURN count {(a)-->()} AS c", "RETURN COUNT { ( `a` ) - - > ( ) } AS `c`"),
        ("MATCH (p) RETURN p.end AS end ORDER BY end", "MATCH ( `p` ) RETURN `p` . `end` AS `end` ORDER BY `end`"),
    ],
)
def test_what_is_sent_is_written_from_what_was_read(text: str, written: str) -> None:
    assert read_query(text).text == written


def test_what_is_sent_reads_the_same_again() -> None:
    once = read_query(
        "MATCH (a)-[:B*..2]-(c {x: 1}) WHERE a.b <> 2.5e1 RETURN DISTINCT a, [x IN [1, 2] | x] ORDER BY a DESC"
    )

    assert read_query(once.text).text == once.text


def test_a_list_that_may_be_long_is_sent_with_a_guard_that_names_it_once() -> None:
    query = read_query("MATCH (n) RETURN [x IN n.aliases | x], [l IN labels(n) | l], any(x IN [1, 2] WHERE x > 1)")

    guard = "head([`it` IN [ `n` . `aliases` ] | CASE WHEN size(`it`) > 1000 THEN date( $text_1 ) ELSE `it` END])"
    assert query.text.startswith(
        f"MATCH ( `n` ) RETURN [ `x` IN {guard} | `x` ] , [ `l` IN labels ( `n` ) | `l` ] , any ("
    )
    assert query.texts == (("text_1", "a list of more than 1000 members is made or gone through"),)


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (
            "[p = (a)-->(b) WHERE b.x | p]",
            "COLLECT { MATCH `p` = ( `a` ) - - > ( `b` ) WHERE `b` . `x` RETURN `p` LIMIT 1001 }",
        ),
        (
            "[(a)-->(b) | toLower(b.x)]",
            "COLLECT { MATCH ( `a` ) - - > ( `b` ) RETURN toLower ( `b` . `x` ) LIMIT 101 }",
        ),
        ("COLLECT { MATCH (b) RETURN b LIMIT 99999 }", "COLLECT { MATCH ( `b` ) RETURN `b` LIMIT 1001 }"),
        ("COLLECT { MATCH (b) RETURN b SKIP 1 LIMIT 5 }", "COLLECT { MATCH ( `b` ) RETURN `b` SKIP 1 LIMIT 5 }"),
        ("COUNT { MATCH (b) RETURN b }", "COUNT { MATCH ( `b` ) RETURN `b` }"),
    ],
)
def test_a_list_that_is_made_of_rows_is_sent_with_a_limit(text: str, sent: str) -> None:
    assert sent in read_query(f"MATCH (a) RETURN {text}").text


def test_guards_within_guards_stay_short() -> None:
    text = "a"
    for _ in range(8):
        text = f"split({text}, 'x')[0]"

    assert len(read_query(f"MATCH (n) WITH n.name AS a RETURN {text}").text) < 2000


def test_texts_are_parameters_and_equal_ones_are_one() -> None:
    query = read_query(r"""RETURN 'it' + "a\"b\n" + 'it' + '/* é */'""")

    assert query.text == "RETURN $text_1 + $text_2 + $text_1 + $text_3"
    assert query.texts == (("text_1", "it"), ("text_2", 'a"b\n'), ("text_3", "/* é */"))


def test_columns_are_named_as_the_query_spells_them() -> None:
    query = read_query("MATCH (n) RETURN n.name, count( * ), size('x')\n AS long, `a b` UNION RETURN 1, 2, 3, 4")

    assert query.columns == ("n.name", "count( * )", "long", "`a b`")


def test_a_star_leaves_naming_to_the_server() -> None:
    assert read_query("MATCH (a)-->(b) RETURN *, a.name AS name").columns == ("name",)


def test_only_the_case_is_a_parameter_from_outside() -> None:
    assert read_query("RETURN $case").needs_case
    assert not read_query("RETURN '$case'").needs_case
