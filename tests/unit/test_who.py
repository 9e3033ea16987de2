"""Who is at work."""

import os
import pwd

from graphkit.settings.who import whoever


def test_a_user_has_the_name_of_the_login():
    known = pwd.getpwall()[-1]

    assert whoever(known.pw_uid) == pwd.getpwuid(known.pw_uid).pw_name


def test_whoever_runs_this_is_meant_where_nobody_is_named():
    assert whoever() == whoever(os.getuid())


def test_a_user_without_a_name_is_somebody():
    known = {user.pw_uid for user in pwd.getpwall()}
    nameless = next(uid for uid in range(54321, 2**31) if uid not in known)

    assert whoever(nameless) == "somebody"
