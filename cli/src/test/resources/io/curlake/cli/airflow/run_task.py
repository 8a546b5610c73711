"""Runs what a task calls, and prints what came of it. Usage: run_task.py DAG_FILE TASK_ID [PARAMS_AS_JSON]"""

import inspect
import json
import runpy
import sys

dag = runpy.run_path(sys.argv[1])["dag"]
task = dag.tasks[sys.argv[2]]
params = {name: param.default for name, param in dag.params.items()}
params |= json.loads(sys.argv[3]) if len(sys.argv) > 3 else {}
context = {"params": params}
wanted = {name: context[name] for name in inspect.signature(task.python_callable).parameters if name in context}
try:
    print(json.dumps({"returned": task.python_callable(*getattr(task, "op_args", []), **wanted)}))
except Exception as e:
    print(json.dumps({"raised": type(e).__name__, "message": str(e)}))
