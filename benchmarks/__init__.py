"""What graphkit says of its speed and soundness, measured again: each module is a command, from a clone, without more.

`make bench` runs all of them; each says in its first lines what it does.
"""
