"""What the container files promise, read from them."""

import re
import tomllib

import pytest
import yaml

from graphkit.resources import PACKAGE
from graphkit.store import server
from graphkit.store.server.conf import own_settings

ROOT = PACKAGE.parent


@pytest.fixture(scope="module", params=["docker-compose.yml", "config/project/docker-compose.yml"])
def services(request: pytest.FixtureRequest) -> dict:
    """Those of the checkout, and those of the project that `graphkit init` writes."""
    return yaml.safe_load((ROOT / request.param).read_text(encoding="utf-8"))["services"]


def graphkits(services: dict) -> list[dict]:
    return [service for name, service in services.items() if name != "neo4j"]


def test_it_runs_the_version_that_runs_without_docker(services):
    assert services["neo4j"]["image"] == f"neo4j:{server.NEO4J_VERSION}-community"


def test_no_port_is_open_beyond_this_machine(services):
    ports = [port for service in services.values() for port in service.get("ports", [])]

    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_password_comes_from_the_environment_and_must_be_set(services):
    given = [
        services["neo4j"]["environment"]["NEO4J_AUTH"],
        *(service["environment"]["NEO4J_PASSWORD"] for service in graphkits(services)),
    ]

    assert all(re.fullmatch(r"(neo4j/)?\$\{NEO4J_PASSWORD:\?[^}]+\}", each) for each in given)


def test_graphkit_waits_until_neo4j_answers_a_query(services):
    for service in graphkits(services):
        assert service["depends_on"] == {"neo4j": {"condition": "service_healthy"}}
    assert "RETURN 1" in services["neo4j"]["healthcheck"]["test"][1]


def test_the_graph_outlives_the_container(services):
    assert "neo4j-data:/data" in services["neo4j"]["volumes"]


def test_the_settings_are_those_of_the_local_server(services, tmp_path):
    ours = own_settings(server.home_at(tmp_path), server.Ports(7687, 7474))
    prefix = re.compile(r"NEO4J_(?!AUTH)")
    theirs = {
        # The image's rule: `_` stands for a dot, `__` for an underscore.
        prefix.sub("", name).replace("__", "%").replace("_", ".").replace("%", "_"): value
        for name, value in services["neo4j"]["environment"].items()
        if prefix.match(name)
    }

    assert theirs
    assert theirs.items() <= ours.items()


def test_the_image_runs_graphkit_as_an_ordinary_user_and_checks_it():
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    last_stage = lines[max(n for n, line in enumerate(lines) if line.startswith("FROM")) :]

    assert "USER 10001" in last_stage
    assert any("useradd --uid 10001 " in line for line in last_stage)
    assert any(line.startswith("HEALTHCHECK") for line in last_stage)
    assert 'ENTRYPOINT ["graphkit"]' in last_stage


def test_the_image_is_made_with_all_that_the_package_is_made_of():
    copies = re.findall(r"^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"), re.MULTILINE)
    copied = {word for line in copies for word in line.split()}
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project, wheel = pyproject["project"], pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {"pyproject.toml", project["readme"], *project["license-files"]}
    needed |= {*wheel["packages"], *wheel["force-include"]}

    assert {each for each in needed if not {each, each.partition("/")[0]} & copied} == set()
    assert {each for each in copied if not (ROOT / each).exists()} == set()


def test_dependencies_of_the_image_are_checked_by_hash():
    text = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    installs = re.findall(r"\bpip install (.*)", text)

    # What is checked is all there is: graphkit itself is installed without.
    assert [("--require-hashes" in each, "--no-deps ." in each) for each in installs] == [
        (True, False),
        (False, True),
    ]


def test_what_the_image_copies_is_sent_to_it_and_nothing_else():
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = {
        source.partition("/")[0]
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for source in line.split()[1:-1]
    }

    sent = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {line.removeprefix("!") for line in sent if line.startswith("!")} == copied
    assert "*" in sent
