"""Peers on the same sentences: how each is had and run, how fast it is, and how well it reads.

    python -m benchmarks.peers [--carb FOLDER] [--sentences N] [--peers NAME ...] [--json FILE]

Each peer is installed by its registry's client into build/peers, never into graphkit's own environment. Needs
`mvn` and `java` for Stanford OpenIE (500 MB). Seconds are of processor time, of all sentences less those of the
first ten, so that neither starting up nor other work on the machine counts; ratios are to graphkit in the same run.
"""
