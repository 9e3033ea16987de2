"""Settings: precedence, every problem at once, and no secret ever shown."""

from pathlib import Path

import pytest

from graphkit import settings
from graphkit.errors import SettingsError
from graphkit.resources import shipped
from graphkit.settings.keys import known_keys, variable


def write(folder: Path, text: str) -> Path:
    path = folder / "graphkit.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def problems_of(folder: Path, text: str = "", environment: dict[str, str] | None = None) -> str:
    path = write(folder, text)
    with pytest.raises(SettingsError) as caught:
        settings.read(path, environment=environment or {})
    return str(caught.value)


def test_the_shipped_file_states_the_defaults_and_all_of_them(tmp_path: Path):
    shipped_values = settings.read(shipped("config", "graphkit.yaml"), environment={})
    text = shipped("config", "graphkit.yaml").read_text(encoding="utf-8")

    assert shipped_values == settings.Settings()
    assert [key for key, _ in known_keys() if f"  {key[-1]}: " not in text] == []


def test_a_flag_wins_over_environment_over_file_over_default(tmp_path: Path):
    path = write(tmp_path, "reading:\n  workers: 2\n")
    environment = {"GRAPHKIT_READING_WORKERS": "3"}

    by_default = settings.Settings()
    by_file = settings.read(path, environment={})
    by_environment = settings.read(path, environment=environment)
    by_flag = settings.read(path, {"reading.workers": 4}, environment)

    found = [each.reading.workers for each in (by_default, by_file, by_environment, by_flag)]
    assert found == [1, 2, 3, 4]


def test_a_flag_not_given_changes_nothing(tmp_path: Path):
    path = write(tmp_path, "reading:\n  workers: 2\n")

    assert settings.read(path, {"reading.workers": None}, {}).reading.workers == 2


def test_every_problem_is_named_at_once_with_its_line_and_the_nearest_key(tmp_path: Path):
    text = "reading:\n  pipline: x\n  workers: many\nquerys:\n  folders: []\nworkers: 3\n"

    message = problems_of(tmp_path, text)

    file = tmp_path / "graphkit.yaml"
    assert f"{file}:2: reading.pipline: unknown key, did you mean reading.pipeline?" in message
    assert f"{file}:3: reading.workers: Input should be a valid integer" in message
    assert f"{file}:4: querys: unknown key, did you mean queries?" in message
    assert f"{file}:6: workers: unknown key, did you mean reading.workers?" in message


def test_a_key_that_stands_twice_is_a_problem(tmp_path: Path):
    message = problems_of(tmp_path, "reading:\n  workers: 1\n  workers: 2\n")

    assert ":3: reading.workers: stands on line 2 too; keep one" in message


def test_a_wrong_variable_is_named_as_the_variable(tmp_path: Path):
    environment = {"GRAPHKIT_READING_WORKERS": "none", "GRAPHKIT_GRAPH_KEEP_TXT": "no"}

    message = problems_of(tmp_path, environment=environment)

    assert "GRAPHKIT_READING_WORKERS: reading.workers: Input should be a valid integer" in message
    assert "GRAPHKIT_GRAPH_KEEP_TXT: graph.keep_txt: unknown key, did you mean graph.keep_text?" in message


def test_variables_of_others_are_left_alone(tmp_path: Path):
    environment = {"GRAPHKIT_PORT": "tcp://10.0.0.1:80", "GRAPHKIT_READING_WORKERS": ""}

    assert settings.read(write(tmp_path, ""), environment=environment) == settings.Settings()


@pytest.mark.parametrize(
    "text", ["neo4j:\n  password: hunter2\n", "neo4j:\n  uri: bolt://me:hunter2@host:7687\n"]
)
def test_a_secret_in_the_file_is_refused_and_not_shown(tmp_path: Path, text: str):
    message = problems_of(tmp_path, text)

    assert "NEO4J_PASSWORD" in message
    assert "hunter2" not in message


def test_the_password_comes_from_the_environment_and_hides_itself():
    password = settings.read_password({"NEO4J_PASSWORD": "hunter2"})

    assert password is not None
    assert password.get_secret_value() == "hunter2"
    assert "hunter2" not in f"{password} {password!r}"
    assert settings.read_password({}) is None


def test_paths_in_a_file_count_from_the_file(tmp_path: Path):
    text = "knowledge:\n  ontology: mine.yaml\n  gazetteers: [a.csv, /b.csv]\nqueries:\n  folders: [q]\n"

    found = settings.read(write(tmp_path, text), environment={})

    assert found.knowledge.ontology == tmp_path / "mine.yaml"
    assert found.knowledge.gazetteers == (tmp_path / "a.csv", Path("/b.csv"))
    assert found.queries.folders == (tmp_path / "q",)


def test_a_variable_with_paths_takes_several(tmp_path: Path):
    found = settings.read(write(tmp_path, ""), environment={"GRAPHKIT_QUERIES_FOLDERS": "a:b"})

    assert found.queries.folders == (Path("a"), Path("b"))


def test_the_working_directory_comes_before_the_users(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    users = tmp_path / "config" / "graphkit"
    users.mkdir(parents=True)
    write(users, "reading:\n  workers: 7\n")
    here = tmp_path / "here"
    here.mkdir()

    without = settings.read(folder=here, environment={}).reading.workers
    write(here, "reading:\n  workers: 8\n")
    within = settings.read(folder=here, environment={}).reading.workers

    assert (without, within) == (7, 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("reading: [", "isn't YAML"),
        ("- a\n- b\n", ":1: settings are sections with keys"),
        ("reading: 3\n", ":1: reading: Input should be a valid dictionary"),
    ],
)
def test_a_file_of_the_wrong_shape_is_refused_by_place(tmp_path: Path, text: str, expected: str):
    assert expected in problems_of(tmp_path, text)


def test_a_missing_file_says_so(tmp_path: Path):
    with pytest.raises(SettingsError, match=r"none\.yaml isn't there"):
        settings.read(tmp_path / "none.yaml", environment={})


def test_an_empty_section_is_its_defaults(tmp_path: Path):
    assert settings.read(write(tmp_path, "reading:\n"), environment={}) == settings.Settings()


def test_settings_cant_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        settings.Settings().reading.workers = 2


def test_every_key_has_a_variable_of_its_own():
    variables = [variable(key) for key, _ in known_keys()]

    assert len(set(variables)) == len(variables)
    assert "NEO4J_PASSWORD" not in variables
