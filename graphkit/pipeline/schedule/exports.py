"""The same schedule for whoever already has a clock: cron, systemd, Kubernetes.

cron and systemd run graphkit's own schedule, so that time zones, jitter and missed runs stay as the file says;
Kubernetes has all of these itself and gets a CronJob for each entry.
"""

import shlex
from datetime import timedelta
from pathlib import Path
from typing import Any

import yaml

from graphkit import __version__
from graphkit.errors import UsageError
from graphkit.pipeline.schedule.entries import Entry, Schedule

STOPS_WITHIN = timedelta(minutes=15)
"""How long the articles in hand may take after a request to stop."""
MOUNTED = Path("/config")
"""Where the pods see the batch files."""
STATE = "/state"
"""Where they keep dead letters and which pages they visited."""
USER = 10001
"""Who runs in the image, see Dockerfile."""


def for_cron(file: Path, program: str) -> str:
    """A crontab line that looks once a minute what is due. program: the graphkit to call."""
    call = " ".join(map(shlex.quote, (program, "-q", "schedule", "run-due", str(file.resolve()))))
    line = f"cd {shlex.quote(str(Path.cwd()))} && {call}".replace("%", "\\%")
    return f"# graphkit: what {file.name} says is due; time zones and missed runs are as it says.\n* * * * * {line}\n"


def for_systemd(file: Path, program: str) -> str:
    """A user's service that runs the schedule."""
    words = ("--log-format", "json", "schedule", "run", str(file.resolve()))
    # systemd replaces variables in the words after the program, never in its path.
    call = " ".join([_for_unit(program), *(_for_unit(word).replace("$", "$$") for word in words)])
    return f"""\
# Save as ~/.config/systemd/user/graphkit.service, then: systemctl --user enable --now graphkit
# NEO4J_URI and NEO4J_PASSWORD belong into ~/.config/graphkit/environment, readable by you alone.
[Unit]
Description=graphkit schedule {file.stem.replace("%", "%%")}
Wants=network-online.target
After=network-online.target

[Service]
Type=exec
WorkingDirectory={str(Path.cwd()).replace("%", "%%")}
EnvironmentFile=-%h/.config/graphkit/environment
ExecStart={call}
Restart=on-failure
RestartSec=30
# Only the schedule is told to stop; it lets its runs finish what they have in hand.
KillMode=mixed
TimeoutStopSec={int(STOPS_WITHIN.total_seconds())}
NoNewPrivileges=yes
PrivateTmp=yes

[Install]
WantedBy=default.target
"""


def for_kubernetes(schedule: Schedule, image: str | None = None) -> str:
    """A CronJob for each entry, as one YAML stream.

    They expect a config map `graphkit` with the batch files (`kubectl create configmap graphkit
    --from-file=config/batches`), a secret `neo4j` with uri and password, and a volume claim `graphkit-state`.
    Raises UsageError for an entry that Kubernetes' clock can't tell.
    """
    jobs = [
        _cron_job(name, entry, image or f"graphkit:{__version__}")
        for name, entry in sorted(schedule.schedules.items())
    ]
    return yaml.safe_dump_all(jobs, sort_keys=False, width=110)


def _cron_job(name: str, entry: Entry, image: str) -> dict[str, Any]:
    expression, zone = _crontab(name, entry)
    return {
        "apiVersion": "batch/v1",
        "kind": "CronJob",
        "metadata": {"name": f"graphkit-{name}", "labels": {"app.kubernetes.io/name": "graphkit"}},
        "spec": {
            "schedule": expression,
            "timeZone": zone,
            "suspend": entry.paused,
            "concurrencyPolicy": "Forbid",
            "startingDeadlineSeconds": 60 if entry.catch_up == "none" else 86_400,
            "jobTemplate": {"spec": {"backoffLimit": 0, "template": {"spec": _pod(entry, image)}}},
        },
    }


def _pod(entry: Entry, image: str) -> dict[str, Any]:
    secrets = {"NEO4J_URI": "uri", "NEO4J_PASSWORD": "password"}
    return {
        "restartPolicy": "Never",
        "terminationGracePeriodSeconds": int(STOPS_WITHIN.total_seconds()),
        "securityContext": {"runAsNonRoot": True, "runAsUser": USER, "fsGroup": USER},
        "containers": [
            {
                "name": "graphkit",
                "image": image,
                "args": ["--log-format", "json", "batch", "run", str(MOUNTED / entry.batch.name)],
                "env": [
                    {"name": "GRAPHKIT_HOME", "value": STATE},
                    *(
                        {"name": name, "valueFrom": {"secretKeyRef": {"name": "neo4j", "key": key}}}
                        for name, key in secrets.items()
                    ),
                ],
                "volumeMounts": [
                    {"name": "config", "mountPath": str(MOUNTED), "readOnly": True},
                    {"name": "state", "mountPath": STATE},
                ],
                "resources": {"requests": {"cpu": "1", "memory": "1Gi"}, "limits": {"memory": "2Gi"}},
            }
        ],
        "volumes": [
            {"name": "config", "configMap": {"name": "graphkit"}},
            {"name": "state", "persistentVolumeClaim": {"claimName": "graphkit-state"}},
        ],
    }


def _crontab(name: str, entry: Entry) -> tuple[str, str]:
    """Five fields and their time zone."""
    if entry.cron is not None:
        return entry.cron, entry.timezone or "UTC"
    minutes, rest = divmod(int((entry.every or timedelta()).total_seconds()), 60)
    if not rest and minutes < 60 and 60 % minutes == 0:
        return f"*/{minutes} * * * *", "UTC"
    hours, rest = divmod(minutes, 60)
    if not rest and hours <= 24 and 24 % hours == 0:
        return f"0 */{hours} * * *" if hours < 24 else "0 0 * * *", "UTC"
    raise UsageError(f"{name}: Kubernetes has no clock for every {entry.every}: write it as `cron:`")


def _for_unit(word: str) -> str:
    """One word of a command in a unit file, quoted."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
