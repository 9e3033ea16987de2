"""What the local server reads and leaves behind."""

import json
import os
import socket
from pathlib import Path

import psutil
import pytest

from graphkit.errors import ServerError
from graphkit.resources import shipped
from graphkit.store import server
from graphkit.store.server.conf import own_settings, user_settings, write_conf
from graphkit.store.server.install import read_list
from graphkit.store.server.logs import doing, last_words, tail
from graphkit.store.server.note import STANDARD, Note, Ports, free_ports, read_note, write_note
from graphkit.store.server.password import read_password

HOST = "127.0.0.1"


@pytest.fixture
def home(tmp_path: Path) -> server.Home:
    made = server.home_at(tmp_path)
    made.prepare()
    return made


def test_graphkit_home_puts_everything_under_one_folder(tmp_path):
    found = server.find_home({"GRAPHKIT_HOME": str(tmp_path / "all")})

    assert found == server.home_at(tmp_path / "all")
    assert {it.parent for it in (found.cache, found.config, found.data, found.state)} == {tmp_path / "all"}


def test_without_it_each_thing_is_where_the_system_keeps_such(tmp_path, monkeypatch):
    for name in ("CACHE", "CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))

    found = server.find_home({})

    assert found == server.Home(
        *(tmp_path / name / "graphkit" for name in ("CACHE", "CONFIG", "DATA", "STATE"))
    )


def test_a_home_that_cannot_be_made_is_told_with_a_way_out(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(ServerError, match="set GRAPHKIT_HOME to a folder you may write to"):
        server.home_at(tmp_path / "file").prepare()


def test_nobody_else_may_look_into_config_and_data(home):
    assert {it.stat().st_mode & 0o077 for it in (home.config, home.neo4j, home.conf, home.logs)} == {0}


def test_the_listed_jars_are_those_of_the_version_we_name():
    jars = read_list(shipped("config", "neo4j-jars.tsv"))
    versions = {it.artifact.split(":")[2] for it in jars if ":neo4j-server:" in it.artifact}

    assert versions == {server.NEO4J_VERSION}
    assert len({it.filename for it in jars}) == len(jars)
    assert all(len(it.sha256) == 64 and it.size > 0 for it in jars)


def test_what_was_noted_is_read_back(tmp_path):
    note = Note(Ports(1, 2), 3, 4.5)

    write_note(tmp_path / "note", note)

    assert read_note(tmp_path / "note") == note


@pytest.mark.parametrize(
    "content", ["", "{", "[]", '{"ports": 1}', '{"ports": {"bolt": 1}, "pid": 1, "born": 2}']
)
def test_a_broken_note_counts_as_none(tmp_path, content):
    (tmp_path / "note").write_text(content)

    assert read_note(tmp_path / "note") == Note(Ports(*STANDARD))


def test_a_process_is_known_by_its_birth_not_by_its_number_alone():
    me = psutil.Process()

    assert Note(Ports(0, 0), me.pid, me.create_time()).process() == me
    assert Note(Ports(0, 0), me.pid, me.create_time() - 60).process() is None
    assert Note(Ports(0, 0), 2**22 + 1, 1.0).process() is None


def test_a_free_port_is_kept_and_a_taken_one_changed():
    with socket.create_server((HOST, 0)) as taken, socket.create_server((HOST, 0)) as other:
        busy, free = taken.getsockname()[1], other.getsockname()[1]
        other.close()

        chosen = free_ports(Ports(bolt=free, http=busy), HOST)

    assert chosen.bolt == free
    assert chosen.http not in (busy, free)


def test_one_port_wished_twice_is_given_once():
    with socket.create_server((HOST, 0)) as probe:
        port = probe.getsockname()[1]

    chosen = free_ports(Ports(port, port), HOST)

    assert chosen.bolt == port
    assert chosen.http != port


def test_the_users_settings_go_over_ours(home):
    home.user_conf.write_text(
        "# mine\n\nserver.memory.heap.max_size = 4g\nbrowser.post_connect_cmd=play a=b\n"
    )

    write_conf(home, Ports(1, 2))

    lines = (home.conf / "neo4j.conf").read_text().splitlines()
    assert "server.memory.heap.max_size=4g" in lines
    assert "browser.post_connect_cmd=play a=b" in lines
    assert "server.bolt.listen_address=127.0.0.1:1" in lines
    assert len({line.partition("=")[0] for line in lines}) == len(lines)


def test_a_setting_without_value_is_refused_by_file_and_line(home):
    home.user_conf.write_text("# mine\nserver.memory.heap.max_size 4g\n")

    with pytest.raises(ServerError, match=r"neo4j\.conf, line 2: .* is not key=value"):
        user_settings(home.user_conf)


def test_no_setting_listens_beyond_this_machine(home):
    addresses = {value for key, value in own_settings(home, Ports(1, 2)).items() if key.endswith("_address")}

    assert {address.partition(":")[0] for address in addresses} == {HOST}


def test_a_password_file_others_could_read_is_closed_to_them(home):
    home.password_file.write_text("secret\n")
    home.password_file.chmod(0o644)

    assert read_password(home) == "secret"
    assert home.password_file.stat().st_mode & 0o777 == 0o600


def test_last_words_leave_out_javas_stack(tmp_path):
    log = tmp_path / "log"
    log.write_text(
        "first\nCaused by: bad\n\tat org.neo4j.Config.<init>(Config.java:1)\n\t... 6 more\n\nStopped.\n"
    )

    assert last_words(log, 2) == "  Caused by: bad\n  Stopped."
    assert last_words(tmp_path / "none") == "  (it is empty)"


def test_a_tail_is_the_last_lines(tmp_path):
    (tmp_path / "log").write_text("one\ntwo\nthree\n")

    assert tail(tmp_path / "log", 2) == ["two", "three"]
    assert tail(tmp_path / "log", 0) == []
    assert tail(tmp_path / "none", 2) == []


def test_a_recovery_since_the_last_boot_is_told_with_its_progress(home):
    line = "2026-01-01 INFO  [o.n.k.r.Recovery] [{}/ad660b09]  {}% completed\n"
    boot = "2026-01-01 INFO  [o.n.s.CommunityNeoWebServer] ======== Neo4j 5.26.30 ========\n"
    home.console.write_text("Starting...\n")
    (home.logs / "debug.log").write_text(line.format("neo4j", 100) + boot)
    assert doing(home) == "its log says: Starting..."

    with (home.logs / "debug.log").open("a") as log:
        log.write(line.format("system", 100) + line.format("neo4j", 40))

    assert doing(home) == "recovering the database neo4j, 40% done"


def test_status_of_a_home_never_used_is_stopped(tmp_path):
    found = server.status(server.home_at(tmp_path / "new"))

    assert (found.state, found.pid) == ("stopped", None)
    assert not (tmp_path / "new").exists()


def test_stopping_where_nothing_runs_does_nothing(tmp_path):
    assert not server.stop(server.home_at(tmp_path))


def test_a_process_that_died_unasked_is_called_crashed(home):
    home.note.write_text(json.dumps({"ports": {"bolt": 1, "http": 2}, "pid": os.getpid(), "born": 1.0}))

    assert server.status(home).state == "crashed"
