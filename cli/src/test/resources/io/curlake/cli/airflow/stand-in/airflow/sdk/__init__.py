"""The part of the task SDK that DAG files are written with."""

from __future__ import annotations

import re

OPERATOR = {
    "task_id", "retries", "retry_delay", "on_failure_callback", "outlets", "trigger_rule", "execution_timeout", "pool",
}
DAG_ARGUMENTS = {
    "dag_id", "description", "schedule", "start_date", "catchup", "max_active_runs", "max_active_tasks", "params",
    "default_args", "tags",
}
KEY = re.compile(r"[\w.-]+")


class Asset:
    def __init__(self, *, name, uri):
        self.name = name
        self.uri = uri


class Param:
    def __init__(self, default, *, type, title, description, pattern=None):
        self.default = default
        self.schema = {"type": type, "title": title, "description": description, "pattern": pattern}


class DAG:
    current = None

    def __init__(self, **arguments):
        unknown = set(arguments) - DAG_ARGUMENTS
        if unknown:
            raise TypeError(f"DAG takes no {sorted(unknown)}")
        self.__dict__.update(arguments)
        self.tasks = {}
        self.groups = []

    def __enter__(self):
        DAG.current = self
        return self

    def __exit__(self, *_):
        DAG.current = None


class TaskGroup:
    open = []

    def __init__(self, *, group_id):
        if not KEY.fullmatch(group_id):
            raise ValueError(f"'{group_id}' is no id of a group")
        self.group_id = group_id

    def __enter__(self):
        TaskGroup.open.append(self.group_id)
        DAG.current.groups.append(self.group_id)
        return self

    def __exit__(self, *_):
        TaskGroup.open.pop()


class BaseOperator:
    takes = OPERATOR

    def __init__(self, **arguments):
        unknown = set(arguments) - self.takes
        if unknown:
            raise TypeError(f"{type(self).__name__} takes no {sorted(unknown)}")
        settings = {"retries": 0, "outlets": [], "trigger_rule": "all_success"}
        settings |= DAG.current.default_args
        settings |= arguments
        self.__dict__.update(settings)
        self.task_id = ".".join([*TaskGroup.open, arguments["task_id"]])
        self.upstream = []
        if self.task_id in DAG.current.tasks:
            raise ValueError(f"task '{self.task_id}' stands twice")
        DAG.current.tasks[self.task_id] = self

    def __rshift__(self, other):
        other.upstream.append(self.task_id)
        return other

    def __rrshift__(self, others):
        for other in others:
            other >> self
        return self
