"""Batches by the clock: what is due when, what was missed, and running it unattended.

entries: the file a user writes. moments: when an entry is due, as pure functions of the clock.
memory: what is kept between runs. scheduler: the loop. exports: the same for cron, systemd and Kubernetes.
"""
