"""What graphkit says of its speed and soundness, measured again: each module is a command, from a clone, without more.

`make bench` runs those that take minutes. The others say in their first lines what they do.
"""
