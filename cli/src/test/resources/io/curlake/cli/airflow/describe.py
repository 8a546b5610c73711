"""Prints the DAG of a file as JSON. Usage: describe.py DAG_FILE"""

import json
import runpy
import sys

dag = runpy.run_path(sys.argv[1])["dag"]
print(json.dumps({
    "dag": dag.dag_id,
    "catchup": dag.catchup,
    "max_active_runs": dag.max_active_runs,
    "max_active_tasks": dag.max_active_tasks,
    "params": {name: {"default": param.default, **param.schema} for name, param in dag.params.items()},
    "groups": dag.groups,
    "tasks": {
        task_id: {
            "operator": type(task).__name__,
            "upstream": sorted(task.upstream),
            "retries": task.retries,
            "minutes_between": task.retry_delay.total_seconds() / 60,
            "tells": task.on_failure_callback.__name__,
            "trigger_rule": task.trigger_rule,
            "mode": getattr(task, "mode", None),
            "outlets": [asset.uri for asset in task.outlets],
        }
        for task_id, task in dag.tasks.items()
    },
}))
