from airflow.sdk import BaseOperator


class PythonSensor(BaseOperator):
    takes = BaseOperator.takes | {"python_callable", "op_args", "op_kwargs", "mode", "poke_interval", "timeout", "soft_fail"}
