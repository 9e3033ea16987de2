"""The local server, for real: started, stopped, killed, hindered."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from neo4j import GraphDatabase

from graphkit.errors import ServerError
from graphkit.resources import shipped
from graphkit.store import server
from graphkit.store.browser import style_command
from tests.homes import home_with_jars

STARTER = """
import os
from graphkit.store import server
print(server.start(server.find_home(os.environ), lambda words: print(words, flush=True)).pid)
"""
ANY = server.Ports(0, 0)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[server.Home]:
    """A home for all tests here: each asks for the state it needs, running or stopped."""
    made = home_with_jars(tmp_path_factory.mktemp("own server"))
    server.start(made, ports=ANY)
    yield made
    server.stop(made)


def starter(home: server.Home) -> subprocess.Popen[str]:
    environ = os.environ | {"GRAPHKIT_HOME": str(home.data.parent)}
    return subprocess.Popen(
        [sys.executable, "-c", STARTER],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def servers_of(home: server.Home) -> list[int]:
    """Process ids of every Neo4j whose home this is."""
    java = "org.neo4j.server.CommunityEntryPoint"
    started = f"--home-dir={home.neo4j}"
    commands = {it.pid: it.info["cmdline"] or [] for it in psutil.process_iter(["cmdline"])}
    return [pid for pid, words in commands.items() if java in words and started in words]


def ask(running: server.Running, cypher: str) -> list[dict[str, object]]:
    with GraphDatabase.driver(running.uri, auth=(running.username, running.password)) as driver:
        return [record.data() for record in driver.execute_query(cypher, database_=running.database).records]


def test_it_is_the_real_neo4j_community(home):
    running = server.start(home)

    found = ask(
        running, "CALL dbms.components() YIELD versions, edition RETURN versions[0] AS version, edition"
    )

    assert found == [{"version": server.NEO4J_VERSION, "edition": "community"}]


def test_a_second_start_says_so_and_gives_the_same_server(home):
    first = server.start(home)
    said: list[str] = []

    second = server.start(home, said.append)

    assert second == first
    assert said == [f"Neo4j already runs at {first.uri} (process {first.pid})"]


def test_status_and_log_tell_of_a_running_server(home):
    running = server.start(home)

    found = server.status(home)

    assert (found.state, found.pid, found.uri) == ("running", running.pid, running.uri)
    assert server.log_tail(home, 1)[0].endswith("Started.")
    assert found.log.read_text().splitlines()[-3:] == server.log_tail(home, 3)


def test_it_listens_on_this_machine_only(home):
    running = server.start(home)

    listening = {
        it.laddr.ip
        for it in psutil.Process(running.pid).net_connections("tcp")
        if it.status == psutil.CONN_LISTEN
    }

    assert listening <= {"127.0.0.1", "::ffff:127.0.0.1"}
    assert listening


def test_the_password_is_the_users_alone(home):
    running = server.start(home)

    command_line = " ".join(psutil.Process(running.pid).cmdline())

    assert home.password_file.read_text() == running.password
    assert home.password_file.stat().st_mode & 0o777 == 0o600
    assert sorted(it.name for it in home.config.iterdir()) == ["neo4j-password"]
    assert running.password not in command_line
    assert running.password not in repr(running)
    assert len(running.password) >= 32


def test_it_reports_nothing_to_anyone(home):
    running = server.start(home)

    found = ask(
        running,
        "SHOW SETTINGS 'dbms.usage_report.enabled', 'client.allow_telemetry', 'server.https.enabled' "
        "YIELD value RETURN DISTINCT value",
    )

    assert found == [{"value": "false"}]


def test_it_serves_its_browser_in_graphkits_colours(home):
    running = server.start(home)
    style = style_command(shipped("config", "browser.grass").read_text(encoding="utf-8"))

    with urllib.request.urlopen(f"{running.http_url}/browser/") as page:
        content = page.read()
    set_for_it = ask(running, "SHOW SETTINGS 'browser.post_connect_cmd' YIELD value")

    assert b"Neo4j Browser" in content
    assert set_for_it == [{"value": f"{style}; clear"}]


def test_it_outlives_its_starter_and_the_starters_terminal(home):
    server.stop(home)
    with starter(home) as started:
        said, trouble = started.communicate()
    assert started.returncode == 0, trouble

    pid = int(said.splitlines()[-1])

    assert os.getsid(pid) == pid
    assert server.status(home).state == "running"


@pytest.mark.parametrize("seconds", [0.0, 0.5])
def test_ctrl_c_while_starting_leaves_no_server(home, seconds: float):
    server.stop(home)
    with starter(home) as started:
        while not servers_of(home):
            assert started.poll() is None, started.communicate()
        time.sleep(seconds)
        os.killpg(started.pid, signal.SIGINT)
        started.communicate()

    assert started.returncode != 0
    assert servers_of(home) == []
    assert server.status(home).state == "stopped"


def test_stopping_waits_until_it_has_ended(home):
    running = server.start(home)

    assert server.stop(home)

    assert not psutil.pid_exists(running.pid)
    assert server.status(home).state == "stopped"
    assert server.log_tail(home, 1)[0].endswith("Stopped.")
    assert not server.stop(home)


def test_two_starts_at_once_give_one_server_even_where_its_port_is_taken(home):
    server.stop(home)
    taken = json.loads(home.note.read_text())["ports"]["bolt"]

    with socket.create_server(("127.0.0.1", taken)), starter(home) as one, starter(home) as other:
        answers = [it.communicate() for it in (one, other)]

    pids = {said.splitlines()[-1] for said, _ in answers}
    assert pids == {str(pid) for pid in servers_of(home)}, answers
    assert len(pids) == 1
    assert any("waiting for it" in said for said, _ in answers)
    assert not server.status(home).uri.endswith(f":{taken}")


def test_killed_it_recovers_all_that_was_acknowledged(home):
    running = server.start(home)
    ask(running, "UNWIND range(1, 20000) AS n CREATE (:Kept {n: n})")
    os.kill(running.pid, signal.SIGKILL)
    while psutil.pid_exists(running.pid):
        time.sleep(0.05)
    assert server.status(home).state == "crashed"
    said: list[str] = []

    again = server.start(home, said.append)

    assert ask(again, "MATCH (kept:Kept) RETURN count(kept) AS n, max(kept.n) AS most") == [
        {"n": 20000, "most": 20000}
    ]
    assert said[0] == "Neo4j ended without being stopped last time: it will recover what it must"
    assert again.uri == running.uri


def test_a_start_that_runs_out_of_patience_leaves_it_to_go_on(home):
    server.stop(home)
    with pytest.raises(ServerError, match="left running: start it again to go on waiting"):
        server.start(home, patience=0)
    pid = server.status(home).pid

    running = server.start(home)

    assert running.pid == pid


def test_a_setting_it_refuses_is_told_with_the_logs_last_words(home):
    server.stop(home)
    home.user_conf.write_text("# my own\nserver.memory.pagecache.size=plenty\n")

    try:
        with pytest.raises(ServerError) as caught:
            server.start(home)
    finally:
        home.user_conf.unlink()

    message = str(caught.value)
    assert "ended while starting" in message
    assert "'plenty' is not a valid size" in message
    assert str(home.console) in message
    assert "\tat org.neo4j" not in message
    assert server.status(home).state == "stopped"


def test_a_java_that_fails_is_told_with_its_own_words(home, tmp_path: Path):
    server.stop(home)
    java = tmp_path / "java"
    java.write_text("#!/bin/sh\necho no luck today >&2\nexit 3\n")
    java.chmod(0o755)

    with pytest.raises(ServerError, match="no luck today"):
        server.start(home, java=java)
    with pytest.raises(ServerError, match=r"can't run .*absent"):
        server.start(home, java=tmp_path / "absent")

    assert servers_of(home) == []


def test_a_missing_password_is_told_with_a_way_out(home):
    server.stop(home)
    password = home.password_file.read_text()
    home.password_file.unlink()

    try:
        with pytest.raises(ServerError, match="is missing or empty, but the graph in"):
            server.start(home)
    finally:
        home.password_file.write_text(password)


def test_a_wrong_password_is_told_and_no_server_left(home):
    server.stop(home)
    password = home.password_file.read_text()
    home.password_file.write_text("not-this-one")

    try:
        with pytest.raises(ServerError, match="refuses the password in"):
            server.start(home)
    finally:
        home.password_file.write_text(password)

    assert servers_of(home) == []


def test_a_damaged_graph_is_told_and_no_server_left(home):
    server.stop(home)
    store = home.neo4j / "data" / "databases" / "neo4j"
    kept = {path: path.read_bytes() for path in (store / "neostore", store / "neostore.nodestore.db")}
    for path in kept:
        path.write_bytes(b"\xff" * 5000)

    try:
        with pytest.raises(ServerError, match="can't open its database"):
            server.start(home)
    finally:
        for path, content in kept.items():
            path.write_bytes(content)

    assert servers_of(home) == []


def test_a_process_id_given_to_another_process_is_left_alone(home):
    server.stop(home)
    note = json.loads(home.note.read_text())
    home.note.write_text(json.dumps(note | {"pid": os.getpid(), "born": 1.0}))

    assert server.status(home).state == "crashed"
    assert not server.stop(home)
    assert psutil.pid_exists(os.getpid())
