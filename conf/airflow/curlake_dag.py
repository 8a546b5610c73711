"""The nightly run of curlake as a DAG of Airflow 3; see docs/airflow.md.

Each source of curlake's own configuration gets a group: wait for a delivery, load it, build the tables of analysts. When all
groups are done, resources are discovered and the report is written.

Each verb is a process of its own, run by a PythonOperator. SparkSubmitOperator would not do: it takes every exit code but 0 for
the same failure, and curlake's exit codes say whether trying again can help.

Environment of scheduler and workers:
  CURLAKE_CONFIG   the configuration; /opt/curlake/conf/curlake.yaml unless given
  CURLAKE_COMMAND  what runs a verb: /opt/curlake/curlake unless given, or a spark-submit up to and with the jar
  CURLAKE_REPORT   where the report is written; /opt/curlake/report.html unless given
"""

from __future__ import annotations

import json
import logging
import os
import shlex
import subprocess
from datetime import datetime, timedelta, timezone

import yaml
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.providers.standard.operators.python import PythonOperator
from airflow.providers.standard.sensors.python import PythonSensor
from airflow.sdk import DAG, Asset, Param, TaskGroup

CONFIG = os.environ.get("CURLAKE_CONFIG", "/opt/curlake/conf/curlake.yaml")
COMMAND = shlex.split(os.environ.get("CURLAKE_COMMAND", "/opt/curlake/curlake"))
REPORT = os.environ.get("CURLAKE_REPORT", "/opt/curlake/report.html")

# What 'build' writes and analysts read. A DAG of theirs that waits for one of these assets starts after the build.
GOLD_TABLES = [
    "focus_cost_and_usage",
    "daily_cost",
    "daily_resource_cost",
    "daily_tag_cost",
    "commitment_daily",
    "traffic_cost",
    "daily_container_cost",
    "invoice",
]

# Exit codes, as in README.md.
DONE, NOTHING_DELIVERED = 0, 3
# A second try cannot help before a person, or AWS's next delivery, has changed something: usage or configuration, nothing
# delivered, permission, unreadable delivery, ledger. All others are tried again: a store that did not answer (1), another run
# that holds the lock (7), a process that was killed (130, or negative).
TRYING_AGAIN_IS_NO_USE = {2, 3, 4, 5, 6}

log = logging.getLogger(__name__)


def run(verb: str, *arguments: str) -> tuple[int, dict, str]:
    """Runs a verb: its exit code, its summary (empty where it got to none), and the last line that it wrote on stderr."""
    command = [*COMMAND, verb, *arguments, "--json", "--config", CONFIG]
    log.info("Running %s", shlex.join(command))
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    for line in ended.stderr.splitlines():
        log.info("%s", line)
    log.info("%s", ended.stdout)
    return ended.returncode, summary_of(ended.stdout), last_line(ended.stderr)


def summary_of(stdout: str) -> dict:
    try:
        return json.loads(last_line(stdout))
    except ValueError:
        return {}


def last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""


def require_done(verb: str, ended: tuple[int, dict, str]) -> None:
    """Fails the task where the verb did not end well, in a way that says whether it is tried again."""
    code, summary, said = ended
    if code == DONE:
        return
    message = f"curlake {verb} ended with {code}: {'; '.join(ledger_lines(summary)) or said or 'it said nothing'}"
    if code in TRYING_AGAIN_IS_NO_USE:
        raise AirflowFailException(message)
    raise AirflowException(message)


def ledger_lines(summary: dict) -> list[str]:
    """What became of each period that was refused, with the rows and the unblended cost of its ledger where it has one."""
    return [
        f"{period.get('source')} {period.get('billing_period')} {period.get('status')}: {period['error']}{ledger(period)}"
        for period in summary.get("periods", [])
        if "error" in period
    ]


def ledger(period: dict) -> str:
    if "rows" not in period:
        return ""
    sides = " ".join(f"{side} {rows}" for side, rows in period["rows"].items())
    costs = "".join(
        f", {total['currency']} unblended "
        + " ".join(f"{side} {amount}" for side, amount in total.get("unblended_cost", {}).items())
        for total in period.get("totals", [])
    )
    return f" [ledger: rows {sides}{costs}]"


def selection(source: str, params: dict) -> list[str]:
    period = params.get("period") or ""
    return ["--source", source, *(["--period", period] if period else [])]


def is_delivered(source: str, params: dict) -> bool:
    """Whether there is something to load. False lets the sensor look again later, without holding a slot meanwhile."""
    if params.get("force"):
        return True
    ended = run("load", "--dry-run", *selection(source, params))
    if ended[0] == NOTHING_DELIVERED:
        return False
    require_done("load --dry-run", ended)
    return any(period.get("due") for period in ended[1].get("periods", []))


def load(source: str, params: dict) -> None:
    require_done("load", run("load", *selection(source, params)))


def build(source: str, params: dict) -> None:
    require_done("build", run("build", *selection(source, params)))


def discover() -> None:
    require_done("discover", run("discover"))


def report() -> None:
    require_done("report", run("report", "--out", REPORT))


def require_all() -> None:
    """Runs only where a task failed: discovery and report come after a failed source too, and must not hide it."""
    raise AirflowFailException("A task of this run failed; its log says which, and why.")


def say_failure(context) -> None:
    """Put your own notifier here; curlake's webhook (docs/alerts.md) is told of failed loads anyway."""
    log.error("%s failed: %s", context["task_instance"].task_id, context.get("exception"))


def configuration() -> dict:
    with open(CONFIG, encoding="utf-8") as file:
        return yaml.safe_load(file)


def gold_assets(warehouse: str) -> list[Asset]:
    at = warehouse.rstrip("/").replace("s3a://", "s3://")
    folder = at if "://" in at else "file://" + os.path.abspath(at)
    return [Asset(name=f"curlake_{table}", uri=f"{folder}/{table}") for table in GOLD_TABLES]


settings = configuration()

with DAG(
    dag_id="curlake",
    description="Billing exports into tables that tie out: load, build, discover, report",
    schedule="0 6 * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,
    # One writer: the second run would end with 7, another run holds the lock. So would the second task of one run.
    max_active_runs=1,
    max_active_tasks=1,
    params={
        "period": Param(
            "",
            type="string",
            pattern=r"^(\d{4}-(0[1-9]|1[0-2]))?$",
            title="Billing period",
            description="Only this month, as 2026-10; all that changed, unless given.",
        ),
        "force": Param(
            False,
            type="boolean",
            title="Do not wait",
            description="Go on although nothing new is delivered: load what there is, build, discover, report.",
        ),
    },
    default_args={
        "retries": 3,
        "retry_delay": timedelta(minutes=10),
        "on_failure_callback": say_failure,
    },
    tags=["curlake", "finops"],
) as dag:
    discovering = PythonOperator(task_id="discover", python_callable=discover, trigger_rule="all_done")
    reporting = PythonOperator(task_id="report", python_callable=report, trigger_rule="all_done")
    verdict = PythonOperator(task_id="verdict", python_callable=require_all, trigger_rule="one_failed", retries=0)

    for source in settings["sources"]:
        name = source["name"]
        with TaskGroup(group_id=name):
            waiting = PythonSensor(
                task_id="wait_for_delivery",
                python_callable=is_delivered,
                op_args=[name],
                mode="reschedule",
                poke_interval=timedelta(minutes=30).total_seconds(),
                # AWS updates an export at least once a day.
                timeout=timedelta(hours=20).total_seconds(),
            )
            loading = PythonOperator(task_id="load", python_callable=load, op_args=[name])
            building = PythonOperator(
                task_id="build",
                python_callable=build,
                op_args=[name],
                outlets=gold_assets(settings["warehouse"]),
            )
            waiting >> loading >> building
        building >> discovering
        [waiting, loading, building] >> verdict

    discovering >> reporting
    [discovering, reporting] >> verdict
