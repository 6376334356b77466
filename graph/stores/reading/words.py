"""The words of a query: which are keywords and where, which clauses are refused and why, which functions are pure."""

from __future__ import annotations

from types import MappingProxyType

_CLAUSES = ("MATCH", "OPTIONAL", "WHERE", "WITH", "UNWIND", "RETURN", "ORDER", "BY", "SKIP", "LIMIT", "UNION", "ALL")
_MODIFIERS = ("DISTINCT", "AS", "ASC", "DESC", "ASCENDING", "DESCENDING")
_OPERATORS = ("OR", "AND", "NOT", "IS", "NULL", "IN", "STARTS", "ENDS", "CONTAINS", "TRUE", "FALSE")
_CHOICES = ("CASE", "WHEN", "THEN", "ELSE", "END")
KEYWORDS = frozenset((*_CLAUSES, *_MODIFIERS, *_OPERATORS, *_CHOICES))

INSTEAD = MappingProxyType(
    {
        "LET": "WITH *, … AS …",
        "FILTER": "WITH * WHERE …",
        "NEXT": "WITH …",
        "FINISH": "RETURN …",
        "FOR": "UNWIND … AS …",
        "SELECT": "MATCH … RETURN …",
        "SEARCH": "MATCH … WHERE …",
        "WHEN": "CASE WHEN … THEN … ELSE … END",
        "OFFSET": "SKIP …",
        "SORT": "ORDER BY …",
        "XOR": "<>",
        "SHORTEST": "shortestPath((a)-[*..15]-(b))",
        "REPEATABLE": "MATCH …",
        "ELEMENTS": "MATCH …",
        "DIFFERENT": "MATCH …",
        "NORMALIZED": "normalize(…) = …",
        "NFC": "normalize(…, 'NFC') = …",
        "NFD": "normalize(…, 'NFD') = …",
        "NFKC": "normalize(…, 'NFKC') = …",
        "NFKD": "normalize(…, 'NFKD') = …",
        "TYPED": "valueType(…)",
    }
)
"""What to say instead of words of Cypher that are not on the list; they are names wherever a name may stand."""

SUBQUERIES = frozenset({"EXISTS", "COUNT", "COLLECT"})
QUANTIFIERS = MappingProxyType({"ALL": "all", "ANY": "any", "NONE": "none", "SINGLE": "single"})
SHORTEST = MappingProxyType({"SHORTESTPATH": "shortestPath", "ALLSHORTESTPATHS": "allShortestPaths"})

_REASONS = (
    ("changes the graph", ("CREATE", "MERGE", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "INSERT")),
    ("changes what the server keeps", ("DROP", "ALTER", "RENAME")),
    ("runs procedures or further statements, which may do anything", ("CALL", "YIELD")),
    ("commits part of what it does as it goes", ("PERIODIC", "COMMIT", "TRANSACTIONS")),
    ("reads files and network addresses", ("LOAD", "CSV")),
    (
        "administers the server",
        ("SHOW", "GRANT", "REVOKE", "DENY", "TERMINATE", "STOP", "ENABLE", "DEALLOCATE", "DRYRUN"),
    ),
    ("changes which database, index or language version is meant", ("USE", "USING", "CYPHER")),
    ("asks for a plan and not for an answer", ("EXPLAIN", "PROFILE")),
)
REFUSED = MappingProxyType({word: reason for reason, words in _REASONS for word in words})
"""Every clause that is not on the list, with what it does. These words are no names either, unless in back-ticks."""

SPELLED = MappingProxyType(
    {"LOAD": "LOAD CSV", "CSV": "LOAD CSV", "PERIODIC": "PERIODIC COMMIT", "DETACH": "DETACH DELETE"}
)

INSTEAD_OF_CALLING = MappingProxyType(
    {
        "reduce": (
            "may build a value of any size where no limit acts",
            "UNWIND the list, and use sum(…), max(…) or collect(…).",
        ),
        "allreduce": (
            "may build a value of any size where no limit acts",
            "UNWIND the list, and use sum(…), max(…) or collect(…).",
        ),
        "rand": ("gives another answer every time", "Order by a property, with ORDER BY."),
        "randomuuid": ("gives another answer every time", "Order by a property, with ORDER BY."),
    }
)
"""Why functions that people look for are not on the list, and what to do instead."""

_AGGREGATES = ("avg", "collect", "count", "max", "min", "percentileCont", "percentileDisc", "stDev", "stDevP", "sum")
_GRAPH = ("elementId", "endNode", "exists", "id", "keys", "labels", "length", "nodes", "properties", "relationships")
_LISTS = ("coalesce", "head", "isEmpty", "last", "nullIf", "range", "reverse", "size", "startNode", "tail", "type")
_NUMBERS = ("abs", "ceil", "e", "exp", "floor", "isNaN", "log", "log10", "pi", "round", "sign", "sqrt", "valueType")
_ANGLES = ("acos", "asin", "atan", "atan2", "cos", "cot", "degrees", "haversin", "radians", "sin", "tan")
_CONVERSIONS = ("toBoolean", "toBooleanOrNull", "toFloat", "toFloatOrNull", "toInteger", "toIntegerOrNull", "toString")
_LISTS_OF = ("toBooleanList", "toFloatList", "toIntegerList", "toStringList", "toStringOrNull")
_CUTS = ("btrim", "left", "lTrim", "right", "rTrim", "split", "substring", "trim")
_TEXTS = ("char_length", "character_length", "lower", "normalize", "replace", "toLower", "toUpper", "upper")
_TIMES = ("date", "datetime", "duration", "localdatetime", "localtime", "time", "point", "point.distance")
_DURATIONS = ("duration.between", "duration.inDays", "duration.inMonths", "duration.inSeconds")
_ALL = (_AGGREGATES, _GRAPH, _LISTS, _NUMBERS, _ANGLES, _CONVERSIONS, _LISTS_OF, _CUTS, _TEXTS, _TIMES, _DURATIONS)
FUNCTIONS = MappingProxyType({name.lower(): name for names in _ALL for name in names})
"""The functions that a query may call, by their names in lower case: each gives a value and touches nothing."""

DOUBLING = frozenset({"replace", "split"})
"""The functions that can give several times what they take."""
COPYING = DOUBLING | {
    name.lower() for name in (*_CUTS, *_TEXTS, "reverse", "toString", "toStringOrNull", "toStringList")
}
"""The functions that make texts of texts."""
GOING_THROUGH = frozenset({"split", *(name.lower() for name in _LISTS_OF if name.endswith("List"))})
"""The functions that make a new value of each part of what they take."""
SMALL = frozenset({"labels", "keys", "nodes", "relationships"})
"""The functions whose lists are as short as a query, a path or an element is."""
