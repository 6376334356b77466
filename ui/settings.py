"""Settings: what the user configured, from the environment and from `loadpath.toml` in the current folder."""

from __future__ import annotations

import getpass
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError

from graph.case import CaseHead
from graph.errors import LoadpathError
from graph.provenance import Frozen

FILE = "loadpath.toml"
DEFAULT_STORE = "sqlite:///loadpath.db"
_TABLES = frozenset({"limits", "columns"})


class UnusableSettings(LoadpathError):
    """The settings file cannot be read, or sets something that does not exist."""


class Settings(Frozen):
    """`store`: where cases are kept. `case`: which of them is meant; None for the newest. `user` signs what is entered.

    `limits`: how much of a file is read at most. `columns`: what the columns of sheets are called; both as typed.
    `neo4j_user`, `neo4j_password` and `neo4j_database` are for a store on a Neo4j server; without a database it is the
    one that the server gives the user. `claude_model` reads documents where Claude is asked to, and its replies are kept
    in the folder `replies`. `embedding_model`: the folder of a model that says which names mean the same; none where empty.
    A query of one's own gives up to `query_rows` rows, and may take `query_timeout_s` seconds.
    """

    store: str = DEFAULT_STORE
    case: str | None = None
    user: str = ""
    ui_address: str = "127.0.0.1"
    """Where the page listens. It asks for no password, so whoever reaches that address may use it."""
    limits: dict[str, int] = Field(default_factory=dict)
    columns: dict[str, str] = Field(default_factory=dict)
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr = SecretStr("")
    neo4j_database: str | None = None
    claude_model: str = "claude-sonnet-5-5"
    replies: str = ".loadpath/replies"
    embedding_model: str = ""
    query_rows: int = Field(default=1000, ge=1, le=1_000_000)
    query_timeout_s: float = Field(default=30.0, gt=0, le=3600)


def read_settings(environment: Mapping[str, str], folder: Path) -> Settings:
    """The settings; a variable of the environment beats the file. UnusableSettings names the file and what is wrong."""
    path = folder / FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        for name in Settings.model_fields.keys() - _TABLES:
            if value := environment.get(f"LOADPATH_{name.upper()}"):
                found[name] = value
        settings = Settings.model_validate(found)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UnusableSettings(f"cannot read {path}: {error}", "Correct the file, or move it away.") from error
    except ValidationError as error:
        raise _unusable(error, environment, path) from error
    return settings if settings.user else settings.model_copy(update={"user": system_user()})


def _unusable(error: ValidationError, environment: Mapping[str, str], path: Path) -> UnusableSettings:
    """The error that names the variable of the environment that is wrong, or else the file."""
    for fault in error.errors():
        variable = f"LOADPATH_{'_'.join(map(str, fault['loc'])).upper()}"
        if fault["loc"][0] not in _TABLES and (value := environment.get(variable)):
            wanted = fault["msg"].replace("Input should", "it should")
            return UnusableSettings(f"{variable} is '{value}': {wanted}", "Correct the variable, or unset it.")
    wrong = ", ".join(".".join(map(str, fault["loc"])) for fault in error.errors())
    return UnusableSettings(
        f"{path} sets what is no setting, or not as it must be: {wrong}",
        f"The settings are: {', '.join(Settings.model_fields)}.",
    )


def case_head(case: str, *, created: str) -> CaseHead:
    """The head of a new case; UnusableSettings where its id is not one that a file or an address can hold."""
    try:
        return CaseHead(id=case, created=created)
    except ValidationError as error:
        raise UnusableSettings(
            f"'{case}' cannot be the id of a case", "Use letters, digits, '.', '_' and '-', and begin with a letter."
        ) from error


def system_user() -> str:
    """The name of the user who runs the program; "unknown" where the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"
